// SPDX-License-Identifier: Apache-2.0
// Links that are sent to persons who have forgotten their password.
#pragma once

#include <chrono>
#include <string>

#include "hub/requests/requests.h"

namespace dondoc::hub {

constexpr std::chrono::hours mailed_link_time{1};  // since it was asked for

// The link that a message is to say. Its token is made when a program that sends asks for it, so that it is
// never on disk here; asked again, it is the same one until the daemon is started anew, and then another
// takes its place.
std::string mailed_link(Call& call, const store::ContactTest& test);

}  // namespace dondoc::hub
