// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/forms.h"

#include <algorithm>

#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

Html seal_of(const View& view) {
    return all(hidden(csrf_field, view.seal.csrf), hidden(request_field, view.seal.request));
}

std::string field_id(const Field& field, std::string_view scope) {
    return "f-" + std::string(scope) + field.name;
}

std::string described_by(const Field& field, const std::string& id) {
    std::string ids;
    if (!field.hint.empty()) ids = id + "-hint";
    if (!field.error.empty()) ids += (ids.empty() ? "" : " ") + id + "-error";
    return ids;
}

// The label, the hint and the error around what is filled in.
Html labelled(const View& view, const Field& field, const std::string& id, const Html& input) {
    auto label = el(
        "label", {{"for", id}}, field.label,
        field.required ? all(" ", el("span", {{"class", "need"}}, view.say("page.form.required"))) : Html{});
    return el(
        "div", {{"class", field.error.empty() ? "field" : "field wrong"}}, label,
        field.hint.empty() ? Html{} : el("p", {{"class", "hint"}, {"id", id + "-hint"}}, field.hint),
        field.error.empty() ? Html{} : el("p", {{"class", "error"}, {"id", id + "-error"}}, field.error),
        input);
}

}  // namespace

Html form(const View& view, const Address& action, std::string_view id, const Html& content) {
    auto element = Element::form(
        {{"method", "post"}, {"action", action}, id.empty() ? Attribute("id", false) : Attribute("id", id)});
    element.add(seal_of(view)).add(content);
    return std::move(element).done();
}

Html upload_form(const View& view, const Address& action, const Html& content) {
    auto element = Element::form(
        {{"method", "post"}, {"action", action}, {"enctype", "multipart/form-data"}, {"class", "upload"}});
    element.add(seal_of(view)).add(content);
    return std::move(element).done();
}

Html query_form(const Address& action, std::string_view label, const Html& content) {
    auto element =
        Element::form({{"method", "get"}, {"action", action}, {"role", "search"}, {"aria-label", label}});
    element.add(content);
    return std::move(element).done();
}

Html hidden(const char* name, std::string_view value) {
    return el("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html seen_revision(std::uint64_t revision) {
    return hidden(revision_field, std::to_string(revision));
}

Html text_field(const View& view, const Field& field, std::string_view scope) {
    return typed_field(view, "text", field, scope);
}

Html typed_field(const View& view, const char* type, const Field& field, std::string_view scope) {
    const auto id = field_id(field, scope);
    const auto described = described_by(field, id);
    return labelled(
        view, field, id,
        el("input",
           {{"type", type},
            {"id", id},
            {"name", field.name},
            {"value", field.value},
            {"required", field.required},
            {"autocomplete", field.autocomplete},
            described.empty() ? Attribute("aria-describedby", false)
                              : Attribute("aria-describedby", described),
            field.error.empty() ? Attribute("aria-invalid", false) : Attribute("aria-invalid", "true"),
            field.list == nullptr ? Attribute("list", false) : Attribute("list", field.list)}));
}

Html area_field(const View& view, const Field& field, std::string_view scope) {
    const auto id = field_id(field, scope);
    const auto described = described_by(field, id);
    // A line break right after the start tag is not part of the text.
    return labelled(view, field, id,
                    el("textarea",
                       {{"id", id},
                        {"name", field.name},
                        {"rows", "3"},
                        {"required", field.required},
                        described.empty() ? Attribute("aria-describedby", false)
                                          : Attribute("aria-describedby", described)},
                       "\n", field.value));
}

Html file_field(const View& view, const Field& field, std::string_view accept, std::string_view scope) {
    const auto id = field_id(field, scope);
    return labelled(view, field, id,
                    el("input", {{"type", "file"},
                                 {"id", id},
                                 {"name", field.name},
                                 {"required", field.required},
                                 {"accept", accept}}));
}

Choices level_choices(const View& view, Choices first) {
    for (const auto* level : {"government", "province", "district", "commune"})
        first.emplace_back(level, words::level_word(view.lang, level));
    return first;
}

Html select_field(const View& view, const Field& field, const Choices& choices, std::string_view scope) {
    const auto id = field_id(field, scope);
    Html options;
    for (const auto& [value, words] : choices)
        options += el("option", {{"value", value}, {"selected", value == field.value}}, words);
    return labelled(view, field, id, el("select", {{"id", id}, {"name", field.name}}, options));
}

Html check_field(const char* name, std::string_view value, bool checked, const Html& words) {
    return el("label", {{"class", "check"}},
              el("input", {{"type", "checkbox"}, {"name", name}, {"value", value}, {"checked", checked}}),
              el("span", words));
}

Html choice_group(std::string_view legend, const char* name, const Choices& choices,
                  const std::vector<std::string>& chosen) {
    Html boxes;
    for (const auto& [value, words] : choices)
        boxes += check_field(name, value, std::ranges::find(chosen, value) != chosen.end(), words);
    return el("fieldset", {{"class", "choices"}}, el("legend", legend), boxes);
}

Html name_list(const char* id, const Choices& choices) {
    Html options;
    for (const auto& [value, words] : choices) options += el("option", {{"value", value}}, words);
    return el("datalist", {{"id", id}}, options);
}

Html submit(std::string_view words, std::string_view look) {
    return el("button", {{"type", "submit"}, {"class", look}}, words);
}

Html submit_as(const char* name, std::string_view value, std::string_view words, std::string_view look) {
    return el("button", {{"type", "submit"}, {"name", name}, {"value", value}, {"class", look}}, words);
}

}  // namespace dondoc::web::pages
