// SPDX-License-Identifier: GPL-3.0-or-later
// Of a word processor's document, text that nobody typed: what forms ask for, fields, formulas.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace dondoc::plan {

// Takes out what forms show where nobody wrote anything yet: "Nhấp để nhập ngày".
void clear_placeholders(pugi::xml_node root);

// `field`: its instruction. "DATE \\@ ..." shows the day on which the file was opened last.
bool shows_today(std::string_view field);

// Tables with the shape of a plan below `root`: of a page's head or foot, which is not read.
std::size_t tables_in(pugi::xml_node root);

// Letters and figures of an "oMath", one behind the other.
std::string text_of_formula(const pugi::xml_node& formula);

// A "sym", which a font of symbols draws.
std::string symbol_of(const pugi::xml_node& symbol);

// A picture as older versions write it is larger than a coat of arms: "width:400pt;height:300pt".
bool is_large_shape(const pugi::xml_node& shape);

}  // namespace dondoc::plan
