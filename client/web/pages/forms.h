// SPDX-License-Identifier: GPL-3.0-or-later
// Forms and their fields. A form that changes something carries the seal of its page, whoever writes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/pages/html.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// What a form sends beside its own fields.
inline constexpr const char* csrf_field = "form_token";
inline constexpr const char* request_field = "request";
inline constexpr const char* revision_field = "revision";
inline constexpr const char* back_field = "back";  // page of this site to go back to

// POST. `id` may be empty.
Html form(const View& view, const Address& action, std::string_view id, const Html& content);
Html upload_form(const View& view, const Address& action, const Html& content);       // with files
Html query_form(const Address& action, std::string_view label, const Html& content);  // GET: a list's filters

Html hidden(const char* name, std::string_view value);
// The state that was seen: of another one the daemon says what happened meanwhile.
Html seen_revision(std::uint64_t revision);

struct Field {
    const char* name;
    std::string label;
    std::string value = {};
    std::string hint = {};   // what to write, below the label
    std::string error = {};  // what is wrong with what was written
    bool required = false;
    const char* list = nullptr;  // id of a <datalist>
    const char* autocomplete = "off";
};

// Each has its label; what is wrong stands beside it. `scope` keeps ids apart where a page has several forms.
Html text_field(const View& view, const Field& field, std::string_view scope = {});
Html typed_field(const View& view, const char* type, const Field& field, std::string_view scope = {});
Html area_field(const View& view, const Field& field, std::string_view scope = {});
Html file_field(const View& view, const Field& field, std::string_view accept, std::string_view scope = {});

using Choices = std::vector<std::pair<std::string, std::string>>;  // value, words
// The levels of a document behind `first`, which stands for none of them.
Choices level_choices(const View& view, Choices first = {});
Html select_field(const View& view, const Field& field, const Choices& choices, std::string_view scope = {});
Html check_field(const char* name, std::string_view value, bool checked, const Html& words);
Html choice_group(std::string_view legend, const char* name, const Choices& choices,
                  const std::vector<std::string>& chosen);  // any of them
Html name_list(const char* id, const Choices& choices);     // a <datalist>

Html submit(std::string_view words, std::string_view look = "primary");
// A button with a value of its own: which of several things is to be done.
Html submit_as(const char* name, std::string_view value, std::string_view words, std::string_view look);

}  // namespace dondoc::web::pages
