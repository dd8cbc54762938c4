// SPDX-License-Identifier: GPL-3.0-or-later
// Days, as client/words has them, and spans and moments as a person types them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/civil.h"
#include "words/dates.h"

namespace dondoc::cli {

using namespace dondoc::words;

// "30d", "2w", "12h", "45m"; a bare number is days.
std::optional<std::chrono::seconds> parse_span(std::string_view text);
// What parse_instant (domain/civil.h) takes, and "31/12/2023[ 07:30]".
std::optional<sys_seconds> parse_moment(std::string_view text);

// "ngày 05 tháng 6 năm 2025", as letters have it.
std::string long_day(local_days day);

}  // namespace dondoc::cli
