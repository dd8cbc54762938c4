// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/sign_in/forms.h"

#include <utility>

#include "text/markup.h"
#include "web/context.h"
#include "web/sign_in/qr_code.h"

namespace dondoc::web {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string{name} + "=\"" + text::as_markup(value) + "\"";
}

}  // namespace

std::string Markup::say(std::string_view key, const std::vector<std::string>& args) const {
    return text::as_markup(text::render(lang_, key, args));
}

Markup& Markup::heading(std::string_view key) {
    html_ += "<h2>" + say(key) + "</h2>\n";
    return *this;
}

Markup& Markup::paragraph(std::string_view key, const std::vector<std::string>& args) {
    html_ += "<p>" + say(key, args) + "</p>\n";
    return *this;
}

Markup& Markup::alert(const std::string& sentence) {
    if (!sentence.empty())
        html_ += "<p class=\"alert\" role=\"alert\">" + text::as_markup(sentence) + "</p>\n";
    return *this;
}

Markup& Markup::code(std::string_view value) {
    html_ += "<p><code>" + text::as_markup(value) + "</code></p>\n";
    return *this;
}

Markup& Markup::picture(std::string_view text, std::string_view title_key) {
    html_ += "<p>" + qr_code(std::string{text}, text::render(lang_, title_key)) + "</p>\n";
    return *this;
}

Markup& Markup::link(std::string_view place, std::string_view key) {
    html_ += "<p><a" + attribute("href", place) + ">" + say(key) + "</a></p>\n";
    return *this;
}

Markup& Markup::begin_form(std::string_view action, std::string_view form_token) {
    html_ += "<form method=\"post\"" + attribute("action", action) + ">\n";
    if (!form_token.empty()) hidden("form_token", form_token);
    return *this;
}

Markup& Markup::hidden(std::string_view name, std::string_view value) {
    html_ += "<input type=\"hidden\"" + attribute("name", name) + attribute("value", value) + ">\n";
    return *this;
}

Markup& Markup::field(std::string_view name, std::string_view label_key, std::string_view kind,
                      std::string_view value) {
    const bool is_secret = kind.ends_with("password");
    const std::string_view completion = kind == "text"       ? "username"
                                        : kind == "password" ? "current-password"
                                                             : kind;
    html_ += "<p class=\"field\"><label" + attribute("for", name) + ">" + say(label_key) +
             "</label>\n<input" + attribute("id", name) + attribute("name", name) +
             attribute("type", is_secret ? "password" : "text") + attribute("autocomplete", completion);
    if (kind == "one-time-code") html_ += " inputmode=\"numeric\" maxlength=\"6\"";
    if (kind != "one-time-code") html_ += " required";
    if (!value.empty()) html_ += attribute("value", value);
    html_ += "></p>\n";
    return *this;
}

Markup& Markup::choice(std::string_view name, std::string_view label_key,
                       const std::vector<std::pair<std::string, std::string>>& values_and_keys) {
    html_ += "<p class=\"field\"><label" + attribute("for", name) + ">" + say(label_key) +
             "</label>\n<select" + attribute("id", name) + attribute("name", name) + ">";
    for (const auto& [value, key] : values_and_keys)
        html_ += "<option" + attribute("value", value) + ">" + say(key) + "</option>";
    html_ += "</select></p>\n";
    return *this;
}

Markup& Markup::end_form(std::string_view button_key) {
    html_ += "<p><button type=\"submit\">" + say(button_key) + "</button></p>\n</form>\n";
    return *this;
}

Markup& Markup::table(const std::vector<std::string>& head_keys, const std::vector<Row>& rows,
                      std::string_view button_key, std::string_view form_token) {
    if (rows.empty()) return *this;
    html_ += "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>";
    for (const auto& key : head_keys) html_ += "<th scope=\"col\">" + say(key) + "</th>";
    html_ += "<td></td></tr></thead>\n<tbody>\n";
    for (const auto& row : rows) {
        html_ += "<tr>";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            html_ += "<td" + attribute("data-label", text::render(lang_, head_keys[i])) + ">" +
                     text::as_markup(row.cells[i]) + "</td>";
        html_ += "<td>";
        if (!row.action.empty()) begin_form(row.action, form_token).end_form(button_key);
        html_ += "</td></tr>\n";
    }
    html_ += "</tbody></table></div>\n";
    return *this;
}

}  // namespace dondoc::web
