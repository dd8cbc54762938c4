// The thin shell around the hub: the daemon's two sockets and how they are set up.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <zmq.hpp>

#include "hub/connections.h"
#include "hub/outgoing.h"
#include "hub/ports.h"
#include "hub/throttle.h"
#include "hub/turned_away.h"

namespace dondoc::hub {

// A CURVE key pair, Z85.
struct KeyPair {
    std::string public_key;
    std::string secret_key;
};

struct SocketSettings {
    std::vector<std::string> session_endpoints;
    std::vector<std::string> feed_endpoints;
    KeyPair server;
    std::int64_t max_message_bytes = 0;
    int window = 64;
    std::size_t queue_bytes = 4U << 20;  // that may wait for one connection
    Connections::Limits connections{};
};

// Throws UserError "listen.failed" when another program listens at one of the endpoints. Before any is bound.
void require_free(const std::vector<std::string>& endpoints);

class SessionSocket final : public Outbox {
  public:
    // Throws UserError "listen.failed" with the endpoint and the cause.
    SessionSocket(zmq::context_t& context, const SocketSettings& settings, TurnedAway& turned_away);
    ~SessionSocket() override;

    using Receiver =
        std::function<void(const RoutingId& from, const std::string& public_key, const std::string& frame)>;
    // Hands on up to `limit` frames that are waiting. True: there may be more.
    bool receive(int limit, const Receiver& receiver);
    Delivery send(const RoutingId& to, const std::string& frame) override;
    void cut(const RoutingId& route) override { connections_->cut(route); }

    void* handle() { return socket_.handle(); }  // for zmq_poll
    std::string endpoint() const;                // the last one bound, as the system names it

  private:
    zmq::socket_t socket_;
    TurnedAway& turned_away_;
    Outgoing outgoing_;
    std::unique_ptr<Connections> connections_;
    Throttle junk_;
};

class FeedSocket final : public Feed {
  public:
    FeedSocket(zmq::context_t& context, const SocketSettings& settings, TurnedAway& turned_away);
    ~FeedSocket() override;
    void publish(const std::string& topic, const std::string& event) override;
    void expel() override;

  private:
    void open();
    void close();

    zmq::context_t& context_;
    SocketSettings settings_;
    TurnedAway& turned_away_;
    zmq::socket_t socket_;
    std::unique_ptr<Connections> connections_;
};

// What a client on this machine connects to, for an endpoint that is bound to every address.
std::string reachable(std::string endpoint);

// Connects to the daemon's own endpoint with a key that nobody knows and requires that it is turned away: a
// door that lets anybody in must not serve. Throws std::runtime_error.
void require_refusal(zmq::context_t& context, const std::string& endpoint,
                     const std::string& server_public_key, const KeyPair& unknown);

}  // namespace dondoc::hub
