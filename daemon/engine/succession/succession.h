// SPDX-License-Identifier: Apache-2.0
// Agencies go over into others: they are renamed, merged, split, dissolved, and their open work goes with
// them.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/succession.pb.h"
#include "engine/work.h"

namespace dondoc::engine {

struct SuccessionOrder {
    Register content;  // the successions; successors that are not registered yet; how a renamed one is called
    std::vector<v1::SuccessionChoice> choices;
    bool leave = false;  // where nobody takes over, the work goes back to the office
    std::string by;      // name of the key that asks
    std::string seen;    // AgencySucceedReply::seen of a trial
    bool trial = false;  // everything is taken back afterwards: choices may be missing, the day may lie ahead
};

// Everything in one transaction. One that was entered before is not entered again; what work its
// predecessors have got since is handed over. Remarks have no text yet. Throws what import_register throws,
// and UserError
// "succession.none", "succession.shape", "succession.no_document", "succession.unknown", "succession.ended",
// "succession.before_start", "succession.to_ended", "succession.future", "succession.code_taken",
// "succession.no_change", "succession.renamed_later", "succession.choice_unknown", "succession.choice_other",
// "succession.choice_twice", "succession.unchosen", "succession.left", "succession.too_many",
// "succession.changed_meanwhile".
v1::AgencySucceedReply succeed(Work& work, const SuccessionOrder& order);

// Agencies whose assignment of the task went over into another's, replaced by that one.
std::vector<AgencyId> holders_of(Work& work, TaskId task, const std::vector<AgencyId>& agencies);

}  // namespace dondoc::engine
