// SPDX-License-Identifier: Apache-2.0
// What a task's page and a list say of containers and their children.
#pragma once

#include "dondoc/v1/request.pb.h"
#include "hub/requests/call.h"

namespace dondoc::hub {

// Parent, children and what was said of them; an agency's key is not shown the titles of others' tasks.
void add_family(Call& call, const store::Task& task, v1::TaskShowReply& shown);

// On the rows of containers: how far their children are.
void add_children_progress(Call& call, google::protobuf::RepeatedPtrField<v1::AssignmentRow>& rows);

}  // namespace dondoc::hub
