// SPDX-License-Identifier: Apache-2.0
#include "store/looks.h"

namespace dondoc::store {

Looks::Looks(Database& database)
    : seen_to_(database,
               "SELECT CASE WHEN EXISTS (SELECT 1 FROM person p WHERE p.agency_id = g.id AND p.told <> 0 AND "
               "p.removed_at IS NULL) THEN looked_to ELSE max(looked_to, "
               "coalesce((SELECT max(shown) FROM cursor c WHERE c.agency_id = g.id), 0)) END "
               "FROM agency g WHERE g.id = ?"),
      find_(database, "SELECT at, person_id, by FROM look WHERE agency_id = ? AND number = ?"),
      mark_(database,
            "INSERT INTO look (agency_id, number, at, person_id, by) SELECT id, ?2, ?3, ?4, ?5 FROM agency "
            "WHERE id = ?1 AND head >= ?2 AND ?2 > 0 ON CONFLICT DO NOTHING"),
      mark_up_to_(
          database,
          "INSERT INTO look (agency_id, number, at, person_id, by) SELECT agency_id, number, ?3, ?4, "
          "?5 FROM event e WHERE agency_id = ?1 AND number <= ?2 AND number > ?6 AND NOT EXISTS "
          "(SELECT 1 FROM look l WHERE l.agency_id = ?1 AND l.number = e.number) ORDER BY number DESC "
          "LIMIT ?7"),
      mark_work_(database,
                 "INSERT INTO look (agency_id, number, at, person_id, by) SELECT e.agency_id, e.number, ?4, "
                 "?5, ?6 FROM (SELECT event_id FROM alert WHERE agency_id = ?1 AND assignment_id = ?2 UNION "
                 "SELECT event_id FROM notice WHERE task_id = ?3) told JOIN event e ON e.id = told.event_id "
                 "WHERE e.agency_id = ?1 AND e.number > ?7 ON CONFLICT DO NOTHING"),
      // The run of looks that begins where everything was looked at.
      advance_(database,
               "UPDATE agency SET looked_to = (WITH RECURSIVE run (number) AS (SELECT looked_to UNION ALL "
               "SELECT l.number FROM run JOIN look l ON l.agency_id = ?1 AND l.number = run.number + 1) "
               "SELECT max(number) FROM run) WHERE id = ?1") {}

InboxSeq Looks::seen_to(AgencyId agency) {
    return InboxSeq{seen_to_.query(agency).number()};
}

bool Looks::is_seen(AgencyId agency, InboxSeq number) {
    return number <= seen_to(agency) || of(agency, number).has_value();
}

std::optional<Look> Looks::of(AgencyId agency, InboxSeq number) {
    auto rows = find_.query(agency, number);
    if (!rows.next()) return std::nullopt;
    return Look{rows.instant(0), rows.is_null(1) ? std::nullopt : std::optional{rows.id<PersonId>(1)},
                rows.text(2)};
}

int Looks::mark(AgencyId agency, InboxSeq number, const Look& look) {
    const bool was_seen = is_seen(agency, number);
    const int marked = mark_.run(agency, number, look.at, look.person, look.by);
    advance(agency);
    return was_seen ? 0 : marked;
}

int Looks::mark_up_to(AgencyId agency, InboxSeq number, int most, const Look& look) {
    const int marked = mark_up_to_.run(agency, number, look.at, look.person, look.by, seen_to(agency), most);
    advance(agency);
    return marked;
}

int Looks::mark_work(AgencyId agency, AssignmentId assignment, TaskId task, const Look& look) {
    const int marked =
        mark_work_.run(agency, assignment, task, look.at, look.person, look.by, seen_to(agency));
    advance(agency);
    return marked;
}

void Looks::advance(AgencyId agency) {
    advance_.run(agency);
}

}  // namespace dondoc::store
