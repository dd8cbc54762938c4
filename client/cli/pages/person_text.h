// SPDX-License-Identifier: GPL-3.0-or-later
// Persons in words.
#pragma once

#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/person.pb.h"

namespace dondoc::cli {

std::string agency_text(const Session& session, const std::string& code);  // empty: the office
std::string person_field_word(const Session& session, const std::string& field);
// "Chức vụ: – → Chuyên viên; Điện thoại (đã đổi)": of what is private in a history both values are empty.
std::string changes_text(const Session& session,
                         const google::protobuf::RepeatedPtrField<v1::FieldChange>& changes);

}  // namespace dondoc::cli
