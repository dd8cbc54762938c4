// SPDX-License-Identifier: Apache-2.0
// Mutes, and what they have kept from being told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/mute.h"
#include "store/database.h"

namespace dondoc::store {

struct WithheldRecord {
    AssignmentId assignment;
    std::string agency;  // code of the agency whose assignment it is
    std::string step;
    local_days due;
    sys_seconds at;
    MuteId mute;
    std::string reason;  // of the mute
};

class Mutes {
  public:
    explicit Mutes(Database& database);

    MuteId add(const Mute& mute);  // its id is given here
    std::optional<Mute> get(MuteId id);
    void end(MuteId id, const Mute::End& end);
    std::vector<Mute> holding(local_days today);  // those that end first, first
    // Those that have ended, too; the newest `limit`, newest first.
    std::vector<Mute> all(int limit);

    // A step that comes to be withheld by another mute afterwards belongs to that one.
    void withhold(AssignmentId assignment, local_days due, const std::string& step, sys_seconds at,
                  MuteId mute);
    std::int64_t withheld(MuteId id);  // notices
    // The newest `limit`, oldest first; with an agency only those of its own assignments.
    std::vector<WithheldRecord> history(TaskId task, std::optional<AgencyId> agency, int limit);
    // Assignments, closed ones too, that the target covers and whose terms lie between the days; by term.
    std::vector<AssignmentId> covered(const MuteTarget& target, local_days from, local_days to);
    // What this mute holds back is looked at again at `at`.
    void release(MuteId id, sys_seconds at);

  private:
    Statement insert_, get_, end_, holding_, all_, withhold_, count_, history_, release_, covered_;
};

}  // namespace dondoc::store
