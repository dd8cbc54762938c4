// SPDX-License-Identifier: Apache-2.0
// A page of a few strokes and words, as an input describes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/words/unicode.h"
#include "plan/formats/pdf_cells.h"
#include "plan/formats/ruling.h"

namespace dondoc::fuzz {

struct DrawnPage {
    static constexpr std::size_t width = 300;
    static constexpr std::size_t height = 400;

    plan::Picture picture{width, height, 0.5, std::vector<std::uint8_t>(width* height, 255)};
    std::vector<plan::Word> words;
};

// Each stroke and word begins with four bytes: kind and length, x, y, extent. A word's text follows.
inline DrawnPage drawn_page(std::string_view input) {
    constexpr std::size_t header_bytes = 4;
    DrawnPage page;
    const auto ink = [&](std::size_t x, std::size_t y) {
        if (x < DrawnPage::width && y < DrawnPage::height) page.picture.grey[y * DrawnPage::width + x] = 0;
    };
    while (input.size() >= header_bytes) {
        const auto at = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(input[i]));
        };
        const auto kind = at(0) % 3;
        const auto length = at(0) / 3;
        const auto x = at(1) + (kind == 2 ? 0 : at(1) / 8);
        const auto y = at(2) * 3 / 2;
        const auto extent = at(3) * 2;
        input.remove_prefix(header_bytes);
        if (kind == 0)
            for (std::size_t i = 0; i < extent; ++i) ink(x + i, y);
        else if (kind == 1)
            for (std::size_t i = 0; i < extent; ++i) ink(x, y + i);
        else {
            const auto text = input.substr(0, length);
            input.remove_prefix(text.size());
            if (text.empty() || !language::is_utf8(text)) continue;
            const auto left = static_cast<double>(x);
            const auto top = static_cast<double>(y);
            page.words.push_back({left, top, left + static_cast<double>(extent), top + 6, std::string(text)});
        }
    }
    return page;
}

}  // namespace dondoc::fuzz
