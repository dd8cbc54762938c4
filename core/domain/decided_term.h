// SPDX-License-Identifier: Apache-2.0
// A term that a person set by hand: kind, days and start are given, nothing is read.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "domain/deadline.h"

namespace dondoc {

struct DecidedTerm {
    DeadlineKind kind = DeadlineKind::None;
    std::vector<local_days> due;  // last acceptable civil days
    std::optional<local_days> start;
    std::optional<std::chrono::minutes> hour = std::nullopt;  // of a day that is due
    bool operator==(const DecidedTerm&) const = default;
};

// The term in the form that a reading has. Throws UserError "decision.needs_day" (a kind that falls due, and
// no day), "decision.one_day" (several days, and the kind is not recurring), "decision.no_day" (a day, and
// the kind has none), "decision.needs_start", "decision.before_issue" (a day before the document was issued),
// "decision.too_late" (a day after 2099: a slip of the pen), "decision.start_after_due".
Term term_of(DecidedTerm decided, local_days issued);

}  // namespace dondoc
