// SPDX-License-Identifier: Apache-2.0
#include "store/stream.h"

namespace dondoc::store {

Stream::Stream(Database& database)
    : read_(database, "SELECT id, agency_id, number, body FROM event WHERE id > ? ORDER BY id LIMIT ?"),
      knows_(database, "SELECT 1 FROM stream_cursor WHERE consumer = ?"),
      count_(database, "SELECT count(*) FROM stream_cursor"),
      acknowledge_(
          database,
          "INSERT INTO stream_cursor (consumer, acknowledged, at) VALUES (?, ?, ?) "
          "ON CONFLICT (consumer) DO UPDATE SET acknowledged = excluded.acknowledged, at = excluded.at "
          "WHERE excluded.acknowledged > acknowledged") {}

std::vector<StoredEvent> Stream::read(EventId after, int limit) {
    std::vector<StoredEvent> events;
    for (auto rows = read_.query(after, limit); rows.next();)
        events.push_back(
            {rows.id<EventId>(0), rows.id<AgencyId>(1), InboxSeq{rows.integer(2)}, rows.blob(3)});
    return events;
}

bool Stream::knows(const std::string& consumer) {
    auto rows = knows_.query(consumer);
    return rows.next();
}

int Stream::count() {
    return static_cast<int>(count_.query().number());
}

void Stream::acknowledge(const std::string& consumer, EventId id, sys_seconds at) {
    acknowledge_.run(consumer, id, at);
}

}  // namespace dondoc::store
