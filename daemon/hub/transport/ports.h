// SPDX-License-Identifier: Apache-2.0
// What the hub sends through. The sockets implement it; tests hand in their own.
#pragma once

#include <string>

namespace dondoc::hub {

// Return address of a connection, from when its first frame is received until it is told to be gone. No other
// one has it in between. Never an identity, never shown.
using RoutingId = std::string;

enum class Delivery {
    Sent,  // into the queue of the connection, which is not yet a delivery
    Full,  // the queue is full: wait for an acknowledgement
    Gone   // there is no such connection any more
};

class Outbox {
  public:
    virtual ~Outbox() = default;
    virtual Delivery send(const RoutingId& to, const std::string& frame) = 0;
    // Ends the connection: what waits for it is dropped, and its client comes again.
    virtual void cut(const RoutingId& route) = 0;
    // Ends every connection of the key, of the feed too, after what was sent to it.
    virtual void dismiss(const std::string& public_key) = 0;
};

class Feed {
  public:
    virtual ~Feed() = default;
    virtual void publish(const std::string& topic, const std::string& event) = 0;
};

}  // namespace dondoc::hub
