// SPDX-License-Identifier: Apache-2.0
#include "language/files/register_text.h"

#include <optional>
#include <vector>

namespace dondoc::language {
namespace {

std::string toml_string(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return result + '"';
}

std::string list(const char* key, const std::vector<std::string>& texts) {
    if (texts.empty()) return {};
    std::string line = std::string(key) + " = [";
    for (std::size_t i = 0; i < texts.size(); ++i) line += (i ? ", " : "") + toml_string(texts[i]);
    return line + "]\n";
}

std::string day(const char* key, const std::optional<local_days>& value) {
    return value ? std::string(key) + " = " + iso_day(*value) + "\n" : std::string{};
}

}  // namespace

std::string register_text(const Register& agencies) {
    std::string text;
    for (const auto& agency : agencies.agencies)
        text += "[[agency]]\ncode = " + toml_string(agency.code) + "\nname = " + toml_string(agency.name) +
                "\n" + list("aliases", agency.aliases) + "level = " + toml_string(agency.level) + "\n" +
                day("valid_from", agency.valid_from) + day("valid_to", agency.valid_to) + "\n";
    for (const auto& group : agencies.groups)
        text += "[[group]]\nname = " + toml_string(group.name) + "\n" + list("aliases", group.aliases) +
                list("members", group.members) + "\n";
    return text;
}

}  // namespace dondoc::language
