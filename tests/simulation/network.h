// SPDX-License-Identifier: Apache-2.0
// Connections between clients and the daemon: frames are late, doubled, or lost with the whole connection.
// The address of a connection that has ended is given to another client as soon as the daemon was told of the
// end, and every frame is looked at: whether it is for the client that it goes to.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hub/transport/ports.h"
#include "simulation/random.h"

namespace dondoc::simulation {

using Time = std::chrono::steady_clock::time_point;
using Line = std::uint64_t;  // a connection as its client knows it; 0: none

class Network : public hub::Outbox, public hub::Feed {
  public:
    // Whose key a client has; `agency` is empty where it may see everything.
    struct Client {
        std::string public_key, agency;
        auto operator<=>(const Client&) const = default;
    };

    // Without faults every frame arrives at once, and once.
    Network(Random& random, bool faulty) : random_(random), faulty_(faulty) {}

    void now_is(Time now) { now_ = now; }
    Line connect(const Client& client);
    void hang_up(Line line);
    bool is_up(Line line) const { return connections_.contains(line); }
    void send_up(Line from, const std::string& bytes, int times = 1);
    std::optional<std::string> arrived_at(Line line);

    // The daemon's side. After the frames that it has been handed, it is to be told of the ends.
    struct Arrival {
        hub::RoutingId route;
        std::string public_key;
        std::string bytes;
    };
    std::optional<Arrival> arrived_at_daemon();
    std::optional<hub::RoutingId> gone();
    // The daemon has ended, and knows of no connection any more.
    void cut_all();
    // What was sent to a client that it was not for.
    const std::optional<std::string>& astray() const { return astray_; }

    std::optional<Time> next_arrival() const;
    // Something breaks now and then.
    void misbehave();

    hub::Delivery send(const hub::RoutingId& to, const std::string& frame) override;
    void cut(const hub::RoutingId& route) override;
    void dismiss(const std::string& public_key) override;
    // Is told before a reply to a request goes out.
    void on_reply(std::function<void()> replying) { replying_ = std::move(replying); }
    // The office's feed: what a subscriber hears, which may be less than what was published.
    using Heard = std::function<void(const std::string& topic, const std::string& event)>;
    void on_feed(Heard heard) { heard_ = std::move(heard); }
    void publish(const std::string& topic, const std::string& event) override {
        if (heard_ && (!faulty_ || random_() % 10 != 0)) heard_(topic, event);
    }

    std::uint64_t cuts() const { return cuts_; }
    std::uint64_t frames() const { return frames_; }

  private:
    struct Frame {
        Time due;
        std::string bytes;
    };
    struct Connection {
        Client client;
        hub::RoutingId route;
        std::deque<Frame> up, down;
        std::set<std::string> nonces, requests;  // that its client said
    };
    void enqueue(std::deque<Frame>& queue, const std::string& bytes, int times = 1);
    void look_at(const Connection& connection, const std::string& bytes);

    Random& random_;
    bool faulty_;
    Heard heard_;
    std::function<void()> replying_;
    Time now_{};
    std::map<Line, Connection> connections_;
    std::map<hub::RoutingId, Line> by_route_;
    std::vector<hub::RoutingId> free_;  // to be given out again
    std::deque<hub::RoutingId> ended_;  // of whose end the daemon has not been told
    std::set<Client> clients_;          // that have been there
    std::optional<std::string> astray_;
    std::uint64_t made_ = 0, routes_ = 0, cuts_ = 0, frames_ = 0;
};

}  // namespace dondoc::simulation
