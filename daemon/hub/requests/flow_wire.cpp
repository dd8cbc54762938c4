// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/flow_wire.h"

#include <cstdint>
#include <optional>

#include "domain/message.h"

namespace dondoc::hub {
namespace {

constexpr int minutes_of_an_hour = 60;

sys_seconds to_flow_instant(const std::string& text, const std::string& place) {
    const auto instant = parse_instant(text);
    if (!instant) throw UserError("flow.bad_instant", {text}, place);
    return *instant;
}

std::optional<sys_seconds> maybe_instant(const std::string& text, const std::string& place) {
    if (text.empty()) return std::nullopt;
    return to_flow_instant(text, place);
}

}  // namespace

FlowTerm to_flow_term(const std::string& text, const char* place) {
    const auto term = parse_flow_term(text);
    if (!term) throw UserError("flow.bad_term", {text, std::to_string(longest_flow_term)}, place);
    return *term;
}

engine::FlowSaid from_wire(const v1::FlowItem& item) {
    if (item.state() == v1::FlowState::unspecified || !v1::FlowState::State_IsValid(item.state()))
        throw UserError("flow.no_state", {}, "state");
    engine::FlowSaid said;
    said.id = item.id();
    said.procedure = item.procedure();
    said.office = item.office();
    said.received = to_flow_instant(item.received(), "received");
    said.state = static_cast<FlowState>(item.state());
    for (int i = 0; i < item.pauses_size(); ++i) {
        const auto place = "pauses[" + std::to_string(i) + "]";
        said.pauses.push_back({to_flow_instant(item.pauses(i).from(), place + ".from"),
                               maybe_instant(item.pauses(i).to(), place + ".to")});
    }
    said.finished = maybe_instant(item.finished(), "finished");
    said.changed = maybe_instant(item.changed(), "changed");
    if (!item.term().empty()) said.term = to_flow_term(item.term(), "term");
    return said;
}

v1::FlowRow to_wire(const store::NamedFlowItem& named, sys_seconds now) {
    const auto& item = named.item;
    v1::FlowRow row;
    auto& said = *row.mutable_item();
    said.set_id(item.code);
    said.set_procedure(named.procedure);
    said.set_office(named.agency);
    said.set_received(iso_instant(item.clock.received));
    said.set_state(static_cast<v1::FlowState::State>(item.state));
    for (const auto& pause : item.clock.pauses) {
        auto& added = *said.add_pauses();
        added.set_from(iso_instant(pause.from));
        if (pause.to) added.set_to(iso_instant(*pause.to));
    }
    if (item.finished) said.set_finished(iso_instant(*item.finished));
    if (item.changed) said.set_changed(iso_instant(*item.changed));
    said.set_term(to_text(item.clock.term));
    row.set_source(named.source);
    row.set_procedure_name(named.procedure_name);
    row.set_class_(static_cast<v1::FlowClass::Class>(flow_class(item.state, item.due, item.finished, now)));
    if (!item.due) return row;
    row.set_due(iso_instant(*item.due));
    if (!item.finished) row.set_days_left(static_cast<int>((civil_day(*item.due) - civil_day(now)).count()));
    return row;
}

v1::FlowFigures to_wire(const FlowFigures& figures) {
    v1::FlowFigures wire;
    const auto number = [](std::int64_t value) { return static_cast<std::uint64_t>(value); };
    wire.set_carried(number(figures.carried));
    wire.set_received(number(figures.received));
    wire.set_on_time(number(figures.on_time));
    wire.set_late(number(figures.late));
    wire.set_refused(number(figures.refused));
    wire.set_open(number(figures.open()));
    wire.set_in_time(number(figures.in_time));
    wire.set_overdue(number(figures.overdue));
    wire.set_paused(number(figures.paused));
    wire.set_ratio(figures.ratio().percent());
    return wire;
}

void add_counted(v1::FlowShowReply::Item& shown, const store::FlowItem& item, const engine::Rules& rules,
                 sys_seconds now) {
    const auto& term = item.clock.term;
    const bool in_hours = term.unit == FlowTerm::Unit::WorkingHours;
    shown.set_counted(
        static_cast<std::uint32_t>(flow_counted(item.clock, rules.calendar, rules.flow.hours, now)));
    shown.set_of(static_cast<std::uint32_t>(in_hours ? term.count * minutes_of_an_hour : term.count));
    shown.set_unit(in_hours ? "min" : term.unit == FlowTerm::Unit::Days ? "d" : "wd");
}

}  // namespace dondoc::hub
