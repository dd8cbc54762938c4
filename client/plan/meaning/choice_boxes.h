// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of forms in which one of several is ticked: "☒ Sở Tư pháp ☐ Sở Nội vụ".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dondoc::plan {

// What stands behind the boxes that are ticked, and before the first box; nothing: there is no box.
std::optional<std::string> chosen_of(std::string_view text);

}  // namespace dondoc::plan
