// SPDX-License-Identifier: Apache-2.0
#include "wire/workflow.h"

#include "dondoc/v1/request.pb.h"

namespace dondoc::wire {

std::optional<Workflow> workflow_named(const std::string& name) {
    auto state = v1::Workflow::assigned;
    if (!v1::Workflow::State_Parse(name, &state)) return std::nullopt;
    return static_cast<Workflow>(state);
}

}  // namespace dondoc::wire
