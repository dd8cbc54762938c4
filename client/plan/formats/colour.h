// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of texts and of what they stand on.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dondoc::plan {

// Red, green and blue, a byte each: 0xFF8000.
using Colour = std::uint32_t;
inline constexpr Colour white_paper = 0xFFFFFF;

// "FF8000", "#ff8000", "FFFF8000" (how opaque it is first); nothing: "auto", "transparent".
std::optional<Colour> colour_of(std::string_view text);

// No eye tells a text of the one on the other.
bool look_alike(Colour ink, Colour paper);

// Darker for a tint from 0 down to -1, which is black; lighter up to 1, which is white.
Colour tinted(Colour colour, double tint);

}  // namespace dondoc::plan
