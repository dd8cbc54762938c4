// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/xlsx_colours.h"

#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

// Of every workbook that has no others (ECMA-376 part 1, 18.8.27).
constexpr std::array<Colour, 64> usual_palette{
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000, 0xFFFFFF,
    0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000, 0x000080, 0x808000,
    0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080,
    0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC,
    0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300,
    0x993300, 0x993366, 0x333399, 0x333333};
constexpr std::array<Colour, 4> usual_theme{0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A};
constexpr long colour_behind_all = 65;  // the system's, of a sheet: white

}  // namespace

XlsxColours::XlsxColours()
    : numbered_(usual_palette.begin(), usual_palette.end()),
      of_theme_(usual_theme.begin(), usual_theme.end()) {}

// The theme has dark before light, and cells count light first.
void XlsxColours::read_theme(const pugi::xml_node& theme) {
    std::vector<Colour> read;
    for (const auto& one : child(child(theme, "themeElements"), "clrScheme").children()) {
        const auto written = colour_of(attribute(child(one, "srgbClr"), "val").value_or(""));
        read.push_back(written.value_or(
            colour_of(attribute(child(one, "sysClr"), "lastClr").value_or("")).value_or(usual_theme[0])));
    }
    if (read.size() < usual_theme.size()) return;
    std::swap(read[0], read[1]);
    std::swap(read[2], read[3]);
    of_theme_ = std::move(read);
}

void XlsxColours::read_palette(const pugi::xml_node& styles) {
    std::size_t at = 0;
    for (const auto& one : child(child(styles, "colors"), "indexedColors").children()) {
        if (at == numbered_.size()) break;
        if (const auto written = colour_of(attribute(one, "rgb").value_or(""))) numbered_[at] = *written;
        ++at;
    }
}

std::optional<Colour> XlsxColours::colour(const pugi::xml_node& said) const {
    std::optional<Colour> found = colour_of(attribute(said, "rgb").value_or(""));
    const auto indexed = number_attribute(said, "indexed", -1);
    const auto of_theme = number_attribute(said, "theme", -1);
    if (indexed == colour_behind_all) found = white_paper;
    if (indexed >= 0 && static_cast<std::size_t>(indexed) < numbered_.size())
        found = numbered_[static_cast<std::size_t>(indexed)];
    if (of_theme >= 0 && static_cast<std::size_t>(of_theme) < of_theme_.size())
        found = of_theme_[static_cast<std::size_t>(of_theme)];
    if (!found) return std::nullopt;
    return tinted(*found, std::atof(std::string(attribute(said, "tint").value_or("0")).c_str()));
}

std::optional<Colour> XlsxColours::paper(const pugi::xml_node& fill) const {
    if (child(fill, "gradientFill")) return std::nullopt;
    const auto pattern = child(fill, "patternFill");
    const auto type = attribute(pattern, "patternType").value_or("none");
    if (type == "none") return white_paper;
    return type == "solid" ? colour(child(pattern, "fgColor")) : std::nullopt;
}

}  // namespace dondoc::plan
