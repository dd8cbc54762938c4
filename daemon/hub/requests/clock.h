// SPDX-License-Identifier: Apache-2.0
// The machine's clock towards those who ask: what waits while it is doubted, and what is said of it.
#pragma once

#include "dondoc/v1/request.pb.h"
#include "hub/requests/call.h"

namespace dondoc::hub {

// Throws UserError "clock.held".
void require_true_time(engine::Engine& engine);

// Throws UserError "clock.range" for what no calendar can tell.
sys_seconds to_moment(const google::protobuf::Timestamp& timestamp, const char* place);

void warn_of_clock(Call& call, v1::StatusReply& status);

}  // namespace dondoc::hub
