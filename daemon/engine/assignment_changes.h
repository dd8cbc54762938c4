// SPDX-License-Identifier: Apache-2.0
// What happens to an assignment after it was given: docs/lifecycle.md carried out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "dondoc/v1/life.pb.h"
#include "engine/work.h"

namespace dondoc::engine {

struct AssignmentChange {
    Action action;  // any but Transfer (transfer.h)
    // report, complete: day of the result's document; nullopt: today, or the one that was reported
    std::optional<local_days> date;
    std::string note;
    std::string by;  // name of the key that asks
    Actor actor = Actor::Operator;
    std::optional<local_days> due = std::nullopt;  // request_extension, extend, grant_extension: the new day
    std::optional<int> percent = std::nullopt;     // progress
    bool only_this = false;      // cancel: the occurrences that follow are opened all the same
    v1::ChangeDetail said = {};  // result's number and issuer, evidence, next milestone, extension's document
};

// Returns the assignment as it is afterwards; its agency is told, and the office of what waits for it. Throws
// UserError "access.other_actor" for who may never do it, "assignment.state" when it is not possible where
// the assignment stands, "assignment.dropped" for one whose row or document was taken back,
// "assignment.future" for a result of a day that has not come, "assignment.before_issue" for one before the
// document, "assignment.percent", "assignment.nothing_said", "assignment.next_day_passed", "value.too_long",
// of a container "assignment.children_open", "assignment.children_done",
// and for extensions "assignment.no_deadline", "assignment.no_due", "assignment.not_later",
// "assignment.day_passed", "assignment.no_decision", "assignment.not_asked", "decision.too_late".
store::Assignment change_assignment(Work& work, store::Assignment assignment, const AssignmentChange& change);

// The state after the action, or UserError "access.other_actor", "assignment.state", which says what is
// possible.
Workflow next_state(const store::Assignment& assignment, Action action, Actor actor);

// `revision`: as somebody saw it. Throws UserError "assignment.changed_meanwhile" that names the newest
// change, "assignment.other_revision" for one that has never been.
void require_revision(Work& work, const store::Assignment& assignment, std::int64_t revision);

}  // namespace dondoc::engine
