// SPDX-License-Identifier: GPL-3.0-or-later
// Lines below a task that say who and when: "- Cơ quan chủ trì: Sở Tư pháp.", "Thời gian: Quý II/2026".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::plan {

struct Label {
    enum class Kind { Lead, Cooperating, Term, Other };  // Other: "Địa điểm", "Nội dung"
    Kind kind = Kind::Lead;
    std::string text;  // behind the label, without the mark at its end
};

// In their order, also several of one line: "Chủ trì: Sở A; phối hợp: Sở B; thời gian: Quý II". Empty: the
// line begins with no label. Linear in `line`.
std::vector<Label> labels_of(std::string_view line);
// It begins with a label and what that says: no task, and no heading.
bool is_labelled(std::string_view line);

}  // namespace dondoc::plan
