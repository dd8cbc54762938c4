// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/row_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/readers.h"
#include "plan/formats/numbering.h"

namespace dondoc::plan {

namespace {

// "giải qu", "đ": the last letters are how a syllable begins.
bool ends_within_word(const std::string& text) {
    constexpr std::array<std::string_view, 27> begins{"b",  "c",  "ch", "d", "đ", "g",  "gh",  "gi", "h",
                                                      "k",  "kh", "l",  "m", "n", "ng", "ngh", "nh", "p",
                                                      "ph", "qu", "r",  "s", "t", "th", "tr",  "v",  "x"};
    const auto folded = language::fold(text);
    const auto space = folded.rfind(' ');
    const auto last = std::string_view(folded).substr(space == std::string::npos ? 0 : space + 1);
    return std::find(begins.begin(), begins.end(), last) != begins.end();
}

}  // namespace

bool is_lower_case(const std::string& text) {
    std::size_t at = 0;
    while (at < text.size() && std::string_view(" \"'([").find(text[at]) != std::string_view::npos) ++at;
    if (at == text.size()) return false;
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const auto first = text.substr(at, end - at);
    const bool letter = static_cast<unsigned char>(first[0]) >= 0x80 || (first[0] >= 'a' && first[0] <= 'z');
    return letter && language::fold(first) == first && first != "–" && first != "•";
}

bool is_upper_case(const std::string& text) {
    const auto folded = language::fold(text);
    if (text.size() > 600) return false;
    std::size_t small = 0;
    std::size_t capital = 0;
    for (std::size_t i = 0; i < text.size() && text.size() == folded.size(); ++i) {
        const bool letter = (folded[i] >= 'a' && folded[i] <= 'z');
        if (!letter) continue;
        ++(text[i] == folded[i] ? small : capital);
    }
    return capital >= 3 && small * 10 <= capital;
}

bool is_upper_case_word(const std::string& text) {
    return !text.empty() && language::fold(text) != text && language::fold(text).size() == text.size() &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_bullet(const std::string& text) {
    return text.starts_with("- ") || text.starts_with("+ ") || text.starts_with("* ") ||
           text.starts_with("• ");
}

bool is_unfinished(const std::string& text) {
    if (text.empty()) return false;
    const auto folded = language::fold(text);
    for (const std::string_view end : {" và", ",", " của", " sở", " các", " với", " tại", " cho", " về", "-"})
        if (folded.ends_with(end)) return true;
    return false;
}

bool is_same_title(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const auto x = language::fold(a);
    const auto y = language::fold(b);
    if (x == y) return true;
    const auto shorter = std::min(x.size(), y.size());
    if (shorter < 12 || std::max(x.size(), y.size()) > shorter + shorter / 10) return false;
    std::size_t head = 0;
    while (head < shorter && x[head] == y[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && x[x.size() - 1 - tail] == y[y.size() - 1 - tail]) ++tail;
    return (head + tail) * 10 >= shorter * 9;
}

bool is_total(const BodyRow& row) {
    if (row.has(Column::Lead) || row.has(Column::Cooperating) || row.has(Column::Deadline)) return false;
    if (row.has(Column::Number) && row.has(Column::Title)) return false;
    const auto& cell = row.has(Column::Number) ? row.cell(Column::Number) : row.cell(Column::Title);
    auto words = language::fold(cell.text());
    if (const auto sum = words.find('('); sum != std::string::npos) words.resize(sum);
    const auto end = words.find_last_not_of(" :.*");
    words.resize(end == std::string::npos ? 0 : end + 1);
    constexpr std::array<std::string_view, 6> totals{"tổng cộng", "cộng",      "tổng số",
                                                     "tổng",      "tổng điểm", "tổng cộng điểm"};
    return words.starts_with("tổng cộng") || std::find(totals.begin(), totals.end(), words) != totals.end();
}

void mend_cut_heading(BodyRow& row, const BodyRow& below) {
    const bool is_scanned = std::any_of(row.doubts.begin(), row.doubts.end(),
                                        [](const Message& doubt) { return doubt.key == "row.from_scan"; });
    const bool others = row.has(Column::Solution) || row.has(Column::Deadline) || row.has(Column::Lead) ||
                        row.has(Column::Cooperating);
    if (!is_scanned || others || !row.has(Column::Title) || !row.has(Column::Requirement)) return;
    const auto rest = row.cell(Column::Requirement).text();
    const auto number = parse_numbering(row.cell(Column::Number).text());
    if (!is_lower_case(rest) || !is_below(parse_numbering(below.cell(Column::Number).text()), number)) return;
    auto title = row.cell(Column::Title).text();
    title += (ends_within_word(title) ? "" : " ") + rest;
    row.cell(Column::Title).paragraphs = {std::move(title)};
    row.cell(Column::Requirement) = {};
}

}  // namespace dondoc::plan
