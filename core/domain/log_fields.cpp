// SPDX-License-Identifier: Apache-2.0
#include "domain/log_fields.h"

#include <algorithm>

namespace dondoc {
namespace {

bool is_name(std::string_view text) {
    const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::ranges::all_of(text, is_part);
}

}  // namespace

std::vector<LogField> log_fields(std::string_view line) {
    std::vector<LogField> fields;
    while (!line.empty()) {
        if (line.front() == ' ') {
            line.remove_prefix(1);
            continue;
        }
        const auto word = line.substr(0, line.find(' '));
        const auto equals = word.find('=');
        if (equals == std::string_view::npos || !is_name(word.substr(0, equals))) {
            line.remove_prefix(word.size());
            continue;
        }
        const std::string name{word.substr(0, equals)};
        line.remove_prefix(equals + 1);
        const bool is_quoted = line.starts_with('"');
        if (is_quoted) line.remove_prefix(1);
        const auto value = line.substr(0, line.find(is_quoted ? '"' : ' '));
        fields.push_back({name, std::string{value}});
        line.remove_prefix(std::min(line.size(), value.size() + (is_quoted ? 1 : 0)));
    }
    return fields;
}

}  // namespace dondoc
