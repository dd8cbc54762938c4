// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a PDF -> their tables. To be called in a process that may die of it.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "plan/formats/grid.h"
#include "plan/formats/sandbox.h"

namespace dondoc::plan {

// `use` is called after each page with its running text and the tables that ended with it or before; one that
// goes on over pages comes whole. Throws UserError.
// Pages that are pictures are read by tesseract where it is there, and every row of their tables is marked;
// `beat` is called while that goes on.
void read_pdf_pages(std::string_view bytes, const Beat& beat, const std::function<void(Grid)>& use);

}  // namespace dondoc::plan
