// SPDX-License-Identifier: GPL-3.0-or-later
// "Lịch": a month or a week with what falls due on each day, and the days that are not worked.
#pragma once

#include <cstdint>
#include <string>

#include "domain/calendar.h"
#include "dondoc/v1/request.pb.h"
#include "web/http/fields.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

struct Period {
    local_days first, last;  // whole weeks, Monday to Sunday
    local_days shown;        // a day in the month, the first one of the week
    bool is_week = false;

    // "thang=2026-11", "tuan=2026-11-23"; otherwise the month of `today`.
    static Period of(const Fields& query, local_days today);
};
inline constexpr std::uint32_t most_in_period = 1000;

v1::TaskListRequest period_request(const View& view, const Period& period);
std::string calendar_page(const View& view, const Period& period, const v1::TaskListReply& due,
                          const Calendar& calendar);

// The calendar that came with dondoc, with what the law says of years that it does not have; read once.
const Calendar& working_calendar();

}  // namespace dondoc::web::pages
