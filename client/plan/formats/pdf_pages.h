// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a PDF -> their tables. To be called in a process that may die of it.
#pragma once

#include <functional>
#include <string_view>

#include "plan/formats/grid.h"
#include "plan/formats/pages_in_order.h"
#include "plan/formats/sandbox.h"

namespace dondoc::plan {

// `use` is called after each page with its running text and the tables that ended with it or before; one that
// goes on over pages comes whole. Throws UserError.
// `threads` look at pages at once; what is read does not depend on how many. Pages that are pictures are read
// by tesseract where it is there, and every row of their tables is marked. `beat` is called by all threads.
void read_pdf_pages(std::string_view bytes, unsigned threads, const Beat& beat,
                    const std::function<void(Grid)>& use);

}  // namespace dondoc::plan
