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
    std::optional<AssignmentId> assignment;
    std::optional<DocumentId> document_id;
    std::string document;  // number
    std::string level;
    std::string text;                            // folded; part of the task's folded text
    std::vector<Timeliness> timeliness;          // any of these; empty: all
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

    AssignmentId add(TaskId task, AgencyId agency, std::optional<local_days> due);
    std::optional<Assignment> get(AssignmentId id);
    std::optional<Assignment> find(TaskId task, AgencyId agency);
    void update(const Assignment& assignment);
    // Open ones that have a day, in the order of their ids, after `after`; at most `limit`.
    std::vector<Assignment> open_with_due(AssignmentId after, int limit);
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
    Statement insert_, get_, find_, update_, open_with_due_, of_task_, open_terms_;
};

}  // namespace dondoc::store
