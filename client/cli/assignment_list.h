// Lists of assignments: `task list`, `overdue` and `due` show the same table.
#pragma once

#include <string_view>

#include "cli/session.h"

namespace dondoc::cli {

// The table, how many there are, and how to see the rest. `empty` is the sentence for an empty list.
void print_assignments(Session& session, const v1::TaskListReply& reply, std::uint64_t offset,
                       std::string_view empty);
// The day of the term as a person reads it; where there is none, that of a container's children, or the
// clerk's phrase.
std::string due_text(text::Lang lang, const v1::AssignmentRow& row);
// How it stands, whether it is urgent, and whether a mute keeps it quiet.
std::string standing_of(const Session& session, const v1::AssignmentRow& row);

}  // namespace dondoc::cli
