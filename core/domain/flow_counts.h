// SPDX-License-Identifier: Apache-2.0
// How dossiers are counted. Each is in exactly one class at any instant, so what was carried over and
// received is what was done, refused and is open. The ratio of the reports is on time / (on time + late):
// what was refused is in no ratio, or an office would better it by refusing (docs/flow.md).
#pragma once

#include <cstdint>
#include <optional>

#include "domain/civil.h"
#include "domain/report_counts.h"

namespace dondoc {

enum class FlowState { Received = 1, InWork, Paused, Done, Refused };
constexpr bool is_finished(FlowState state) {
    return state == FlowState::Done || state == FlowState::Refused;
}

enum class FlowClass { InTime = 1, Overdue, Paused, OnTime, Late, Refused };

// `due`: as flow_due(). `finished` is there for what is done or refused. A dossier that was paused when its
// term had run out is overdue.
FlowClass flow_class(FlowState state, std::optional<sys_seconds> due, std::optional<sys_seconds> finished,
                     sys_seconds now);

struct FlowFigures {
    std::int64_t carried = 0, received = 0;
    std::int64_t on_time = 0, late = 0, refused = 0;
    std::int64_t in_time = 0, overdue = 0, paused = 0;  // of what is open at the end

    std::int64_t open() const { return carried + received - on_time - late - refused; }
    Fraction ratio() const { return {on_time, on_time + late}; }
    FlowFigures& operator+=(const FlowFigures& other);
    bool operator==(const FlowFigures&) const = default;
};

}  // namespace dondoc
