// SPDX-License-Identifier: GPL-3.0-or-later
// Where the files are that say how exports of other systems are read: config/import.
#pragma once

#include <string>

#include "cli/commands/import_columns.h"

namespace dondoc::cli {

// `named`: a file, or the name of one of the user's (~/.config/dondoc/import) or of those that come with
// dondoc. Empty: the one of the source's name, else the general one. Throws UserError
// "import_columns.unknown", and what parse_import_columns() throws.
ImportColumns find_import_columns(const std::string& named, const std::string& source);

}  // namespace dondoc::cli
