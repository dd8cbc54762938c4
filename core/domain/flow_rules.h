// SPDX-License-Identifier: Apache-2.0
// What dossiers are counted and told of by.
#pragma once

#include "domain/alert_policy.h"
#include "domain/flow_term.h"

namespace dondoc {

struct FlowRules {
    AlertPolicy policy = {};  // none of its conditions is looked at
    OfficeHours hours = usual_office_hours();

    bool operator==(const FlowRules&) const = default;
};

}  // namespace dondoc
