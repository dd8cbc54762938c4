// SPDX-License-Identifier: Apache-2.0
// The thin shell around the hub: its two ports, sessions and feed, on the daemon's door.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "door/door.h"
#include "hub/transport/porter.h"
#include "hub/transport/ports.h"

namespace dondoc::hub {

// A CURVE key pair, Z85. The secret is wiped when it goes.
struct KeyPair {
    std::string public_key;
    std::string secret_key;

    ~KeyPair() { wipe(); }
    void wipe();
};

struct SocketSettings {
    std::vector<std::string> session_endpoints;
    std::vector<std::string> feed_endpoints;
    std::size_t largest_message = std::size_t{32} << 20;
    door::Limits limits{};
};

// Throws UserError "listen.failed" when another program listens at one of the endpoints. Before any is bound.
void require_free(const std::vector<std::string>& endpoints);

class Sockets final : public Outbox, public Feed {
  public:
    // Serves at once. Throws UserError "listen.failed" with the endpoint and the cause. Nothing is owned.
    Sockets(const SocketSettings& settings, const KeyPair& server, const AccessList& access,
            TurnedAway& turned_away);

    struct Receiver {
        std::function<void(const RoutingId& from, const std::string& public_key, const std::string& frame)>
            frame;
        std::function<void(const RoutingId& from)> gone;
    };
    // Hands on up to `limit` frames that are waiting. True: there may be more.
    bool receive(int limit, const Receiver& receiver);
    // A request has arrived, and waits. Costs next to nothing.
    bool somebody_asks() { return door_->has_such(); }
    int descriptor() const { return door_->descriptor(); }  // readable while something is to be received

    Delivery send(const RoutingId& to, const std::string& frame) override;
    void cut(const RoutingId& route) override;
    void dismiss(const std::string& public_key) override { door_->dismiss(public_key); }
    void publish(const std::string& topic, const std::string& event) override {
        door_->publish(topic, event);
    }

    // What was sent gets on its way. Before waiting for anything.
    void flush() { door_->flush(); }
    // Ends, but gives what was sent so much time.
    void close(std::chrono::milliseconds linger) { door_->close(linger); }

  private:
    Porter porter_;
    std::unique_ptr<door::Door> door_;
};

// What a client on this machine connects to, for an endpoint that is bound to every address.
std::string reachable(std::string endpoint);

}  // namespace dondoc::hub
