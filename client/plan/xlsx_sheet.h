// One sheet of a spreadsheet -> a table of cells.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "plan/grid.h"
#include "plan/xlsx_format.h"

namespace dondoc::plan {

// Rows without text are left out, and so is what stands below the table apart from it (signatures, notes).
// `budget`: rows that the file may still have. Throws UserError.
Table read_sheet(const pugi::xml_node& worksheet, const std::vector<std::string>& shared,
                 const XlsxFormats& formats, std::size_t& budget);

// The text of a shared or inline string, without its reading aids.
std::string rich_text(const pugi::xml_node& item);

}  // namespace dondoc::plan
