// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc key new, grant, revoke, list
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_key_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
