// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF with a text layer -> its tables and its running text.
#pragma once

#include <string_view>

#include "plan/formats/grid.h"
#include "plan/formats/sandbox.h"

namespace dondoc::plan {

// To be called in a process that may die of it, since the library reads what strangers made; each page is a
// beat. Throws UserError, also where the pages are pictures without text.
Grid read_pdf_grid(std::string_view bytes, const Beat& beat);

}  // namespace dondoc::plan
