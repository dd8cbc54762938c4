// SPDX-License-Identifier: GPL-3.0-or-later
// How a daemon stands, in Prometheus's text format: counted from what it answers, not by counters that could
// drift.
#pragma once

#include <string>

#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

// Times are seconds since 1970 or lengths in seconds, by the daemon's own clock (`status.now`).
// What the key may not see has no line.
struct Answers {
    v1::StatusReply status;
    v1::ConsumerListReply consumers = {};
    v1::UnseenListReply unseen = {};
    v1::ClockReply clock = {};
};
std::string metrics_text(const Answers& answers);

}  // namespace dondoc::cli
