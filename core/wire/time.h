// SPDX-License-Identifier: Apache-2.0
// Civil days and instants on the wire: a day is "2023-12-31" in Asia/Ho_Chi_Minh, an instant is in UTC.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <optional>
#include <string>

#include "domain/civil.h"

namespace dondoc::wire {

void set(google::protobuf::Timestamp& timestamp, sys_seconds instant);
sys_seconds to_instant(const google::protobuf::Timestamp& timestamp);  // the whole second

// `place`: of the field, for the refusal. Throws UserError "value.day" for a text that is not a civil day.
std::optional<local_days> to_day(const std::string& text, const char* place);  // nullopt: it is empty
local_days required_day(const std::string& text, const char* place);           // nor may it be empty

}  // namespace dondoc::wire
