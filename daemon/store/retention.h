// SPDX-License-Identifier: Apache-2.0
// Contents of events that nobody needs any longer. The heading of an event (its inbox, number, time and kind)
// always stays, and so do the ledger of alerts and the notices, which refer to it.
#pragma once

#include <optional>

#include "store/database.h"

namespace dondoc::store {

class Retention {
  public:
    explicit Retention(Database& database);

    // Removes, in the next inbox that has something to remove, the contents of up to `limit` events that are
    // older than `before` and that every known listener of the agency, and everybody who follows the stream,
    // has acknowledged. An inbox of which no listener is known keeps everything. Returns how many; 0: there
    // is nothing to remove.
    int remove(sys_seconds before, int limit);

    InboxSeq first_kept(AgencyId agency);

  private:
    Statement next_, old_, read_by_all_, clear_, set_first_, first_kept_;
};

}  // namespace dondoc::store
