// SPDX-License-Identifier: Apache-2.0
#include "domain/time_of_day.h"

#include <string>

#include "domain/civil.h"

namespace dondoc {

std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text) {
    const auto instant = parse_instant("1970-01-01T" + std::string{text});
    if (text.size() != std::string_view{"07:30"}.size() || !instant) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::minutes>(to_local(*instant).time_since_epoch());
}

}  // namespace dondoc
