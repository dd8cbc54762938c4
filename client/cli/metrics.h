// SPDX-License-Identifier: GPL-3.0-or-later
// How a daemon stands, in Prometheus's text format: counted from what it answers, not by counters that could
// drift.
#pragma once

#include <string>

#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

// Times are seconds since 1970 or lengths in seconds, by the daemon's own clock (`status.now`).
// What the key may not see has no line.
std::string metrics_text(const v1::StatusReply& status, const v1::ConsumerListReply& consumers);

}  // namespace dondoc::cli
