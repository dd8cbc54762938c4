// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as spreadsheets open it: semicolons, a byte order mark and CRLF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::sheet {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A text that a spreadsheet would take for a formula has a ' before it, also one that has some already: who
// takes one away has the text as it was. "-12" and "98,63" are numbers.
std::string csv_cell(const std::string& text);

// One line, filled up to `width` cells: where every line is as wide as the table, no spreadsheet takes
// another sign for the separator.
std::string csv_line(const std::vector<std::string>& texts, std::size_t width);

}  // namespace dondoc::sheet
