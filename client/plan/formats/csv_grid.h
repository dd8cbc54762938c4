// SPDX-License-Identifier: GPL-3.0-or-later
// Text whose cells are separated by some sign (.txt, .tsv, .csv), in any of the encodings in use -> tables.
#pragma once

#include <string_view>

#include "plan/formats/grid.h"

namespace dondoc::plan {

// Excel writes its own word for the separator before everything else: "sep=;".
std::string_view without_separator_line(std::string_view text);

// The separator is the one by which the text has a plan's header: a tab, or else ; , or |. Throws UserError.
Grid read_separated_grid(std::string_view bytes);

}  // namespace dondoc::plan
