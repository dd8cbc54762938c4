// SPDX-License-Identifier: Apache-2.0
#include "engine/children.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "engine/life_record.h"
#include "engine/planning.h"
#include "engine/task_notice.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t named_at_most = 5;  // open children, in a sentence

bool has_decided_day(store::Store& store, TaskId task) {
    const auto decided = store.task_terms.newest(task);
    return decided && decided->due;
}

// What completed it is the first of the changes since which it has been so.
bool was_completed_by_children(Work& work, const store::Assignment& assignment) {
    const auto changes = work.store.history.of(assignment.id);
    const auto before = std::find_if(changes.rbegin(), changes.rend(),
                                     [](const auto& one) { return one.state != Workflow::Completed; });
    return before != changes.rbegin() && before.base()->kind == ChangeKind::ChildrenDone;
}

// Writes what became of one assignment, and tells its agency.
void write_followed(Work& work, store::Assignment& assignment, const store::Plans::Brief& brief,
                    ChangeKind kind, const v1::Change& change) {
    v1::ChangeDetail detail;
    if (assignment.completed_on) detail.mutable_result()->set_issued(iso_day(*assignment.completed_on));
    write_change(work, assignment, kind, {}, detail);
    plan_alarm(work, assignment, traits_of(brief));
    tell_change(work, brief, assignment, change);
}

// Has the container's own assignments follow, and tells the office of it once.
void settle(Work& work, TaskId task) {
    const auto brief = work.store.plans.brief(task);
    const auto progress = followed_by(work.store, task, brief.deadline_kind);
    if (!progress) return;
    const bool completes = progress->is_completed();
    const auto kind = completes ? ChangeKind::ChildrenDone : ChangeKind::ChildrenOpen;
    v1::Change change;
    change.set_action(std::string{name_of(kind)});
    *change.mutable_children() = to_wire(*progress);
    if (completes) change.set_completed_on(iso_day(progress->result.value_or(work.today())));

    std::vector<store::Assignment> followed;
    for (auto assignment : work.store.assignments.of_task(task)) {
        if (completes && is_open(assignment.state)) {
            assignment.state = Workflow::Completed;
            assignment.completed_on = progress->result.value_or(work.today());
        } else if (!completes && assignment.state == Workflow::Completed &&
                   was_completed_by_children(work, assignment)) {
            assignment.state = Workflow::InProgress;
            assignment.completed_on = std::nullopt;
        } else {
            continue;
        }
        write_followed(work, assignment, brief, kind, change);
        followed.push_back(assignment);
    }
    const auto office = work.store.agencies.find(work.rules.office);
    if (followed.empty() || !office) return;
    if (std::ranges::find(followed, office->id, &store::Assignment::agency) != followed.end()) return;
    change.set_agency(work.directory.code_of(followed.front().agency));
    tell_change_to(work, office->id, brief, followed.front(), std::move(change));
}

int level_of(store::Parents& parents, TaskId task) {
    int level = 0;
    for (auto above = parents.of(task); above; above = parents.of(*above)) ++level;
    return level;
}

}  // namespace

std::vector<store::ListedChild> children_of(store::Store& store, TaskId parent, sys_seconds as_of) {
    auto children = store.parents.list(parent, as_of);
    for (auto& one : children)
        if (can_hold_tasks(one.child.kind))
            one.child.below = progress_of(children_of(store, one.task, as_of));
    return children;
}

ChildrenProgress progress_of(const std::vector<store::ListedChild>& children) {
    std::vector<Child> plain;
    plain.reserve(children.size());
    for (const auto& one : children) plain.push_back(one.child);
    return dondoc::progress_of(plain);
}

std::optional<ChildrenProgress> followed_by(store::Store& store, TaskId task, DeadlineKind kind,
                                            sys_seconds as_of) {
    if (!can_hold_tasks(kind)) return std::nullopt;
    const auto progress = progress_of(children_of(store, task, as_of));
    if (progress.counted == 0 || has_decided_day(store, task)) return std::nullopt;
    return progress;
}

void require_own_decision(Work& work, const store::Assignment& assignment, Action action, DeadlineKind kind) {
    const bool finishes = action == Action::Report || action == Action::Confirm || action == Action::Complete;
    const bool opens = action == Action::Reopen && assignment.state == Workflow::Completed;
    if (!finishes && !opens) return;
    const auto progress = followed_by(work.store, assignment.task, kind);
    if (!progress || progress->is_completed() == finishes) return;
    std::string names;
    std::size_t named = 0;
    for (const auto& one : children_of(work.store, assignment.task)) {
        const bool is_wanted =
            one.child.standing() == (finishes ? ChildStanding::Open : ChildStanding::Completed);
        if (is_wanted && ++named <= named_at_most)
            names += (names.empty() ? "" : "; ") + one.number + " (" + one.document + ", #" +
                     std::to_string(one.task.value) + ")";
    }
    if (named > named_at_most) names += "; …";
    throw UserError(finishes ? "assignment.children_open" : "assignment.children_done",
                    {std::to_string(assignment.id.value), std::to_string(named), names});
}

void follow_children(Work& work) {
    // The deepest first: what it does to its container is seen when that has its turn.
    auto& parents = work.store.parents;
    std::set<std::pair<int, TaskId>> waiting;
    const auto take_touched = [&] {
        for (const auto task : std::exchange(work.touched, {})) {
            const auto level = level_of(parents, task);
            if (parents.count(task) > 0) waiting.emplace(level, task);
            if (const auto above = parents.of(task)) waiting.emplace(level - 1, *above);
        }
    };
    for (take_touched(); !waiting.empty(); take_touched()) {
        const auto deepest = std::prev(waiting.end());
        const auto task = deepest->second;
        waiting.erase(deepest);
        settle(work, task);
    }
}

v1::ChildrenProgress to_wire(const ChildrenProgress& progress) {
    v1::ChildrenProgress wire;
    wire.set_counted(static_cast<std::uint32_t>(progress.counted));
    wire.set_completed(static_cast<std::uint32_t>(progress.completed));
    if (progress.due) wire.set_due(iso_day(*progress.due));
    return wire;
}

}  // namespace dondoc::engine
