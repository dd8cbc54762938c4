// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a workbook: shared or inline strings, in pieces that look different.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "plan/formats/live_text.h"
#include "plan/formats/xlsx_colours.h"

namespace dondoc::plan {

struct TextPiece {
    std::string text;
    bool as_cell = true;  // looks as the cell's style says; otherwise as `look`
    Look look = {};
};
using RichText = std::vector<TextPiece>;

// Without its reading aids; "_x000D_" and the like are the characters that they stand for.
RichText rich_text(const pugi::xml_node& item, const XlsxColours& colours);

// Its words, however they look.
std::string plain_text(const RichText& text);

// Of a run or of a font of styles.xml.
Look look_of_font(const pugi::xml_node& font, const XlsxColours& colours);

std::string without_escapes(std::string_view text);

}  // namespace dondoc::plan
