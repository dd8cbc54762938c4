// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc central report: of many sites, from the database of dondoc-central
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_central_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
