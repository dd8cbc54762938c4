// SPDX-License-Identifier: Apache-2.0
// What a report counts of assignments as they stood at the end of a day: the same ones against their current
// and their original terms. Days are civil days in Asia/Ho_Chi_Minh.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/report_counts.h"

namespace dondoc {

// How an assignment stood at an instant, as far as figures go.
struct CountedWork {
    Workflow state = Workflow::Assigned;
    std::optional<local_days> due, original_due, completed_on;
    sys_seconds given_at{}, updated_at{};  // given; changed the last time by anybody

    bool operator==(const CountedWork&) const = default;
};

struct CountingRules {
    int due_soon_days;
    int silent_days;
    WaitingResults waiting;
};

// So many of each.
ReportCounts operator*(const ReportCounts& counts, std::int64_t times);

struct ReportFigures {
    ReportCounts current, original;
    std::int64_t extended = 0;                       // the term is not the original one
    std::int64_t open = 0, updated = 0, silent = 0;  // see silence()
    int longest_waiting = 0;                         // days

    // `reported`: when the result that waits was reported; nullopt: none waits. `times`: so many that stand
    // alike.
    void add(const CountedWork& work, local_days as_of, const CountingRules& rules,
             std::optional<local_days> reported, std::int64_t times = 1);
    ReportFigures& operator+=(const ReportFigures& other);
};

// Days since anybody has changed anything.
int silence(const CountedWork& work, local_days as_of);

}  // namespace dondoc
