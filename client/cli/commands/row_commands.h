// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc task add, assign, edit: single rows of a document by hand.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_row_commands(CLI::App& task_group, Session& session);

}  // namespace dondoc::cli
