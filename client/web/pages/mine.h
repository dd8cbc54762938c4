// SPDX-License-Identifier: GPL-3.0-or-later
// "Của tôi": an agency's day. What is late, what comes, what waits, each with the next thing to do in one
// tap.
#pragma once

#include <string>

#include "dondoc/v1/request.pb.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// What is open and what waits, by term. `before` is an answer's place to go on from.
v1::TaskListRequest mine_request(const View& view, const std::string& after);

std::string mine_page(const View& view, const v1::StatusReply& status, const v1::TaskListReply& open);

}  // namespace dondoc::web::pages
