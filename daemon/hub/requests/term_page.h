// SPDX-License-Identifier: Apache-2.0
// What a task's page says of a term that is not one fixed day.
#pragma once

#include "dondoc/v1/request.pb.h"
#include "hub/requests/call.h"
#include "store/reviews.h"
#include "store/task_terms.h"

namespace dondoc::hub {

v1::TermEntry to_wire(const store::TermEntry& entry, text::Lang lang);
v1::Review to_wire(const store::PlannedReview& review, Call& call);

// Decisions on the term, the occurrences that are opened next, and reviews; of an agency's key only its own.
void add_term_page(Call& call, TaskId task, v1::TaskShowReply& shown);

}  // namespace dondoc::hub
