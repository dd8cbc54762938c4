// SPDX-License-Identifier: Apache-2.0
#include "store/partings.h"

#include "domain/lifecycle.h"

namespace dondoc::store {
namespace {

// In the states of the SQL below: what lies past Returned was taken away.
static_assert(static_cast<int>(Workflow::Returned) == 5 && static_cast<int>(Workflow::Transferred) == 6 &&
              static_cast<int>(Workflow::Revoked) == 7);

}  // namespace

Partings::Partings(Database& database)
    : of_(database,
          // The first change after the last one in which it was still the agency's: a comment that comes
          // later puts nothing off.
          "SELECT max((SELECT min(c.at) FROM assignment_change c WHERE c.assignment_id = a.id AND c.revision "
          "> "
          "ifnull((SELECT max(b.revision) FROM assignment_change b WHERE b.assignment_id = a.id AND b.state "
          "<= "
          "5), 0))) FROM assignment a WHERE a.task_id = ?1 AND a.agency_id = ?2 "
          "AND NOT EXISTS (SELECT 1 FROM assignment o WHERE o.task_id = ?1 AND o.agency_id = ?2 AND o.state "
          "<= 5) "
          "AND NOT EXISTS (SELECT 1 FROM cooperation p WHERE p.task_id = ?1 AND p.agency_id = ?2)"),
      has_part_in_(
          database,
          "SELECT 1 FROM task t WHERE t.document_id = ?1 AND ("
          "EXISTS (SELECT 1 FROM assignment o WHERE o.task_id = t.id AND o.agency_id = ?2 AND o.state <= 5) "
          "OR EXISTS (SELECT 1 FROM cooperation p WHERE p.task_id = t.id AND p.agency_id = ?2)) LIMIT 1"),
      keep_(
          database,
          "INSERT OR IGNORE INTO task_before (task_id, until, number, section, title, requirement, solution, "
          "deadline_text, lead_text, cooperating_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      text_at_(
          database,
          "SELECT number, section, title, requirement, solution, deadline_text, lead_text, cooperating_text "
          "FROM task_before WHERE task_id = ? AND until >= ? ORDER BY until LIMIT 1") {}

std::optional<sys_seconds> Partings::of(AgencyId agency, TaskId task) {
    auto rows = of_.query(task, agency);
    if (!rows.next() || rows.is_null(0)) return std::nullopt;
    return rows.instant(0);
}

bool Partings::has_part_in(AgencyId agency, DocumentId document) {
    return has_part_in_.query(document, agency).next();
}

void Partings::keep(const Task& before, sys_seconds until) {
    keep_.run(before.id, until, before.number, before.section, before.title, before.requirement,
              before.solution, before.deadline.phrase, before.lead_text, before.cooperating_text);
}

std::optional<Partings::Text> Partings::text_at(TaskId task, sys_seconds instant) {
    auto rows = text_at_.query(task, instant);
    if (!rows.next()) return std::nullopt;
    return Text{rows.text(0), rows.text(1), rows.text(2), rows.text(3),
                rows.text(4), rows.text(5), rows.text(6), rows.text(7)};
}

}  // namespace dondoc::store
