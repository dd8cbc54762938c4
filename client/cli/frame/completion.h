// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc completion bash|zsh|fish
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_completion_commands(CLI::App& app, Session& session);

// The scripts are made from the commands themselves, so they are never behind.
std::string bash_completion(const CLI::App& app);
std::string zsh_completion(const CLI::App& app);
std::string fish_completion(const CLI::App& app);

}  // namespace dondoc::cli
