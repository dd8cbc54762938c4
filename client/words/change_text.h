// SPDX-License-Identifier: GPL-3.0-or-later
// What differs in a row or a document, and what was decided on a row, in words.
#pragma once

#include <string>

#include "dondoc/v1/plan.pb.h"
#include "text/catalogue.h"

namespace dondoc::words {

// The name of a field of a row or a document, for a person: "due" -> "Ngày đến hạn".
std::string field_word(text::Lang lang, const std::string& field);
// A field's change: "Ngày đến hạn: “31/12/2023” → “30/11/2023”".
std::string field_change_text(text::Lang lang, const v1::FieldChange& change);
// The same of a row that is imported, whose state may change, too.
std::string imported_change_text(text::Lang lang, const v1::FieldChange& change);
// What the operator decided on a row, "thời hạn, cơ quan chủ trì"; empty: nothing.
std::string decided_text(text::Lang lang, const v1::Decision& decided);
std::string decided_word(text::Lang lang, const std::string& part);  // "lead" -> "cơ quan chủ trì"

}  // namespace dondoc::words
