// SPDX-License-Identifier: Apache-2.0
#include "wire/report.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace dondoc::wire {
namespace {

v1::ReportCounts counts_of(const ReportCounts& counts) {
    v1::ReportCounts wire;
    wire.set_given(positive(counts.given));
    wire.set_on_time(positive(counts.on_time));
    wire.set_late(positive(counts.late));
    wire.set_overdue(positive(counts.overdue));
    wire.set_in_time(positive(counts.in_time));
    wire.set_no_deadline(positive(counts.no_deadline));
    wire.set_withdrawn(positive(counts.withdrawn));
    wire.set_due_soon(positive(counts.due_soon));
    wire.set_no_deadline_completed(positive(counts.no_deadline_completed));
    for (const auto age : counts.ages) wire.add_ages(positive(age));
    for (const auto& ratio : report_ratios()) {
        const auto fraction = ratio.of(counts);
        auto& said = *wire.add_ratios();
        said.set_name(std::string{ratio.name});
        said.set_formula(std::string{ratio.formula});
        said.set_numerator(positive(fraction.numerator));
        said.set_denominator(positive(fraction.denominator));
        said.set_percent(fraction.percent());
    }
    wire.set_returned(positive(counts.returned));
    wire.set_transferred(positive(counts.transferred));
    wire.set_revoked(positive(counts.revoked));
    wire.set_waiting(positive(counts.waiting));
    wire.set_waiting_past(positive(counts.waiting_past));
    wire.set_waiting_late(positive(counts.waiting_late));
    return wire;
}

void read(const v1::ReportCounts& wire, ReportCounts& counts) {
    const auto take = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
    counts.given = take(wire.given());
    counts.on_time = take(wire.on_time());
    counts.late = take(wire.late());
    counts.waiting = take(wire.waiting());
    counts.overdue = take(wire.overdue());
    counts.in_time = take(wire.in_time());
    counts.no_deadline = take(wire.no_deadline());
    counts.withdrawn = take(wire.withdrawn());
    counts.waiting_past = take(wire.waiting_past());
    counts.waiting_late = take(wire.waiting_late());
    counts.due_soon = take(wire.due_soon());
    counts.no_deadline_completed = take(wire.no_deadline_completed());
    counts.returned = take(wire.returned());
    counts.transferred = take(wire.transferred());
    counts.revoked = take(wire.revoked());
    const auto ages = std::min(counts.ages.size(), static_cast<std::size_t>(wire.ages_size()));
    for (std::size_t i = 0; i < ages; ++i) counts.ages[i] = take(wire.ages(static_cast<int>(i)));
}

}  // namespace

std::uint64_t positive(std::int64_t count) {
    return static_cast<std::uint64_t>(count);
}

v1::ReportFigures to_wire(const ReportFigures& figures) {
    v1::ReportFigures wire;
    *wire.mutable_current() = counts_of(figures.current);
    *wire.mutable_original() = counts_of(figures.original);
    const auto longest = static_cast<std::uint32_t>(std::max(0, figures.longest_waiting));
    wire.mutable_current()->set_longest_waiting(longest);
    wire.mutable_original()->set_longest_waiting(longest);
    wire.set_extended(positive(figures.extended));
    return wire;
}

ReportFigures from_wire(const v1::ReportFigures& wire) {
    ReportFigures figures;
    read(wire.current(), figures.current);
    read(wire.original(), figures.original);
    figures.extended = static_cast<std::int64_t>(wire.extended());
    figures.longest_waiting = static_cast<int>(wire.current().longest_waiting());
    return figures;
}

}  // namespace dondoc::wire
