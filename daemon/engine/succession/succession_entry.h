// SPDX-License-Identifier: Apache-2.0
// Successions as they are written into the register; their work is another matter (succession.h).
#pragma once

#include <set>
#include <vector>

#include "domain/state_digest.h"
#include "engine/succession/succession.h"

namespace dondoc::engine {

struct EnteredSuccessions {
    std::vector<store::SuccessionRecord> records;  // as they were ordered
    std::set<store::SuccessionId> added;           // the others had been entered before
};

// Registers successors, renames, ends predecessors, and says in the reply what was entered. All that is
// decided goes into the digest. Throws as succeed() does.
EnteredSuccessions enter_successions(Work& work, const SuccessionOrder& order, StateDigest& digest,
                                     v1::AgencySucceedReply& reply);

}  // namespace dondoc::engine
