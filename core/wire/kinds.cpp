// SPDX-License-Identifier: Apache-2.0
#include "wire/kinds.h"

namespace dondoc::wire {

static_assert(static_cast<int>(v1::Workflow::revoked) == static_cast<int>(Workflow::Revoked));
static_assert(static_cast<int>(v1::Timeliness::completed_no_deadline) ==
              static_cast<int>(Timeliness::CompletedNoDeadline) + 1);
static_assert(static_cast<int>(v1::DeadlineKind::as_assigned) == static_cast<int>(DeadlineKind::AsAssigned));
static_assert(static_cast<int>(v1::Role::gateway) == static_cast<int>(Role::Gateway) + 1);

v1::DeadlineKind::Kind to_wire(DeadlineKind kind) {
    return static_cast<v1::DeadlineKind::Kind>(kind);
}

v1::Timeliness::Class to_wire(Timeliness timeliness) {
    return static_cast<v1::Timeliness::Class>(static_cast<int>(timeliness) + 1);
}

v1::Workflow::State to_wire(Workflow state) {
    return static_cast<v1::Workflow::State>(state);
}

v1::Role::Kind to_wire(Role role) {
    return static_cast<v1::Role::Kind>(static_cast<int>(role) + 1);
}

std::optional<DeadlineKind> from_wire(v1::DeadlineKind::Kind kind) {
    if (!v1::DeadlineKind::Kind_IsValid(kind)) return std::nullopt;
    return static_cast<DeadlineKind>(kind);
}

std::optional<Timeliness> from_wire(v1::Timeliness::Class timeliness) {
    if (timeliness == v1::Timeliness::unspecified || !v1::Timeliness::Class_IsValid(timeliness))
        return std::nullopt;
    return static_cast<Timeliness>(static_cast<int>(timeliness) - 1);
}

}  // namespace dondoc::wire
