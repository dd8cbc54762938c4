// SPDX-License-Identifier: Apache-2.0
#include "domain/mute.h"

namespace dondoc {

sys_seconds release_moment(const Mute& mute, const AlertPolicy& policy, const Calendar& calendar) {
    constexpr Step the_day_after{AlertKind::Overdue, {1, Offset::Unit::Days}};
    return moment_of(policy, calendar, mute.until, the_day_after);
}

}  // namespace dondoc
