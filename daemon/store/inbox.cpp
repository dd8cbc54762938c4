// SPDX-License-Identifier: Apache-2.0
#include "store/inbox.h"

namespace dondoc::store {

Inbox::Inbox(Database& database)
    : head_(database, "SELECT head FROM agency WHERE id = ?"),
      set_head_(database, "UPDATE agency SET head = ? WHERE id = ?"),
      insert_(database,
              "INSERT INTO event (id, agency_id, number, at, kind, body) VALUES (?, ?, ?, ?, ?, ?)"),
      read_(database,
            "SELECT id, agency_id, number, body FROM event WHERE agency_id = ? AND number > ? "
            "ORDER BY number LIMIT ?"),
      last_(database, "SELECT seq FROM sqlite_sequence WHERE name = 'event'"),
      find_(database, "SELECT id, agency_id, number, body, at, kind FROM event WHERE id = ?"),
      at_(database, "SELECT id FROM event WHERE agency_id = ? AND number = ?"),
      cursor_(database, "SELECT acknowledged FROM cursor WHERE agency_id = ? AND consumer = ?"),
      set_cursor_(database,
                  "INSERT INTO cursor (agency_id, consumer, acknowledged, shown, at) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (agency_id, consumer) DO UPDATE SET "
                  "acknowledged = max(acknowledged, excluded.acknowledged), "
                  "shown = max(shown, excluded.shown), at = excluded.at "
                  "WHERE excluded.acknowledged > acknowledged OR excluded.shown > shown") {}

InboxSeq Inbox::head(AgencyId agency) {
    return InboxSeq{head_.query(agency).number()};
}

std::vector<StoredEvent> Inbox::read(AgencyId agency, InboxSeq after, int limit, std::size_t most_bytes) {
    std::vector<StoredEvent> events;
    std::size_t bytes = 0;
    for (auto rows = read_.query(agency, after, limit); bytes < most_bytes && rows.next();) {
        events.push_back(
            {rows.id<EventId>(0), rows.id<AgencyId>(1), InboxSeq{rows.integer(2)}, rows.blob(3)});
        bytes += events.back().body.size();
    }
    return events;
}

EventId Inbox::last_event() {
    return EventId{last_.query().number()};
}

std::optional<Inbox::Entry> Inbox::find(EventId id) {
    auto rows = find_.query(id);
    if (!rows.next()) return std::nullopt;
    return Entry{{rows.id<EventId>(0), rows.id<AgencyId>(1), InboxSeq{rows.integer(2)}, rows.blob(3)},
                 rows.instant(4),
                 static_cast<int>(rows.integer(5))};
}

std::optional<EventId> Inbox::at(AgencyId agency, InboxSeq number) {
    auto rows = at_.query(agency, number);
    if (!rows.next()) return std::nullopt;
    return rows.id<EventId>(0);
}

InboxSeq Inbox::acknowledged(AgencyId agency, const std::string& consumer) {
    return InboxSeq{cursor_.query(agency, consumer).number()};
}

void Inbox::acknowledge(AgencyId agency, const std::string& consumer, InboxSeq number, InboxSeq shown,
                        sys_seconds at) {
    set_cursor_.run(agency, consumer, number, shown, at);
}

EventWriter::EventWriter(Inbox& inbox, sys_seconds at)
    : inbox_(inbox), at_(at), last_id_(inbox.last_event()) {}

EventWriter::Slot EventWriter::next(AgencyId agency) {
    auto found = heads_.find(agency);
    if (found == heads_.end()) found = heads_.emplace(agency, inbox_.head(agency)).first;
    return {EventId{last_id_.value + 1}, InboxSeq{found->second.value + 1}};
}

void EventWriter::append(const StoredEvent& event, int kind) {
    inbox_.insert_.run(event.id, event.agency, event.number, at_, kind, Blob{event.body});
    last_id_ = event.id;
    heads_[event.agency] = event.number;
    written_.push_back(event);
}

void EventWriter::finish() {
    for (const auto& [agency, head] : heads_) inbox_.set_head_.run(head, agency);
}

}  // namespace dondoc::store
