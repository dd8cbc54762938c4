// SPDX-License-Identifier: GPL-3.0-or-later
// A spreadsheet (.xlsx) -> tables of cells, one of each sheet.
#pragma once

#include <string>

#include "plan/formats/grid.h"
#include "plan/formats/xlsx_format.h"
#include "plan/formats/zip_archive.h"

namespace dondoc::plan {

// `part` is the archive's workbook. Hidden sheets are left out; hidden rows are not, since a filter hides
// tasks. Throws UserError.
Grid read_xlsx_grid(ZipArchive& archive, const std::string& part, CellTexts texts = CellTexts::Tidied);

}  // namespace dondoc::plan
