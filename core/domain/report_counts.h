// SPDX-License-Identifier: Apache-2.0
// What a report counts, and the ratios of it. Every assignment is in exactly one class, so the classes always
// add up to what was given. Percentages are exact fractions until they are rounded for the eye.
//
// The four classes of result and their base are those of the national reports on tasks of the Government
// (1270/BC-TCTTTg, 2017): completion = completed / (completed + overdue and open). The yearly form (item 5)
// omits what is open and in time; it is kept here, or the total would not add up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/lifecycle.h"

namespace dondoc {

enum class ReportClass {
    OnTime,      // completed
    Late,        // completed after the term
    Waiting,     // reported, with a term, not yet confirmed: the office's turn, so in no ratio
    Overdue,     // open
    InTime,      // open, also due soon or today
    NoDeadline,  // standing duties and what has no term yet, open or completed: in no ratio
    Withdrawn    // returned, transferred, revoked: in nobody's denominator
};

// What becomes of a result that waits to be confirmed: who decides late should make nobody late.
enum class WaitingResults {
    Own,  // a class of its own
    Open  // open work like any other, until it is confirmed
};
ReportClass report_class(const TermState& term, local_days as_of, WaitingResults waiting);

// Days after the due day: 1-7, 8-30, 31-90, 91-120, more.
inline constexpr std::array<int, 4> age_limits{7, 30, 90, 120};
inline constexpr std::size_t age_buckets = age_limits.size() + 1;
std::size_t age_bucket(int days_overdue);  // at least 1

struct Fraction {
    std::int64_t numerator = 0, denominator = 0;  // neither negative
    // Per cent in hundredths, rounded half up; the denominator is not 0.
    std::int64_t hundredths() const;
    std::string percent() const;  // "98.63"; empty: there is nothing to divide by
};

struct ReportCounts {
    std::int64_t given = 0;  // all of the classes together
    std::int64_t on_time = 0, late = 0, waiting = 0, overdue = 0, in_time = 0, no_deadline = 0, withdrawn = 0;
    // Of waiting; where those count as open, of overdue and in_time: the term has passed meanwhile (as open
    // work they are overdue), and the result is later than the term.
    std::int64_t waiting_past = 0, waiting_late = 0;
    std::int64_t due_soon = 0;                                // of in_time
    std::int64_t no_deadline_completed = 0;                   // of no_deadline
    std::int64_t returned = 0, transferred = 0, revoked = 0;  // of withdrawn
    std::array<std::int64_t, age_buckets> ages{};             // of overdue

    std::int64_t completed() const { return on_time + late; }
    std::int64_t fallen_due() const { return completed() + overdue; }  // or done: the base of the ratios
    std::int64_t assigned() const { return fallen_due() + in_time; }   // all that has a term
    // What the form calls the total: without what was withdrawn.
    std::int64_t counted() const { return given - withdrawn; }

    void add(const TermState& term, local_days as_of, int due_soon_days,
             WaitingResults results = WaitingResults::Own);
    ReportCounts& operator+=(const ReportCounts& other);
    bool operator==(const ReportCounts&) const = default;
};

struct ReportRatio {
    std::string_view name, formula;  // the formula in the names of ReportCounts
    Fraction (*of)(const ReportCounts&);
};
// In the order in which they are shown.
inline constexpr std::size_t report_ratio_count = 5;
const std::array<ReportRatio, report_ratio_count>& report_ratios();

}  // namespace dondoc
