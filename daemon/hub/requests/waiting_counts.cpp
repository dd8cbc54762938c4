// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/waiting_counts.h"

#include <algorithm>
#include <cstdint>

namespace dondoc::hub {

WaitingCounts::WaitingCounts(Call& call, std::optional<AgencyId> agency)
    : results_(call.engine.store().waiting_results.all(agency)),
      today_(call.engine.today()),
      due_soon_days_(call.engine.rules().due_soon_days),
      own_class_(call.engine.rules().waiting == WaitingResults::Own) {}

void WaitingCounts::set_apart(v1::Counts& counts, const Choice& counted) const {
    for (const auto& result : results_)
        if (counted(result)) set_apart(counts, result);
}

void WaitingCounts::set_apart(v1::Counts& counts, const store::WaitingResult& result) const {
    const auto waited = (today_ - civil_day(result.reported_at)).count();
    counts.set_longest_waiting(std::max(counts.longest_waiting(),
                                        static_cast<std::uint32_t>(std::max(0, static_cast<int>(waited)))));
    if (result.due < today_) counts.set_waiting_past(counts.waiting_past() + 1);
    if (result.completed_on && *result.completed_on > result.due)
        counts.set_waiting_late(counts.waiting_late() + 1);
    if (!own_class_) return;
    counts.set_waiting(counts.waiting() + 1);
    switch (timeliness({Workflow::Reported, result.due, {}}, today_, due_soon_days_)) {
        case Timeliness::Overdue:
            return counts.set_overdue(counts.overdue() - 1);
        case Timeliness::DueToday:
            return counts.set_due_today(counts.due_today() - 1);
        case Timeliness::DueSoon:
            return counts.set_due_soon(counts.due_soon() - 1);
        default:
            return counts.set_in_time(counts.in_time() - 1);
    }
}

}  // namespace dondoc::hub
