// SPDX-License-Identifier: Apache-2.0
#include "store/parents.h"

namespace dondoc::store {

Parents::Parents(Database& database)
    : insert_(database,
              "INSERT INTO task_parent_change (task_id, revision, at, parent_id, by, reason) VALUES (?1, "
              "(SELECT coalesce(max(revision), 0) + 1 FROM task_parent_change WHERE task_id = ?1), ?2, ?3, "
              "?4, ?5)"),
      update_(database, "UPDATE task SET parent_id = ? WHERE id = ?"),
      of_(database, "SELECT parent_id FROM task WHERE id = ? AND parent_id IS NOT NULL"),
      history_(
          database,
          "SELECT at, parent_id, by, reason FROM task_parent_change WHERE task_id = ? ORDER BY revision"),
      count_(database, "SELECT count(*) FROM task WHERE parent_id = ?"),
      children_of_(database, "SELECT id FROM task WHERE parent_id = ? ORDER BY id"),
      list_(
          database,
          "SELECT t.id, d.number, t.number, t.title, t.deadline_kind, "
          "t.dropped_at IS NOT NULL AND t.dropped_at <= ?2, a.id, coalesce(c.state, 0), "
          "iif(c.revision IS NULL, a.given_due, c.due), c.completed_on, "
          "a.occurrence < (SELECT max(due) FROM task_due WHERE task_id = t.id) AND NOT EXISTS "
          "(SELECT 1 FROM assignment n WHERE n.task_id = t.id AND n.agency_id = a.agency_id "
          "AND n.occurrence > a.occurrence AND n.given_at <= ?2) "
          "FROM task_parent_change p JOIN task t ON t.id = p.task_id JOIN document d ON d.id = t.document_id "
          "LEFT JOIN assignment a ON a.task_id = t.id AND a.given_at <= ?2 "
          "LEFT JOIN assignment_change c ON c.assignment_id = a.id AND c.revision = "
          "(SELECT max(b.revision) FROM assignment_change b WHERE b.assignment_id = a.id AND b.at <= ?2) "
          "WHERE p.parent_id = ?1 AND p.revision = (SELECT max(q.revision) FROM task_parent_change q "
          "WHERE q.task_id = p.task_id AND q.at <= ?2) "
          "ORDER BY d.issued, d.id, t.ordinal, t.id, a.id") {}

void Parents::set(TaskId child, const ParentEntry& entry) {
    update_.run(entry.parent, child);
    insert_.run(child, entry.at, entry.parent, entry.by, entry.reason);
}

std::optional<TaskId> Parents::of(TaskId child) {
    auto rows = of_.query(child);
    if (!rows.next()) return std::nullopt;
    return rows.id<TaskId>(0);
}

std::vector<ParentEntry> Parents::history(TaskId child) {
    std::vector<ParentEntry> entries;
    for (auto rows = history_.query(child); rows.next();)
        entries.push_back({rows.instant(0),
                           rows.is_null(1) ? std::nullopt : std::optional{rows.id<TaskId>(1)}, rows.text(2),
                           rows.text(3)});
    return entries;
}

std::int64_t Parents::count(TaskId parent) {
    return count_.query(parent).number();
}

std::vector<TaskId> Parents::children_of(TaskId parent) {
    return children_of_.query(parent).ids<TaskId>();
}

std::vector<ListedChild> Parents::list(TaskId parent, sys_seconds as_of) {
    std::vector<ListedChild> found;
    for (auto rows = list_.query(parent, as_of); rows.next();) {
        const auto task = rows.id<TaskId>(0);
        if (found.empty() || found.back().task != task) {
            auto& listed =
                found.emplace_back(ListedChild{task, rows.text(1), rows.text(2), rows.text(3), {}});
            listed.child.kind = deadline_kind(rows.text(4)).value();
            listed.child.is_dropped = rows.integer(5) != 0;
        }
        if (rows.is_null(6)) continue;  // nobody leads it
        auto& child = found.back().child;
        const auto state = static_cast<Workflow>(rows.integer(7));
        child.parts.push_back({state, rows.maybe_day(8), rows.maybe_day(9)});
        const bool is_followed = rows.integer(10) != 0;
        if (is_followed && state != Workflow::Revoked && state != Workflow::Transferred) child.goes_on = true;
    }
    return found;
}

}  // namespace dondoc::store
