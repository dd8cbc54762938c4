// SPDX-License-Identifier: GPL-3.0-or-later
// `dondoc assignment sheet` and `dondoc assignment update`: progress by spreadsheet.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_assignment_sheet(CLI::App& assignment_group, Session& session);

}  // namespace dondoc::cli
