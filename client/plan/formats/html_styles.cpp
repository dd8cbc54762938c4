// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/html_styles.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "language/readers.h"
#include "plan/formats/css_colour.h"
#include "plan/formats/text_search.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

bool has_attribute(const xmlNode* node, const char* name) {
    for (const auto* one = node->properties; one; one = one->next)
        if (html_view(one->name) == name) return true;
    return false;
}

// "red" of "color:blue;width:3em; color: red !important"; empty: nothing is said.
std::string_view said_in_style(std::string_view style, std::string_view property) {
    std::string_view last;
    while (!style.empty()) {
        auto said = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(style.size(), said.size() + 1));
        said.remove_prefix(std::min(said.size(), said.find_first_not_of(' ')));
        if (!said.starts_with(property)) continue;
        said.remove_prefix(property.size());
        const auto colon = said.find_first_not_of(' ');
        if (colon == std::string_view::npos || said[colon] != ':') continue;
        said.remove_prefix(colon + 1);
        said.remove_prefix(std::min(said.size(), said.find_first_not_of(' ')));
        said = said.substr(0, said.find('!'));
        last = said.substr(0, said.find_last_not_of(' ') + 1);
    }
    return last;
}

bool is_as_around(std::string_view written) {
    return written.empty() || written == "inherit" || written == "unset" || written == "currentcolor";
}

void set_ink(Look& look, std::string_view written) {
    if (is_as_around(written)) return;
    const auto colour = css_colour(written);
    look.hidden = look.hidden || (colour && colour->cannot_be_seen());
    look.ink = colour ? std::optional(colour->on(look.paper.value_or(white_paper))) : std::nullopt;
}

// "#fff", "yellow none repeat", "url(x.png)": of a picture nobody can tell.
void set_paper(Look& look, std::string_view written) {
    if (is_as_around(written) || written == "none" || written == "initial") return;
    std::optional<CssColour> found;
    for (auto rest = written; !rest.empty() && !found;) {
        const auto bracket = rest.substr(0, rest.find(' ')).find('(');
        const auto end = bracket == std::string_view::npos ? rest.find(' ') : rest.find(')', bracket);
        const auto length = std::min(end, rest.size()) + (bracket != std::string_view::npos ? 1 : 0);
        found = css_colour(rest.substr(0, length));
        rest.remove_prefix(std::min(rest.size(), std::max<std::size_t>(length, 1)));
        rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(' ')));
    }
    if (found && found->cannot_be_seen()) return;
    const bool is_plain = found && !holds_any(written, {"url(", "gradient"});
    look.paper = is_plain ? std::optional(found->on(look.paper.value_or(white_paper))) : std::nullopt;
}

bool is_nothing(std::string_view measure) {  // "0", "0pt", "0.0"
    return measure.starts_with('0') && measure.find_first_of("123456789") == std::string_view::npos;
}

}  // namespace

void HtmlStyles::read(const xmlNode* root, int depth) {
    check_depth(depth);
    for (const auto* node = root; node; node = depth == 0 ? nullptr : node->next) {
        if (html_element(node) == "style") {
            for (const auto* text = node->children; text; text = text->next)
                rules_.read(html_view(text->content));
        } else if (html_element(node) != "table") {
            if (node->children) read(node->children, depth + 1);
        }
    }
}

Look HtmlStyles::look_in(const xmlNode* node, Look look) const {
    const auto name = html_element(node);
    if (name == "s" || name == "strike" || name == "del") look.struck = true;
    if (name == "sup") look.raised = true;
    const auto style = rules_.said_of(node) + language::fold(html_attribute(node, "style"));
    const auto said = [&](std::string_view property) { return said_in_style(style, property); };
    for (const auto* property : {"text-decoration", "text-decoration-line"})
        if (holds_any(said(property), {"line-through"})) look.struck = true;
    if (has_attribute(node, "hidden") || said("display") == "none" || said("visibility") == "hidden" ||
        said("visibility") == "collapse" || said("mso-hide") == "all" || is_nothing(said("font-size")) ||
        is_nothing(said("opacity")))
        look.hidden = true;
    if (said("vertical-align") == "super") look.raised = true;
    if (const auto face = html_attribute(node, "face"); !face.empty()) look.encoding = encoding_of_font(face);
    set_paper(look, language::fold(html_attribute(node, "bgcolor")));
    set_paper(look, said("background-color"));
    set_paper(look, said("background"));
    set_ink(look, language::fold(html_attribute(node, "color")));
    set_ink(look, said("color"));
    return look;
}

}  // namespace dondoc::plan
