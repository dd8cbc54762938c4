// SPDX-License-Identifier: Apache-2.0
// Assignments: the unit that is tracked, one lead agency's part of a task.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/lifecycle.h"
#include "store/database.h"

namespace dondoc::store {

struct Assignment {
    AssignmentId id;
    TaskId task;
    AgencyId agency;
    Workflow state = Workflow::Assigned;
    std::optional<local_days> due;
    std::optional<local_days> completed_on;
    std::string note;
    std::optional<local_days> original_due;  // as the document says, before extensions
    std::optional<local_days> asked_due;     // an extension that waits for a decision
    sys_seconds given_at{};
    sys_seconds updated_at{};   // last change by anybody
    std::int64_t revision = 1;  // when it was given; one more with each change
    int reworks = 0;
    std::optional<int> progress;                   // percent
    std::optional<AssignmentId> transferred_from;  // another agency's, that this one took over from
    std::optional<local_days> occurrence;          // of a recurring term: which day of the phrase it is
    std::optional<PersonId> responsible;           // a person of the agency
    int pressed = 0;                               // how often its agency was pressed for it by hand
    std::optional<local_days> pressed_on;          // the last time

    TermState term() const { return {state, due, completed_on}; }
    bool operator==(const Assignment&) const = default;
};

// Assignments that were given together: their ids follow one another.
struct AssignmentSpan {
    AssignmentId first, last;
};

// The columns of `assignment a`, in the order in which read_assignment() reads them.
inline const std::string assignment_columns =
    "SELECT a.id, a.task_id, a.agency_id, a.state, a.due, a.completed_on, a.note, a.original_due, "
    "a.asked_due, "
    "a.given_at, a.updated_at, a.revision, a.reworks, a.progress, a.transferred_from, a.occurrence, "
    "a.responsible_id, a.pressed, a.pressed_on";
constexpr int columns_of_an_assignment = 19;
Assignment read_assignment(const Rows& rows);

class Assignments {
  public:
    explicit Assignments(Database& database);

    // Gives the task to the agency. All later changes are written by History (history.h).
    // `occurrence`: of a recurring term; a task and agency have each of them once.
    Assignment add(TaskId task, AgencyId agency, std::optional<local_days> due, sys_seconds given_at,
                   std::optional<local_days> occurrence = std::nullopt,
                   std::optional<PersonId> responsible = std::nullopt);
    // The same to many agencies, at least one, in their order.
    AssignmentSpan add_all(TaskId task, const std::vector<AgencyId>& agencies, std::optional<local_days> due,
                           sys_seconds given_at, std::optional<local_days> occurrence);
    std::optional<Assignment> get(AssignmentId id);
    // Of several occurrences the oldest open one, or when none is open the newest.
    std::optional<Assignment> find(TaskId task, AgencyId agency);
    std::optional<Assignment> find(TaskId task, AgencyId agency, local_days occurrence);
    // The other agency's assignment of the same task, and the same occurrence where it recurs.
    std::optional<Assignment> counterpart(const Assignment& assignment, AgencyId agency) {
        return find(assignment.task, agency, assignment.occurrence.value_or(local_days{}));
    }
    std::optional<local_days> newest_occurrence(TaskId task, AgencyId agency);
    void set_occurrence(AssignmentId id, std::optional<local_days> occurrence);
    std::optional<AssignmentId> transferred_to(
        AssignmentId id);  // what has taken over from it, or was joined with it
    // Open ones that have a day, or are reviewed, in the order of their ids, after `after`; at most `limit`.
    std::vector<Assignment> open_to_plan(AssignmentId after, int limit);
    std::vector<Assignment> of_task(TaskId task);

    // What is open of a document, by day (none last) and row of the document.
    struct OpenTerm {
        std::optional<local_days> due;
        std::string task_number;
        std::int64_t assignments = 0;
    };
    std::vector<OpenTerm> open_terms(DocumentId document);

  private:
    Statement insert_, newest_, insert_all_, get_, find_, find_occurrence_, newest_occurrence_,
        set_occurrence_, transferred_to_;
    Statement open_to_plan_, of_task_, open_terms_;
};

}  // namespace dondoc::store
