// SPDX-License-Identifier: Apache-2.0
#include "wire/deadline.h"

#include <string>
#include <variant>
#include <vector>

#include "domain/civil.h"
#include "domain/time_of_day.h"
#include "wire/kinds.h"
#include "wire/time.h"

namespace dondoc::wire {
namespace {

std::vector<std::string> names_of(const v1::Decision::Names& names) {
    return {names.names().begin(), names.names().end()};
}

DecidedTerm term_of(const v1::Deadline& deadline) {
    const auto kind = from_wire(deadline.kind());
    if (!kind) throw UserError("decision.kind", {std::to_string(deadline.kind())}, "decided.deadline.kind");
    DecidedTerm decided;
    decided.kind = *kind;
    for (const auto& day : deadline.due()) decided.due.push_back(required_day(day, "decided.deadline.due"));
    decided.start = to_day(deadline.start(), "decided.deadline.start");
    if (!deadline.hour().empty()) {
        decided.hour = parse_time_of_day(deadline.hour());
        if (!decided.hour) throw UserError("decision.hour", {deadline.hour()}, "decided.deadline.hour");
    }
    return decided;
}

}  // namespace

v1::Deadline to_wire(const Deadline& deadline, text::Lang lang) {
    v1::Deadline wire;
    wire.set_kind(to_wire(kind_of(deadline.term)));
    for (const auto day : due_days(deadline.term)) wire.add_due(iso_day(day));
    if (const auto start = start_day(deadline.term)) wire.set_start(iso_day(*start));
    wire.set_reason(text::render(lang, deadline.reason));
    if (deadline.hour) wire.set_hour(clock_text(*deadline.hour));
    if (const auto* recurring = std::get_if<Recurring>(&deadline.term))
        wire.set_endless(recurring->repetition.is_endless());
    return wire;
}

language::RowDecisions from_wire(const v1::Decision& decision) {
    language::RowDecisions decided;
    if (decision.has_deadline()) decided.term = term_of(decision.deadline());
    if (decision.has_lead()) decided.lead = names_of(decision.lead());
    if (decision.has_cooperating()) decided.cooperating = names_of(decision.cooperating());
    return decided;
}

}  // namespace dondoc::wire
