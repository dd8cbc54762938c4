// Whose child a task is, said by hand.
#include "engine/children.h"
#include "engine/parent_change.h"
#include "hub/handlers.h"
#include "hub/life.h"
#include "language/normalize.h"

namespace dondoc::hub {

void change_parent(Call& call, const v1::Request& request, v1::Reply& reply) {
    const auto& wanted = request.task_under();
    engine::ParentWanted change;
    if (wanted.parent() != 0) change.parent = TaskId{static_cast<std::int64_t>(wanted.parent())};
    for (const auto child : wanted.children()) change.children.push_back({static_cast<std::int64_t>(child)});
    change.reason = language::normalize(wanted.reason());
    change.by = name_of(call.who);
    const auto changed = engine::change_parent(*call.work, change);
    auto& done = *reply.mutable_task_under();
    done.set_parent(wanted.parent());
    for (const auto child : changed.changed) done.add_changed(static_cast<std::uint64_t>(child.value));
    if (change.parent) *done.mutable_children() = engine::to_wire(changed.progress);
    done.set_told(static_cast<std::uint64_t>(changed.told));
}

}  // namespace dondoc::hub
