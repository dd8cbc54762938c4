// SPDX-License-Identifier: Apache-2.0
#include "domain/agency.h"

#include <algorithm>
#include <array>

namespace dondoc {
namespace {

constexpr std::array<std::string_view, 4> succession_names{"merge", "split", "rename", "dissolve"};

}  // namespace

bool is_agency_code(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 35 && std::ranges::all_of(text, allowed);
}

std::string_view name_of(SuccessionKind kind) {
    return succession_names.at(static_cast<std::size_t>(kind));
}

std::optional<SuccessionKind> succession_kind(std::string_view name) {
    const auto* found = std::ranges::find(succession_names, name);
    if (found == succession_names.end()) return std::nullopt;
    return static_cast<SuccessionKind>(found - succession_names.begin());
}

}  // namespace dondoc
