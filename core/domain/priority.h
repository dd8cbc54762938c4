// SPDX-License-Identifier: Apache-2.0
// How pressing a task is: said at import, changed with a reason. A policy may be meant for one of them only.
#pragma once

#include <optional>
#include <string_view>

namespace dondoc {

enum class Priority { Normal, Urgent };

constexpr std::string_view name_of(Priority priority) {
    return priority == Priority::Urgent ? "urgent" : "normal";
}
constexpr std::optional<Priority> parse_priority(std::string_view name) {
    if (name == "normal") return Priority::Normal;
    if (name == "urgent") return Priority::Urgent;
    return std::nullopt;
}

}  // namespace dondoc
