// SPDX-License-Identifier: GPL-3.0-or-later
// An assignment in words: when it is due, and how it stands.
#pragma once

#include <string>

#include "dondoc/v1/request.pb.h"
#include "text/catalogue.h"

namespace dondoc::words {

// "2/3 nhiệm vụ con hoàn thành"
std::string children_text(text::Lang lang, const v1::ChildrenProgress& children);
// "31/12/2023 (nhiệm vụ con)"; empty: none of them has a day.
std::string children_due_text(text::Lang lang, const v1::ChildrenProgress& children);

// The day of the term as a person reads it; where there is none, that of a container's children, or the
// clerk's phrase.
std::string due_text(text::Lang lang, const v1::AssignmentRow& row);
// How it stands, whether it is urgent, and whether a mute keeps it quiet.
std::string standing_in_full(text::Lang lang, const v1::AssignmentRow& row);

}  // namespace dondoc::words
