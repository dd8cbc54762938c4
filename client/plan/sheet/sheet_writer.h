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

// As sheet/csv.h has it; sheet_reader.h takes the ' before a formula away.
std::string to_csv(const Sheet& plan);

// With a frozen header, dates as dates, and rows with problems marked. Throws UserError "sheet.too_long" for
// a text that Excel cannot hold, "sheet.unwritten".
std::string to_xlsx(const Sheet& sheet);

}  // namespace dondoc::plan
