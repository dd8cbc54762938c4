// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an assignment in words.
#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <string>

#include "cli/session.h"
#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/life.pb.h"

namespace dondoc::cli {

// "Báo cáo kết quả"; an action that is not known stands for itself.
std::string action_word(text::Lang lang, const std::string& action);
// What was said with a change, but for the note: the result's document, a milestone, an extension.
std::string detail_text(text::Lang lang, const v1::ChangeDetail& detail);
// "bằng công văn số 512/UBND-TH; ngày 12/06/2025; lần thứ 3".
std::string pressing_text(text::Lang lang, const v1::Pressing& pressing);

// A table of changes; says whose they are where `of_many`.
void print_life(Session& session, const google::protobuf::RepeatedPtrField<v1::LifeEntry>& entries,
                bool of_many);

}  // namespace dondoc::cli
