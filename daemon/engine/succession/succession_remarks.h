// SPDX-License-Identifier: Apache-2.0
// What still names an agency that ceases, and has to be looked at by the operator.
#pragma once

#include <vector>

#include "dondoc/v1/succession.pb.h"
#include "engine/work.h"

namespace dondoc::engine {

// Keys, groups, mutes and policies, as remarks without a text.
void add_remarks(Work& work, const Directory& directory, const std::vector<store::SuccessionRecord>& records,
                 v1::AgencySucceedReply& reply);

}  // namespace dondoc::engine
