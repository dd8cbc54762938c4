// SPDX-License-Identifier: Apache-2.0
#include "store/unseen.h"

#include <algorithm>

namespace dondoc::store {

Unseen::Unseen(Database& database)
    : list_(database,
            "WITH inbox AS (SELECT id, code, name, head, delivered, "
            "  (SELECT coalesce(max(acknowledged), 0) FROM cursor c WHERE c.agency_id = g.id) AS seen "
            "  FROM agency g WHERE head > 0) "
            "SELECT id, code, name, max(delivered, seen) - seen, head - max(delivered, seen), "
            "  (SELECT at FROM event e WHERE e.agency_id = inbox.id AND e.number = seen + 1), "
            "  (SELECT at FROM event e WHERE e.agency_id = inbox.id AND e.number = max(delivered, seen) + 1) "
            "FROM inbox WHERE head > seen ORDER BY 6, code"),
      acknowledged_(database, "SELECT coalesce(max(acknowledged), 0) FROM cursor WHERE agency_id = ?"),
      deliver_(database, "UPDATE agency SET delivered = ?2 WHERE id = ?1 AND delivered < ?2"),
      watch_(database,
             "INSERT INTO watch (event_id, at) VALUES (?, ?) ON CONFLICT (event_id) DO UPDATE SET at = "
             "excluded.at"),
      forget_(database, "DELETE FROM watch WHERE event_id = ?"),
      next_(database, "SELECT at FROM watch ORDER BY at LIMIT 1"),
      due_(database, "SELECT event_id FROM watch WHERE at <= ? ORDER BY at, event_id LIMIT ?") {}

std::vector<UnseenInbox> Unseen::list() {
    std::vector<UnseenInbox> inboxes;
    for (auto rows = list_.query(); rows.next();) {
        UnseenInbox inbox{
            rows.id<AgencyId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), {}, {}};
        if (inbox.delivered > 0) inbox.delivered_since = rows.maybe_instant(5);
        if (inbox.waiting > 0) inbox.waiting_since = rows.maybe_instant(6);
        inboxes.push_back(std::move(inbox));
    }
    return inboxes;
}

InboxSeq Unseen::acknowledged(AgencyId agency) {
    auto rows = acknowledged_.query(agency);
    rows.next();
    return InboxSeq{rows.integer(0)};
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

std::optional<sys_seconds> Unseen::next() {
    auto rows = next_.query();
    if (!rows.next()) return std::nullopt;
    return rows.instant(0);
}

std::vector<EventId> Unseen::due(sys_seconds now, int limit) {
    std::vector<EventId> events;
    for (auto rows = due_.query(now, limit); rows.next();) events.push_back(rows.id<EventId>(0));
    return events;
}

}  // namespace dondoc::store
