// A PDF with a text layer -> the tables whose lines are drawn.
#pragma once

#include <string_view>

#include "plan/grid.h"

namespace dondoc::plan {

// Read in a process of its own with little memory and time, since the library reads what strangers made.
// Throws UserError, also where the pages are pictures without text.
Grid read_pdf_grid(std::string_view bytes);

}  // namespace dondoc::plan
