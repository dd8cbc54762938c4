// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of texts and of what they stand on.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dondoc::plan {

// Red, green and blue, a byte each: 0xFF8000.
using Colour = std::uint32_t;
inline constexpr Colour white_paper = 0xFFFFFF;

// Red, green and blue, each from 0 to most_of_level.
using Levels = std::array<double, 3>;
inline constexpr int most_of_level = 0xFF;

Levels levels_of(Colour colour);
// Rounds; what is less or more than a level can be is the least or the most of it.
Colour of_levels(const Levels& levels);

// "FF8000", "#ff8000", "FFFF8000" (how opaque it is first); nothing: "auto", "transparent".
std::optional<Colour> colour_of(std::string_view text);

// No eye tells a text of the one on the other.
bool look_alike(Colour ink, Colour paper);

// Darker for a tint from 0 down to -1, which is black; lighter up to 1, which is white.
Colour tinted(Colour colour, double tint);

}  // namespace dondoc::plan
