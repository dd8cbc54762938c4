// SPDX-License-Identifier: Apache-2.0
// Dossiers with a term: taken in from their sources, listed and shown.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/flow/flow_intake.h"
#include "hub/requests/convert.h"
#include "hub/requests/flow_wire.h"
#include "hub/requests/handlers.h"
#include "hub/requests/paging.h"

namespace dondoc::hub {
namespace {

constexpr std::uint32_t longest_ahead = 1000;  // days

void count_outcome(engine::FlowOutcome outcome, v1::FlowReply& reply) {
    switch (outcome) {
        case engine::FlowOutcome::Added:
            return reply.set_added(reply.added() + 1);
        case engine::FlowOutcome::Changed:
            return reply.set_changed(reply.changed() + 1);
        case engine::FlowOutcome::Unchanged:
            return reply.set_unchanged(reply.unchanged() + 1);
        case engine::FlowOutcome::Older:
            return reply.set_older(reply.older() + 1);
        case engine::FlowOutcome::Forgotten:
            return reply.set_forgotten(reply.forgotten() + 1);
    }
}

// What is wrong with one of many says which.
template <typename Do>
void of_one(const std::string& place, const Do& carry_out) {
    try {
        carry_out();
    } catch (const store::StorageError&) {
        throw;  // of no item in particular
    } catch (const UserError& error) {
        throw UserError(error.message().key, error.message().args, place + "." + error.place());
    }
}

std::optional<store::FlowPlace> place_of(const std::string& text) {
    if (text.empty()) return std::nullopt;
    store::FlowPlace place;
    const auto colon = text.find(':');
    if (colon == std::string::npos || !parse_number(std::string_view{text}.substr(0, colon), place.at) ||
        !parse_number(std::string_view{text}.substr(colon + 1), place.id))
        throw UserError("flow.bad_place", {text}, "after");
    return place;
}

store::FlowFilter filter_of(const Call& call, const v1::FlowListRequest& wanted) {
    store::FlowFilter filter;
    filter.agency = call.agency(wanted.agency());
    filter.source = wanted.source();
    filter.procedure = wanted.procedure();
    if (wanted.class_() != v1::FlowClass::unspecified) filter.which = static_cast<FlowClass>(wanted.class_());
    if (wanted.due_within() > longest_ahead)
        throw UserError("flow.bad_days", {std::to_string(wanted.due_within()), std::to_string(longest_ahead)},
                        "due_within");
    if (wanted.due_within() > 0)
        filter.due_until =
            to_instant(local_seconds{call.engine.today() + date::days{wanted.due_within() + 1}}) -
            std::chrono::seconds{1};
    return filter;
}

}  // namespace

void take_in_flow(Call& call, const v1::FlowRequest& wanted, v1::FlowReply& reply) {
    engine::FlowIntake intake{*call.work, wanted.source()};
    for (int i = 0; i < wanted.procedures_size(); ++i)
        of_one("procedures[" + std::to_string(i) + "]", [&] {
            const auto& procedure = wanted.procedures(i);
            if (intake.put(procedure.code(), procedure.name(), to_flow_term(procedure.term(), "term")))
                reply.set_procedures(reply.procedures() + 1);
        });
    for (int i = 0; i < wanted.items_size(); ++i) {
        try {
            of_one("items[" + std::to_string(i) + "]",
                   [&] { count_outcome(intake.take(from_wire(wanted.items(i))), reply); });
        } catch (const store::StorageError&) {
            throw;
        } catch (const UserError& error) {
            if (!wanted.skip_refused()) throw;
            auto& refused = *reply.add_refused();
            refused.set_index(static_cast<std::uint32_t>(i));
            *refused.mutable_error() = to_wire(error, call.lang);
        }
    }
    intake.finish();
}

void list_flow(Call& call, const v1::FlowListRequest& wanted, v1::FlowListReply& reply) {
    const auto now = call.engine.now();
    const auto page = call.engine.store().flow_lists.list(filter_of(call, wanted), place_of(wanted.after()),
                                                          page_size(wanted.limit()), now);
    for (const auto& named : page.items) *reply.add_rows() = to_wire(named, now);
    if (page.next) reply.set_next(std::to_string(page.next->at) + ':' + std::to_string(page.next->id));
}

void show_flow(Call& call, const v1::FlowShowRequest& wanted, v1::FlowShowReply& reply) {
    auto& flow = call.engine.store().flow;
    const auto& rules = call.engine.rules();
    const auto now = call.engine.now();
    for (const auto& named : flow.named(wanted.id())) {
        if (!call.may_see(named.item.agency)) continue;
        if (!wanted.source().empty() && named.source != wanted.source()) continue;
        auto& shown = *reply.add_items();
        *shown.mutable_row() = to_wire(named, now);
        for (const auto& told : flow.told(named.item.id)) {
            auto& step = *shown.add_told();
            step.set_step(told.step);
            step.set_due(iso_day(told.due));
            step.set_at(iso_instant(told.at));
            if (told.event) step.set_event(static_cast<std::uint64_t>(told.event->value));
        }
        if (const auto next = flow.alarm_of(named.item.id)) {
            shown.set_next_step(to_key(next->step));
            shown.set_next_at(iso_instant(next->at));
        }
        add_counted(shown, named.item, rules, named.item.finished.value_or(now));
    }
    if (reply.items().empty()) throw UserError("flow.unknown", {wanted.id()}, "id");
}

}  // namespace dondoc::hub
