// SPDX-License-Identifier: Apache-2.0
// One listener of an inbox, or of the stream, as Sessions keeps it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "hub/sessions/sessions.h"

namespace dondoc::hub {

inline constexpr AgencyId stream{};  // stands for the inbox of those who follow all events

struct Sessions::Session {
    RoutingId route;
    std::string public_key;
    AgencyId inbox;
    std::string consumer;
    bool is_agencys_own = false;  // only the agency itself can say that it has seen something
    bool is_remembered = false;   // how far it has acknowledged is kept
    std::string nonce;
    std::string lang;
    InboxSeq acknowledged;
    InboxSeq sent;
    InboxSeq head;  // of the inbox; for this and the two above, of the stream they are ids
    bool takes_gap = false;
    bool shown = false;  // what it acknowledges was shown to a person
    std::chrono::steady_clock::time_point heard;
    std::chrono::steady_clock::time_point progressed;  // acknowledged something, or was sent the first event

    std::int64_t in_flight() const { return sent.value - acknowledged.value; }
    bool is_caught_up() const { return sent == head; }
};

}  // namespace dondoc::hub
