// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenDocument text or spreadsheet (.odt, .ods) -> its tables and its running text.
#pragma once

#include "plan/formats/grid.h"
#include "plan/formats/zip_archive.h"

namespace dondoc::plan {

// Throws UserError.
Grid read_odf_grid(ZipArchive& archive);

}  // namespace dondoc::plan
