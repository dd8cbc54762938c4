// SPDX-License-Identifier: Apache-2.0
// Muting: who is not told for a while, and why.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/work.h"

namespace dondoc::engine {

// The mutes that hold on one day, by what they are of.
class HoldingMutes {
  public:
    HoldingMutes(store::Store& store, local_days today);
    HoldingMutes(const HoldingMutes&) = delete;
    HoldingMutes& operator=(const HoldingMutes&) = delete;

    bool empty() const { return by_target_.empty(); }
    const std::vector<Mute>& all() const { return mutes_; }
    // The one that holds longest; nullptr: this assignment is not muted.
    const Mute* of(AssignmentId assignment, TaskId task, DocumentId document, AgencyId agency) const;
    // Of all that this agency has, dossiers with it.
    const Mute* of(AgencyId agency) const;

  private:
    std::vector<Mute> mutes_;
    std::map<MuteTarget, const Mute*> by_target_;
};

// The target exists. Throws UserError "mute.no_reason", "mute.past", "mute.too_long", "value.too_long".
Mute add_mute(Work& work, const MuteTarget& target, local_days until, const std::string& reason,
              const std::string& by);

// The open assignments of which it holds back the last reminder before the term, by term.
std::vector<store::Assignment> left_unreminded(Work& work, const Mute& mute);

// What it held back and is still true is told at once, unless another mute holds it. Throws UserError
// "mute.unknown", "mute.over", "value.too_long".
Mute end_mute(Work& work, MuteId id, const std::string& reason, const std::string& by);

}  // namespace dondoc::engine
