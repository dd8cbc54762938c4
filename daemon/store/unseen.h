// SPDX-License-Identifier: Apache-2.0
// Inboxes with something that nobody has looked at, and how far that has come; and the events of which the
// office is told when nobody has looked in time. Who has looked: looks.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

// Of one inbox: events that nobody has looked at.
struct UnseenInbox {
    struct Part {
        std::int64_t events = 0;
        std::optional<sys_seconds> since;  // the oldest
    };
    AgencyId agency;
    std::string code;
    std::string name;
    bool by_persons = false;  // it has persons who are told: only they can have looked
    InboxSeq seen_to;
    Part handed;     // acknowledged by a program
    Part delivered;  // sent to a listener, not acknowledged
    Part waiting;    // never sent to one
};

class Unseen {
  public:
    explicit Unseen(Database& database);

    // Those with something unseen, that of the oldest event first.
    std::vector<UnseenInbox> list();
    void deliver(AgencyId agency, InboxSeq number);  // never moves back

    // Looks at the event again at `at`.
    void watch(EventId event, sys_seconds at);
    void forget(EventId event);
    std::vector<EventId> due(sys_seconds now, int limit);

  private:
    UnseenInbox::Part part(AgencyId agency, std::int64_t after, std::int64_t to);

    Statement list_, looked_, oldest_, deliver_, watch_, forget_, due_;
};

}  // namespace dondoc::store
