// SPDX-License-Identifier: Apache-2.0
#include "store/unseen.h"

#include <algorithm>
#include <utility>

namespace dondoc::store {

Unseen::Unseen(Database& database)
    : list_(
          database,
          "WITH inbox AS (SELECT g.id, code, name, head, delivered, looked_to, "
          "  EXISTS (SELECT 1 FROM person p WHERE p.agency_id = g.id AND p.told <> 0 AND p.removed_at IS "
          "NULL) "
          "    AS by_persons, "
          "  coalesce((SELECT max(acknowledged) FROM cursor c WHERE c.agency_id = g.id), 0) AS handed, "
          "  coalesce((SELECT max(shown) FROM cursor c WHERE c.agency_id = g.id), 0) AS shown "
          "  FROM agency g WHERE head > 0), "
          "standing AS (SELECT *, CASE WHEN by_persons THEN looked_to ELSE max(looked_to, shown) END AS seen "
          "  FROM inbox) "
          "SELECT id, code, name, by_persons, seen, max(seen, handed), max(seen, handed, delivered), head "
          "FROM standing WHERE head > seen"),
      looked_(database, "SELECT count(*) FROM look WHERE agency_id = ? AND number > ? AND number <= ?"),
      oldest_(
          database,
          "SELECT at FROM event e WHERE agency_id = ?1 AND number > ?2 AND number <= ?3 AND NOT EXISTS "
          "(SELECT 1 FROM look l WHERE l.agency_id = ?1 AND l.number = e.number) ORDER BY number LIMIT 1"),
      deliver_(database, "UPDATE agency SET delivered = ?2 WHERE id = ?1 AND delivered < ?2"),
      watch_(database,
             "INSERT INTO watch (event_id, at) VALUES (?, ?) ON CONFLICT (event_id) DO UPDATE SET at = "
             "excluded.at"),
      forget_(database, "DELETE FROM watch WHERE event_id = ?"),
      due_(database, "SELECT event_id FROM watch WHERE at <= ? ORDER BY at, event_id LIMIT ?") {}

UnseenInbox::Part Unseen::part(AgencyId agency, std::int64_t after, std::int64_t to) {
    if (to <= after) return {};
    auto looked = looked_.query(agency, after, to);
    looked.next();
    const auto events = to - after - looked.integer(0);
    if (events == 0) return {};
    auto oldest = oldest_.query(agency, after, to);
    return {events, oldest.next() ? std::optional{oldest.instant(0)} : std::nullopt};
}

std::vector<UnseenInbox> Unseen::list() {
    std::vector<UnseenInbox> inboxes;
    for (auto rows = list_.query(); rows.next();) {
        UnseenInbox inbox;
        inbox.agency = rows.id<AgencyId>(0);
        inbox.code = rows.text(1);
        inbox.name = rows.text(2);
        inbox.by_persons = rows.integer(3) != 0;
        inbox.seen_to = InboxSeq{rows.integer(4)};
        inbox.handed = part(inbox.agency, rows.integer(4), rows.integer(5));
        inbox.delivered = part(inbox.agency, rows.integer(5), rows.integer(6));
        inbox.waiting = part(inbox.agency, rows.integer(6), rows.integer(7));
        if (inbox.handed.events + inbox.delivered.events + inbox.waiting.events > 0)
            inboxes.push_back(std::move(inbox));
    }
    const auto oldest = [](const UnseenInbox& inbox) {
        const auto& part = inbox.handed.events > 0      ? inbox.handed
                           : inbox.delivered.events > 0 ? inbox.delivered
                                                        : inbox.waiting;
        return std::pair{part.since, inbox.code};
    };
    std::ranges::sort(inboxes, {}, oldest);
    return inboxes;
}

void Unseen::deliver(AgencyId agency, InboxSeq number) {
    deliver_.run(agency, number);
}

void Unseen::watch(EventId event, sys_seconds at) {
    watch_.run(event, at);
}

void Unseen::forget(EventId event) {
    forget_.run(event);
}

std::vector<EventId> Unseen::due(sys_seconds now, int limit) {
    return due_.query(now, limit).ids<EventId>();
}

}  // namespace dondoc::store
