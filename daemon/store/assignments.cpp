// SPDX-License-Identifier: Apache-2.0
#include "store/assignments.h"

#include "store/id_list.h"

namespace dondoc::store {

Assignment read_assignment(const Rows& rows) {
    return {rows.id<AssignmentId>(0),
            rows.id<TaskId>(1),
            rows.id<AgencyId>(2),
            static_cast<Workflow>(rows.integer(3)),
            rows.maybe_day(4),
            rows.maybe_day(5),
            rows.text(6),
            rows.maybe_day(7),
            rows.maybe_day(8),
            rows.instant(9),
            rows.instant(10),
            rows.integer(11),
            static_cast<int>(rows.integer(12)),
            rows.maybe_number(13),
            rows.is_null(14) ? std::nullopt : std::optional{rows.id<AssignmentId>(14)},
            rows.maybe_day(15),
            rows.is_null(16) ? std::nullopt : std::optional{rows.id<PersonId>(16)},
            static_cast<int>(rows.integer(17)),
            rows.maybe_day(18)};
}

Assignments::Assignments(Database& database)
    : insert_(database,
              "INSERT INTO assignment (task_id, agency_id, state, due, given_due, original_due, given_at, "
              "updated_at, occurrence, responsible_id) VALUES (?1, ?2, ?3, ?4, ?4, ?4, ?5, ?5, ?6, ?7)"),
      newest_(database, "SELECT coalesce(max(id), 0) FROM assignment"),
      insert_all_(database,
                  "INSERT INTO assignment (id, task_id, agency_id, state, due, given_due, original_due, "
                  "given_at, updated_at, occurrence) "
                  "SELECT ?1 + j.key, ?2, j.value, ?3, ?4, ?4, ?4, ?5, ?5, ?6 FROM json_each(?7) j"),
      get_(database, assignment_columns + " FROM assignment a WHERE a.id = ?"),
      find_(database, assignment_columns +
                          " FROM assignment a WHERE a.task_id = ? AND a.agency_id = ? "
                          "ORDER BY a.state > 3, iif(a.state > 3, -1, 1) * ifnull(a.occurrence, 0) LIMIT 1"),
      find_occurrence_(database, assignment_columns +
                                     " FROM assignment a WHERE a.task_id = ? AND a.agency_id = ? "
                                     "AND ifnull(a.occurrence, 0) = ?"),
      newest_occurrence_(database,
                         "SELECT max(occurrence) FROM assignment WHERE task_id = ? AND agency_id = ?"),
      set_occurrence_(database, "UPDATE assignment SET occurrence = ? WHERE id = ?"),
      transferred_to_(database,
                      "SELECT coalesce((SELECT max(id) FROM assignment WHERE transferred_from = ?1), "
                      "(SELECT to_id FROM succession_transfer WHERE assignment_id = ?1 "
                      "ORDER BY succession_id DESC LIMIT 1))"),
      open_to_plan_(database, assignment_columns +
                                  " FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.id > ? AND "
                                  "a.state <= 3 AND (a.due IS NOT NULL OR t.deadline_kind IN ('ongoing', "
                                  "'from')) ORDER BY a.id LIMIT ?"),
      of_task_(database, assignment_columns + " FROM assignment a WHERE a.task_id = ? ORDER BY a.id"),
      open_terms_(database,
                  "SELECT a.due, t.number, count(*) FROM task t JOIN assignment a ON a.task_id = t.id "
                  "WHERE t.document_id = ? AND a.state <= 3 GROUP BY a.due, t.id "
                  "ORDER BY a.due IS NULL, a.due, t.ordinal") {}

Assignment Assignments::add(TaskId task, AgencyId agency, std::optional<local_days> due, sys_seconds given_at,
                            std::optional<local_days> occurrence, std::optional<PersonId> responsible) {
    insert_.run(task, agency, Workflow::Assigned, due, given_at, occurrence, responsible);
    Assignment assignment;
    assignment.id = {insert_.last_row()};
    assignment.task = task;
    assignment.agency = agency;
    assignment.due = assignment.original_due = due;
    assignment.given_at = assignment.updated_at = given_at;
    assignment.occurrence = occurrence;
    assignment.responsible = responsible;
    return assignment;
}

AssignmentSpan Assignments::add_all(TaskId task, const std::vector<AgencyId>& agencies,
                                    std::optional<local_days> due, sys_seconds given_at,
                                    std::optional<local_days> occurrence) {
    AssignmentId before;
    {
        auto rows = newest_.query();
        rows.next();
        before = rows.id<AssignmentId>(0);
    }
    const AssignmentId first{before.value + 1};
    insert_all_.run(first, task, Workflow::Assigned, due, given_at, occurrence, json_array(agencies));
    return {first, {before.value + static_cast<std::int64_t>(agencies.size())}};
}

std::optional<Assignment> Assignments::get(AssignmentId id) {
    auto rows = get_.query(id);
    if (!rows.next()) return std::nullopt;
    return read_assignment(rows);
}

std::optional<Assignment> Assignments::find(TaskId task, AgencyId agency) {
    auto rows = find_.query(task, agency);
    if (!rows.next()) return std::nullopt;
    return read_assignment(rows);
}

std::optional<Assignment> Assignments::find(TaskId task, AgencyId agency, local_days occurrence) {
    auto rows = find_occurrence_.query(task, agency, occurrence);
    if (!rows.next()) return std::nullopt;
    return read_assignment(rows);
}

std::optional<local_days> Assignments::newest_occurrence(TaskId task, AgencyId agency) {
    auto rows = newest_occurrence_.query(task, agency);
    rows.next();
    return rows.maybe_day(0);
}

void Assignments::set_occurrence(AssignmentId id, std::optional<local_days> occurrence) {
    set_occurrence_.run(occurrence, id);
}

std::optional<AssignmentId> Assignments::transferred_to(AssignmentId id) {
    auto rows = transferred_to_.query(id);
    rows.next();
    if (rows.is_null(0)) return std::nullopt;
    return rows.id<AssignmentId>(0);
}

std::vector<Assignment> Assignments::open_to_plan(AssignmentId after, int limit) {
    std::vector<Assignment> found;
    for (auto rows = open_to_plan_.query(after, limit); rows.next();) found.push_back(read_assignment(rows));
    return found;
}

std::vector<Assignment> Assignments::of_task(TaskId task) {
    std::vector<Assignment> found;
    for (auto rows = of_task_.query(task); rows.next();) found.push_back(read_assignment(rows));
    return found;
}

std::vector<Assignments::OpenTerm> Assignments::open_terms(DocumentId document) {
    std::vector<OpenTerm> terms;
    for (auto rows = open_terms_.query(document); rows.next();)
        terms.push_back({rows.maybe_day(0), rows.text(1), rows.integer(2)});
    return terms;
}

}  // namespace dondoc::store
