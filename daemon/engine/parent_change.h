// SPDX-License-Identifier: Apache-2.0
// Whose child a task is: said by hand, or by the numbers of a plan's rows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/children.h"
#include "engine/work.h"

namespace dondoc::engine {

struct ParentWanted {
    std::optional<TaskId> parent;  // nullopt: none
    std::vector<TaskId> children;
    std::string reason;  // needed where a parent is taken away
    std::string by;      // name of the key that asks
};

struct ParentChanged {
    std::vector<TaskId> changed;  // children that had another parent, or none
    ChildrenProgress progress;    // of the parent, afterwards
    std::int64_t told = 0;        // assignments of the parents, whose agencies are told
};

// All or nothing; a child that is the parent's already is left as it is. Throws UserError
// "parent.none_named", "parent.no_reason", "value.too_long", "task.unknown", "parent.withdrawn",
// "parent.itself", "parent.cycle", "parent.kind", "parent.has_day", "parent.other", "parent.too_deep",
// "parent.too_many".
ParentChanged change_parent(Work& work, const ParentWanted& wanted);

using RowParents = std::map<TaskId, TaskId>;  // child -> parent

// What the numbers of a document's rows say (language/row_nesting.h).
RowParents row_parents(Work& work, DocumentId document);

// Makes rows children by what their numbers say now and did not say before; what they say no longer is taken
// back. What was said by hand stays. Returns how many were made children.
std::int64_t follow_numbers(Work& work, DocumentId document, const RowParents& before);

}  // namespace dondoc::engine
