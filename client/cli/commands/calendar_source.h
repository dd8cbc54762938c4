// SPDX-License-Identifier: GPL-3.0-or-later
// The working calendar that a command is to use, from files: no daemon is asked.
#pragma once

#include <string>
#include <vector>

#include "domain/calendar.h"

namespace dondoc::cli {

// What --calendar names: a folder of year files (*.toml) or one such file; empty: the calendar that came with
// dondoc. Throws UserError when there is none.
std::vector<std::string> calendar_files(const std::string& where);

// Throws UserError where a file cannot be read or is wrong.
Calendar read_calendar(const std::string& where);

}  // namespace dondoc::cli
