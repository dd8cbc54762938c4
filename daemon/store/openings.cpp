// SPDX-License-Identifier: Apache-2.0
#include "store/openings.h"

namespace dondoc::store {

Openings::Openings(Database& database)
    : set_(database,
           "INSERT INTO opening (assignment_id, at) VALUES (?, ?) "
           "ON CONFLICT (assignment_id) DO UPDATE SET at = excluded.at"),
      insert_(
          database,
          "INSERT INTO opening (assignment_id, at) SELECT id, ?3 FROM assignment WHERE id BETWEEN ?1 AND ?2"),
      remove_(database, "DELETE FROM opening WHERE assignment_id = ?"),
      has_(database, "SELECT 1 FROM opening WHERE assignment_id = ?"),
      due_(database,
           "SELECT assignment_id, at FROM opening WHERE at <= ? ORDER BY at, assignment_id LIMIT ?"),
      of_task_(database,
               "SELECT o.assignment_id, o.at FROM assignment a JOIN opening o ON o.assignment_id = a.id "
               "WHERE a.task_id = ? ORDER BY o.at, a.id") {}

void Openings::set(AssignmentId after, sys_seconds at) {
    set_.run(after, at);
}

void Openings::add_all(const AssignmentSpan& given, sys_seconds at) {
    insert_.run(given.first, given.last, at);
}

void Openings::remove(AssignmentId after) {
    remove_.run(after);
}

bool Openings::has(AssignmentId after) {
    return has_.query(after).next();
}

std::vector<Opening> Openings::due(sys_seconds now, int limit) {
    std::vector<Opening> openings;
    for (auto rows = due_.query(now, limit); rows.next();)
        openings.push_back({rows.id<AssignmentId>(0), rows.instant(1)});
    return openings;
}

std::vector<Opening> Openings::of_task(TaskId task) {
    std::vector<Opening> openings;
    for (auto rows = of_task_.query(task); rows.next();)
        openings.push_back({rows.id<AssignmentId>(0), rows.instant(1)});
    return openings;
}

}  // namespace dondoc::store
