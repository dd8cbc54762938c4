// SPDX-License-Identifier: GPL-3.0-or-later
// A letter that an office has laid out itself, as a word processor's document (.docx) with fields: filled in
// here, and left as it is otherwise. A field is a merge field (MERGEFIELD name) or its name between « and ».
// One row of a table that has fields of a list is repeated for each entry of the list.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::plan {

// Names as docx_field() has them -> text; a line break begins a new line.
using Fields = std::map<std::string, std::string>;

struct LetterContent {
    Fields fields;
    std::vector<std::string> list_fields;  // names of those that each entry has
    std::vector<Fields> list;
};

// How a name is written in a template does not matter: "Cơ_Quan", "CO QUAN" and "co_quan" are "coquan".
std::string docx_field(std::string_view name);

// The filled document. Throws UserError "letter.not_docx", "letter.macros", "letter.unknown_field" with the
// names that there are, "letter.list_outside", "letter.two_lists", "letter.unwritten", and what reading an
// office file throws.
std::string fill_docx(std::string_view document, const LetterContent& content);

}  // namespace dondoc::plan
