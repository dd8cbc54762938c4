#include "plan/cell_text.h"

#include <algorithm>
#include <array>

#include "language/normalize.h"
#include "plan/html_text.h"

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

bool is_blank_row(const GridRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.empty(); });
}

}  // namespace dondoc::plan
