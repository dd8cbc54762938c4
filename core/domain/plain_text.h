// SPDX-License-Identifier: Apache-2.0
// Characters that a person does not see and a terminal or a log obeys: they have no place in a name, and a
// log shows them as what they are.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

// Bytes of the character at the beginning of `text`, if it is such a one: control characters (C0, DEL, C1),
// separators of lines, marks of the direction of writing, and what has no width. 0: it is not. `text` is not
// empty.
std::size_t hidden_character(std::string_view text);

// Throws UserError "value.hidden_character" when the name has one.
void require_plain(std::string_view name, const std::string& place);

// Without them: what is shown in a table's cell or on a page. Ends of lines and tabulators stay, other
// control characters are a space.
std::string visible(std::string_view text);

// Each of them written out, as "\x0a" for a line's end: one line stays one line.
std::string escaped(std::string_view text);

}  // namespace dondoc
