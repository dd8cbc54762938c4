// The help page of a command, and what was wrong with a command line, in the user's language.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/session.h"

namespace dondoc::cli {

std::string help_page(const Session& session, const CLI::App& command);
// "dondoc plan import"
std::string full_name(const CLI::App& command);
// The first option among the arguments that neither the command nor those above it have; empty: there is
// none.
std::string unknown_option(const CLI::App& command, const std::vector<std::string>& arguments);
// CLI11 speaks English; its usual complaints are said again from the catalogue, the rest is passed on as it
// is.
// `command` is the one that the words led to.
std::string usage_complaint(const Session& session, const CLI::App& command, const CLI::ParseError& error);

}  // namespace dondoc::cli
