// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/stored_event.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/paging.h"
#include "wire/time.h"

namespace dondoc::hub {
namespace {

// What is shown of an event whose content was removed, or is larger than can be shown.
v1::Event heading(store::Store& store, const store::StoredEvent& event) {
    const auto entry = store.inbox.find(event.id).value();
    v1::Event heading;
    heading.set_id(static_cast<std::uint64_t>(event.id.value));
    heading.set_agency(store.agencies.get(event.agency).code);
    heading.set_number(static_cast<std::uint64_t>(event.number.value));
    set(*heading.mutable_time(), entry.at);
    heading.set_kind(static_cast<v1::EventKind::Kind>(entry.kind));
    heading.set_removed(true);
    return heading;
}

v1::Event event_of(store::Store& store, const store::StoredEvent& stored) {
    auto event = engine::decoded(stored);
    return event ? std::move(*event) : heading(store, stored);
}

// An event of its task; of one whose content was removed, whose inbox it is in is all that is known.
bool is_about(store::Store& store, const store::StoredEvent& stored, const store::Assignment& assignment) {
    const auto event = event_of(store, stored);
    if (event.removed()) return stored.agency == assignment.agency;
    const auto id = static_cast<std::uint64_t>(assignment.id.value);
    return event.change().assignment() == id ||
           std::ranges::any_of(event.more(),
                               [&](const v1::Change& change) { return change.assignment() == id; }) ||
           std::ranges::any_of(event.digest().items(),
                               [&](const v1::AlertItem& item) { return item.assignment() == id; });
}

void add_subject(Call& call, const v1::LogRequest& wanted, store::LogFilter& filter) {
    if (wanted.task() != 0) filter.task = call.task(wanted.task()).id;
    if (wanted.assignment() == 0) return;
    const auto assignment = call.assignment(wanted.assignment());
    if (assignment.task != filter.task.value_or(assignment.task))
        throw UserError("assignment.unknown", {std::to_string(wanted.assignment())}, "assignment");
    filter.assignment = assignment.id;
    filter.task = assignment.task;
    filter.is_about_assignment = [&store = call.engine.store(), assignment](const store::StoredEvent& event) {
        return is_about(store, event, assignment);
    };
}

std::optional<sys_seconds> instant_of(bool is_there, const google::protobuf::Timestamp& time) {
    if (!is_there) return std::nullopt;
    return wire::to_instant(time);
}

}  // namespace

void show_log(Call& call, const v1::LogRequest& wanted, v1::LogReply& log) {
    store::LogFilter filter;
    filter.agency = call.agency(wanted.agency());
    if (!v1::EventKind::Kind_IsValid(wanted.kind()))
        throw UserError("value.kind", {std::to_string(wanted.kind())}, "kind");
    if (wanted.kind() != v1::EventKind::unspecified) filter.kind = wanted.kind();
    filter.documents = call.documents(wanted.document());
    add_subject(call, wanted, filter);
    filter.since = instant_of(wanted.has_since(), wanted.since());
    filter.until = instant_of(wanted.has_until(), wanted.until());
    store::LogWindow window;
    if (wanted.after() != 0) window.after = EventId{offset_of(wanted.after())};
    window.limit = page_size(wanted.limit());
    window.newest_first = wanted.newest_first();

    auto& store = call.engine.store();
    const auto page = store.log.page(filter, window);
    for (const auto& event : page.events) *log.add_events() = event_of(store, event);
    log.set_more(page.next.has_value());
    if (page.next) log.set_next(static_cast<std::uint64_t>(page.next->value));
}

}  // namespace dondoc::hub
