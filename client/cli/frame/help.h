// SPDX-License-Identifier: GPL-3.0-or-later
// The help page of a command, and what was wrong with a command line, in the user's language.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/frame/session.h"

namespace dondoc::cli {

using HelpLines = std::vector<std::pair<std::string, std::string>>;  // a name, and what it is for

// What is to be said of a command, of which its help page and its page of the manual are made.
struct CommandHelp {
    std::string about, usage;
    HelpLines commands, arguments, options, globals;
    std::vector<std::string> examples;
};
CommandHelp help_of(const Session& session, const CLI::App& command);

std::string help_page(const Session& session, const CLI::App& command);
// "dondoc plan import"
std::string full_name(const CLI::App& command);
// The first option among the arguments that neither the command nor those above it have; empty: there is
// none.
std::string unknown_option(const CLI::App& command, const std::vector<std::string>& arguments);
// The words that neither the command nor those above it take.
std::vector<std::string> left_over(const CLI::App& command);
// What is wrong where a command should stand: none, or a word that is none, and which may be meant.
std::string no_command(const Session& session, const CLI::App& command);
// A complaint of a number, with the range that its option takes.
Message with_range(const CLI::App& command, const Message& complaint);
// A word stands where only a command of `command` could.
bool is_unknown_command(const CLI::App& command, const CLI::ParseError& error);
// CLI11 speaks English; its usual complaints are said again from the catalogue, the rest is passed on as it
// is.
// `command` is the one that the words led to.
std::string usage_complaint(const Session& session, const CLI::App& command, const CLI::ParseError& error);

}  // namespace dondoc::cli
