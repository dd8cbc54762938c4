// SPDX-License-Identifier: Apache-2.0
#include "store/waiting_results.h"

#include "domain/lifecycle.h"

namespace dondoc::store {

// What the partial index assignment_waiting holds is said once more, so that it is used.
UnconfirmedResults::UnconfirmedResults(Database& database)
    : all_(database,
           "SELECT a.agency_id, t.document_id, a.due, a.completed_on, ifnull((SELECT max(c.at) FROM "
           "assignment_change c WHERE c.assignment_id = a.id AND c.action = 'report'), a.updated_at) "
           "FROM assignment a JOIN task t ON t.id = a.task_id "
           "WHERE (a.state IN (3, 5) OR a.asked_due IS NOT NULL) AND a.state = 3 AND a.due IS NOT NULL "
           "AND (?1 IS NULL OR a.agency_id = ?1)") {
    static_assert(static_cast<int>(Workflow::Reported) == 3);
}

std::vector<WaitingResult> UnconfirmedResults::all(std::optional<AgencyId> agency) {
    std::vector<WaitingResult> found;
    for (auto rows = all_.query(agency); rows.next();)
        found.push_back(
            {rows.id<AgencyId>(0), rows.id<DocumentId>(1), rows.day(2), rows.maybe_day(3), rows.instant(4)});
    return found;
}

}  // namespace dondoc::store
