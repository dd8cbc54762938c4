// SPDX-License-Identifier: Apache-2.0
// What a change of an assignment was, as its history keeps it and as agencies are told of it.
#pragma once

#include <optional>
#include <string_view>

#include "domain/lifecycle.h"

namespace dondoc {

// The actions that somebody takes on one assignment come first, in the order of Action; what follows comes
// from elsewhere.
enum class ChangeKind {
    Receive,
    Start,
    Progress,
    Report,
    Recall,
    Confirm,
    Rework,
    Complete,
    Return,
    Transfer,
    Cancel,
    Reopen,
    RequestExtension,
    GrantExtension,
    RefuseExtension,
    Extend,
    Comment,
    Amend,          // its document was amended, or its row mended by hand
    CarriedOver,    // how it stood when its history was begun (a database of an early version)
    TakeOver,       // it came from another agency
    EventHappened,  // the event happened from which its term counts
    EventUndone,    // that was a mistake
    TermSet,        // a term was set for a task that had none
    TermUndone,     // that was a mistake
    Review,         // a standing duty was reviewed
    ChildrenDone,   // the tasks below it are completed
    ChildrenOpen,   // one of them is open again
    PrioritySet,    // the task became urgent, or is no longer
    Responsible,    // the agency named the person who does it
    Press           // the office pressed
};
inline constexpr int change_kind_count = static_cast<int>(ChangeKind::Press) + 1;

constexpr ChangeKind kind_of(Action action) {
    return static_cast<ChangeKind>(action);
}
std::string_view name_of(
    ChangeKind kind);  // "take_over": on the wire, in the database, after "action." in texts
std::optional<ChangeKind> change_kind(std::string_view name);

}  // namespace dondoc
