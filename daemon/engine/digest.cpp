// SPDX-License-Identifier: Apache-2.0
#include "engine/digest.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace dondoc::engine {

v1::AlertItem item_of(const store::Plans::Brief& brief, AssignmentId assignment, TaskId task,
                      std::optional<local_days> due, local_days today) {
    v1::AlertItem item;
    item.set_assignment(static_cast<std::uint64_t>(assignment.value));
    item.set_task(static_cast<std::uint64_t>(task.value));
    item.set_document(brief.document);
    item.set_task_number(brief.number);
    item.set_title(brief.title);
    item.set_deadline_text(brief.deadline_text);
    if (due) {
        item.set_due(iso_day(*due));
        if (brief.hour) item.set_hour(clock_text(*brief.hour));
        item.set_days_left(static_cast<int>((*due - today).count()));
    }
    item.set_role("lead");
    item.set_secret(brief.secret);
    if (brief.priority == Priority::Urgent) item.set_priority(std::string{name_of(brief.priority)});
    return item;
}

DigestWriter::DigestWriter(Work& work, store::Agencies::Ref recipient, v1::EventKind::Kind kind, int limit)
    : work_(work), recipient_(std::move(recipient)), limit_(limit) {
    event_.set_kind(kind);
}

bool DigestWriter::is_full() const {
    return event_.digest().items_size() >= limit_ || bytes_ >= digest_bytes_limit;
}

EventId DigestWriter::next_event() {
    if (is_full()) finish();
    return work_.next_event(recipient_);
}

void DigestWriter::add(v1::AlertItem item) {
    if (is_full()) finish();
    // Steps have their ledger; that a task was assigned, or its agency pressed, is found by this.
    if (event_.kind() == v1::EventKind::assigned || event_.kind() == v1::EventKind::pressed)
        work_.store.notices.add({static_cast<std::int64_t>(item.task())}, work_.next_event(recipient_));
    bytes_ += item.title().size() + item.deadline_text().size();
    *event_.mutable_digest()->add_items() = std::move(item);
}

void DigestWriter::finish() {
    if (event_.digest().items_size() == 0) return;
    v1::Event next;
    next.set_kind(event_.kind());
    if (event_.digest().has_pressing())
        *next.mutable_digest()->mutable_pressing() = event_.digest().pressing();
    work_.publish(recipient_, std::exchange(event_, std::move(next)));
    bytes_ = 0;
}

}  // namespace dondoc::engine
