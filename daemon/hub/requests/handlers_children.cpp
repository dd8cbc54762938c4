// SPDX-License-Identifier: Apache-2.0
// Whose child a task is, said by hand.
#include <cstdint>
#include <map>
#include <optional>

#include "engine/children.h"
#include "engine/parent_change.h"
#include "hub/requests/handlers.h"
#include "hub/requests/life.h"
#include "language/words/normalize.h"

namespace dondoc::hub {
namespace {

using States = std::map<AssignmentId, Workflow>;

States states_of(store::Store& store, TaskId task) {
    States states;
    for (const auto& assignment : store.assignments.of_task(task)) states[assignment.id] = assignment.state;
    return states;
}

// The containers that the change may complete or open again: who is, and who becomes, above the children.
std::map<TaskId, States> containers_above(store::Store& store, const engine::ParentWanted& change) {
    std::map<TaskId, States> above;
    const auto climb = [&](std::optional<TaskId> container) {
        for (; container && !above.contains(*container); container = store.parents.of(*container))
            above[*container] = states_of(store, *container);
    };
    climb(change.parent);
    for (const auto child : change.children) climb(store.parents.of(child));
    return above;
}

void add_turned(store::Store& store, const std::map<TaskId, States>& before, v1::TaskUnderReply& done) {
    for (const auto& [task, states] : before) {
        v1::TaskUnderReply::Turned turned;
        for (const auto& [id, state] : states_of(store, task)) {
            const auto was = states.find(id);
            if (was == states.end() || was->second == state) continue;
            if (state == Workflow::Completed) turned.set_completed(turned.completed() + 1);
            if (was->second == Workflow::Completed) turned.set_reopened(turned.reopened() + 1);
        }
        if (turned.completed() + turned.reopened() == 0) continue;
        const auto brief = store.plans.brief(task);
        turned.set_task(static_cast<std::uint64_t>(task.value));
        turned.set_document(brief.document);
        turned.set_number(brief.number);
        turned.set_title(brief.title);
        *done.add_turned() = std::move(turned);
    }
}

}  // namespace

void change_parent(Call& call, const v1::TaskUnderRequest& wanted, v1::TaskUnderReply& done) {
    engine::ParentWanted change;
    if (wanted.parent() != 0) change.parent = TaskId{static_cast<std::int64_t>(wanted.parent())};
    for (const auto child : wanted.children()) change.children.push_back({static_cast<std::int64_t>(child)});
    change.reason = language::normalize(wanted.reason());
    change.by = call.by();
    const auto before = containers_above(call.engine.store(), change);
    const auto changed = engine::change_parent(*call.work, change);
    engine::follow_children(*call.work);  // the answer says what came of it
    done.set_parent(wanted.parent());
    for (const auto child : changed.changed) done.add_changed(static_cast<std::uint64_t>(child.value));
    if (change.parent) *done.mutable_children() = engine::to_wire(changed.progress);
    done.set_told(static_cast<std::uint64_t>(changed.told));
    add_turned(call.engine.store(), before, done);
}

}  // namespace dondoc::hub
