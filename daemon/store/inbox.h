// SPDX-License-Identifier: Apache-2.0
// The log of events, which is also every agency's inbox: gapless numbers per agency, given in the transaction
// that decides the event. And how far each listener has acknowledged.
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

struct StoredEvent {
    EventId id;
    AgencyId agency;
    InboxSeq number;
    std::string body;  // a serialized dondoc.v1.Event; empty: removed, see retention.h
};

class Inbox {
  public:
    explicit Inbox(Database& database);

    InboxSeq head(AgencyId agency);
    // Events after `after`, ascending, at most `limit`, and no more after `most_bytes` of them.
    std::vector<StoredEvent> read(AgencyId agency, InboxSeq after, int limit,
                                  std::size_t most_bytes = std::numeric_limits<std::size_t>::max());

    EventId last_event();
    struct Entry {
        StoredEvent event;
        sys_seconds at;
        int kind = 0;
    };
    std::optional<Entry> find(EventId id);
    std::optional<EventId> at(AgencyId agency, InboxSeq number);

    InboxSeq acknowledged(AgencyId agency, const std::string& consumer);
    // Never moves back. `shown`: up to which number it was shown to a person.
    void acknowledge(AgencyId agency, const std::string& consumer, InboxSeq number, InboxSeq shown,
                     sys_seconds at);

  private:
    friend class EventWriter;
    Statement head_, set_head_, insert_, read_, last_, find_, at_, cursor_, set_cursor_;
};

// Appends events within one transaction; finish() must be called before its commit. A rolled back transaction
// takes the numbers back with it, so a writer never outlives its transaction.
class EventWriter {
  public:
    EventWriter(Inbox& inbox, sys_seconds at);

    struct Slot {
        EventId id;
        InboxSeq number;
    };
    Slot next(AgencyId agency);  // the slot that the next append for this agency fills
    void append(const StoredEvent& event, int kind);
    void finish();

    const std::vector<StoredEvent>& written() const { return written_; }
    std::vector<StoredEvent> take() { return std::move(written_); }

  private:
    Inbox& inbox_;
    sys_seconds at_;
    EventId last_id_;
    std::map<AgencyId, InboxSeq> heads_;
    std::vector<StoredEvent> written_;
};

}  // namespace dondoc::store
