// SPDX-License-Identifier: Apache-2.0
// The day that an assignment had when it was given, from its history.
#pragma once

#include <optional>

#include "domain/civil.h"
#include "dondoc/v1/life.pb.h"

namespace dondoc::wire {

// What a change says of the day that held before it. The first change that does says which day the assignment
// was given with; where none does, it is the present one.
struct DayBefore {
    std::optional<local_days> day;
};
std::optional<DayBefore> day_before(const v1::LifeEntry& entry);  // nullopt: the day was not changed

}  // namespace dondoc::wire
