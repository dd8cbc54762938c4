// SPDX-License-Identifier: Apache-2.0
// Taking in a plan: its rows are read by the register and the calendar, and become tasks and assignments.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/announcement.h"
#include "engine/work.h"
#include "language/rows/row_reader.h"

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
    language::RowDecisions decided = {};  // what the operator set by hand
    std::string running_text = {};        // where it was found, when not in a table
    std::vector<Message> doubts = {};     // of the reader of the file
};

struct ReadRow {
    store::Task task;  // without ids
    std::vector<language::Party> lead;
    std::vector<language::Party> cooperating;
    std::string under = {};         // number of the container whose child the row is by its own number
    std::size_t lead_agencies = 0;  // how many the parties are, groups by their members; likewise the next
    std::size_t cooperating_agencies = 0;
};

// Reads, changes nothing. Throws UserError "plan.no_number", "plan.issued", "plan.level",
// "plan.no_rows", "plan.too_many_rows", "plan.no_title", and what a decision is refused for (place: the row).
std::vector<ReadRow> read_plan(const Directory& directory, const Rules& rules,
                               const store::Document& document, const std::vector<PlanRow>& rows,
                               language::AbsentMembers absent = language::AbsentMembers::Ask);

// The same for the same title and requirement, however they are spelt; for nothing but finding rows again.
std::int64_t content_of(const std::string& title, const std::string& requirement);
// The words by which the task is found are those of its texts again.
void renew_words(store::Task& task);

// A document that is there already is amended only by an operator who has seen what differs.
struct Amendment {
    std::string seen;    // PlanDifference::seen
    std::string reason;  // of what is revoked
    std::string by;      // name of the key that asks
};

using language::AbsentMembers;

struct ImportTerms {
    bool trial = false;         // everything is taken back afterwards: a plan that differs is not refused
    bool new_document = false;  // it is not the similar document that is there
    std::optional<Amendment> amendment = std::nullopt;
    AbsentMembers absent = AbsentMembers::Ask;  // as the rows were read
};

struct PlanImport {
    std::int64_t tasks = 0;  // added, likewise the assignments
    std::int64_t assignments = 0;
    std::int64_t with_due = 0;                                    // assignments that have a day
    std::int64_t cooperations = 0;                                // added
    bool unchanged = false;                                       // the very same plan was there already
    std::optional<v1::PlanDifference> difference = std::nullopt;  // the document was there with other rows
    std::int64_t revoked = 0;                                     // assignments, likewise the next two
    std::int64_t replanned = 0;
    std::int64_t reopened = 0;
    std::int64_t linked = 0;  // tasks that have become children by their rows' numbers
};
using Progress = std::function<void(std::size_t done, std::size_t total)>;  // rows
inline constexpr std::size_t progress_every = 50;                           // rows

// A plan that is there already with the same rows is left as it is; with other rows it is amended by the
// terms, or refused with "plan.differs" (plan_amendment.h). One that looks like another document that is
// there is refused (similar_documents.h). A row whose lead agency is not known becomes a task without an
// assignment. Every agency that was given something is told so in its inbox. Throws "plan.absent_members"
// where a row assigns to a group with members that did not exist on the day, and the terms do not say what
// becomes of them; a trial goes on without them.
PlanImport import_plan(Work& work, const store::Document& document, const std::vector<ReadRow>& rows,
                       const Progress& progress, const ImportTerms& terms = {});

// Of one plan, which is one transaction. docs/decisions/plans-in-one-transaction.md
inline constexpr std::int64_t max_assignments = 1'000'000;
inline constexpr std::int64_t max_cooperations = 1'000'000;  // once for each agency of each task

// To whom a row gives work, on the document's day.
struct RowAgencies {
    std::vector<AgencyId> leads, cooperating;
};
RowAgencies agencies_of_row(const Work& work, const store::Document& document, const ReadRow& row,
                            AbsentMembers absent);
// Of each row of a new plan, which is refused before anything is written where it would make more. Throws
// UserError "plan.too_many_assignments", "plan.too_many_cooperating".
std::vector<RowAgencies> agencies_of_rows(const Work& work, const store::Document& document,
                                          const std::vector<ReadRow>& rows, AbsentMembers absent);

// Parts of an import that an amendment needs too: one more task, more lead agencies of a task, more that
// cooperate in it. All count in `result`; throw UserError "plan.too_many_assignments",
// "plan.too_many_cooperating". `from`: the first day that a recurring term counts for them: the document's,
// or that of the amendment; `due`: the day that those who cooperate are told.
void add_row(Work& work, const store::Document& document, const ReadRow& row, const RowAgencies& agencies,
             local_days from, Announcement& announcement, PlanImport& result);
void add_assignments(Work& work, const store::Document& document, const store::Task& task,
                     const std::vector<AgencyId>& agencies, local_days from, Announcement& announcement,
                     PlanImport& result);
void add_cooperation(Work& work, const store::Task& task, const std::vector<AgencyId>& agencies,
                     std::optional<local_days> due, Announcement& announcement, PlanImport& result);

}  // namespace dondoc::engine
