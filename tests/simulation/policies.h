// Policies as a province might write them: every condition, every unit, never two that cross.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "domain/alert_policy.h"

namespace dondoc::simulation {

inline const std::string office_code = "VP";
inline const std::string group_name = "các sở, ban, ngành";

std::vector<AlertPolicy> make_policies(std::mt19937_64& random, const std::vector<std::string>& agencies);

}  // namespace dondoc::simulation
