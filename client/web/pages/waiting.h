// SPDX-License-Identifier: GPL-3.0-or-later
// "Chờ xử lý": what waits for the office, and whom it presses; many at once.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "web/http/fields.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

struct WaitingPage {
    const v1::TaskListReply& waiting;  // reported, returned, an extension asked for
    const v1::TaskListReply& overdue;
    const v1::MuteListReply& mutes;
    const Fields* written = nullptr;  // a form that came back
    std::string error = {};
};
std::string waiting_page(const View& view, const WaitingPage& page);

v1::TaskListRequest waiting_request();
v1::TaskListRequest overdue_request();

// The forms as requests. Throw UserError where nothing was chosen, or something is missing.
v1::AssignmentBatchRequest batch_of(const Fields& form);  // confirm, rework, grant, refuse
v1::PressRequest press_of(const Fields& form);
v1::MuteAddRequest mute_of(const Fields& form);
v1::MuteEndRequest mute_end_of(const Fields& form);

}  // namespace dondoc::web::pages
