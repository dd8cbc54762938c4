// SPDX-License-Identifier: Apache-2.0
// An assignment goes to another agency: it never changes its own, so the old one ends and another one holds.
#pragma once

#include <string>

#include "engine/work.h"

namespace dondoc::engine {

struct Transfer {
    std::string to;  // code
    std::string reason;
    std::string by;  // name of the key that asks
};

struct Transferred {
    store::Assignment from;  // as it is afterwards
    store::Assignment to;
};

// The other agency's assignment has the same task, term and original term. One that it had of this task
// before and that is over (returned, transferred, revoked) holds again; one that is open or completed is in
// the way. The old agency is told that it lost the work, the other one that it was given it. Throws UserError
// "access.other_actor", "assignment.state" (assignment_changes.h), "assignment.dropped", "agency.unknown",
// "assignment.same_agency", "assignment.has_it", "value.too_long".
Transferred transfer(Work& work, store::Assignment assignment, Actor actor, const Transfer& wanted);

}  // namespace dondoc::engine
