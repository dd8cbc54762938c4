// SPDX-License-Identifier: Apache-2.0
#include "store/row_decisions.h"

namespace dondoc::store {

RowDecisions::RowDecisions(Database& database)
    : insert_(
          database,
          "INSERT INTO row_decision (task_id, revision, at, by, field, old, now, document, reason) VALUES "
          "(?1, (SELECT coalesce(max(revision), 0) + 1 FROM row_decision WHERE task_id = ?1), ?2, ?3, ?4, "
          "?5, ?6, ?7, ?8)"),
      of_(database,
          "SELECT at, by, field, old, now, document, reason FROM row_decision WHERE task_id = ? "
          "ORDER BY revision"),
      decided_(database,
               "SELECT DISTINCT r.task_id FROM row_decision r JOIN task t ON t.id = r.task_id "
               "WHERE t.document_id = ? AND r.field = ? ORDER BY r.task_id") {}

void RowDecisions::add(TaskId task, const RowDecision& decision) {
    insert_.run(task, decision.at, decision.by, decision.field, decision.old, decision.now, decision.document,
                decision.reason);
}

std::vector<RowDecision> RowDecisions::of(TaskId task) {
    std::vector<RowDecision> decisions;
    for (auto rows = of_.query(task); rows.next();)
        decisions.push_back({rows.instant(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                             rows.text(5), rows.text(6)});
    return decisions;
}

std::vector<TaskId> RowDecisions::decided(DocumentId document, const std::string& field) {
    return decided_.query(document, field).ids<TaskId>();
}

}  // namespace dondoc::store
