// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/css_colour.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace dondoc::plan {
namespace {

struct Named {
    std::string_view name;
    Colour colour;
};
// The sixteen of the first web pages, those of a text and of a sheet, and what is hardly told from white.
constexpr std::array<Named, 34> names{
    {{"aqua", 0x00FFFF},        {"black", 0x000000},       {"blue", 0x0000FF},       {"fuchsia", 0xFF00FF},
     {"gray", 0x808080},        {"green", 0x008000},       {"grey", 0x808080},       {"lime", 0x00FF00},
     {"maroon", 0x800000},      {"navy", 0x000080},        {"olive", 0x808000},      {"orange", 0xFFA500},
     {"purple", 0x800080},      {"red", 0xFF0000},         {"silver", 0xC0C0C0},     {"teal", 0x008080},
     {"yellow", 0xFFFF00},      {"white", 0xFFFFFF},       {"canvas", 0xFFFFFF},     {"canvastext", 0x000000},
     {"window", 0xFFFFFF},      {"windowtext", 0x000000},  {"aliceblue", 0xF0F8FF},  {"azure", 0xF0FFFF},
     {"cyan", 0x00FFFF},        {"floralwhite", 0xFFFAF0}, {"ghostwhite", 0xF8F8FF}, {"ivory", 0xFFFFF0},
     {"lightyellow", 0xFFFFE0}, {"mintcream", 0xF5FFFA},   {"magenta", 0xFF00FF},    {"snow", 0xFFFAFA},
     {"lightgray", 0xD3D3D3},   {"whitesmoke", 0xF5F5F5}}};

// "#fff", "#fff8", "#ffffff", "#ffffff80": how opaque it is stands last.
std::optional<CssColour> of_digits(std::string_view digits) {
    constexpr std::size_t short_form = 3, short_with_opacity = 4, full = 6, full_with_opacity = 8;
    std::string all;
    if (digits.size() == short_form || digits.size() == short_with_opacity)
        for (const char digit : digits) all += std::string(2, digit);
    else if (digits.size() == full || digits.size() == full_with_opacity)
        all = digits;
    else
        return std::nullopt;
    CssColour colour;
    std::array<double, 4> parts{0, 0, 0, most_of_level};
    for (std::size_t i = 0; i * 2 < all.size(); ++i) {
        const auto* begin = all.data() + i * 2;
        int level = 0;
        const auto [end, error] = std::from_chars(begin, begin + 2, level, 16);
        if (error != std::errc{} || end != begin + 2) return std::nullopt;
        parts[i] = level;
    }
    const auto [red, green, blue, opacity] = parts;
    colour.colour = of_levels({red, green, blue});
    colour.opacity = opacity / most_of_level;
    return colour;
}

// What stands in the brackets: each with its unit.
struct Part {
    double value = 0;
    std::string_view unit;
};
std::vector<Part> levels_in(std::string_view text) {
    std::vector<Part> parts;
    constexpr std::string_view between = " ,/";
    while (true) {
        text.remove_prefix(std::min(text.size(), text.find_first_not_of(between)));
        if (text.empty()) return parts;
        const auto one = text.substr(0, text.find_first_of(between));
        text.remove_prefix(one.size());
        Part part;
        const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), part.value);
        if (error != std::errc{}) return {};
        part.unit = one.substr(static_cast<std::size_t>(end - one.data()));
        parts.push_back(part);
    }
}

// 1 is all of it.
double share(const Part& part, double all) {
    constexpr double hundred = 100;
    return part.unit == "%" ? part.value / hundred : part.value / all;
}

Colour of_hue(const Part& hue, double saturation, double lightness) {
    constexpr double turn = 360, sixths = 12;
    const double degrees = hue.unit == "turn" ? hue.value * turn : hue.value;
    const double chroma = saturation * std::min(lightness, 1 - lightness);
    const auto level = [&](double offset) {
        double place = std::fmod(offset + degrees / (turn / sixths), sixths);
        if (place < 0) place += sixths;
        return most_of_level * (lightness - chroma * std::max(-1.0, std::min({place - 3, 9 - place, 1.0})));
    };
    return of_levels({level(0), level(8), level(4)});
}

std::optional<CssColour> of_function(std::string_view name, std::string_view inside) {
    constexpr std::size_t parts_of_colour = 3;
    const auto parts = levels_in(inside);
    if (parts.size() < parts_of_colour || parts.size() > parts_of_colour + 1) return std::nullopt;
    CssColour colour;
    if (parts.size() > parts_of_colour) colour.opacity = std::clamp(share(parts.back(), 1), 0.0, 1.0);
    if (name == "rgb" || name == "rgba") {
        Levels levels{};
        std::transform(parts.begin(), parts.begin() + parts_of_colour, levels.begin(),
                       [](const Part& part) { return most_of_level * share(part, most_of_level); });
        colour.colour = of_levels(levels);
        return colour;
    }
    if (name != "hsl" && name != "hsla") return std::nullopt;
    constexpr double hundred = 100;
    colour.colour = of_hue(parts[0], std::clamp(share(parts[1], hundred), 0.0, 1.0),
                           std::clamp(share(parts[2], hundred), 0.0, 1.0));
    return colour;
}

}  // namespace

bool CssColour::cannot_be_seen() const {
    constexpr double least = 0.05;
    return opacity < least;
}

Colour CssColour::on(Colour paper) const {
    auto levels = levels_of(colour);
    const auto below = levels_of(paper);
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] = levels[i] * opacity + below[i] * (1 - opacity);
    return of_levels(levels);
}

std::optional<CssColour> css_colour(std::string_view written) {
    if (written == "transparent") return CssColour{0, 0};
    if (written.starts_with('#')) return of_digits(written.substr(1));
    const auto* const named =
        std::find_if(names.begin(), names.end(), [&](const Named& one) { return one.name == written; });
    if (named != names.end()) return CssColour{named->colour, 1};
    const auto bracket = written.find('(');
    if (bracket != std::string_view::npos && written.ends_with(')'))
        return of_function(written.substr(0, bracket),
                           written.substr(bracket + 1, written.size() - bracket - 2));
    const auto digits = colour_of(written);  // without its "#", as old pages write
    return digits ? std::optional(CssColour{*digits, 1}) : std::nullopt;
}

}  // namespace dondoc::plan
