// SPDX-License-Identifier: Apache-2.0
#include "domain/flow_counts.h"

namespace dondoc {

FlowClass flow_class(FlowState state, std::optional<sys_seconds> due, std::optional<sys_seconds> finished,
                     sys_seconds now) {
    if (state == FlowState::Refused) return FlowClass::Refused;
    const bool is_late = due && finished.value_or(now) > *due;
    if (state == FlowState::Done) return is_late ? FlowClass::Late : FlowClass::OnTime;
    if (is_late) return FlowClass::Overdue;
    return state == FlowState::Paused ? FlowClass::Paused : FlowClass::InTime;
}

FlowFigures& FlowFigures::operator+=(const FlowFigures& other) {
    carried += other.carried;
    received += other.received;
    on_time += other.on_time;
    late += other.late;
    refused += other.refused;
    in_time += other.in_time;
    overdue += other.overdue;
    paused += other.paused;
    return *this;
}

}  // namespace dondoc
