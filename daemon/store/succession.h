// SPDX-License-Identifier: Apache-2.0
// Which agency went over into which, and where their work went.
//
// A report for a past day counts assignments as History::as_of gives them, by the agency that each belonged
// to, called as Agencies in time (domain/agencies_in_time.h) say: as it was. The same assignments put to
// those that took over (Restatement) are the same report restated; it only puts them together in another
// way, so every total is the same.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/agency.h"
#include "store/database.h"

namespace dondoc::store {

using SuccessionId = Id<struct SuccessionTag>;

struct SuccessionRecord {
    SuccessionId id;
    SuccessionKind kind = SuccessionKind::Merge;
    local_days day;
    std::string document;
    std::vector<AgencyId> from, to;
    std::string by;  // name of the key
    sys_seconds at;
};

// Who answers today for what an agency had. Immutable.
class Restatement {
  public:
    // The work of an agency that went over into one other is that one's. Where there are several, an open
    // assignment is the one's that it was handed to; what was done before stays with the agency that did it.
    AgencyId of(AssignmentId assignment, AgencyId agency) const;

  private:
    friend class Successions;
    struct Step {
        local_days day;
        AgencyId to;
    };
    struct Transfer {
        local_days day;
        AssignmentId to;
        AgencyId agency;
    };
    std::map<AgencyId, std::vector<Step>> sole_;  // earliest first
    std::unordered_map<AssignmentId, Transfer> transfers_;
};

class Successions {
  public:
    explicit Successions(Database& database);

    SuccessionId add(const SuccessionRecord& record);
    std::vector<SuccessionRecord> all();  // earliest day first

    // The assignment went over into another one; a step that was told of it counts as told of that one too.
    void add_transfer(AssignmentId from, AssignmentId to, SuccessionId succession);
    // Its alarm, with what a mute holds back, goes with it. The other one has no alarm yet.
    void hand_over_alarm(AssignmentId from, AssignmentId to, AgencyId agency);
    std::optional<AssignmentId> transferred_to(AssignmentId assignment);

    // By which the agency ceased; nullopt: by none.
    std::optional<SuccessionRecord> ended_by(AgencyId agency);

    std::vector<AssignmentId> open_of(AgencyId agency);
    // Tasks with open work in which it cooperates.
    std::vector<TaskId> open_cooperations_of(AgencyId agency);

    // By the successions of up to and with that day.
    Restatement restatement(local_days as_of);

  private:
    Statement insert_, insert_party_, all_, parties_, insert_transfer_, copy_ledger_, hand_over_alarm_;
    Statement transferred_to_, open_, cooperations_, transfers_;
};

}  // namespace dondoc::store
