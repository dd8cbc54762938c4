// SPDX-License-Identifier: Apache-2.0
#include "engine/work.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "domain/limits.h"
#include "engine/stored_event.h"
#include "wire/raw_field.h"
#include "wire/time.h"

namespace dondoc::engine {
namespace {

std::vector<TaskId> tasks_of(const v1::Event& event) {
    std::vector<TaskId> tasks;
    const auto add = [&](std::uint64_t task) { tasks.push_back({static_cast<std::int64_t>(task)}); };
    for (const auto& item : event.digest().items()) add(item.task());
    if (event.has_change()) add(event.change().task());
    for (const auto& change : event.more()) add(change.task());
    std::ranges::sort(tasks);
    tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
    return tasks;
}

}  // namespace

void Work::fill_in(v1::Event& event, const store::Agencies::Ref& agency,
                   const store::EventWriter::Slot& slot) {
    event.set_id(static_cast<std::uint64_t>(slot.id.value));
    event.set_agency(agency.code);
    event.set_number(static_cast<std::uint64_t>(slot.number.value));
    wire::set(*event.mutable_time(), now);
}

EventId Work::publish(const store::Agencies::Ref& agency, v1::Event event) {
    const auto slot = events_.next(agency.id);
    fill_in(event, agency, slot);
    event.set_lineage(store.lineages.current());
    auto body = event.SerializeAsString();
    require_length(body, max_event_bytes, "event");
    events_.append({slot.id, agency.id, slot.number, std::move(body)}, event.kind());
    store.log.add_documents(slot.id, tasks_of(event));
    return slot.id;
}

EventId Work::publish(const store::Agencies::Ref& agency, v1::EventKind::Kind kind, std::string_view digest,
                      const std::set<DocumentId>& documents) {
    const auto slot = events_.next(agency.id);
    v1::Event event;
    event.set_kind(kind);
    fill_in(event, agency, slot);
    auto body = event.SerializeAsString();
    wire::append_field(body, v1::Event::kDigestFieldNumber, digest);
    // In the order of the fields' numbers, as protobuf writes them.
    const auto& lineage = store.lineages.current();
    if (!lineage.empty()) wire::append_field(body, v1::Event::kLineageFieldNumber, lineage);
    require_length(body, max_event_bytes, "event");
    events_.append({slot.id, agency.id, slot.number, std::move(body)}, kind);
    for (const auto document : documents) store.log.add_document(slot.id, document);
    return slot.id;
}

Aftermath Work::finish() {
    events_.finish();
    if (whole_) whole_->commit();
    if (part_) part_->keep();
    return {events_.take(), tasks_changed, register_changed};
}

void Aftermath::add(Aftermath next) {
    events.insert(events.end(), std::make_move_iterator(next.events.begin()),
                  std::make_move_iterator(next.events.end()));
    tasks_changed |= next.tasks_changed;
    register_changed |= next.register_changed;
}

}  // namespace dondoc::engine
