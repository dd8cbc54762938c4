// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/odf_styles.h"

#include <vector>

#include "plan/formats/xml_part.h"

namespace dondoc::plan {

void OdfStyles::apply(const pugi::xml_node& properties, Look& look) {
    for (const auto* name : {"text-line-through-style", "text-line-through-type"})
        if (const auto line = attribute(properties, name)) look.struck = *line != "none";
    if (const auto display = attribute(properties, "display")) look.hidden = *display == "none";
    if (const auto position = attribute(properties, "text-position"))
        look.raised = position->starts_with("super");
    for (const auto* name : {"font-name", "font-family"})
        if (auto font = attribute(properties, name)) {
            if (font->starts_with('\'')) font->remove_prefix(1);
            look.encoding = encoding_of_font(*font);
            break;
        }
    if (const auto colour = attribute(properties, "color")) look.ink = colour_of(*colour);
    if (is_on(attribute(properties, "use-window-font-color"))) look.ink.reset();
    apply_paper(properties, look);
}

void OdfStyles::apply_paper(const pugi::xml_node& properties, Look& look) {
    if (const auto colour = colour_of(attribute(properties, "background-color").value_or("")))
        look.paper = colour;
}

void OdfStyles::read_styles(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) {
        if (!is(node, "style")) continue;
        const auto display = attribute(child(node, "table-properties"), "display");
        pugi::xml_node paper;
        for (const auto* of :
             {"table-cell-properties", "paragraph-properties", "table-row-properties", "table-properties"})
            if (!paper) paper = child(node, of);
        styles_[std::string(attribute(node, "name").value_or(""))] = {
            std::string(attribute(node, "parent-style-name").value_or("")), child(node, "text-properties"),
            paper, display && *display == "false"};
    }
}

void OdfStyles::read(const pugi::xml_node& root) {
    read_styles(child(root, "styles"));
    read_styles(child(root, "automatic-styles"));
}

Look OdfStyles::look_of(const std::string& style, Look look) const {
    constexpr std::size_t deepest = 20;  // styles below each other; a circle ends there
    std::vector<const Style*> chain;
    for (auto found = styles_.find(style); found != styles_.end() && chain.size() < deepest;
         found = styles_.find(found->second.parent))
        chain.push_back(&found->second);
    for (auto one = chain.rbegin(); one != chain.rend(); ++one) {
        apply_paper((*one)->paper, look);
        apply((*one)->text, look);
    }
    return look;
}

bool OdfStyles::hides_table(const std::string& style) const {
    const auto found = styles_.find(style);
    return found != styles_.end() && found->second.hides;
}

}  // namespace dondoc::plan
