// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/brackets.h"

namespace dondoc::language {

bool opens_bracket(const std::vector<Token>& tokens, std::size_t at) {
    return tokens[at].is('(') || tokens[at].is('[');
}

std::size_t end_of_bracket(const std::vector<Token>& tokens, std::size_t open) {
    std::size_t depth = 0;
    for (auto at = open; at < tokens.size(); ++at) {
        if (opens_bracket(tokens, at)) ++depth;
        if ((tokens[at].is(')') || tokens[at].is(']')) && --depth == 0) return at + 1;
    }
    return tokens.size();
}

Words inside_bracket(const Words& words, std::size_t open) {
    const auto end = end_of_bracket(words.tokens, open);
    const bool closed = words.tokens[end - 1].is(')') || words.tokens[end - 1].is(']');
    const auto from = words.tokens.begin() + static_cast<std::ptrdiff_t>(open) + 1;
    const auto to =
        words.tokens.begin() + static_cast<std::ptrdiff_t>(closed && end > open + 1 ? end - 1 : end);
    return {words.text, from < to ? std::vector<Token>(from, to) : std::vector<Token>{}};
}

}  // namespace dondoc::language
