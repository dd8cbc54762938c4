// SPDX-License-Identifier: Apache-2.0
// Who has looked. Where an agency has persons who are told, an event is seen when one of them has looked at
// it; else when a listener that shows events to a person has acknowledged it.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"

namespace dondoc::store {

struct Look {
    sys_seconds at;
    std::optional<PersonId> person;  // nullopt: nobody was named
    std::string by;                  // name of the key
};

class Looks {
  public:
    explicit Looks(Database& database);

    // Everything up to this number has been seen; of later ones each by itself.
    InboxSeq seen_to(AgencyId agency);
    bool is_seen(AgencyId agency, InboxSeq number);
    // nullopt: nobody has looked, or a listener showed it.
    std::optional<Look> of(AgencyId agency, InboxSeq number);

    // The first look counts. Returns how many events it was the first of.
    int mark(AgencyId agency, InboxSeq number, const Look& look);
    // The newest `most` of those up to this number that nobody has looked at.
    int mark_up_to(AgencyId agency, InboxSeq number, int most, const Look& look);
    // Events in the agency's inbox that told it of its assignment: it has done something about it.
    int mark_work(AgencyId agency, AssignmentId assignment, TaskId task, const Look& look);

  private:
    void advance(AgencyId agency);

    Statement seen_to_, find_, mark_, mark_up_to_, mark_work_, advance_;
};

}  // namespace dondoc::store
