// SPDX-License-Identifier: GPL-3.0-or-later
// How an amended plan differs from the one that is there, for a person.
#pragma once

#include <string>

#include "cli/session.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

// The rows that are added, changed, dropped and restored, each changed field old -> new, and what that does
// to assignments. `reply` has a difference.
void print_difference(Session& session, const v1::PlanImportReply& reply);

// The name of a field of a row or a document, for a person: "due" -> "Ngày đến hạn".
std::string field_word(text::Lang lang, const std::string& field);
// A field's change: "Ngày đến hạn: “31/12/2023” → “30/11/2023”".
std::string field_change_text(text::Lang lang, const v1::FieldChange& change);
// What the operator decided on a row, "thời hạn, cơ quan chủ trì"; empty: nothing.
std::string decided_text(text::Lang lang, const v1::Decision& decided);
std::string decided_word(text::Lang lang, const std::string& part);  // "lead" -> "cơ quan chủ trì"

}  // namespace dondoc::cli
