// SPDX-License-Identifier: Apache-2.0
#include "store/plan_changes.h"

namespace dondoc::store {

PlanChanges::PlanChanges(Database& database)
    : update_document_(database, "UPDATE document SET title = ?, level = ?, withdrawn_at = ? WHERE id = ?"),
      dropped_(database,
               "SELECT id FROM task WHERE document_id = ? AND dropped_at IS NOT NULL ORDER BY ordinal, id"),
      remove_cooperation_(database, "DELETE FROM cooperation WHERE task_id = ? AND agency_id = ?"),
      with_content_(database,
                    "SELECT DISTINCT t.document_id FROM task t JOIN document d ON d.id = t.document_id "
                    "WHERE t.content = ? AND t.dropped_at IS NULL AND d.withdrawn_at IS NULL") {}

void PlanChanges::update_document(const Document& document) {
    update_document_.run(document.title, document.level, document.withdrawn_at, document.id);
}

std::vector<TaskId> PlanChanges::dropped_tasks_of(DocumentId id) {
    return dropped_.query(id).ids<TaskId>();
}

void PlanChanges::remove_cooperation(TaskId task, AgencyId agency) {
    remove_cooperation_.run(task, agency);
}

std::map<DocumentId, std::int64_t> PlanChanges::with_rows(const std::vector<std::int64_t>& contents) {
    std::map<DocumentId, std::int64_t> counts;
    for (const auto content : contents)
        for (auto rows = with_content_.query(content); rows.next();) ++counts[rows.id<DocumentId>(0)];
    return counts;
}

}  // namespace dondoc::store
