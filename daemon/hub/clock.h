// The machine's clock towards those who ask: what waits while it is doubted, and what is said of it.
#pragma once

#include "hub/requests.h"

namespace dondoc::hub {

// A command that plans alarms or writes down a day. Keys, and the word on the clock itself, do not wait.
bool needs_true_time(v1::Request::BodyCase body);
// Throws UserError "clock.held".
void require_true_time(engine::Engine& engine);

// Throws UserError "clock.range" for what no calendar can tell.
sys_seconds to_moment(const google::protobuf::Timestamp& timestamp, const char* place);

void warn_of_clock(Call& call, v1::StatusReply& status);

}  // namespace dondoc::hub
