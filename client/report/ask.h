// SPDX-License-Identifier: GPL-3.0-or-later
// How a report that takes several questions asks the daemon: through whoever makes the page.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>

#include "dondoc/v1/request.pb.h"

namespace dondoc::report {

// Throws client::Refused for a refusal, and what else whoever asks throws.
using Ask = std::function<v1::Reply(v1::Request)>;

// A report with all its rows up to `most`: one answer of the daemon has a bounded number of them. The limit
// and offset of `wanted` are set here; all answers are as of the same day.
v1::Report ask_whole_report(const Ask& ask, v1::ReportRequest wanted,
                            std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

}  // namespace dondoc::report
