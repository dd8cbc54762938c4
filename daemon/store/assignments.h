// Assignments: the unit that is tracked, one lead agency's part of a task.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/lifecycle.h"
#include "domain/priority.h"
#include "store/database.h"
#include "store/standing.h"

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

    TermState term() const { return {state, due, completed_on}; }
};

// An assignment with what a list shows of its task and agency.
struct ListedAssignment {
    Assignment assignment;
    std::string agency_code;
    std::string agency_name;
    std::string document;
    std::string level;
    std::string task_number;
    std::string title;
    std::string deadline_text;
    std::string deadline_kind;
    DocumentId document_id;
    Priority priority = Priority::Normal;
};

// All that is given must hold.
struct AssignmentFilter {
    std::optional<AgencyId> agency;
    std::optional<TaskId> task;
    std::optional<TaskId> under;  // of its children
    std::optional<AssignmentId> assignment;
    std::optional<DocumentId> document_id;
    std::string document;  // number
    std::string level;
    std::string text;                            // folded; part of the task's folded text
    std::vector<Timeliness> timeliness;          // any of these; empty: all
    bool waiting = false;                        // for the office: reported, returned, extension asked for
    std::optional<local_days> due_from, due_to;  // inclusive
    local_days today;
    int due_soon_days = 0;
    int limit = 100;
    std::int64_t offset = 0;

    Moment moment() const { return {today, due_soon_days}; }
};

using TimelinessCounts = std::map<Timeliness, std::int64_t>;

class Assignments {
  public:
    explicit Assignments(Database& database);

    // Gives the task to the agency. All later changes are written by History (history.h).
    // `occurrence`: of a recurring term; a task and agency have each of them once.
    Assignment add(TaskId task, AgencyId agency, std::optional<local_days> due, sys_seconds given_at,
                   std::optional<local_days> occurrence = std::nullopt);
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

    // Earliest due first, those without a day last.
    std::vector<ListedAssignment> list(const AssignmentFilter& filter);
    // How many the filter finds, apart from limit and offset. Looks at each: see Tallies::count.
    std::int64_t count(const AssignmentFilter& filter);
    // Looks at each assignment of the filter: for those of one document, which has some hundreds.
    std::map<AgencyId, TimelinessCounts> counts_by_agency(const AssignmentFilter& filter);

  private:
    Database& database_;
    Statement insert_, get_, find_, find_occurrence_, newest_occurrence_, set_occurrence_, transferred_to_;
    Statement open_to_plan_, of_task_, open_terms_;
};

}  // namespace dondoc::store
