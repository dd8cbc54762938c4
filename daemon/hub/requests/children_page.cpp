// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/children_page.h"

#include <cstdint>
#include <map>
#include <optional>

#include "engine/children.h"
#include "hub/requests/convert.h"

namespace dondoc::hub {
namespace {

static_assert(static_cast<int>(v1::RelatedTask::withdrawn) == static_cast<int>(ChildStanding::Withdrawn));

v1::RelatedTask related_task(Call& call, const store::ListedChild& listed) {
    const auto& child = listed.child;
    v1::RelatedTask wire;
    wire.set_task(static_cast<std::uint64_t>(listed.task.value));
    wire.set_document(listed.document);
    wire.set_number(listed.number);
    if (call.may_see(listed.task) && !call.parted(listed.task)) wire.set_title(listed.title);
    wire.set_standing(static_cast<v1::RelatedTask::Standing>(child.standing()));
    if (const auto due = child.due()) wire.set_due(iso_day(*due));
    if (const auto result = child.result(); result && child.standing() == ChildStanding::Completed)
        wire.set_completed_on(iso_day(*result));
    if (child.below.counted > 0) *wire.mutable_children() = engine::to_wire(child.below);
    return wire;
}

void add_parent(Call& call, TaskId task, v1::TaskShowReply& shown) {
    auto& store = call.engine.store();
    const auto parent = store.parents.of(task);
    if (!parent) return;
    const auto brief = store.plans.brief(*parent);
    auto& wire = *shown.mutable_parent();
    store::ListedChild listed{*parent, brief.document, brief.number, brief.title, {}};
    listed.child.kind = brief.deadline_kind;
    listed.child.is_dropped = store.plans.task(*parent)->dropped_at.has_value();
    for (const auto& part : store.assignments.of_task(*parent)) listed.child.parts.push_back(part.term());
    listed.child.below = engine::progress_of(engine::children_of(store, *parent));
    wire = related_task(call, listed);
}

void add_parents(Call& call, TaskId task, v1::TaskShowReply& shown) {
    auto& store = call.engine.store();
    for (const auto& entry : store.parents.history(task)) {
        auto& wire = *shown.add_parents();
        set(*wire.mutable_time(), entry.at);
        wire.set_by(entry.by);
        wire.set_reason(entry.reason);
        if (!entry.parent) continue;
        const auto brief = store.plans.brief(*entry.parent);
        wire.set_parent(static_cast<std::uint64_t>(entry.parent->value));
        wire.set_document(brief.document);
        wire.set_number(brief.number);
    }
}

}  // namespace

void add_family(Call& call, const store::Task& task, v1::TaskShowReply& shown) {
    auto& store = call.engine.store();
    for (const auto& child : engine::children_of(store, task.id))
        *shown.add_children() = related_task(call, child);
    if (const auto progress = engine::followed_by(store, task.id, kind_of(task.deadline.term)))
        *shown.mutable_progress() = engine::to_wire(*progress);
    add_parent(call, task.id, shown);
    add_parents(call, task.id, shown);
}

void add_children_progress(Call& call, google::protobuf::RepeatedPtrField<v1::AssignmentRow>& rows) {
    std::map<std::uint64_t, std::optional<ChildrenProgress>> known;  // many agencies may lead one container
    for (auto& row : rows) {
        const auto kind = static_cast<DeadlineKind>(row.deadline_kind());
        if (!can_hold_tasks(kind)) continue;
        const auto [found, is_new] = known.try_emplace(row.task());
        if (is_new)
            found->second =
                engine::followed_by(call.engine.store(), {static_cast<std::int64_t>(row.task())}, kind);
        if (found->second) *row.mutable_children() = engine::to_wire(*found->second);
    }
}

}  // namespace dondoc::hub
