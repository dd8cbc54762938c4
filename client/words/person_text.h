// SPDX-License-Identifier: GPL-3.0-or-later
// Persons in words.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/person.pb.h"
#include "text/catalogue.h"

namespace dondoc::words {

std::string agency_text(text::Lang lang, const std::string& code);  // empty: the office
std::string person_field_word(text::Lang lang, const std::string& field);
// "Chức vụ: – → Chuyên viên; Điện thoại (đã đổi)": of what is private in a history both values are empty.
std::string changes_text(text::Lang lang, const google::protobuf::RepeatedPtrField<v1::FieldChange>& changes);

// How many were added, changed and left as they are: arguments of "cli.person.imported" and "would_import".
std::vector<std::string> person_counts(const v1::PersonImportReply& reply);

}  // namespace dondoc::words
