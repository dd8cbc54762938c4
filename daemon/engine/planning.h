// SPDX-License-Identifier: Apache-2.0
// Which step every open assignment waits for.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "engine/work.h"

namespace dondoc::engine {

// What a policy looks at in a task.
struct TaskTraits {
    std::string_view level;  // of its document
    Priority priority;
    DeadlineKind kind;
    std::optional<std::chrono::minutes> hour = std::nullopt;  // of the due day; alerts come before it
};
inline TaskTraits traits_of(const store::Plans::Brief& brief) {
    return {brief.level, brief.priority, brief.deadline_kind, brief.hour};
}
inline TaskTraits traits_of(const store::Document& document, const store::Task& task) {
    return {document.level, task.priority, kind_of(task.deadline.term), task.deadline.hour};
}

// nullptr: nobody is told of this agency's part of such a task.
const AlertPolicy* policy_of(const Rules& rules, const Directory& directory, const TaskTraits& task,
                             AgencyId agency);

// What an assignment is planned from: now, or before the moment that it waits for, if that has passed: an
// alarm that should have gone off while the daemon was down, or that a mute holds back, is still told.
sys_seconds planned_from(store::Store& store, AssignmentId assignment, sys_seconds now);

// Sets the alarm of one assignment to the first step of its policy that was not carried out yet, or removes
// it when none is called for; likewise when the next occurrence is opened and when it is reviewed.
void plan_alarm(Work& work, const store::Assignment& assignment, const TaskTraits& task);
// The same by a register that has changed within this work.
void plan_alarm(Work& work, const Directory& directory, const store::Assignment& assignment,
                const TaskTraits& task);

// Plans the next `limit` open assignments after `after` anew; returns the last one, or nullopt when that was
// all.
std::optional<AssignmentId> replan_some(Work& work, AssignmentId after, int limit);

}  // namespace dondoc::engine
