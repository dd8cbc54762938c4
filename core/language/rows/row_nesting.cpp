// SPDX-License-Identifier: Apache-2.0
#include "language/rows/row_nesting.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

// "4.1." and "4. 1" -> "4.1"; empty for what is not digits and dots.
std::string plain_number(std::string_view text) {
    std::string number;
    std::ranges::copy_if(text, std::back_inserter(number), [](char c) { return c != ' '; });
    if (number.ends_with('.')) number.pop_back();
    const bool is_dotted = std::ranges::all_of(number, [](char c) { return is_digit(c) || c == '.'; });
    if (!is_dotted || number.starts_with('.') || number.ends_with('.')) return {};
    return number.find("..") == std::string::npos ? number : std::string{};
}

}  // namespace

std::vector<std::optional<std::size_t>> parents_by_number(const std::vector<NumberedRow>& rows) {
    struct Above {
        std::size_t row = 0;
        bool is_only = true;
    };
    std::map<std::pair<std::string_view, std::string>, Above> above;
    std::vector<std::optional<std::size_t>> parents(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto number = plain_number(rows[i].number);
        if (number.empty()) continue;
        if (const auto dot = number.rfind('.'); dot != std::string::npos) {
            const auto found = above.find({rows[i].section, number.substr(0, dot)});
            if (found != above.end() && found->second.is_only && rows[found->second.row].is_container)
                parents[i] = found->second.row;
        }
        const auto [known, is_new] = above.try_emplace({rows[i].section, number}, Above{i});
        if (!is_new) known->second.is_only = false;
    }
    return parents;
}

}  // namespace dondoc::language
