// SPDX-License-Identifier: Apache-2.0
// Replies on their way: what a connection cannot take now is kept until it can, so that a client that asks
// much at once gets every answer. What may be kept is bounded; a request whose answer would find no room is
// not begun, and the client repeats it under its id.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <string>

#include "hub/transport/limits.h"
#include "hub/transport/ports.h"

namespace dondoc::hub {

class Replies {
  public:
    explicit Replies(Outbox& outbox, const Limits& limits = {}) : outbox_(outbox), limits_(limits) {}

    void change(const Limits& limits) { limits_ = limits; }

    // A connection that has nothing unread has room, whatever the others do.
    bool has_room(const RoutingId& to) const;
    void send(const RoutingId& to, std::string frame);
    // For what nobody waits for: dropped when the connection cannot take it now.
    void send_now_or_never(const RoutingId& to, const std::string& frame);
    // The connection has ended.
    void gone(const RoutingId& route);
    // Goes on with what is waiting. True: something still waits.
    bool send_waiting();
    bool is_waiting() const { return !waiting_.empty(); }
    // Cuts connections that have not taken anything for too long, with what waits for them. Returns how many.
    int cut_stalled(std::chrono::steady_clock::time_point now);

  private:
    struct Waiting {
        std::deque<std::string> frames;
        std::size_t bytes = 0;
        std::chrono::steady_clock::time_point since;  // of the last that was taken
    };
    // True: nothing is left to send to it.
    bool drain(const RoutingId& to, Waiting& waiting);

    Outbox& outbox_;
    Limits limits_;
    std::map<RoutingId, Waiting> waiting_;
    std::size_t total_bytes_ = 0;
    std::chrono::steady_clock::time_point now_{};  // of the last cut_stalled()
};

}  // namespace dondoc::hub
