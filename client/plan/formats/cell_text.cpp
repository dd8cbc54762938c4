// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/cell_text.h"

#include <algorithm>
#include <array>

#include "language/words/normalize.h"
#include "plan/formats/html_text.h"

namespace dondoc::plan {
namespace {

bool ends_a_paragraph(std::string_view line) {
    return line.empty() || std::string_view(".;:!?").find(line.back()) != std::string_view::npos;
}

// Begins with a small letter, but with no word that begins an agency of its own.
bool goes_on(const std::string& line) {
    const auto first = static_cast<unsigned char>(line[0]);
    if (first < 0x80 && !(first >= 'a' && first <= 'z')) return false;
    std::size_t length = 1;
    while (length < line.size() && (static_cast<unsigned char>(line[length]) & 0xC0) == 0x80) ++length;
    const auto letter = line.substr(0, length);
    if (language::fold(letter) != letter) return false;
    if (first >= 0x80 && (first < 0xC3 || first > 0xE1)) return false;  // signs such as "§", "–", "•"
    if (line.size() > 1 && (line[1] == ')' || line[1] == '.')) return false;  // "a) ..."
    static constexpr std::array<std::string_view, 5> agencies{"các ", "sở ", "ủy ban", "ubnd", "đơn vị"};
    const auto folded = language::fold(line.substr(0, 16));
    return std::none_of(agencies.begin(), agencies.end(),
                        [&](auto word) { return folded.starts_with(word); });
}

}  // namespace

Cell cell_of(std::string_view text) {
    if (text.find('\n') == std::string_view::npos) return {paragraphs_of(text)};
    std::string joined;
    std::string last;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = language::normalize(text.substr(at, end - at));
        at = end + 1;
        if (line.empty()) continue;
        if (!joined.empty()) joined += !ends_a_paragraph(last) && goes_on(line) ? ' ' : '\n';
        joined += line;
        last = std::move(line);
    }
    return {paragraphs_of(joined)};
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest_quoted = 120;
    auto words = language::normalize(text);
    if (words.size() <= longest_quoted) return words;
    auto end = longest_quoted;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    return words.substr(0, end) + "…";
}

std::string column_letters(std::size_t column) {
    constexpr std::size_t letters = 26;
    std::string name;
    for (++column; column > 0; column = (column - 1) / letters)
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % letters));
    return name;
}

bool is_error_value(std::string_view text) {
    constexpr std::array<std::string_view, 10> errors{"#N/A",   "#REF!", "#VALUE!", "#DIV/0!", "#NAME?",
                                                      "#NULL!", "#NUM!", "#SPILL!", "#CALC!",  "#FIELD!"};
    if (std::find(errors.begin(), errors.end(), text) != errors.end()) return true;
    constexpr std::size_t fewest_signs = 4, longest_code = 8;
    if (text.size() >= fewest_signs && text.find_first_not_of('#') == std::string_view::npos) return true;
    return text.starts_with("Err:") && text.size() <= longest_code;
}

bool is_blank_row(const GridRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.empty(); });
}

}  // namespace dondoc::plan
