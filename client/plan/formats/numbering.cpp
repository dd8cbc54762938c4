// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/numbering.h"

#include <algorithm>

#include "language/words/unicode.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_number = 24;

int roman_digit(char c) {
    switch (c) {
        case 'I':
            return 1;
        case 'V':
            return 5;
        case 'X':
            return 10;
        case 'L':
            return 50;
        default:
            return 0;
    }
}

int roman_value(std::string_view text) {
    int value = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int digit = roman_digit(text[i]);
        if (!digit) return 0;
        const int next = i + 1 < text.size() ? roman_digit(text[i + 1]) : 0;
        value += digit < next ? -digit : digit;
    }
    return value > 0 ? value : 0;
}

}  // namespace

Numbering parse_numbering(std::string_view text) {
    if (text.size() > longest_number) return {};
    std::string plain;
    for (const char c : text)
        if (c != ' ') plain += c;
    while (!plain.empty() &&
           (plain.back() == '.' || plain.back() == ')' || plain.back() == ':' || plain.back() == '/'))
        plain.pop_back();
    while (!plain.empty() && plain.front() == '(') plain.erase(plain.begin());
    if (plain.empty()) return {};
    if (const int value = roman_value(plain)) return {Numbering::Style::Roman, {value}};
    if (plain.size() == 1 && plain[0] >= 'A' && plain[0] <= 'Z')
        return {Numbering::Style::UpperLetter, {plain[0] - 'A' + 1}};
    if (plain.size() == 1 && plain[0] >= 'a' && plain[0] <= 'z')
        return {Numbering::Style::LowerLetter, {plain[0] - 'a' + 1}};
    if (!language::is_digit(plain[0])) return {};
    Numbering number{Numbering::Style::Arabic, {0}};
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (language::is_digit(plain[i])) {
            if (number.parts.back() > 99'999) return {};
            number.parts.back() = number.parts.back() * 10 + (plain[i] - '0');
        } else if (plain[i] == '.' && i + 1 < plain.size() && language::is_digit(plain[i + 1])) {
            number.parts.push_back(0);
        } else if (i + 1 == plain.size() && plain[i] >= 'a' && plain[i] <= 'z') {  // "1a"
            number.parts.push_back(plain[i] - 'a' + 1);
        } else {
            return {};
        }
    }
    return number;
}

bool is_below(const Numbering& number, const Numbering& heading) {
    return number.style == Numbering::Style::Arabic && heading.style == Numbering::Style::Arabic &&
           number.parts.size() > heading.parts.size() &&
           std::equal(heading.parts.begin(), heading.parts.end(), number.parts.begin());
}

bool comes_after(const Numbering& number, const Numbering& before) {
    return number.style != Numbering::Style::None && number.style == before.style &&
           number.parts.size() == before.parts.size() &&
           std::equal(number.parts.begin(), number.parts.end() - 1, before.parts.begin()) &&
           number.parts.back() == before.parts.back() + 1;
}

NumberAndTitle split_number(const std::string& text) {
    const auto space = text.find(' ');
    if (space == std::string::npos) {
        // "II.XÂY DỰNG"
        return {"", text};
    }
    const auto first = text.substr(0, space);
    const auto number = parse_numbering(first);
    const bool marked = first.back() == '.' || first.back() == ')' || number.dotted();
    const bool stands_alone = number.style == Numbering::Style::Roman;
    if (number.style == Numbering::Style::None || (!marked && !stands_alone)) return {"", text};
    return {first, text.substr(space + 1)};
}

std::string letter(std::size_t index) {
    std::string letters;
    for (++index; index > 0; index = (index - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('a' + (index - 1) % 26));
    return letters;
}

}  // namespace dondoc::plan
