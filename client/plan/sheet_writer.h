// SPDX-License-Identifier: GPL-3.0-or-later
// A previewed plan -> the file in which an operator corrects it (sheet_columns.h).
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/plan.pb.h"
#include "text/catalogue.h"

namespace dondoc::plan {

struct Sheet {
    text::Lang lang;
    std::vector<std::vector<std::string>> head;  // the rows above the header
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> rows;  // cells in the order of SheetColumn; days as 31/12/2023
};

Sheet make_sheet(const v1::PlanPreview& plan, text::Lang lang);

// One line of such a file, filled up to `width` cells.
std::string csv_line(const std::vector<std::string>& cells, std::size_t width);

// Semicolons, a byte order mark and CRLF, which spreadsheets open as a table. A text that a spreadsheet would
// take for a formula has a ' before it; sheet_reader.h takes it away.
std::string to_csv(const Sheet& sheet);

// With a frozen header, dates as dates, and rows with problems marked. Throws UserError "sheet.too_long" for
// a text that Excel cannot hold, "sheet.unwritten".
std::string to_xlsx(const Sheet& sheet);

}  // namespace dondoc::plan
