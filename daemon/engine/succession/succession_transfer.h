// SPDX-License-Identifier: Apache-2.0
// The open work of an agency that ceases, handed over to those that take over, and told to both sides.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dondoc/v1/succession.pb.h"
#include "engine/work.h"

namespace dondoc::engine {

// What becomes of an open part, where the successor may have a part of the same task.
enum class Joining {
    HandedOver,  // it has none, or one that was taken back and holds again
    Joined,      // both are still to be done: they are one from now on
    Kept,        // the part was reported: the result stays whose it is, until the office confirms it
    Returned     // the successor has a result already: the office says whether that holds for this part, too
};
Joining joining_of(const std::optional<store::Assignment>& own, const store::Assignment& part);

// The hand-overs of one succession.
class SuccessionTransfer {
  public:
    // All that is given outlives it. `directory`: the register with the successors in it.
    SuccessionTransfer(Work& work, const Directory& directory, const store::SuccessionRecord& succession,
                       const std::string& by);

    // The open assignment becomes `transferred`; the successor has one of the same task, term and progress,
    // or a part in the one that it has anyway: then the earlier day and the lesser progress hold.
    void hand_over(store::Assignment assignment, AgencyId to);
    void hand_over_cooperation(TaskId task, AgencyId from, AgencyId to);
    // Nobody takes over, or only who has a result of its own, `own`: the office has to deal with it.
    void return_to_office(store::Assignment assignment,
                          const std::optional<store::Assignment>& own = std::nullopt);
    void end_cooperation(TaskId task, AgencyId from);  // nobody takes over

    void tell();  // each predecessor that ceases and each successor, in their inboxes

  private:
    store::Assignment taken_over(const store::Assignment& assignment, AgencyId to);
    void add_item(AgencyId to, TaskId task, const store::Assignment* assignment, AgencyId from);
    v1::SuccessionNotice::Share& share(AgencyId from, AgencyId to);

    Work& work_;
    const Directory& directory_;
    const store::SuccessionRecord& succession_;
    const std::string& by_;
    std::vector<Mute> mutes_;  // of single assignments: they hold for what these go over into
    using ItemKey = std::pair<AssignmentId, TaskId>;
    struct GivenItem {
        v1::AlertItem item;
        DocumentId document;
    };
    std::map<AgencyId, std::map<ItemKey, GivenItem>> items_;                      // by successor
    std::map<AgencyId, std::map<AgencyId, v1::SuccessionNotice::Share>> shares_;  // by predecessor
    std::map<AgencyId, std::vector<TaskId>> tasks_;                               // likewise
};

v1::Succession to_wire(store::Agencies& agencies, const store::SuccessionRecord& succession);

}  // namespace dondoc::engine
