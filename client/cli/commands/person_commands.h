// SPDX-License-Identifier: GPL-3.0-or-later
// Persons of agencies and of the office.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_person_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
