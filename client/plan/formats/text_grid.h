// SPDX-License-Identifier: GPL-3.0-or-later
// Tab-separated text (.txt, .tsv) -> tables of cells.
#pragma once

#include <string_view>

#include "plan/formats/grid.h"

namespace dondoc::plan {

// Lines with a separator are rows; prose between them begins a new table, blank lines and page numbers do
// not. A cell in quotation marks may hold line breaks, as spreadsheets write them. Throws UserError for what
// is no UTF-8 text.
Grid read_text_grid(std::string_view bytes, char separator = '\t');

}  // namespace dondoc::plan
