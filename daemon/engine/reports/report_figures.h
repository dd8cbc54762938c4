// SPDX-License-Identifier: Apache-2.0
// What is counted while the assignments of a report go by, and how it is said on the wire.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/criterion.h"
#include "domain/report_counts.h"
#include "dondoc/v1/report.pb.h"
#include "store/history.h"

namespace dondoc::engine {

struct CountingRules {
    int due_soon_days;
    int silent_days;
    WaitingResults waiting;
};

// The same assignments against their current and their original terms.
struct ReportFigures {
    ReportCounts current, original;
    std::int64_t extended = 0;                       // the term is not the original one
    std::int64_t open = 0, updated = 0, silent = 0;  // see silence()
    int longest_waiting = 0;                         // days

    // `reported`: when the result that waits was reported; nullopt: none waits.
    void add(const store::AssignmentAsOf& assignment, local_days as_of, const CountingRules& rules,
             std::optional<local_days> reported);
};

// When the result that waits to be confirmed at that instant was reported; nullopt: none waits.
std::optional<local_days> reported_on(store::History& history, AssignmentId assignment, Workflow state,
                                      sys_seconds at);

// Days since anybody has changed anything.
int silence(const store::AssignmentAsOf& assignment, local_days as_of);

std::uint64_t positive(std::int64_t count);  // as the wire has counts

v1::ReportFigures to_wire(const ReportFigures& figures);
v1::CriterionScore to_wire(const Criterion& criterion, const ReportFigures& figures);
v1::Criterion to_wire(const Criterion& criterion);

}  // namespace dondoc::engine
