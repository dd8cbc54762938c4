// SPDX-License-Identifier: Apache-2.0
// Who has not looked: what was handed to an agency's listeners and what it has acknowledged, and the events
// of which the office is told when nobody has looked in time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

// Of one inbox. An agency sees an event when any listener of its own acknowledges it.
struct UnseenInbox {
    AgencyId agency;
    std::string code;
    std::string name;
    std::int64_t delivered = 0;                                 // handed to a listener, not acknowledged
    std::int64_t waiting = 0;                                   // never handed to one
    std::optional<sys_seconds> delivered_since, waiting_since;  // the oldest of each
};

class Unseen {
  public:
    explicit Unseen(Database& database);

    // Those with something unseen, that of the oldest event first.
    std::vector<UnseenInbox> list();
    InboxSeq acknowledged(AgencyId agency);          // by any of its listeners
    void deliver(AgencyId agency, InboxSeq number);  // never moves back

    // Looks at the event again at `at`.
    void watch(EventId event, sys_seconds at);
    void forget(EventId event);
    std::optional<sys_seconds> next();
    std::vector<EventId> due(sys_seconds now, int limit);

  private:
    Statement list_, acknowledged_, deliver_, watch_, forget_, next_, due_;
};

}  // namespace dondoc::store
