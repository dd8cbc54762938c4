// SPDX-License-Identifier: Apache-2.0
// What a reading says is doubtful, by the keys of its messages.
#pragma once

#include <string>
#include <vector>

#include "plan/reader.h"

namespace dondoc::tests {

inline std::vector<std::string> keys_of(const v1::PlanRow& row) {
    std::vector<std::string> keys;
    for (const auto& doubt : row.doubts()) keys.push_back(doubt.key());
    return keys;
}
inline std::vector<std::string> keys_of(const plan::PlanTableReading& reading) {
    std::vector<std::string> keys;
    for (const auto& problem : reading.problems) keys.push_back(problem.key);
    return keys;
}

}  // namespace dondoc::tests
