// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/xlsx_text.h"

#include <charconv>

#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t escape_length = 7;  // "_x000D_"

// The character that the escape at the beginning of `text` stands for; 0: there is none.
unsigned escaped(std::string_view text) {
    if (text.size() < escape_length || !text.starts_with("_x") || text[escape_length - 1] != '_') return 0;
    unsigned value = 0;
    const auto* const end = text.data() + escape_length - 1;
    const auto [stop, error] = std::from_chars(text.data() + 2, end, value, 16);
    return error == std::errc{} && stop == end ? value : 0;
}

void append_plain(std::string& text, unsigned c) {
    constexpr unsigned first_printed = 0x20, first_beyond_ascii = 0x7F;
    if (c == '\r' || c == '\n')
        text += '\n';
    else if (c >= first_printed && c < first_beyond_ascii)
        text += static_cast<char>(c);
    else
        text += ' ';  // a control character; letters are never escaped
}

bool is_on_in(const pugi::xml_node& properties, std::string_view name) {
    const auto node = child(properties, name);
    return node && is_on(attribute(node, "val").value_or("1"));
}

}  // namespace

std::string without_escapes(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto c = text[at] == '_' ? escaped(text.substr(at)) : 0) {
            append_plain(plain, c);
            at += escape_length;
        } else {
            plain += text[at++];
        }
    }
    return plain;
}

Look look_of_font(const pugi::xml_node& font, const XlsxColours& colours) {
    Look look;
    look.struck = is_on_in(font, "strike");
    look.raised = attribute(child(font, "vertAlign"), "val").value_or("") == "superscript";
    auto name = attribute(child(font, "rFont"), "val");
    if (!name) name = attribute(child(font, "name"), "val");
    look.encoding = encoding_of_font(name.value_or(""));
    look.ink = colours.colour(child(font, "color"));
    return look;
}

RichText rich_text(const pugi::xml_node& item, const XlsxColours& colours) {
    RichText text;
    for (const auto& node : item.children()) {
        if (is(node, "t")) text.push_back({without_escapes(node.text().get())});
        if (!is(node, "r")) continue;
        const auto properties = child(node, "rPr");
        text.push_back(
            {without_escapes(child(node, "t").text().get()), !properties, look_of_font(properties, colours)});
    }
    return text;
}

std::string plain_text(const RichText& text) {
    std::string plain;
    for (const auto& piece : text) plain += piece.text;
    return plain;
}

}  // namespace dondoc::plan
