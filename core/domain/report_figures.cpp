// SPDX-License-Identifier: Apache-2.0
#include "domain/report_figures.h"

#include <algorithm>

namespace dondoc {

ReportCounts operator*(const ReportCounts& counts, std::int64_t times) {
    ReportCounts many = counts;
    for (auto* count :
         {&many.given, &many.on_time, &many.late, &many.waiting, &many.overdue, &many.in_time,
          &many.no_deadline, &many.withdrawn, &many.waiting_past, &many.waiting_late, &many.due_soon,
          &many.no_deadline_completed, &many.returned, &many.transferred, &many.revoked})
        *count *= times;
    for (auto& count : many.ages) count *= times;
    return many;
}

int silence(const CountedWork& work, local_days as_of) {
    return static_cast<int>((as_of - civil_day(work.updated_at)).count());
}

void ReportFigures::add(const CountedWork& work, local_days as_of, const CountingRules& rules,
                        std::optional<local_days> reported, std::int64_t times) {
    const auto days = rules.silent_days;
    ReportCounts by_current, by_original;
    by_current.add({work.state, work.due, work.completed_on}, as_of, rules.due_soon_days, rules.waiting);
    by_original.add({work.state, work.original_due, work.completed_on}, as_of, rules.due_soon_days,
                    rules.waiting);
    current += by_current * times;
    original += by_original * times;
    if (reported) longest_waiting = std::max(longest_waiting, static_cast<int>((as_of - *reported).count()));
    if (work.due != work.original_due) extended += times;
    if (!is_open(work.state)) return;
    open += times;
    if (silence(work, as_of) >= days)
        silent += times;
    else if (work.updated_at > work.given_at)  // to be given is not yet an update
        updated += times;
}

ReportFigures& ReportFigures::operator+=(const ReportFigures& other) {
    current += other.current;
    original += other.original;
    extended += other.extended;
    open += other.open;
    updated += other.updated;
    silent += other.silent;
    longest_waiting = std::max(longest_waiting, other.longest_waiting);
    return *this;
}

}  // namespace dondoc
