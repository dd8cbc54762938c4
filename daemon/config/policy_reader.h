// SPDX-License-Identifier: Apache-2.0
// The [[policy]] sections: when somebody is told of a term.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "config/settings.h"
#include "config/toml_file.h"
#include "domain/alert_policy.h"

namespace dondoc::config {

struct PoliciesRead {
    std::vector<AlertPolicy> policies;  // in the order of the file, in which they are tried; may be empty
    std::vector<AgencyMention> mentions;
};
struct PolicyDefaults {
    const std::string&
        office;  // code of the monitoring office, which is told of every escalation; empty: none
    std::chrono::minutes time;  // of the day, for policies that do not say one
};
PoliciesRead read_policies(Section& top, const PolicyDefaults& defaults);

// When is told, without for what: what the section says over `policy`.
struct StepsRead {
    AlertPolicy policy;
    std::vector<AgencyMention> mentions;
};
StepsRead read_steps(Section& section, AlertPolicy policy, const PolicyDefaults& defaults);

}  // namespace dondoc::config
