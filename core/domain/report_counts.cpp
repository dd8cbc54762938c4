// SPDX-License-Identifier: Apache-2.0
#include "domain/report_counts.h"

#include <algorithm>

#include "domain/decimal.h"

namespace dondoc {

ReportClass report_class(const TermState& term, local_days as_of, WaitingResults waiting) {
    const bool waits = term.state == Workflow::Reported && term.due.has_value();
    if (waits && waiting == WaitingResults::Own) return ReportClass::Waiting;
    const auto standing = timeliness(term, as_of, 0);
    switch (standing) {
        case Timeliness::Withdrawn:
            return ReportClass::Withdrawn;
        case Timeliness::NoDeadline:
        case Timeliness::CompletedNoDeadline:
            return ReportClass::NoDeadline;
        case Timeliness::CompletedOnTime:
            return ReportClass::OnTime;
        case Timeliness::CompletedLate:
            return ReportClass::Late;
        case Timeliness::Overdue:
            return ReportClass::Overdue;
        default:
            return ReportClass::InTime;
    }
}

std::size_t age_bucket(int days_overdue) {
    return static_cast<std::size_t>(std::ranges::lower_bound(age_limits, days_overdue) - age_limits.begin());
}

std::int64_t Fraction::hundredths() const {
    constexpr std::int64_t hundredths_of_all = 10'000;
    return rounded_half_up(numerator * hundredths_of_all, denominator);
}

std::string Fraction::percent() const {
    return denominator == 0 ? std::string{} : decimal_text(hundredths(), 2);
}

void ReportCounts::add(const TermState& term, local_days as_of, int due_soon_days, WaitingResults results) {
    ++given;
    if (term.state == Workflow::Reported && term.due) {
        waiting_past += *term.due < as_of ? 1 : 0;
        waiting_late += term.completed_on && *term.due < *term.completed_on ? 1 : 0;
    }
    switch (report_class(term, as_of, results)) {
        case ReportClass::Waiting:
            ++waiting;
            break;
        case ReportClass::OnTime:
            ++on_time;
            break;
        case ReportClass::Late:
            ++late;
            break;
        case ReportClass::Overdue:
            ++overdue;
            ++ages[age_bucket(static_cast<int>((as_of - *term.due).count()))];
            break;
        case ReportClass::InTime:
            ++in_time;
            if (timeliness(term, as_of, due_soon_days) != Timeliness::InTime) ++due_soon;
            break;
        case ReportClass::NoDeadline:
            ++no_deadline;
            if (term.state == Workflow::Completed) ++no_deadline_completed;
            break;
        case ReportClass::Withdrawn:
            ++withdrawn;
            ++(term.state == Workflow::Returned      ? returned
               : term.state == Workflow::Transferred ? transferred
                                                     : revoked);
            break;
    }
}

ReportCounts& ReportCounts::operator+=(const ReportCounts& other) {
    given += other.given;
    on_time += other.on_time;
    late += other.late;
    waiting += other.waiting;
    waiting_past += other.waiting_past;
    waiting_late += other.waiting_late;
    overdue += other.overdue;
    in_time += other.in_time;
    no_deadline += other.no_deadline;
    withdrawn += other.withdrawn;
    due_soon += other.due_soon;
    no_deadline_completed += other.no_deadline_completed;
    returned += other.returned;
    transferred += other.transferred;
    revoked += other.revoked;
    for (std::size_t i = 0; i < ages.size(); ++i) ages[i] += other.ages[i];
    return *this;
}

const std::array<ReportRatio, report_ratio_count>& report_ratios() {
    static constexpr std::array<ReportRatio, report_ratio_count> ratios{{
        {"completion", "(on_time + late) / (on_time + late + overdue)",
         [](const ReportCounts& c) {
             return Fraction{c.completed(), c.fallen_due()};
         }},
        {"on_time", "on_time / (on_time + late + overdue)",
         [](const ReportCounts& c) {
             return Fraction{c.on_time, c.fallen_due()};
         }},
        {"overdue", "overdue / (on_time + late + overdue)",
         [](const ReportCounts& c) {
             return Fraction{c.overdue, c.fallen_due()};
         }},
        {"completion_assigned", "(on_time + late) / (on_time + late + overdue + in_time)",
         [](const ReportCounts& c) {
             return Fraction{c.completed(), c.assigned()};
         }},
        {"on_time_assigned", "on_time / (on_time + late + overdue + in_time)",
         [](const ReportCounts& c) {
             return Fraction{c.on_time, c.assigned()};
         }},
    }};
    return ratios;
}

}  // namespace dondoc
