// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that rows and headings of a plan carry: "IV", "3.1.2", "a)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::plan {

struct Numbering {
    enum class Style { None, UpperLetter, Roman, Arabic, LowerLetter };
    Style style = Style::None;
    std::vector<int> parts;  // "3.1.2": 3, 1, 2; others have one part

    bool dotted() const { return style == Style::Arabic && parts.size() > 1; }
};

// Style::None: the text is no number. Scanners' spaces inside Roman numbers ("VII I") are overlooked.
Numbering parse_numbering(std::string_view text);

bool is_below(const Numbering& number, const Numbering& heading);    // "3.1.2" below "3.1"
bool comes_after(const Numbering& number, const Numbering& before);  // "3.2" after "3.1", "V" after "IV"

struct NumberAndTitle {
    std::string number;
    std::string title;
};
// "VIII TÁC ĐỘNG ..." -> both; the number is empty where the text does not begin with one. Arabic numbers
// need a mark behind them ("1. ..."), since titles begin with numbers, too ("3 sáng kiến").
NumberAndTitle split_number(const std::string& text);

std::string letter(std::size_t index);  // 0: "a", 26: "aa"

}  // namespace dondoc::plan
