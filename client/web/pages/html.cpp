// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/html.h"

#include <algorithm>
#include <array>

#include "report/svg_chart.h"
#include "text/markup.h"

namespace dondoc::web::pages {

Html::Html(std::string_view text) : markup_(text::as_markup(text)) {}

Html Html::made_elsewhere(std::string markup) {
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

bool Tag::is_void() const noexcept {
    static constexpr std::array<std::string_view, 7> names{"input", "br", "hr", "meta", "img", "col", "link"};
    return std::ranges::find(names, name_) != names.end();
}

Element::Element(Tag tag, Attributes attributes) : tag_(tag) {
    auto& out = html_.markup_;
    out += '<';
    out += tag_.name();
    for (const auto& attribute : attributes) {
        if (!attribute.is_there_) continue;
        out += ' ';
        out += attribute.name_;
        out += "=\"";
        out += text::as_markup(attribute.value_);
        out += '"';
    }
    out += tag_.is_void() ? "/>" : ">";
}

Html Element::done() && {
    if (!tag_.is_void()) {
        html_.markup_ += "</";
        html_.markup_ += tag_.name();
        html_.markup_ += '>';
    }
    return std::move(html_);
}

Element Element::form(Attributes attributes) {
    return {Tag{"form", Tag::Trusted{}}, attributes};
}

Element Element::frame(std::string_view name, Attributes attributes) {
    return {Tag{name, Tag::Trusted{}}, attributes};
}

Html chart_picture(const report::Chart& chart) {
    Html html;
    html.markup_ = report::to_svg(chart);
    return html;
}

Html whole_page(std::string_view lang, const Html& head, const Html& body) {
    Html html;
    html.markup_ = "<!DOCTYPE html>\n<html lang=\"" + text::as_markup(lang) + "\"><head>" + head.markup() +
                   "</head><body>" + body.markup() + "</body></html>\n";
    return html;
}

}  // namespace dondoc::web::pages
