// SPDX-License-Identifier: Apache-2.0
#include "domain/change_kind.h"

#include <array>
#include <cstddef>

namespace dondoc {
namespace {

constexpr auto names_beyond_actions = std::to_array<std::string_view>(
    {"amend", "carried_over", "take_over", "event", "event_undone", "term", "term_undone", "review",
     "children_done", "children_open", "priority", "responsible", "press"});
static_assert(action_count + names_beyond_actions.size() == change_kind_count);
static_assert(kind_of(Action::Comment) == ChangeKind::Comment &&
              static_cast<int>(ChangeKind::Amend) == action_count);

}  // namespace

std::string_view name_of(ChangeKind kind) {
    const auto place = static_cast<int>(kind);
    if (place < action_count) return name_of(static_cast<Action>(place));
    return names_beyond_actions.at(static_cast<std::size_t>(place - action_count));
}

std::optional<ChangeKind> change_kind(std::string_view name) {
    for (int place = 0; place < change_kind_count; ++place)
        if (const auto kind = static_cast<ChangeKind>(place); name_of(kind) == name) return kind;
    return std::nullopt;
}

}  // namespace dondoc
