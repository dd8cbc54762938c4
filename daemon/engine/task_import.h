// SPDX-License-Identifier: Apache-2.0
// Tasks of another system, each by its id there: added, found again in their documents, or mended where the
// other system says something else than the last time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/task_import.pb.h"
#include "engine/plans/plan_import.h"

namespace dondoc::engine {

struct ImportedTask {
    v1::ImportedTask said;     // as the other system says it; `row.doubts` and `row.source` do not count
    store::Document document;  // as it is named; level and title count where it is new
    PlanRow row;
    Priority priority = Priority::Normal;
    std::optional<local_days> completed_on = std::nullopt;
};

struct TaskImport {
    std::string source;  // name of the other system
    std::vector<ImportedTask> tasks;
    std::string seen;    // TaskImported::seen of a trial
    std::string by;      // name of the key that asks
    std::string reason;  // of what is taken back, or opened again, because the other system says so
    ImportTerms terms = {};
};

struct ImportedRow {
    using Outcome = v1::TaskImportReply::Row::Outcome;
    Outcome outcome = v1::TaskImportReply::Row::unchanged;
    TaskId task{};                              // 0: a trial would add it
    std::optional<ReadRow> row = std::nullopt;  // as it was read, where it was
    // Of a changed one what becomes of it; of a linked one what its document says otherwise, and keeps.
    std::vector<v1::FieldChange> fields = {};
    std::optional<UserError> error = std::nullopt;  // refused: in a trial alone
};

struct TaskImported {
    std::vector<ImportedRow> rows;  // one for each task
    std::int64_t documents = 0;     // made
    std::int64_t assignments = 0;   // given
    std::int64_t not_named = 0;     // known of the source, and not among the tasks
    std::string seen;               // names what comes of it; equal as long as that is
};

// Throws UserError "task_import.no_source", "task_import.too_many", "task_import.id_twice", and of a task
// (place "tasks[7]...") "task_import.no_id", "task_import.other_document", "task_import.withdrawn",
// "task_import.which_row", what reading, adding and mending a row and changing an assignment throw;
// "task_import.other_than_seen". A trial goes on past what is refused.
TaskImported import_tasks(Work& work, const TaskImport& wanted);

}  // namespace dondoc::engine
