// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence that results refer to, looked for in a folder of the office.
#pragma once

#include <filesystem>
#include <string>

#include "report/scoring_page.h"

namespace dondoc::report {

// A reference that reads as the name of a file, and no other, is looked for; a file outside the folder, one
// that is empty and a folder are no evidence. `folder` may be empty: nothing is looked for.
Evidence look_for_evidence(const std::filesystem::path& folder, const std::string& reference);

}  // namespace dondoc::report
