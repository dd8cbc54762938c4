// SPDX-License-Identifier: Apache-2.0
// Single rows of a document, by hand: one more, or another reading of one that is there. What is typed is
// read as a plan's row is; the document's own words stay, and each decision is kept beside them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/document_lookup.h"
#include "engine/plans/plan_import.h"

namespace dondoc::engine {

struct RowTerms {
    std::string by;  // name of the key
    AbsentMembers absent = AbsentMembers::Ask;
    bool doubts_seen = false;  // else what is read with doubt is refused
    bool trial = false;        // everything is taken back afterwards: nothing is refused for doubts
};

// Codes, or names of agencies and groups as a plan writes them.
struct RowAddition {
    DocumentName document;
    std::string level;  // of a document that is new, likewise the title
    std::string document_title;
    PlanRow row;  // without a number: the next one
    Priority priority = Priority::Normal;
};

// What is decided; what is not set stays.
struct RowMending {
    TaskId task;
    std::optional<std::string> deadline, lead, cooperating, title, requirement;
    std::string reason;
    std::string document;  // number of the one that decides so; empty: none is named
};

struct RowEdited {
    store::Document document;
    ReadRow row;
    bool new_document = false;
    bool unchanged = false;  // it says so already
    std::vector<v1::FieldChange> changed;
    PlanImport done;  // what became of assignments
};

// Throw UserError "row.doubts" (what is doubtful, place "row"), "plan.absent_members", and
// "row.new_document" (day of issue or level is missing), "row.same_title" (the document has the task with
// other agencies or another term), what read_plan and import_plan throw.
RowEdited add_row(Work& work, const RowAddition& wanted, const RowTerms& terms);
// "task.unknown", "term.dropped", "row.nothing", "row.no_reason", "row.unread", "value.too_long".
RowEdited mend_row(Work& work, const RowMending& wanted, const RowTerms& terms);

}  // namespace dondoc::engine
