// SPDX-License-Identifier: Apache-2.0
// The events of all agencies in the order of their ids, and how far each has acknowledged that follows them
// by name.
#pragma once

#include <string>
#include <vector>

#include "store/inbox.h"

namespace dondoc::store {

class Stream {
  public:
    explicit Stream(Database& database);

    // Events after `after`, ascending, at most `limit`. One without a body was removed, see retention.h.
    std::vector<StoredEvent> read(EventId after, int limit);

    bool knows(const std::string& consumer);
    int count();  // of names that are remembered
    // Never moves back.
    void acknowledge(const std::string& consumer, EventId id, sys_seconds at);

  private:
    Statement read_, knows_, count_, acknowledge_;
};

}  // namespace dondoc::store
