// SPDX-License-Identifier: Apache-2.0
// The state of an assignment by its name on the wire.
#pragma once

#include <optional>
#include <string>

#include "domain/lifecycle.h"

namespace dondoc::wire {

std::optional<Workflow> workflow_named(const std::string& name);  // "in_progress"; nullopt: a newer program's

}  // namespace dondoc::wire
