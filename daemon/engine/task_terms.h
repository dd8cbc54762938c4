// SPDX-License-Identifier: Apache-2.0
// Terms that a document leaves open and that are decided later: the event that was waited for has happened,
// or the term is set. The document's phrase stays; each decision is kept, and the newest one holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/work.h"

namespace dondoc::engine {

struct EventRecord {
    TaskId task;
    local_days happened;
    std::optional<local_days> due;  // nullopt: counted from the phrase, where it has a period
    std::string document;           // number of the one that shows the event
    std::string reason;             // needed where an event is recorded already
    std::string by;                 // name of the key that asks
};

struct TermSetting {
    TaskId task;
    std::optional<local_days> due;     // this, or
    std::string phrase;                // read as the phrases of plans are
    std::string document;              // number of the one that sets it
    std::optional<local_days> issued;  // its day, which the phrase is read by; nullopt: today
    std::string reason;
    std::string by;
};

struct TermDecided {
    store::TermEntry entry;
    std::int64_t changed = 0;       // assignments with another day
    std::int64_t told = 0;          // agencies
    std::vector<Message> problems;  // of the phrase
};

// Both give what is open its new day, write that into its history, plan it anew and tell the agencies. Throw
// UserError "task.unknown", "term.dropped", "term.no_document", "term.no_reason", "term.same",
// "value.too_long", "decision.before_issue", "decision.too_late", and
// "term.follows_children", "term.not_event", "term.event_future", "term.event_before_issue",
// "term.due_before_event";
TermDecided record_event(Work& work, const EventRecord& wanted);
// "term.follows_children", "term.has_day", "term.due_or_phrase", "term.issued_future", "term.unread",
// "term.not_one_day".
TermDecided set_term(Work& work, const TermSetting& wanted);

// Takes back the decision that holds, which must be of that sort: there is no day again. Throws UserError
// "task.unknown", "term.dropped", "term.no_reason", "term.nothing_to_undo".
enum class Undo { Event, Term };
TermDecided undo_decision(Work& work, TaskId task, Undo which, const std::string& reason,
                          const std::string& by);

// The document says another term: what was decided on the old one holds no longer.
void supersede_decision(Work& work, TaskId task, const std::string& by);

// The day that an assignment of the task has to keep: as decided, else as domain/deadline.h's open_due.
std::optional<local_days> due_in_force(store::Store& store, const store::Task& task, local_days from);

}  // namespace dondoc::engine
