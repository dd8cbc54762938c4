// SPDX-License-Identifier: Apache-2.0
// A term as it was read, and what an operator decided about a row instead.
#pragma once

#include "domain/deadline.h"
#include "dondoc/v1/plan.pb.h"
#include "language/rows/row_reader.h"
#include "text/catalogue.h"

namespace dondoc::wire {

v1::Deadline to_wire(const Deadline& deadline, text::Lang lang);

// Throws UserError "decision.kind" and "value.day", with the place in the decision.
language::RowDecisions from_wire(const v1::Decision& decision);

}  // namespace dondoc::wire
