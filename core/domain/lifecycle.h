// SPDX-License-Identifier: Apache-2.0
// The two axes of an assignment: the workflow, which is stored, and the timeliness, which is computed from
// dates.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

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

enum class Action {
    Receive,           // tiếp nhận
    Start,             // bắt đầu
    Progress,          // cập nhật tiến độ
    Report,            // báo cáo kết quả
    Recall,            // rút lại báo cáo
    Confirm,           // xác nhận kết quả
    Rework,            // yêu cầu làm lại
    Complete,          // hoàn thành: report and confirm in one
    Return,            // trả lại
    Transfer,          // chuyển cơ quan khác
    Cancel,            // thu hồi
    Reopen,            // mở lại
    RequestExtension,  // xin gia hạn
    GrantExtension,    // cho gia hạn
    RefuseExtension,   // không cho gia hạn
    Extend,            // gia hạn without having been asked
    Comment            // ý kiến
};
inline constexpr int action_count = static_cast<int>(Action::Comment) + 1;
std::string_view name_of(Action action);  // "request_extension", as on the wire

// Who acts, seen from one assignment.
enum class Actor {
    Agency,       // whose assignment it is
    Cooperating,  // an agency that cooperates in the task
    Office,       // watches, confirms and decides
    Operator      // and administrators
};
inline constexpr int actor_count = static_cast<int>(Actor::Operator) + 1;
std::string_view name_of(Actor actor);

// Work still to be done; nothing else is late or reminded of.
constexpr bool is_open(Workflow state) {
    return state <= Workflow::Reported;
}

// It has yet to be dealt with: open, or returned to the office.
constexpr bool is_live(Workflow state) {
    return is_open(state) || state == Workflow::Returned;
}

// The agency has to act next; once it has reported, the office has.
constexpr bool awaits_agency(Workflow state) {
    return state < Workflow::Reported;
}

// The life of an assignment, docs/lifecycle.md: the state after the action, which may be the same; nullopt:
// not possible there, or not for this actor.
std::optional<Workflow> after(Workflow state, Action action, Actor actor);
bool may_ever(Action action, Actor actor);  // in any state
std::vector<Action> possible(Workflow state, Actor actor);
// A sentence of why has to be given.
bool needs_reason(Action action);

// A task is completed when all of its assignments that count are: those that were transferred or revoked do
// not; one that was returned does, since it has yet to be dealt with. Without any it is not.
bool is_completed(const std::vector<Workflow>& assignments);

enum class Timeliness {
    NoDeadline,
    InTime,
    DueSoon,
    DueToday,
    Overdue,
    CompletedOnTime,
    CompletedLate,
    Withdrawn,           // returned, transferred, revoked: in nobody's denominator
    CompletedNoDeadline  // a standing duty, or a term that was never set: neither on time nor late
};

// Dates that decide timeliness. Work is on time when its result's date is not after the due day.
struct TermState {
    Workflow state;
    std::optional<local_days> due;
    std::optional<local_days> completed_on;
};
Timeliness timeliness(const TermState& term, local_days as_of, int due_soon_days);

}  // namespace dondoc
