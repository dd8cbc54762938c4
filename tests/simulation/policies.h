// SPDX-License-Identifier: Apache-2.0
// Policies as a province might write them: every condition, every unit, never two that cross.
#pragma once

#include <string>
#include <vector>

#include "domain/alert_policy.h"
#include "simulation/random.h"

namespace dondoc::simulation {

inline const std::string office_code = "VP";
inline const std::string group_name = "các sở, ban, ngành";

AlertPolicy make_flow_policy(Random& random);  // of dossiers
std::vector<AlertPolicy> make_policies(Random& random, const std::vector<std::string>& agencies);

}  // namespace dondoc::simulation
