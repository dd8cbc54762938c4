// SPDX-License-Identifier: Apache-2.0
// Brackets of a phrase, "(" and "[", one in another; one that is not closed goes to the end.
#pragma once

#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

bool opens_bracket(const std::vector<Token>& tokens, std::size_t at);
// Behind the bracket that opens at `open`.
std::size_t end_of_bracket(const std::vector<Token>& tokens, std::size_t open);
// What stands in it, with the text of the whole phrase.
Words inside_bracket(const Words& words, std::size_t open);

}  // namespace dondoc::language
