// The life of assignments on the wire.
#pragma once

#include "hub/requests.h"

namespace dondoc::hub {

// As the history says who did it; a key without a name is told by its role and its beginning.
std::string name_of(const Identity& who);

v1::AssignmentRow assignment_row(Call& call, AssignmentId assignment);

// The key is of an agency that cooperates in the task: it sees all of its assignments and may comment.
bool cooperates(Call& call, TaskId task);

// One that the key may see; to an agency, what belongs to others does not exist.
std::optional<store::Assignment> visible_assignment(Call& call, AssignmentId id);

// In the transaction of the call. Throws UserError for what is not possible.
v1::AssignmentChangeReply carry_out_change(Call& call, const v1::AssignmentChangeRequest& wanted);

// What happened after that revision, oldest first, at most the newest `limit`.
void add_life_since(Call& call, AssignmentId assignment, std::int64_t revision, int limit,
                    google::protobuf::RepeatedPtrField<v1::LifeEntry>& entries);

// Fills in life and completed; with an agency only the life of its own assignment.
void add_life(Call& call, TaskId task, std::optional<AgencyId> agency, v1::TaskShowReply& shown);

}  // namespace dondoc::hub
