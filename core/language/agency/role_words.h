// SPDX-License-Identifier: Apache-2.0
// The roles that stand in an agency cell beside the names: "chủ trì", "phối hợp với".
#pragma once

#include <optional>
#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

// What some words say of the names beside them; whose role a person has is dondoc::Role.
struct RoleWords {
    enum class Kind { Lead, Cooperating, Other };
    Kind kind;
    std::size_t words;  // tokens it takes
    std::size_t noted;  // of them, those that are worth noting; 0: the reading says it all
    bool governs_next;  // "phối hợp với", "Chủ trì:" speak of the names that follow
};

// Nothing: no role stands at `at`.
std::optional<RoleWords> read_role_words(const std::vector<Token>& tokens, std::size_t at);

}  // namespace dondoc::language
