// SPDX-License-Identifier: Apache-2.0
// Containers: tasks without a day of their own, whose assignments are completed, and reopened, by their
// children.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/children.h"
#include "dondoc/v1/children.pb.h"
#include "engine/work.h"

namespace dondoc::engine {

// The children of a task with how they stand, as of that instant; what is below them is filled in.
std::vector<store::ListedChild> children_of(store::Store& store, TaskId parent,
                                            sys_seconds as_of = sys_seconds::max());
ChildrenProgress progress_of(const std::vector<store::ListedChild>& children);

// What a container follows; nullopt: the task is none. It has a term of its own, or no child that counts.
std::optional<ChildrenProgress> followed_by(store::Store& store, TaskId task, DeadlineKind kind,
                                            sys_seconds as_of = sys_seconds::max());

// By hand a container is neither completed before its children are nor opened after them. Throws UserError
// "assignment.children_open", which names those that are open, and "assignment.children_done".
void require_own_decision(Work& work, const store::Assignment& assignment, Action action, DeadlineKind kind);

// Completes or reopens the assignments of containers of which something changed in this work, and tells their
// agencies and the office. Before every commit.
void follow_children(Work& work);

v1::ChildrenProgress to_wire(const ChildrenProgress& progress);

}  // namespace dondoc::engine
