// Taking in a plan: its rows are read by the register and the calendar, and become tasks and assignments.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/work.h"

namespace dondoc::engine {

// A row as it stands in the plan.
struct PlanRow {
    std::string number;
    std::string section;
    std::string title;
    std::string requirement;
    std::string solution;
    std::string deadline_text;
    std::string lead_text;
    std::string cooperating_text;
    int source_table = 0;
    int source_line = 0;
};

struct ReadRow {
    store::Task task;  // without ids
    std::vector<language::Party> lead;
    std::vector<language::Party> cooperating;
};

// Reads, changes nothing. Throws UserError "plan.no_number", "plan.issued", "plan.level",
// "plan.no_rows", "plan.too_many_rows", "plan.no_title" (place: the row).
std::vector<ReadRow> read_plan(const Directory& directory, const Rules& rules,
                               const store::Document& document, const std::vector<PlanRow>& rows);

struct PlanImport {
    std::int64_t tasks = 0;
    std::int64_t assignments = 0;
    std::int64_t with_due = 0;  // assignments that have a day
    bool unchanged = false;     // the very same plan was there already
};
using Progress = std::function<void(std::size_t done, std::size_t total)>;  // rows

// A plan that is there already with the same rows is left as it is; with other rows it is refused with
// "plan.differs". A row whose lead agency is not known becomes a task without an assignment. Every agency
// that was given something is told so in its inbox.
PlanImport import_plan(Work& work, const store::Document& document, const std::vector<ReadRow>& rows,
                       const Progress& progress);

}  // namespace dondoc::engine
