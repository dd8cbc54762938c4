// SPDX-License-Identifier: Apache-2.0
// The office's feed, as a sign that something happened. What it loses nobody misses: who needs every event
// takes a Listener.
#pragma once

#include <chrono>
#include <span>
#include <zmq.hpp>

#include "lib/profile.h"

namespace dondoc::client {

// Not thread-safe: one thread owns it.
class Feed {
  public:
    // Hears every event. A profile without a feed gives one that hears nothing; so does a key that the feed
    // refuses. Throws UserError when the endpoint is no endpoint.
    explicit Feed(const Profile& profile);

    // Until an event comes, one of `descriptors` is readable, or the time is over. True: events came; all
    // that have come are taken.
    bool wait(std::chrono::milliseconds timeout, std::span<const int> descriptors);

  private:
    zmq::context_t context_;
    zmq::socket_t socket_;
};

}  // namespace dondoc::client
