// SPDX-License-Identifier: Apache-2.0
// The enums of the domain and those of the wire, which are one list each. Where nothing is a value of its
// own, the wire's list begins with "unspecified".
#pragma once

#include <optional>

#include "domain/access.h"
#include "domain/deadline.h"
#include "domain/lifecycle.h"
#include "dondoc/v1/plan.pb.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::wire {

v1::DeadlineKind::Kind to_wire(DeadlineKind kind);
v1::Timeliness::Class to_wire(Timeliness timeliness);
v1::Workflow::State to_wire(Workflow state);
v1::Role::Kind to_wire(Role role);

// nullopt: unspecified, or a value of newer programs.
std::optional<DeadlineKind> from_wire(v1::DeadlineKind::Kind kind);
std::optional<Timeliness> from_wire(v1::Timeliness::Class timeliness);

}  // namespace dondoc::wire
