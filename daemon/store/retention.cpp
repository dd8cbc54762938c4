// SPDX-License-Identifier: Apache-2.0
#include "store/retention.h"

#include <algorithm>

namespace dondoc::store {

Retention::Retention(Database& database)
    // An inbox is in the order of time, so its first kept event tells whether there is something to remove.
    : next_(
          database,
          "SELECT g.id, g.first_kept, (SELECT min(acknowledged) FROM cursor c WHERE c.agency_id = g.id) AS "
          "seen "
          "FROM agency g WHERE g.head >= g.first_kept AND seen >= g.first_kept "
          "AND (SELECT at FROM event e WHERE e.agency_id = g.id AND e.number = g.first_kept) < ?1 "
          "AND (SELECT id FROM event e WHERE e.agency_id = g.id AND e.number = g.first_kept) <= ?2 LIMIT 1"),
      old_(database,
           "SELECT max(number) FROM event WHERE agency_id = ? AND number BETWEEN ? AND ? AND at < ? AND id "
           "<= ?"),
      read_by_all_(database, "SELECT ifnull(min(acknowledged), 9223372036854775807) FROM stream_cursor"),
      clear_(database, "UPDATE event SET body = x'' WHERE agency_id = ? AND number BETWEEN ? AND ?"),
      set_first_(database, "UPDATE agency SET first_kept = ? WHERE id = ?"),
      first_kept_(database, "SELECT first_kept FROM agency WHERE id = ?") {}

int Retention::remove(sys_seconds before, int limit) {
    auto stream = read_by_all_.query();
    stream.next();
    const auto last_id = stream.integer(0);
    auto inbox = next_.query(before, last_id);
    if (!inbox.next()) return 0;
    const auto agency = inbox.id<AgencyId>(0);
    const auto first = inbox.integer(1);
    auto old = old_.query(agency, first, std::min(inbox.integer(2), first + limit - 1), before, last_id);
    old.next();
    const auto last = old.integer(0);
    const int removed = clear_.run(agency, first, last);
    set_first_.run(last + 1, agency);
    return removed;
}

InboxSeq Retention::first_kept(AgencyId agency) {
    auto rows = first_kept_.query(agency);
    return InboxSeq{rows.next() ? rows.integer(0) : 1};
}

}  // namespace dondoc::store
