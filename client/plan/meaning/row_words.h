// SPDX-License-Identifier: GPL-3.0-or-later
// How the words of a row look: what goes on, what is a heading, what is a sum.
#pragma once

#include <string>

#include "plan/meaning/body.h"

namespace dondoc::plan {

bool is_lower_case(const std::string& text);       // begins with a small letter
bool is_upper_case(const std::string& text);       // every letter a capital: chapters are written so
bool is_upper_case_word(const std::string& text);  // "XANH": shorter than a title, and no small letter in it
bool is_bullet(const std::string& text);
bool is_unfinished(const std::string& text);  // ends where a sentence cannot: "của", ","

// The same title printed again on the next page, slips of the scanner aside.
bool is_same_title(const std::string& a, const std::string& b);

// "Tổng cộng", "Cộng (I+II):" with sums or nothing beside it: counts the rows above and is none of them.
bool is_total(const BodyRow& row);

// In a scan a line that is none may cut the merged cell of a heading: its title goes on, in small letters, in
// the column of aims, and the next row, `below`, is numbered below it. Puts it together.
void mend_cut_heading(BodyRow& row, const BodyRow& below);

}  // namespace dondoc::plan
