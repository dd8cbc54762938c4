// SPDX-License-Identifier: Apache-2.0
// What was told of a task, what was withheld, and what will be told next by which rule.
#pragma once

#include "dondoc/v1/request.pb.h"
#include "hub/requests/call.h"

namespace dondoc::hub {

// Fills in alerts and planned; an agency's key sees its own.
void explain_task(Call& call, TaskId task, v1::TaskShowReply& shown);

}  // namespace dondoc::hub
