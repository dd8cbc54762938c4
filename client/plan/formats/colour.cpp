// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/colour.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dondoc::plan {
namespace {

constexpr int bits_of_level = 8;

}  // namespace

Levels levels_of(Colour colour) {
    Levels levels{};
    for (auto level = levels.rbegin(); level != levels.rend(); ++level, colour >>= bits_of_level)
        *level = static_cast<int>(colour & most_of_level);
    return levels;
}

Colour of_levels(const Levels& levels) {
    constexpr double most = most_of_level;
    Colour colour = 0;
    for (const double level : levels)
        colour = colour << bits_of_level | static_cast<Colour>(std::lround(std::clamp(level, 0.0, most)));
    return colour;
}

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
    constexpr double unseen = 12;  // levels; light grey on white is seen
    const auto one = levels_of(ink), other = levels_of(paper);
    return std::equal(one.begin(), one.end(), other.begin(),
                      [](double left, double right) { return std::abs(left - right) <= unseen; });
}

Colour tinted(Colour colour, double tint) {
    tint = std::clamp(tint, -1.0, 1.0);
    auto levels = levels_of(colour);
    for (double& level : levels) level += (tint < 0 ? level : most_of_level - level) * tint;
    return of_levels(levels);
}

}  // namespace dondoc::plan
