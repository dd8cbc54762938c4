// SPDX-License-Identifier: GPL-3.0-or-later
// How wide text stands on a terminal. Vietnamese comes composed (NFC) and decomposed (NFD); both are counted,
// cut and wrapped by what a reader sees as one letter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::cli {

// Safe on a terminal and in one line: control characters, line breaks, what cannot be seen and broken UTF-8
// replaced.
std::string printable(std::string_view text);

std::size_t display_width(std::string_view text);           // columns of printable text
std::string cut(std::string_view text, std::size_t width);  // what does not fit ends in "…"
// Lines of at most `width` columns, broken at spaces, and inside a word only where it is longer than a line.
// At least one.
std::vector<std::string> wrap(std::string_view text, std::size_t width);
std::string pad_right(std::string text, std::size_t width);  // spaces after it

}  // namespace dondoc::cli
