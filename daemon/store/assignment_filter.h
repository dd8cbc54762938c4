// SPDX-License-Identifier: Apache-2.0
// Which assignments a list is of, and as a condition of SQL.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "store/condition.h"
#include "store/standing.h"

namespace dondoc::store {

// Words that a task has to have, or what was said of an assignment of it.
struct TextFilter {
    std::string words;  // a phrase of the indexes task_words and change_words: small letters without marks
    // Whether a folded text has them; true only where it has `words`.
    std::function<bool(const std::string& folded)> fits;
};

// All that is given must hold.
struct AssignmentFilter {
    enum class Role { Lead, Cooperating };

    std::optional<AgencyId> agency;
    Role role = Role::Lead;       // of the agency; what it cooperates in are other agencies' assignments
    bool is_agencys_own = false;  // the agency itself looks: no words are found that came after its part
    std::optional<TaskId> task;
    std::optional<TaskId> under;  // of its children
    std::optional<PersonId> responsible;
    std::string source;                 // only tasks of this other system; empty: all
    std::vector<DocumentId> documents;  // any of these; empty: all
    std::string level;
    std::optional<TextFilter> text;
    std::vector<Timeliness> timeliness;          // any of these; empty: all
    bool waiting = false;                        // for the office: reported, returned, extension asked for
    std::optional<local_days> due_from, due_to;  // inclusive
    local_days today;
    int due_soon_days = 0;

    Moment moment() const { return {today, due_soon_days}; }
};

// The condition on "assignment a" with its task t and document d. It calls has_text() and has_words()
// of AssignmentLists.
Condition condition_of(const AssignmentFilter& filter);

// A part of a filter that an index serves.
struct FilterSource {
    std::string tables;  // the last is "assignment a"
    Condition condition;
};
// All that there are, but that of the text.
std::vector<FilterSource> sources_of(const AssignmentFilter& filter);

// The days between which all that the filter finds is due.
struct DayRange {
    bool open = false;  // it finds only what is open with a day
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();

    bool is_bounded() const;
    void add_to(Condition& condition) const;
    const char* index() const { return open ? "assignment_open_due" : "assignment_due"; }
};
DayRange days_of(const AssignmentFilter& filter);

}  // namespace dondoc::store
