// SPDX-License-Identifier: GPL-3.0-or-later
// The program that has every command, and the libraries for plans, workbooks and letters.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "cli/frame/app.h"

namespace dondoc::cli {

// Goes on as dondoc-whole with the same arguments: the one beside this program, of the same installation, or
// `installed`. Returns only where there is none, after having said so.
Exit become_whole_program(char** argv, const char* installed, const std::vector<std::string>& arguments,
                          std::ostream& err);

}  // namespace dondoc::cli
