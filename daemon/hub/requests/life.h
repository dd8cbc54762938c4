// SPDX-License-Identifier: Apache-2.0
// The life of assignments on the wire.
#pragma once

#include <cstdint>
#include <optional>

#include "dondoc/v1/request.pb.h"
#include "hub/requests/call.h"

namespace dondoc::hub {

v1::AssignmentRow assignment_row(Call& call, AssignmentId assignment);

// What happened after that revision, oldest first, at most the newest `limit`.
void add_life_since(Call& call, AssignmentId assignment, std::int64_t revision, int limit,
                    google::protobuf::RepeatedPtrField<v1::LifeEntry>& entries);

// Fills in life and completed; with an agency only the life of its own assignment.
void add_life(Call& call, TaskId task, std::optional<AgencyId> agency, v1::TaskShowReply& shown);

}  // namespace dondoc::hub
