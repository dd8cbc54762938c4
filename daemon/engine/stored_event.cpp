// SPDX-License-Identifier: Apache-2.0
#include "engine/stored_event.h"

#include <stdexcept>
#include <string>

namespace dondoc::engine {

std::optional<v1::Event> decoded(const store::StoredEvent& stored) {
    if (stored.body.empty() || stored.body.size() > max_event_bytes) return std::nullopt;
    std::optional<v1::Event> event{std::in_place};
    if (!event->ParseFromString(stored.body))
        throw std::runtime_error("event " + std::to_string(stored.id.value) + " cannot be decoded");
    return event;
}

}  // namespace dondoc::engine
