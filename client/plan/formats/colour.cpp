// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/colour.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace dondoc::plan {
namespace {

constexpr int bits_of_part = 8;
constexpr int most_of_part = 0xFF;

int level_of(Colour colour, int part) {
    return static_cast<int>(colour >> (part * bits_of_part)) & most_of_part;
}

}  // namespace

std::optional<Colour> colour_of(std::string_view text) {
    constexpr std::size_t plain = 6, with_opacity = 8;
    if (text.starts_with('#')) text.remove_prefix(1);
    if (text.size() == with_opacity) text.remove_prefix(with_opacity - plain);
    if (text.size() != plain) return std::nullopt;
    Colour colour = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + plain, colour, 16);
    return error == std::errc{} && end == text.data() + plain ? std::optional(colour) : std::nullopt;
}

bool look_alike(Colour ink, Colour paper) {
    constexpr int unseen = 12;  // levels; light grey on white is seen
    for (int part = 0; part < 3; ++part)
        if (std::abs(level_of(ink, part) - level_of(paper, part)) > unseen) return false;
    return true;
}

Colour tinted(Colour colour, double tint) {
    tint = std::clamp(tint, -1.0, 1.0);
    Colour result = 0;
    for (int part = 2; part >= 0; --part) {
        const double level = level_of(colour, part);
        const auto changed = tint < 0 ? level * (1 + tint) : level + (most_of_part - level) * tint;
        result = result << bits_of_part | static_cast<Colour>(std::lround(changed));
    }
    return result;
}

}  // namespace dondoc::plan
