// SPDX-License-Identifier: Apache-2.0
#include "engine/reports/report_figures.h"

#include <cstdint>
#include <string>

#include "domain/decimal.h"

namespace dondoc::engine {
namespace {

std::string short_text(std::int64_t value) {
    return short_decimal_text(value, criterion_decimals);
}

}  // namespace

CountedWork counted(const store::AssignmentAsOf& assignment) {
    return {assignment.state,        assignment.due,      assignment.original_due,
            assignment.completed_on, assignment.given_at, assignment.updated_at};
}

std::optional<local_days> reported_on(store::History& history, AssignmentId assignment, Workflow state,
                                      sys_seconds at) {
    if (state != Workflow::Reported) return std::nullopt;
    std::optional<local_days> day;
    for (const auto& change : history.of(assignment))
        if (change.at <= at && change.kind == ChangeKind::Report) day = civil_day(change.at);
    return day;
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
