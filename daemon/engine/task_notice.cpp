// SPDX-License-Identifier: Apache-2.0
#include "engine/task_notice.h"

#include <cstdint>
#include <optional>
#include <string>

namespace dondoc::engine {
namespace {

void publish_change(Work& work, const store::Plans::Brief& brief, TaskId task, AgencyId agency,
                    v1::Change change) {
    change.set_task(static_cast<std::uint64_t>(task.value));
    change.set_document(brief.document);
    // Of a task that was taken from it the agency hears what the row said then.
    const auto parted = work.store.partings.of(agency, task);
    const auto then = parted ? work.store.partings.text_at(task, *parted) : std::nullopt;
    change.set_task_number(then ? then->number : brief.number);
    change.set_title(then ? then->title : brief.title);
    change.set_secret(brief.secret);
    if (work.gathering != nullptr) {
        (*work.gathering)[{agency, change.action() + "/" + change.role()}].push_back(std::move(change));
        return;
    }
    v1::Event event;
    event.set_kind(v1::EventKind::changed);
    *event.mutable_change() = std::move(change);
    work.store.notices.add(task, work.publish(work.store.agencies.get(agency), std::move(event)));
}

}  // namespace

void tell_change(Work& work, const store::Plans::Brief& brief, const store::Assignment& assignment,
                 v1::Change change) {
    tell_change_to(work, assignment.agency, brief, assignment, std::move(change));
}

void tell_change_to(Work& work, AgencyId told, const store::Plans::Brief& brief,
                    const store::Assignment& assignment, v1::Change change) {
    change.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
    change.set_state(std::string{name_of(assignment.state)});
    if (assignment.responsible && told == assignment.agency)
        change.set_responsible(static_cast<std::uint64_t>(assignment.responsible->value));
    publish_change(work, brief, assignment.task, told, std::move(change));
}

void tell_of_task(Work& work, AgencyId told, const store::Plans::Brief& brief, TaskId task,
                  v1::Change change) {
    publish_change(work, brief, task, told, std::move(change));
}

void tell_cooperating(Work& work, const store::Plans::Brief& brief, TaskId task, AgencyId agency,
                      v1::Change change) {
    change.set_role("cooperating");
    publish_change(work, brief, task, agency, std::move(change));
}

void tell_cooperating(Work& work, const store::Plans::Brief& brief, TaskId task, const v1::Change& change) {
    for (const auto agency : work.store.plans.cooperating(task))
        tell_cooperating(work, brief, task, agency, change);
}

}  // namespace dondoc::engine
