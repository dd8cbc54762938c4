// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a table that somebody fills in, before anything is understood; from CSV as a spreadsheet saves
// it, or XLSX.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::plan {

struct SheetLine {
    std::uint32_t line = 0;  // row of the sheet, from 1; in CSV the row as well, not the line of the text
    std::vector<std::string> cells;
};

// nullopt: the file is no file to correct, for its first cell is not the marker. Throws UserError where it is
// one that cannot be read.
std::optional<std::vector<SheetLine>> sheet_lines(std::string_view bytes);

// Any table: the first sheet of a workbook that has rows, or text whose cells are separated by the sign that
// its first line has most of. Throws UserError "sheet.not_a_table" for what is neither, and
// "sheet.many_sheets" where another sheet has rows, too: they would be left out.
std::vector<SheetLine> table_lines(std::string_view bytes);

}  // namespace dondoc::plan
