// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/odf_list_numbers.h"

#include <algorithm>
#include <string_view>

#include "plan/formats/list_numbers.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

constexpr long most_counted_items = 1'000'000;

std::string stated(const pugi::xml_node& node, std::string_view name) {
    return std::string(attribute(node, name).value_or(""));
}

long start_value(const pugi::xml_node& node, long otherwise) {
    return std::clamp(number_attribute(node, "start-value", otherwise), 0L, most_counted_items);
}

std::string number_in_format(const std::string& format, long number) {
    if (format == "a" || format == "A") return counted(format == "a" ? "lowerLetter" : "upperLetter", number);
    if (format == "i" || format == "I") return counted(format == "i" ? "lowerRoman" : "upperRoman", number);
    return counted("decimal", number);
}

}  // namespace

void OdfListNumbers::read_styles_in(const pugi::xml_node& parent) {
    for (const auto& style : parent.children()) {
        if (!is(style, "list-style")) continue;
        auto& of_style = styles_[stated(style, "name")];
        for (const auto& node : style.children()) {
            const auto at = number_attribute(node, "level", 0);
            if (!is(node, "list-level-style-number") || at < 1 || at > static_cast<long>(levels)) continue;
            const auto shown = std::clamp(number_attribute(node, "display-levels", 1), 1L, at);
            of_style[static_cast<std::size_t>(at - 1)] = {
                stated(node, "num-format"), stated(node, "num-prefix"), stated(node, "num-suffix"),
                start_value(node, 1), static_cast<std::size_t>(shown)};
        }
    }
}

void OdfListNumbers::read_styles(const pugi::xml_node& root) {
    read_styles_in(child(root, "styles"));
    read_styles_in(child(root, "automatic-styles"));
}

OdfListNumbers::Place OdfListNumbers::enter(const pugi::xml_node& list, const Place& outer) {
    const auto own = stated(list, "style-name");
    Place place{own.empty() ? outer.style : own, std::min(outer.depth + 1, levels)};
    const bool goes_on = stated(list, "continue-numbering") == "true" || attribute(list, "continue-list");
    auto& counts = counts_[place.style];
    // A list in an item begins with each item; one of its own unless it says that it goes on.
    if (!goes_on) std::fill(counts.begin() + static_cast<std::ptrdiff_t>(place.depth) - 1, counts.end(), 0L);
    return place;
}

std::string OdfListNumbers::next(const pugi::xml_node& item, const Place& place) {
    const auto found = styles_.find(place.style);
    if (place.depth == 0 || found == styles_.end()) return {};
    const auto& of_style = found->second;
    auto& counts = counts_[place.style];
    const auto at = place.depth - 1;
    counts[at] = start_value(item, counts[at] == 0 ? of_style[at].start : counts[at] + 1);
    std::fill(counts.begin() + static_cast<std::ptrdiff_t>(at) + 1, counts.end(), 0L);
    const auto& level = of_style[at];
    if (level.format.empty()) return {};
    std::string number;
    for (auto i = place.depth - std::min(level.shown, place.depth); i <= at; ++i) {
        if (of_style[i].format.empty()) continue;
        number += (number.empty() ? "" : ".") +
                  number_in_format(of_style[i].format, counts[i] == 0 ? of_style[i].start : counts[i]);
    }
    return level.prefix + number + level.suffix;
}

}  // namespace dondoc::plan
