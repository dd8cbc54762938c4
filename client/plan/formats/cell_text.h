// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a cell with its line breaks -> paragraphs, for formats that say what a cell is.
#pragma once

#include <string>
#include <string_view>

#include "plan/formats/grid.h"

namespace dondoc::plan {

// Lines that only a narrow column broke are joined: "Trong" / "năm 2023" is one paragraph.
Cell cell_of(std::string_view text);

// On one line and cut where it gets long, to be quoted in a message.
std::string in_quotes(std::string_view text);

// "A", "D", "AA": what a sheet calls a column, which is counted from 0.
std::string column_letters(std::size_t column);

// "#N/A", "#REF!", "Err:502", "####": what a spreadsheet shows instead of a value.
bool is_error_value(std::string_view text);

bool is_blank_row(const GridRow& row);

}  // namespace dondoc::plan
