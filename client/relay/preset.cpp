// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/preset.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "language/files/toml_file.h"

namespace dondoc::relay {
namespace {

using language::Section;
using language::TomlFile;

// What a message gives, and what a token does.
constexpr std::array<std::string_view, 9> given{"phone", "email",    "subject",      "text",         "link",
                                                "id",    "priority", "access_token", "refresh_token"};

std::string text_of(Section& section, const char* key) {
    auto found = section.text(key);
    return found ? std::move(*found) : std::string{};
}

std::vector<std::string> list_of(Section& section, const char* key) {
    std::vector<std::string> values;
    for (auto& one : section.texts(key).value_or(std::vector<Section::Text>{})) values.push_back(one.value);
    return values;
}

// `table`: the headers themselves, whose names nobody knows before.
void read_headers(Section& section, const toml::table* table, std::map<std::string, std::string>& into) {
    section.section("headers", [&](Section& headers) {
        if (table == nullptr) return;
        for (const auto& [key, node] : *table) {
            const std::string name{key.str()};
            into[name] = text_of(headers, name.c_str());
        }
    });
}

void add_variables(const std::string& text, std::set<std::string>& names) {
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        const auto close = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", open + 1);
        if (close != text.npos && text[close] == '}' && close > open + 1)
            names.insert(text.substr(open + 1, close - open - 1));
    }
}

}  // namespace

void read_preset(const std::string& toml, const std::string& file, HttpSettings& into) {
    TomlFile parsed{toml, file};
    Section top{parsed, parsed.root(), ""};
    top.require({"url", "body", "address"});
    into.url = text_of(top, "url");
    if (const auto method = top.one_of("method", {"POST", "PUT", "GET"}))
        into.method = std::array{"POST", "PUT", "GET"}.at(*method);
    into.body = text_of(top, "body");
    if (const auto escape = top.one_of("escape", {"json", "form"}))
        into.escape = static_cast<HttpSettings::Escape>(*escape);
    if (const auto address = top.one_of("address", {"phone", "email", "nobody"}))
        into.address = static_cast<HttpSettings::Address>(*address);
    into.international = top.flag("international").value_or(false);
    constexpr int fewest = 40, most = 60'000;
    if (const auto bytes = top.integer("most_bytes", fewest, most))
        into.most_bytes = static_cast<std::size_t>(*bytes);
    read_headers(top, parsed.root()["headers"].as_table(), into.headers);
    top.section("result", [&](Section& result) {
        result.require({"field", "good"});
        into.result_field = text_of(result, "field");
        into.good = list_of(result, "good");
        into.later = list_of(result, "later");
        into.renew = list_of(result, "renew");
    });
    top.section("token", [&](Section& token) {
        token.require({"url", "body"});
        auto& settings = into.token.emplace();
        settings.url = text_of(token, "url");
        settings.body = text_of(token, "body");
        read_headers(token, parsed.root()["token"]["headers"].as_table(), settings.headers);
    });
    top.refuse_unknown();
    parsed.throw_first();
}

std::vector<std::string> variables_of(const HttpSettings& settings) {
    std::set<std::string> names;
    add_variables(settings.url, names);
    add_variables(settings.body, names);
    for (const auto& [name, value] : settings.headers) add_variables(value, names);
    if (settings.token) {
        add_variables(settings.token->url, names);
        add_variables(settings.token->body, names);
        for (const auto& [name, value] : settings.token->headers) add_variables(value, names);
    }
    std::vector<std::string> missing;
    for (const auto& name : names)
        if (std::ranges::find(given, name) == given.end()) missing.push_back(name);
    return missing;
}

}  // namespace dondoc::relay
