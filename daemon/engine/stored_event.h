// SPDX-License-Identifier: Apache-2.0
// Events as they stand in the log, decoded.
#pragma once

#include <optional>

#include "dondoc/v1/event.pb.h"
#include "store/inbox.h"

namespace dondoc::engine {

// No event is larger; work.h refuses what would make one.
inline constexpr std::size_t max_event_bytes = 1024 * 1024;

// nullopt: its content was removed, or is larger than any event may be (earlier versions had no such bound).
// Its heading stands in the log (store::Inbox::find). Throws std::runtime_error for what cannot be decoded.
std::optional<v1::Event> decoded(const store::StoredEvent& stored);

}  // namespace dondoc::engine
