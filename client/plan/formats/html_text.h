// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that a scanner's software wrote as scraps of HTML -> paragraphs of plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::plan {

// Tags are dropped, `<p>`, `<li>`, `<br>` and line breaks end a paragraph, entities are decoded; what only
// looks like a tag ("< 5 %") stays. Linear in `text`.
std::vector<std::string> paragraphs_of(std::string_view text);

}  // namespace dondoc::plan
