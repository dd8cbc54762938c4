// SPDX-License-Identifier: Apache-2.0
// The register of agencies.
#pragma once

#include "domain/agency.h"
#include "dondoc/v1/agency.pb.h"

namespace dondoc::wire {

v1::AgencyEntry to_wire(const Agency& agency);
v1::GroupEntry to_wire(const AgencyGroup& group);

// Throws UserError "value.day".
Agency from_wire(const v1::AgencyEntry& agency);
AgencyGroup from_wire(const v1::GroupEntry& group);

}  // namespace dondoc::wire
