// SPDX-License-Identifier: Apache-2.0
#include "engine/parent_change.h"

#include <algorithm>
#include <set>

#include "domain/limits.h"
#include "engine/children.h"
#include "engine/task_lookup.h"
#include "engine/task_notice.h"
#include "language/rows/row_nesting.h"
#include "language/words/normalize.h"

namespace dondoc::engine {
namespace {

std::string text(TaskId task) {
    return std::to_string(task.value);
}

int levels_below(store::Parents& parents, TaskId task, int at_most) {
    int deepest = 1;
    if (at_most <= 1) return deepest;
    for (const auto child : parents.children_of(task))
        deepest = std::max(deepest, 1 + levels_below(parents, child, at_most - 1));
    return deepest;
}

std::vector<TaskId> with_those_above(store::Parents& parents, TaskId task) {
    std::vector<TaskId> line{task};
    for (auto above = parents.of(task); above; above = parents.of(*above)) line.push_back(*above);
    return line;
}

// Why it cannot be a container; nullopt: it can.
std::optional<Message> obstacle_of_parent(Work& work, const store::Task& parent) {
    const auto kind = kind_of(parent.deadline.term);
    if (parent.dropped_at) return Message{"parent.withdrawn", {text(parent.id)}};
    if (!can_hold_tasks(kind))
        return Message{
            "parent.kind",
            {text(parent.id), "@cli.deadline." + std::string{name_of(kind)}, parent.deadline.phrase}};
    const auto decided = work.store.task_terms.newest(parent.id);
    if (decided && decided->due)
        return Message{"parent.has_day", {text(parent.id), spoken_day(*decided->due)}};
    return std::nullopt;
}

std::optional<Message> obstacle(Work& work, const store::Task& parent, TaskId child) {
    auto& parents = work.store.parents;
    if (child == parent.id) return Message{"parent.itself", {text(child)}};
    const auto above = with_those_above(parents, parent.id);
    if (std::ranges::find(above, child) != above.end())
        return Message{"parent.cycle", {text(child), text(parent.id)}};
    if (const auto present = parents.of(child)) return Message{"parent.other", {text(child), text(*present)}};
    const auto levels = static_cast<int>(above.size()) + levels_below(parents, child, max_task_levels);
    if (levels > max_task_levels)
        return Message{"parent.too_deep", {text(child), text(parent.id), std::to_string(max_task_levels)}};
    if (parents.count(parent.id) >= max_task_children)
        return Message{"parent.too_many", {text(parent.id), std::to_string(max_task_children)}};
    return std::nullopt;
}

void set_parent(Work& work, TaskId child, const store::ParentEntry& entry) {
    if (const auto before = work.store.parents.of(child)) work.touched.insert(*before);
    work.store.parents.set(child, entry);
    work.touched.insert(child);
}

// Those who lead a container hear that it follows other tasks now.
std::int64_t tell_container(Work& work, TaskId parent, const ParentWanted& wanted) {
    const auto brief = work.store.plans.brief(parent);
    v1::Change change;
    change.set_action("children");
    change.set_note(wanted.reason);
    change.set_by(wanted.by);
    *change.mutable_children() = to_wire(progress_of(children_of(work.store, parent)));
    std::int64_t told = 0;
    for (const auto& assignment : work.store.assignments.of_task(parent)) {
        if (!is_live(assignment.state)) continue;
        tell_change(work, brief, assignment, change);
        ++told;
    }
    return told;
}

}  // namespace

ParentChanged change_parent(Work& work, const ParentWanted& wanted) {
    if (wanted.children.empty()) throw UserError("parent.none_named", {}, "children");
    if (wanted.children.size() > static_cast<std::size_t>(max_task_children))
        throw UserError("parent.too_many",
                        {text(wanted.parent.value_or(TaskId{})), std::to_string(max_task_children)},
                        "children");
    require_length(wanted.reason, max_note_bytes, "reason");
    if (!wanted.parent && language::normalize(wanted.reason).empty())
        throw UserError("parent.no_reason", {}, "reason");
    std::optional<store::Task> parent;
    if (wanted.parent) {
        parent = find_task(work, *wanted.parent, "parent");
        if (const auto why_not = obstacle_of_parent(work, *parent))
            throw UserError(why_not->key, why_not->args, "parent");
    }

    ParentChanged result;
    std::set<TaskId> parents;  // that have other children now
    for (const auto id : wanted.children) {
        const auto child = find_task(work, id, "children");
        const auto before = work.store.parents.of(id);
        if (before == wanted.parent) continue;
        if (parent) {
            if (child.dropped_at) throw UserError("parent.withdrawn", {text(id)}, "children");
            if (const auto why_not = obstacle(work, *parent, id))
                throw UserError(why_not->key, why_not->args, "children");
        }
        set_parent(work, id, {work.now, wanted.parent, wanted.by, wanted.reason});
        result.changed.push_back(id);
        parents.insert(parent ? parent->id : *before);
    }
    for (const auto id : parents) result.told += tell_container(work, id, wanted);
    if (parent) result.progress = progress_of(children_of(work.store, parent->id));
    return result;
}

RowParents row_parents(Work& work, DocumentId document) {
    const auto rows = work.store.plans.numbered(document);
    std::vector<language::NumberedRow> numbered;
    numbered.reserve(rows.size());
    for (const auto& row : rows) numbered.push_back({row.number, row.section, is_container_row(row.kind)});
    const auto above = language::parents_by_number(numbered);
    RowParents parents;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (above[i]) parents.emplace(rows[i].task, rows[*above[i]].task);
    return parents;
}

std::int64_t follow_numbers(Work& work, DocumentId document, const RowParents& before) {
    const auto now = row_parents(work, document);
    const auto says = [](const RowParents& parents, TaskId child) {
        const auto found = parents.find(child);
        return found == parents.end() ? std::nullopt : std::optional{found->second};
    };
    for (const auto& [child, parent] : before)
        if (says(now, child) != parent && work.store.parents.of(child) == parent)
            set_parent(work, child, {work.now, std::nullopt, {}, {}});
    std::int64_t linked = 0;
    for (const auto& [child, parent] : now) {
        if (says(before, child) == parent || work.store.parents.of(child)) continue;
        const auto container = work.store.plans.task(parent).value();
        if (obstacle_of_parent(work, container) || obstacle(work, container, child)) continue;
        set_parent(work, child, {work.now, parent, {}, {}});
        ++linked;
    }
    return linked;
}

}  // namespace dondoc::engine
