// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc plan preview, import, list
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_plan_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
