// SPDX-License-Identifier: GPL-3.0-or-later
// The running text of a plan: its lines put together to paragraphs, each with the headings it stands under.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plan/formats/grid.h"

namespace dondoc::plan {

struct Paragraph {
    std::uint32_t line = 0;             // where it begins, as in ProseLine
    std::string number;                 // its own: "3.", "a)", or a bullet, "-", "+"; empty: none
    std::string text;                   // without it
    bool heading = false;               // opens a section
    std::vector<std::string> headings;  // above it, outermost first, without their numbers
};

// Lines that only the page's width or its end broke are joined. The list of addressees at the end of a
// document is left out. Linear in the text. Throws UserError for
// more paragraphs than any plan has.
std::vector<Paragraph> paragraphs_of_prose(const std::vector<ProseLine>& lines);

}  // namespace dondoc::plan
