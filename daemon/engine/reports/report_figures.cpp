// SPDX-License-Identifier: Apache-2.0
#include "engine/reports/report_figures.h"

#include <algorithm>
#include <string>

#include "domain/decimal.h"

namespace dondoc::engine {
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

std::string short_text(std::int64_t value) {
    return short_decimal_text(value, criterion_decimals);
}

}  // namespace

std::uint64_t positive(std::int64_t count) {
    return static_cast<std::uint64_t>(count);
}

int silence(const store::AssignmentAsOf& assignment, local_days as_of) {
    return static_cast<int>((as_of - civil_day(assignment.updated_at)).count());
}

std::optional<local_days> reported_on(store::History& history, AssignmentId assignment, Workflow state,
                                      sys_seconds at) {
    if (state != Workflow::Reported) return std::nullopt;
    std::optional<local_days> day;
    for (const auto& change : history.of(assignment))
        if (change.at <= at && change.kind == ChangeKind::Report) day = civil_day(change.at);
    return day;
}

void ReportFigures::add(const store::AssignmentAsOf& assignment, local_days as_of, const CountingRules& rules,
                        std::optional<local_days> reported) {
    const auto days = rules.silent_days;
    current.add({assignment.state, assignment.due, assignment.completed_on}, as_of, rules.due_soon_days,
                rules.waiting);
    original.add({assignment.state, assignment.original_due, assignment.completed_on}, as_of,
                 rules.due_soon_days, rules.waiting);
    if (reported) longest_waiting = std::max(longest_waiting, static_cast<int>((as_of - *reported).count()));
    if (assignment.due != assignment.original_due) ++extended;
    if (!is_open(assignment.state)) return;
    ++open;
    if (silence(assignment, as_of) >= days)
        ++silent;
    else if (assignment.updated_at > assignment.given_at)  // to be given is not yet an update
        ++updated;
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

v1::CriterionScore to_wire(const Criterion& criterion, const ReportFigures& figures) {
    const auto reached =
        score(criterion, criterion.term == Criterion::Term::Current ? figures.current : figures.original);
    v1::CriterionScore wire;
    wire.set_denominator(positive(reached.base));
    if (reached.base == 0) return wire;
    wire.set_points(decimal_text(reached.points, criterion.decimals));
    wire.set_share(decimal_text(reached.share, 2));
    wire.set_below_floor(reached.below_floor);
    return wire;
}

v1::Criterion to_wire(const Criterion& criterion) {
    v1::Criterion wire;
    wire.set_id(criterion.id);
    wire.set_name(criterion.name);
    wire.set_first_year(static_cast<std::uint32_t>(criterion.first_year));
    wire.set_last_year(static_cast<std::uint32_t>(criterion.last_year));
    for (const auto& level : criterion.levels) wire.add_levels(level);
    wire.set_max(short_text(criterion.max));
    wire.set_on_time(short_text(criterion.on_time));
    wire.set_late(short_text(criterion.late));
    wire.set_overdue(short_text(criterion.overdue));
    wire.set_denominator(criterion.base == Criterion::Base::Due ? "due" : "assigned");
    wire.set_term(criterion.term == Criterion::Term::Current ? "current" : "original");
    wire.set_floor_percent(short_text(criterion.floor_percent));
    wire.set_decimals(static_cast<std::uint32_t>(criterion.decimals));
    wire.set_source(criterion.source);
    wire.set_note(criterion.note);
    wire.set_file(criterion.file);
    return wire;
}

}  // namespace dondoc::engine
