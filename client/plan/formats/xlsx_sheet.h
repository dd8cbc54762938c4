// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of a spreadsheet -> a table of cells.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "plan/formats/grid.h"
#include "plan/formats/xlsx_format.h"
#include "plan/formats/xlsx_text.h"

namespace dondoc::plan {

struct SheetTable {
    Table table;
    // What was left out because it is hidden or struck through; `number` is how the table is called in
    // messages.
    std::vector<Message> problems;
};

// Rows without text are left out, and so is what stands below the table apart from it (signatures, notes).
// `budget`: rows that the file may still have. `painted`: lines that a style of tables paints as it likes.
// Throws UserError.
SheetTable read_sheet(const pugi::xml_node& worksheet, const std::vector<RichText>& shared,
                      const XlsxFormats& formats, const std::vector<long>& painted, std::size_t number,
                      std::size_t& budget);

}  // namespace dondoc::plan
