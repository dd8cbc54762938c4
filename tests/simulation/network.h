// Connections between clients and the daemon: frames are late, doubled, or lost with the whole connection.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "hub/ports.h"
#include "simulation/random.h"

namespace dondoc::simulation {

using Time = std::chrono::steady_clock::time_point;

class Network : public hub::Outbox, public hub::Feed {
  public:
    struct Frame {
        Time due;
        std::string bytes;
    };
    struct Connection {
        std::string public_key;
        std::deque<Frame> up, down;
    };

    // Without faults every frame arrives at once, and once.
    Network(Random& random, bool faulty) : random_(random), faulty_(faulty) {}

    void now_is(Time now) { now_ = now; }
    hub::RoutingId connect(const std::string& public_key);
    void cut(const hub::RoutingId& route) override { connections_.erase(route); }
    void cut_all() { connections_.clear(); }
    bool is_up(const hub::RoutingId& route) const { return connections_.contains(route); }
    const std::string& key_of(const hub::RoutingId& route) const { return connections_.at(route).public_key; }

    void send_up(const hub::RoutingId& from, std::string bytes);
    // The next frame that has arrived by now, of any connection.
    struct Arrival {
        hub::RoutingId route;
        std::string bytes;
    };
    std::optional<Arrival> arrived_at_daemon();
    std::optional<std::string> arrived_at(const hub::RoutingId& route);
    std::optional<Time> next_arrival() const;
    // Something breaks now and then.
    void misbehave();

    hub::Delivery send(const hub::RoutingId& to, const std::string& frame) override;
    // The office's feed: what a subscriber hears, which may be less than what was published.
    using Heard = std::function<void(const std::string& topic, const std::string& event)>;
    void on_feed(Heard heard) { heard_ = std::move(heard); }
    void publish(const std::string& topic, const std::string& event) override {
        if (heard_ && (!faulty_ || random_() % 10 != 0)) heard_(topic, event);
    }
    void dismiss(const std::string&) override {}

    std::uint64_t cuts() const { return cuts_; }
    std::uint64_t frames() const { return frames_; }

  private:
    void enqueue(std::deque<Frame>& queue, std::string bytes);

    Random& random_;
    bool faulty_;
    Heard heard_;
    Time now_{};
    std::map<hub::RoutingId, Connection> connections_;
    std::uint64_t made_ = 0, cuts_ = 0, frames_ = 0;
};

}  // namespace dondoc::simulation
