// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of OpenDocument cells.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::plan {

// "2025-12-15", "2025-12-15T00:00:00" as it is written here, with as many parts as the cell shows.
std::string odf_date(std::string_view value, const std::string& shown);

}  // namespace dondoc::plan
