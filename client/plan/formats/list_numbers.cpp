// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/list_numbers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "plan/formats/numbering.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

constexpr long most_counted = 1'000'000;
constexpr std::size_t longest_label = 40;
constexpr int longest_style_chain = 20;

std::string as_roman(long number, bool capitals) {
    static constexpr std::array<std::pair<long, const char*>, 13> digits{{{1000, "m"},
                                                                          {900, "cm"},
                                                                          {500, "d"},
                                                                          {400, "cd"},
                                                                          {100, "c"},
                                                                          {90, "xc"},
                                                                          {50, "l"},
                                                                          {40, "xl"},
                                                                          {10, "x"},
                                                                          {9, "ix"},
                                                                          {5, "v"},
                                                                          {4, "iv"},
                                                                          {1, "i"}}};
    if (number > 3999) return std::to_string(number);
    std::string text;
    for (const auto& [value, digit] : digits)
        for (; number >= value; number -= value) text += digit;
    if (capitals)
        for (auto& c : text) c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string value_of(const pugi::xml_node& node, std::string_view name) {
    return std::string(attribute(child(node, name), "val").value_or(""));
}

}  // namespace

std::string counted(const std::string& format, long number) {
    if (number < 1) return std::to_string(number);
    if (format == "upperRoman" || format == "lowerRoman") return as_roman(number, format[0] == 'u');
    if (format == "upperLetter" || format == "lowerLetter") {
        auto text = letter(static_cast<std::size_t>(number - 1));
        if (format[0] == 'u')
            for (auto& c : text) c = static_cast<char>(c - 'a' + 'A');
        return text;
    }
    if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
    return std::to_string(number);
}

void ListNumbers::read_level(const pugi::xml_node& node, Definition& definition) {
    const auto at = number_attribute(node, "ilvl", -1);
    if (at < 0 || at >= static_cast<long>(levels)) return;
    auto& level = definition.level[static_cast<std::size_t>(at)];
    level.format = value_of(node, "numFmt");
    level.text = value_of(node, "lvlText");
    level.start = std::clamp(number_attribute(child(node, "start"), "val", 1), 0L, most_counted);
}

void ListNumbers::read_definitions(const pugi::xml_node& numbering) {
    for (const auto& node : numbering.children()) {
        if (is(node, "abstractNum")) {
            auto& definition = definitions_[std::string(attribute(node, "abstractNumId").value_or(""))];
            for (const auto& level : node.children())
                if (is(level, "lvl")) read_level(level, definition);
        } else if (is(node, "num")) {
            auto& list = lists_[std::string(attribute(node, "numId").value_or(""))];
            list.definition = value_of(node, "abstractNumId");
            for (const auto& change : node.children()) {
                if (!is(change, "lvlOverride")) continue;
                const auto level = number_attribute(change, "ilvl", -1);
                const auto start = number_attribute(child(change, "startOverride"), "val", -1);
                if (level >= 0 && level < static_cast<long>(levels) && start >= 0)
                    list.starts[static_cast<std::size_t>(level)] = std::min(start, most_counted);
            }
        }
    }
}

ListNumbers::Use ListNumbers::use_of(const pugi::xml_node& properties) {
    const auto numbered = child(properties, "numPr");
    return {value_of(numbered, "numId"), number_attribute(child(numbered, "ilvl"), "val", -1)};
}

void ListNumbers::read_styles(const pugi::xml_node& styles) {
    std::map<std::string, std::string> based_on;
    for (const auto& node : styles.children()) {
        if (!is(node, "style")) continue;
        const std::string id(attribute(node, "styleId").value_or(""));
        styles_[id] = use_of(child(node, "pPr"));
        based_on[id] = value_of(node, "basedOn");
    }
    for (auto& [id, use] : styles_) {
        auto base = based_on[id];
        for (int step = 0; use.list.empty() && !base.empty() && step < longest_style_chain; ++step) {
            const auto found = styles_.find(base);
            if (found == styles_.end()) break;
            use.list = found->second.list;
            if (use.level < 0) use.level = found->second.level;
            base = based_on[base];
        }
    }
}

std::string ListNumbers::label(const Definition& definition, const std::vector<long>& counts,
                               std::size_t level) const {
    const auto& text = definition.level[level].text;
    std::string label;
    for (std::size_t i = 0; i < text.size() && label.size() < longest_label; ++i) {
        const bool placeholder =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!placeholder) {
            label += text[i];
            continue;
        }
        const auto of = static_cast<std::size_t>(text[++i] - '1');
        label += counted(definition.level[of].format, std::max(counts[of], definition.level[of].start));
    }
    return label;
}

std::string ListNumbers::next(const pugi::xml_node& paragraph) {
    const auto properties = child(paragraph, "pPr");
    if (!properties) return {};
    auto use = use_of(properties);
    if (use.list.empty()) {
        const auto style = styles_.find(value_of(properties, "pStyle"));
        if (style == styles_.end()) return {};
        use.list = style->second.list;
        if (use.level < 0) use.level = style->second.level;
    }
    const auto list = lists_.find(use.list);
    if (list == lists_.end()) return {};
    const auto found = definitions_.find(list->second.definition);
    if (found == definitions_.end()) return {};
    const auto& definition = found->second;
    const auto level = static_cast<std::size_t>(std::clamp(use.level, 0L, static_cast<long>(levels) - 1));
    auto& counts = counts_[list->second.definition];
    counts.resize(levels, -1);
    if (!list->second.begun) {
        list->second.begun = true;
        for (const auto& [at, start] : list->second.starts) counts[at] = start - 1;
    }
    const auto& format = definition.level[level].format;
    counts[level] = counts[level] < 0 ? definition.level[level].start : counts[level] + 1;
    std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts.end(), -1);
    if (format == "bullet" || format == "none") return {};
    return label(definition, counts, level);
}

}  // namespace dondoc::plan
