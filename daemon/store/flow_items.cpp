// SPDX-License-Identifier: Apache-2.0
#include "store/flow_items.h"

#include <charconv>
#include <chrono>
#include <string_view>

#include "store/whole_digests.h"

namespace dondoc::store {
namespace {

sys_seconds instant_at(std::string_view digits) {
    std::int64_t seconds = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    return sys_seconds{std::chrono::seconds{seconds}};
}

FlowTerm kept_flow_term(const std::string& text) {
    return parse_flow_term(text).value();
}

constexpr int columns_of_item = 12;

}  // namespace

const std::string flow_item_columns =
    "i.id, i.source_id, i.code, i.procedure_id, i.agency_id, i.received, i.term, i.state, i.pauses, "
    "i.finished, "
    "i.changed, i.due";

const std::string named_flow_items = "SELECT " + flow_item_columns +
                                     ", s.name, g.code, p.code, p.name FROM flow_item i "
                                     "JOIN flow_source s ON s.id = i.source_id "
                                     "JOIN agency g ON g.id = i.agency_id "
                                     "JOIN flow_procedure p ON p.id = i.procedure_id ";

std::string pauses_text(const std::vector<FlowPause>& pauses) {
    std::string text;
    for (const auto& pause : pauses) {
        if (!text.empty()) text += ',';
        text += std::to_string(pause.from.time_since_epoch().count()) + '-';
        if (pause.to) text += std::to_string(pause.to->time_since_epoch().count());
    }
    return text;
}

std::vector<FlowPause> parse_pauses(const std::string& text) {
    std::vector<FlowPause> pauses;
    for (std::string_view rest = text; !rest.empty();) {
        const auto comma = rest.find(',');
        const auto pause = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
        const auto minus = pause.find('-');
        pauses.push_back({instant_at(pause.substr(0, minus)), std::nullopt});
        if (minus + 1 < pause.size()) pauses.back().to = instant_at(pause.substr(minus + 1));
    }
    return pauses;
}

FlowItem flow_item_of(const Rows& rows) {
    FlowItem item;
    item.id = rows.id<FlowItemId>(0);
    item.source = rows.id<FlowSourceId>(1);
    item.code = rows.text(2);
    item.procedure = rows.id<FlowProcedureId>(3);
    item.agency = rows.id<AgencyId>(4);
    item.clock = {kept_flow_term(rows.text(6)), rows.instant(5), parse_pauses(rows.text(8))};
    item.state = static_cast<FlowState>(rows.integer(7));
    item.finished = rows.maybe_instant(9);
    item.changed = rows.maybe_instant(10);
    item.due = rows.maybe_instant(11);
    return item;
}

NamedFlowItem named_flow_item_of(const Rows& rows) {
    constexpr int first = columns_of_item;
    return {flow_item_of(rows), rows.text(first), rows.text(first + 1), rows.text(first + 2),
            rows.text(first + 3)};
}

FlowItems::FlowItems(Database& database)
    : find_source_(database, "SELECT id FROM flow_source WHERE name = ?"),
      add_source_(database, "INSERT INTO flow_source (name) VALUES (?)"),
      find_procedure_(database,
                      "SELECT id, code, name, term FROM flow_procedure WHERE source_id = ? AND code = ?"),
      put_procedure_(database,
                     "INSERT INTO flow_procedure (source_id, code, name, term) VALUES (?1, ?2, ?3, ?4) "
                     "ON CONFLICT (source_id, code) DO UPDATE SET name = ?3, term = ?4"),
      find_(database,
            "SELECT " + flow_item_columns + " FROM flow_item i WHERE i.source_id = ? AND i.code = ?"),
      named_(database, named_flow_items + "WHERE i.source_id = s.id AND i.code = ? ORDER BY s.name"),
      get_(database, named_flow_items + "WHERE i.id = ?"),
      add_(database,
           "INSERT INTO flow_item (source_id, code, procedure_id, agency_id, received, term, state, pauses, "
           "finished, changed, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      change_(database,
              "UPDATE flow_item SET procedure_id = ?, agency_id = ?, received = ?, term = ?, state = ?, "
              "pauses = ?, finished = ?, changed = ?, due = ? WHERE id = ?"),
      open_after_(database,
                  "SELECT " + flow_item_columns +
                      " FROM flow_item i WHERE i.id > ? AND i.finished IS NULL ORDER BY i.id LIMIT ?"),
      set_alarm_(database, "UPDATE flow_item SET alarm_at = ?, alarm_step = ? WHERE id = ?"),
      alarm_of_(database, "SELECT alarm_at, alarm_step FROM flow_item WHERE id = ? AND alarm_at IS NOT NULL"),
      due_alarms_(database,
                  "SELECT id, agency_id, due, alarm_at, alarm_step FROM flow_item "
                  "WHERE alarm_at IS NOT NULL AND alarm_at <= ? ORDER BY alarm_at, agency_id, id"),
      record_(database,
              "INSERT INTO flow_alert (item_id, due, step, at, event_id) VALUES (?, ?, ?, ?, ?) "
              "ON CONFLICT DO NOTHING"),
      was_carried_out_(database, "SELECT 1 FROM flow_alert WHERE item_id = ? AND due = ? AND step = ?"),
      told_(database,
            "SELECT step, due, at, event_id FROM flow_alert WHERE item_id = ? ORDER BY at, due, step"),
      old_(database,
           "SELECT id, finished FROM flow_item WHERE finished IS NOT NULL AND finished < ? "
           "ORDER BY finished, id LIMIT ?"),
      forget_alerts_(database, "DELETE FROM flow_alert WHERE item_id = ?"),
      remove_(database, "DELETE FROM flow_item WHERE id = ?"),
      removed_before_(database, "SELECT value FROM setting WHERE name = 'flow_removed_before'"),
      note_removed_(database,
                    "INSERT INTO setting (name, value) VALUES ('flow_removed_before', ?1) "
                    "ON CONFLICT (name) DO UPDATE SET value = ?1") {}

FlowSourceId FlowItems::source(const std::string& name) {
    if (auto rows = find_source_.query(name); rows.next()) return rows.id<FlowSourceId>(0);
    add_source_.run(name);
    return {add_source_.last_row()};
}

std::optional<FlowProcedure> FlowItems::procedure(FlowSourceId source, const std::string& code) {
    auto rows = find_procedure_.query(source, code);
    if (!rows.next()) return std::nullopt;
    return FlowProcedure{rows.id<FlowProcedureId>(0), rows.text(1), rows.text(2),
                         kept_flow_term(rows.text(3))};
}

bool FlowItems::put(FlowSourceId source, const FlowProcedure& wanted) {
    const auto known = procedure(source, wanted.code);
    if (known && known->name == wanted.name && known->term == wanted.term) return false;
    put_procedure_.run(source, wanted.code, wanted.name, to_text(wanted.term));
    return true;
}

std::optional<FlowItem> FlowItems::find(FlowSourceId source, const std::string& code) {
    auto rows = find_.query(source, code);
    if (!rows.next()) return std::nullopt;
    return flow_item_of(rows);
}

std::vector<NamedFlowItem> FlowItems::named(const std::string& code) {
    std::vector<NamedFlowItem> items;
    for (auto rows = named_.query(code); rows.next();) items.push_back(named_flow_item_of(rows));
    return items;
}

NamedFlowItem FlowItems::get(FlowItemId item) {
    auto rows = get_.query(item);
    rows.next();
    return named_flow_item_of(rows);
}

FlowItemId FlowItems::add(const FlowItem& item) {
    add_.run(item.source, item.code, item.procedure, item.agency, item.clock.received,
             to_text(item.clock.term), item.state, pauses_text(item.clock.pauses), item.finished,
             item.changed, item.due);
    return {add_.last_row()};
}

void FlowItems::change(const FlowItem& item) {
    change_.run(item.procedure, item.agency, item.clock.received, to_text(item.clock.term), item.state,
                pauses_text(item.clock.pauses), item.finished, item.changed, item.due, item.id);
}

std::vector<FlowItem> FlowItems::open_after(FlowItemId item, int limit) {
    std::vector<FlowItem> items;
    for (auto rows = open_after_.query(item, limit); rows.next();) items.push_back(flow_item_of(rows));
    return items;
}

void FlowItems::set_alarm(FlowItemId item, const std::optional<PlannedStep>& step) {
    if (step)
        set_alarm_.run(step->at, to_key(step->step), item);
    else
        set_alarm_.run(std::nullopt, std::nullopt, item);
}

std::optional<PlannedStep> FlowItems::alarm_of(FlowItemId item) {
    auto rows = alarm_of_.query(item);
    if (!rows.next()) return std::nullopt;
    return PlannedStep{rows.instant(0), parse_step(rows.text(1)).value()};
}

std::vector<DueFlowAlarm> FlowItems::due_alarms(sys_seconds now, int limit, int digest_limit) {
    std::vector<DueFlowAlarm> alarms;
    WholeDigests whole{limit, digest_limit};
    for (auto rows = due_alarms_.query(now); rows.next();) {
        const DueFlowAlarm alarm{rows.id<FlowItemId>(0), rows.id<AgencyId>(1), rows.instant(2),
                                 rows.instant(3), parse_step(rows.text(4)).value()};
        if (!whole.take(alarm.at, alarm.agency)) break;
        alarms.push_back(alarm);
    }
    return alarms;
}

bool FlowItems::record(FlowItemId item, local_days due, const Step& step, sys_seconds at,
                       std::optional<EventId> event) {
    return record_.run(item, due, to_key(step), at, event) == 1;
}

bool FlowItems::was_carried_out(FlowItemId item, local_days due, const Step& step) {
    return was_carried_out_.query(item, due, to_key(step)).next();
}

std::vector<FlowItems::Told> FlowItems::told(FlowItemId item) {
    std::vector<Told> told;
    for (auto rows = told_.query(item); rows.next();)
        told.push_back({rows.text(0), rows.day(1), rows.instant(2),
                        rows.is_null(3) ? std::nullopt : std::optional{rows.id<EventId>(3)}});
    return told;
}

int FlowItems::remove_finished(sys_seconds before, int limit) {
    std::vector<FlowItemId> old;
    sys_seconds last{};
    for (auto rows = old_.query(before, limit); rows.next();) {
        old.push_back(rows.id<FlowItemId>(0));
        last = rows.instant(1);
    }
    if (old.empty()) return 0;
    for (const auto item : old) {
        forget_alerts_.run(item);
        remove_.run(item);
    }
    const auto mark = std::max(removed_before(), last + std::chrono::seconds{1});
    note_removed_.run(std::to_string(mark.time_since_epoch().count()));
    return static_cast<int>(old.size());
}

sys_seconds FlowItems::removed_before() {
    auto rows = removed_before_.query();
    return rows.next() ? instant_at(rows.text(0)) : sys_seconds{};
}

}  // namespace dondoc::store
