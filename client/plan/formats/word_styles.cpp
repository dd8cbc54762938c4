// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/word_styles.h"

#include <array>
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

// They stand before the rows: not all of those are walked through.
pugi::xml_node properties_of_table(const pugi::xml_node& table) {
    for (const auto& node : table.children()) {
        if (is(node, "tr")) break;
        if (is(node, "tblPr")) return node;
    }
    return {};
}

std::string table_style_around(const pugi::xml_node& paragraph) {
    auto table = paragraph.parent();
    while (table && !is(table, "tbl")) table = table.parent();
    return name_in(properties_of_table(table), "tblStyle");
}

std::optional<Colour> ink_in(const pugi::xml_node& properties) {
    const auto said = child(properties, "color");
    if (!said) return std::nullopt;
    if (const auto written = colour_of(attribute(said, "val").value_or(""))) return written;
    constexpr Colour black = 0;
    return attribute(said, "themeColor").value_or("") == "background1" ? white_paper : black;
}

std::optional<Colour> marker_colour(std::string_view name) {
    struct Marker {
        std::string_view name;
        Colour colour;
    };
    constexpr std::array<Marker, 16> markers{{{"black", 0},
                                              {"blue", 0x0000FF},
                                              {"cyan", 0x00FFFF},
                                              {"green", 0x00FF00},
                                              {"magenta", 0xFF00FF},
                                              {"red", 0xFF0000},
                                              {"yellow", 0xFFFF00},
                                              {"white", white_paper},
                                              {"darkBlue", 0x000080},
                                              {"darkCyan", 0x008080},
                                              {"darkGreen", 0x008000},
                                              {"darkMagenta", 0x800080},
                                              {"darkRed", 0x800000},
                                              {"darkYellow", 0x808000},
                                              {"darkGray", 0x808080},
                                              {"lightGray", 0xC0C0C0}}};
    for (const auto& marker : markers)
        if (marker.name == name) return marker.colour;
    return std::nullopt;
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
    said.ink = ink_in(properties);
    if (const auto marker = marker_colour(name_in(properties, "highlight")))
        said.paper = marker;
    else
        said.paper = shading_in(properties);
    return said;
}

// Nothing: none is said, or none is there.
std::optional<WordStyles::Paper> WordStyles::shading_in(const pugi::xml_node& properties) {
    const auto said = child(properties, "shd");
    const auto pattern = attribute(said, "val").value_or("nil");
    if (pattern == "nil") return std::nullopt;
    const auto colour = colour_of(attribute(said, pattern == "solid" ? "color" : "fill").value_or(""));
    if (pattern != "clear" && pattern != "solid") return Paper{};
    return colour ? std::optional<Paper>(colour) : std::nullopt;
}

void WordStyles::add(Said& said, const Said& above) {
    if (!said.struck) said.struck = above.struck;
    if (!said.hidden) said.hidden = above.hidden;
    if (!said.raised) said.raised = above.raised;
    if (!said.encoding) said.encoding = above.encoding;
    if (!said.ink) said.ink = above.ink;
    if (!said.paper) said.paper = above.paper;
}

void WordStyles::read(const pugi::xml_node& styles) {
    defaults_ = said_in(child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr"));
    for (const auto& node : styles.children()) {
        if (!is(node, "style")) continue;
        const std::string name(attribute(node, "styleId").value_or(""));
        if (attribute(node, "type").value_or("") == "paragraph" && is_on(attribute(node, "default")))
            default_paragraph_ = name;
        auto& style = styles_[name];
        style = {name_in(node, "basedOn"), said_in(child(node, "rPr")), false};
        if (!style.said.paper) style.said.paper = shading_in(child(node, "pPr"));
        style.shades = shading_in(child(node, "tcPr")) || shading_in(child(node, "tblPr"));
        for (const auto& part : node.children())
            style.shades = style.shades || (is(part, "tblStylePr") && shading_in(child(part, "tcPr")));
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

bool WordStyles::shades_cells(const std::string& table_style) const {
    constexpr int deepest_table_style = 20;
    auto style = styles_.find(table_style);
    for (int depth = 0; depth < deepest_table_style && style != styles_.end(); ++depth) {
        if (style->second.shades) return true;
        style = styles_.find(style->second.based_on);
    }
    return false;
}

WordStyles::Paper WordStyles::paper_around(const pugi::xml_node& paragraph) const {
    for (auto node = paragraph.parent(); node; node = node.parent()) {
        if (is(node, "txbxContent")) return std::nullopt;
        if (is(node, "tc"))
            if (const auto said = shading_in(child(node, "tcPr"))) return *said;
        if (!is(node, "tbl")) continue;
        const auto properties = properties_of_table(node);
        if (const auto said = shading_in(properties)) return *said;
        if (shades_cells(name_in(properties, "tblStyle"))) return std::nullopt;
    }
    return white_paper;
}

Look WordStyles::look_of(const pugi::xml_node& run, const pugi::xml_node& paragraph) const {
    const auto properties = child(run, "rPr");
    auto said = said_in(properties);
    if (const auto style = name_in(properties, "rStyle"); !style.empty()) add(said, said_by_style(style));
    const auto of_paragraph = child(paragraph, "pPr");
    if (!said.paper) said.paper = shading_in(of_paragraph);
    const auto style = name_in(of_paragraph, "pStyle");
    add(said, said_by_style(style.empty() ? default_paragraph_ : style));
    if (const auto of_table = table_style_around(paragraph); !of_table.empty())
        add(said, said_by_style(of_table));
    add(said, defaults_);
    Look look{said.struck.value_or(false), said.hidden.value_or(false), said.raised.value_or(false),
              said.encoding.value_or(OldEncoding::None)};
    look.ink = said.ink;
    if (look.ink) look.paper = said.paper ? *said.paper : paper_around(paragraph);
    return look;
}

}  // namespace dondoc::plan
