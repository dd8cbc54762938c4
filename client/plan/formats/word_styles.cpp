// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/word_styles.h"

#include <string_view>

#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

std::optional<bool> switched(const pugi::xml_node& properties, std::string_view name) {
    const auto node = child(properties, name);
    if (!node) return std::nullopt;
    return is_on(attribute(node, "val").value_or("1"));
}

std::string name_in(const pugi::xml_node& properties, std::string_view element) {
    return std::string(attribute(child(properties, element), "val").value_or(""));
}

}  // namespace

WordStyles::Said WordStyles::said_in(const pugi::xml_node& properties) {
    Said said;
    const auto single = switched(properties, "strike");
    const auto twice = switched(properties, "dstrike");
    if (single || twice) said.struck = single.value_or(false) || twice.value_or(false);
    said.hidden = switched(properties, "vanish");
    if (const auto align = child(properties, "vertAlign"))
        said.raised = attribute(align, "val").value_or("") == "superscript";
    // Raised by hand, in half points; some are set a little higher for looks.
    constexpr long least_raised = 4;
    if (const auto position = child(properties, "position");
        position && !said.raised.value_or(false) && number_attribute(position, "val", 0) >= least_raised)
        said.raised = true;
    const auto fonts = child(properties, "rFonts");
    for (const auto* name : {"ascii", "hAnsi"})
        if (const auto font = attribute(fonts, name)) {
            said.encoding = encoding_of_font(*font);
            break;
        }
    return said;
}

void WordStyles::add(Said& said, const Said& above) {
    if (!said.struck) said.struck = above.struck;
    if (!said.hidden) said.hidden = above.hidden;
    if (!said.raised) said.raised = above.raised;
    if (!said.encoding) said.encoding = above.encoding;
}

void WordStyles::read(const pugi::xml_node& styles) {
    defaults_ = said_in(child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr"));
    for (const auto& node : styles.children()) {
        if (!is(node, "style")) continue;
        const std::string name(attribute(node, "styleId").value_or(""));
        if (attribute(node, "type").value_or("") == "paragraph" && is_on(attribute(node, "default")))
            default_paragraph_ = name;
        styles_[name] = {name_in(node, "basedOn"), said_in(child(node, "rPr"))};
    }
}

WordStyles::Said WordStyles::said_by_style(const std::string& name) const {
    constexpr int deepest = 20;  // styles based on each other; a circle ends there
    Said said;
    auto style = styles_.find(name);
    for (int depth = 0; depth < deepest && style != styles_.end(); ++depth) {
        add(said, style->second.said);
        style = styles_.find(style->second.based_on);
    }
    return said;
}

Look WordStyles::look_of(const pugi::xml_node& run, const pugi::xml_node& paragraph) const {
    const auto properties = child(run, "rPr");
    auto said = said_in(properties);
    if (const auto style = name_in(properties, "rStyle"); !style.empty()) add(said, said_by_style(style));
    const auto style = name_in(child(paragraph, "pPr"), "pStyle");
    add(said, said_by_style(style.empty() ? default_paragraph_ : style));
    add(said, defaults_);
    return {said.struck.value_or(false), said.hidden.value_or(false), said.raised.value_or(false),
            said.encoding.value_or(OldEncoding::None)};
}

}  // namespace dondoc::plan
