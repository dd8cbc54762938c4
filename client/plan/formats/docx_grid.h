// SPDX-License-Identifier: GPL-3.0-or-later
// A word processor's document (.docx) -> tables of cells.
#pragma once

#include <string>

#include "plan/formats/grid.h"
#include "plan/formats/zip_archive.h"

namespace dondoc::plan {

// `part` is the archive's main document. Deleted and hidden text is left out. A table within a cell is a
// table of its own where it has the shape of one, and text of the cell otherwise. Throws UserError.
Grid read_docx_grid(ZipArchive& archive, const std::string& part);

}  // namespace dondoc::plan
