// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/choice_boxes.h"

#include <algorithm>
#include <array>

#include "language/words/unicode.h"

namespace dondoc::plan {

std::optional<std::string> chosen_of(std::string_view text) {
    constexpr char first_byte = '\xE2';  // of every such sign
    if (text.find(first_byte) == std::string_view::npos) return std::nullopt;
    constexpr std::array<std::string_view, 3> open{"☐", "□", "◻"};
    constexpr std::array<std::string_view, 3> boxes{"☑", "☒", "■"};
    constexpr std::array<std::string_view, 3> ticks{"✓", "✔", "√"};  // no boxes by themselves
    const auto is_one_of = [](std::string_view sign, const auto& signs) {
        return std::find(signs.begin(), signs.end(), sign) != signs.end();
    };
    std::string chosen;
    bool live = true, has_box = false;
    language::for_each_code_point(text, [&](char32_t, std::string_view sign) {
        const bool unticked = is_one_of(sign, open);
        const bool box = unticked || is_one_of(sign, boxes);
        has_box = has_box || box;
        if (box || is_one_of(sign, ticks)) {
            live = !unticked;
            if (!chosen.empty() && live) chosen += '\n';
        } else if (live) {
            chosen += sign;
        }
    });
    if (!has_box) return std::nullopt;
    return chosen;
}

}  // namespace dondoc::plan
