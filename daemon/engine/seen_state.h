// SPDX-License-Identifier: Apache-2.0
// An operator decides on what was shown; what has changed since is not overwritten unseen.
#pragma once

#include <string>

#include "engine/work.h"

namespace dondoc::engine {

// The digest of what is shown together with the newest event, so that what happened since can be told.
std::string seen_now(Work& work, const std::string& digest);

// Throws UserError "plan.changed_meanwhile", naming the newest of the changes to assignments of the document,
// or "plan.other_than_seen" where none was told: other rows, another register. Nothing where `seen` was made
// of `digest`.
void require_seen(Work& work, const std::string& seen, const std::string& digest,
                  const std::string& document);

}  // namespace dondoc::engine
