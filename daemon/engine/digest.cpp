// SPDX-License-Identifier: Apache-2.0
// Of many items most is the same: what is said of their tasks. It is serialized once, and goes as bytes into
// each digest.
#include "engine/digest.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "wire/raw_field.h"

namespace dondoc::engine {
namespace {

constexpr const char* lead = "lead";

// Fields up to the steps.
void say_before(v1::AlertItem& item, const store::Plans::Brief& brief, std::optional<local_days> due,
                local_days today) {
    item.set_document(brief.document);
    item.set_task_number(brief.number);
    item.set_title(brief.title);
    item.set_deadline_text(brief.deadline_text);
    if (!due) return;
    item.set_due(iso_day(*due));
    item.set_days_left(static_cast<int>((*due - today).count()));
}

// Fields after the steps and the agency, but who is responsible.
void say_after(v1::AlertItem& item, const store::Plans::Brief& brief, std::optional<local_days> due,
               const char* role) {
    item.set_role(role);
    if (due && brief.hour) item.set_hour(clock_text(*brief.hour));
    item.set_secret(brief.secret);
    if (brief.priority == Priority::Urgent) item.set_priority(std::string{name_of(brief.priority)});
}

}  // namespace

v1::AlertItem item_of(const store::Plans::Brief& brief, AssignmentId assignment, TaskId task,
                      std::optional<local_days> due, local_days today) {
    v1::AlertItem item;
    item.set_assignment(static_cast<std::uint64_t>(assignment.value));
    item.set_task(static_cast<std::uint64_t>(task.value));
    say_before(item, brief, due, today);
    say_after(item, brief, due, lead);
    return item;
}

ToldTask::ToldTask(store::Plans::Brief brief, std::vector<std::string> decided)
    : brief_(std::move(brief)), decided_(std::move(decided)) {}

const ToldTask::Said& ToldTask::said(std::optional<local_days> due, local_days today, Role role) {
    const Asked asked{due, today, role};
    if (asked_ == asked) return said_;
    v1::AlertItem before, after;
    say_before(before, brief_, due, today);
    say_after(after, brief_, due, role == Role::Lead ? lead : "cooperating");
    for (const auto& part : decided_) after.add_decided(part);
    said_ = {before.SerializeAsString(), after.SerializeAsString()};
    asked_ = asked;
    return said_;
}

DigestWriter::DigestWriter(Work& work, store::Agencies::Ref recipient, v1::EventKind::Kind kind, int limit)
    : work_(work), recipient_(std::move(recipient)), kind_(kind), limit_(limit) {}

EventId DigestWriter::next_event() {
    if (is_full()) finish();
    return work_.next_event(recipient_);
}

// In the order of the fields' numbers: the bytes are those that protobuf writes.
void DigestWriter::add(const ToldTask::Said& said, const OwnPart& own, DocumentId document) {
    using Item = v1::AlertItem;
    item_.clear();
    wire::append_number(item_, Item::kAssignmentFieldNumber,
                        static_cast<std::uint64_t>(own.assignment.value));
    wire::append_number(item_, Item::kTaskFieldNumber, static_cast<std::uint64_t>(own.task.value));
    item_ += said.before;
    for (const auto& step : own.steps) wire::append_field(item_, Item::kStepsFieldNumber, step);
    if (!own.agency.empty()) wire::append_field(item_, Item::kAgencyFieldNumber, own.agency);
    item_ += said.after;
    if (own.responsible)
        wire::append_number(item_, Item::kResponsibleFieldNumber,
                            static_cast<std::uint64_t>(own.responsible->value));
    add(item_, said.size(), own.task, document);
}

void DigestWriter::add(const v1::AlertItem& item, DocumentId document) {
    add(item.SerializeAsString(), item.title().size() + item.deadline_text().size(),
        {static_cast<std::int64_t>(item.task())}, document);
}

void DigestWriter::add(std::string_view item, std::size_t bytes, TaskId task, DocumentId document) {
    if (is_full()) finish();
    wire::append_field(digest_, v1::Digest::kItemsFieldNumber, item);
    documents_.insert(document);
    // Steps have their ledger; that a task was assigned, or its agency pressed, is found by this.
    if (kind_ == v1::EventKind::assigned || kind_ == v1::EventKind::pressed) tasks_.push_back(task);
    ++items_;
    bytes_ += bytes;
}

void DigestWriter::finish() {
    if (items_ == 0) return;
    if (pressing_)
        wire::append_field(digest_, v1::Digest::kPressingFieldNumber, pressing_->SerializeAsString());
    const auto event = work_.publish(recipient_, kind_, digest_, documents_);
    if (!tasks_.empty()) work_.store.notices.add_all(tasks_, event);
    digest_.clear();
    documents_.clear();
    tasks_.clear();
    items_ = 0;
    bytes_ = 0;
}

}  // namespace dondoc::engine
