// SPDX-License-Identifier: GPL-3.0-or-later
// Days and instants as a person types and reads them.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <optional>
#include <string>
#include <string_view>

#include "domain/civil.h"
#include "wire/time.h"

namespace dondoc::words {

// "2023-12-31" or "31/12/2023".
std::optional<local_days> parse_day(std::string_view text);

// "17:00 31/12/2023", and without an hour the day alone
std::string spoken_due(const std::string& iso, const std::string& hour);
std::string spoken_iso_day(const std::string& iso);  // "2023-12-31" -> "31/12/2023"; anything else as it is
using dondoc::spoken_instant;
std::string spoken_instant(const google::protobuf::Timestamp& time);

}  // namespace dondoc::words
