// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc seen
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_seen_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
