// SPDX-License-Identifier: GPL-3.0-or-later
// The states that a list of tasks is narrowed to, by the words of options and forms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"

namespace dondoc::words {

// The names on the wire; "open" for all that is not finished, "completed" for all that is. Returns the first
// name that is none of these, at which it stops; nullopt: all were taken.
std::optional<std::string> add_states(v1::TaskListRequest& list, const std::vector<std::string>& names);

}  // namespace dondoc::words
