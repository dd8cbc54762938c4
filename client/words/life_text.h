// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an assignment in words.
#pragma once

#include <string>

#include "dondoc/v1/life.pb.h"
#include "text/catalogue.h"

namespace dondoc::words {

// "Báo cáo kết quả"; an action that is not known stands for itself.
std::string action_word(text::Lang lang, const std::string& action);
// What was said with a change, but for the note: the result's document, a milestone, an extension.
std::string detail_text(text::Lang lang, const v1::ChangeDetail& detail);
// "bằng công văn số 512/UBND-TH; ngày 12/06/2025; lần thứ 3".
std::string pressing_text(text::Lang lang, const v1::Pressing& pressing);

// All that was said with an entry: its percent, its details, its note.
std::string entry_text(text::Lang lang, const v1::LifeEntry& entry);
std::string state_word(text::Lang lang, const std::string& name);  // of a name of Workflow.State

}  // namespace dondoc::words
