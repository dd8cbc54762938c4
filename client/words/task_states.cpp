// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/task_states.h"

namespace dondoc::words {

std::optional<std::string> add_states(v1::TaskListRequest& list, const std::vector<std::string>& names) {
    for (const auto& name : names) {
        if (name == "open") {
            for (const auto open :
                 {v1::Timeliness::no_deadline, v1::Timeliness::in_time, v1::Timeliness::due_soon,
                  v1::Timeliness::due_today, v1::Timeliness::overdue})
                list.add_timeliness(open);
        } else if (name == "completed") {
            list.add_timeliness(v1::Timeliness::completed_on_time);
            list.add_timeliness(v1::Timeliness::completed_late);
            list.add_timeliness(v1::Timeliness::completed_no_deadline);
        } else {
            v1::Timeliness::Class timeliness{};
            if (!v1::Timeliness::Class_Parse(name, &timeliness) || timeliness == v1::Timeliness::unspecified)
                return name;
            list.add_timeliness(timeliness);
        }
    }
    return std::nullopt;
}

}  // namespace dondoc::words
