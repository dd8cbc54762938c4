// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the web, or what a program saved as one: its tables and its running text.
#pragma once

#include <string_view>

#include "plan/formats/grid.h"

namespace dondoc::plan {

bool is_html(std::string_view bytes);  // begins with a tag of it

// Throws UserError.
Grid read_html_grid(std::string_view bytes);

}  // namespace dondoc::plan
