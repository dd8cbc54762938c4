// SPDX-License-Identifier: Apache-2.0
// Tasks that hold other tasks: a container has no day of its own and follows its children.
#pragma once

#include <optional>
#include <vector>

#include "domain/deadline.h"
#include "domain/lifecycle.h"

namespace dondoc {

inline constexpr int max_task_levels = 5;       // a task, its children, theirs ...
inline constexpr int max_task_children = 1000;  // of one task

// A task with a term of this kind can be a container: it has no day, and is no standing duty.
bool can_hold_tasks(DeadlineKind kind);
// A row of a plan with such a term is one by its own words.
constexpr bool is_container_row(DeadlineKind kind) {
    return kind == DeadlineKind::AsAssigned;
}

// How far the children are that count.
struct ChildrenProgress {
    int counted = 0;
    int completed = 0;
    std::optional<local_days> due;     // the latest day of theirs
    std::optional<local_days> result;  // the latest of their results

    bool has_open() const { return completed < counted; }
    bool is_completed() const { return counted > 0 && completed == counted; }
    bool operator==(const ChildrenProgress&) const = default;
};

enum class ChildStanding {
    Open,
    Completed,
    StandingDuty,  // tracked and reviewed, never finished: does not count
    Withdrawn      // dropped, or nobody's any more: does not count
};

// A child as it stands.
struct Child {
    DeadlineKind kind = DeadlineKind::None;
    bool is_dropped = false;       // no longer in its document
    bool goes_on = false;          // another occurrence of it is to come
    std::vector<TermState> parts;  // its assignments
    ChildrenProgress below;        // of its own children

    ChildStanding standing() const;
    std::optional<local_days> due() const;     // the latest of its assignments, else of its children
    std::optional<local_days> result() const;  // likewise, of what is completed
};

ChildrenProgress progress_of(const std::vector<Child>& children);

}  // namespace dondoc
