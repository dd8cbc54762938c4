// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the manual (man 1), one for each command, made of what `--help` says, so that the two cannot
// differ.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/frame/session.h"

namespace dondoc::cli {

// dondoc manual FOLDER: for whoever packages dondoc; not among the commands that are shown.
void add_manual_command(CLI::App& app, Session& session);

// roff with the macros of man(7), in the session's language. `date` stands at the foot: "2026-11-28".
std::string manual_page(const Session& session, const CLI::App& command, const std::string& date);

}  // namespace dondoc::cli
