// The two axes of an assignment: the workflow, which is stored, and the timeliness, which is computed from
// dates.
#pragma once

#include <optional>
#include <string_view>

#include "domain/civil.h"

namespace dondoc {

enum class Workflow {
    Assigned,     // mới giao
    Received,     // đã tiếp nhận
    InProgress,   // đang thực hiện
    Reported,     // đã báo cáo, chờ xác nhận
    Completed,    // hoàn thành
    Returned,     // trả lại
    Transferred,  // chuyển
    Revoked       // thu hồi
};
std::string_view name_of(Workflow state);  // "in_progress", as on the wire

enum class Action { Start, Complete, Cancel, Reopen };
std::string_view name_of(Action action);

constexpr bool is_open(Workflow state) {
    return state <= Workflow::Reported;
}

// The state after the action; nullopt: the action is not possible there.
std::optional<Workflow> after(Workflow state, Action action);

enum class Timeliness {
    NoDeadline,
    InTime,
    DueSoon,
    DueToday,
    Overdue,
    CompletedOnTime,
    CompletedLate,
    Withdrawn  // returned, transferred, revoked: in nobody's denominator
};

// Dates that decide timeliness. Work is on time when its result's date is not after the due day; work without
// a due day is on time when it is done.
struct TermState {
    Workflow state;
    std::optional<local_days> due;
    std::optional<local_days> completed_on;
};
Timeliness timeliness(const TermState& term, local_days as_of, int due_soon_days);

}  // namespace dondoc
