// SPDX-License-Identifier: GPL-3.0-or-later
// "Tổng quan": how it stands in one look, for the office.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// What falls due in one week.
struct DueWeek {
    local_days first, last;
    std::uint64_t due = 0;
    bool is_known = true;  // false: too many to be counted
};

struct Overview {
    const v1::StatusReply& status;
    const std::vector<DueWeek>& weeks;
    const v1::UnseenListReply& unseen;
    const v1::TaskListReply& waiting;  // the first of what waits for the office
    const v1::Report* ages = nullptr;  // overdue by agency and age; nullptr: could not be asked for
};
std::string overview_page(const View& view, const Overview& overview);

inline constexpr int weeks_shown = 6;
std::vector<DueWeek> weeks_from(local_days today);  // Monday to Sunday, the first one begins today

}  // namespace dondoc::web::pages
