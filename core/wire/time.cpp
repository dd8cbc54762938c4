// SPDX-License-Identifier: Apache-2.0
#include "wire/time.h"

#include <chrono>

#include "domain/message.h"

namespace dondoc::wire {

void set(google::protobuf::Timestamp& timestamp, sys_seconds instant) {
    timestamp.set_seconds(instant.time_since_epoch().count());
}

sys_seconds to_instant(const google::protobuf::Timestamp& timestamp) {
    return sys_seconds{std::chrono::seconds{timestamp.seconds()}};
}

std::optional<local_days> to_day(const std::string& text, const char* place) {
    if (text.empty()) return std::nullopt;
    const auto day = parse_iso_day(text);
    if (!day) throw UserError("value.day", {text}, place);
    return day;
}

local_days required_day(const std::string& text, const char* place) {
    const auto day = to_day(text, place);
    if (!day) throw UserError("value.day", {text}, place);
    return *day;
}

}  // namespace dondoc::wire
