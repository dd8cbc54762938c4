// SPDX-License-Identifier: Apache-2.0
// One connection as the door's thread knows it: its socket, its peer, and what is on its way to it.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "door/exchange.h"
#include "door/listening.h"
#include "door/topics.h"

namespace dondoc::door {

class Connection final : public Host {
  public:
    using Time = std::chrono::steady_clock::time_point;
    // Where its messages go.
    using Arrivals = std::vector<Arrival>;

    Connection(Number number, Entrance entrance, Descriptor socket, const ServerKey& server, Porter& porter,
               Shared& shared, Arrivals& arrivals, Time now);

    // Host
    std::optional<std::size_t> admit(const Key& client) override;
    void message(std::string content) override;
    void many_parts() override;

    // Reads once. nullopt: it goes on.
    std::optional<Ending> read(Time now);
    void put(std::shared_ptr<const Outgoing> message);
    // Writes what can be written. nullopt: it goes on.
    std::optional<Ending> write();
    bool has_to_write() const { return written_ < wire_.size() || !waiting_.empty(); }
    // Gives back what is counted as waiting.
    void drop_waiting();
    // Whole messages that the other thread has not received are as many as one connection may have.
    bool is_ahead() const;
    // Is in the middle of a message that is large.
    bool is_in_large_message() const;

    Number number() const { return number_; }
    Entrance entrance() const { return entrance_; }
    int descriptor() const { return socket_.number(); }
    const Peer& peer() const { return peer_; }
    const std::string& name() const { return *name_; }  // empty: has not proved who it is
    const std::shared_ptr<Load>& load() const { return load_; }
    const Topics& topics() const { return topics_; }
    Time since() const { return since_; }
    // When the message that is under way was begun; nullopt: none is.
    std::optional<Time> message_since() const { return message_since_; }
    void restart_message(Time now) {
        if (message_since_) message_since_ = now;
    }
    std::size_t waiting() const { return waiting_.size(); }

    // For the doorkeeper.
    bool is_counted = false;  // as open, by its name
    bool is_silent = true;    // has sent nothing since it came in
    bool is_leaving = false;  // ends when all is written
    bool is_paused = false;   // is not read
    Time leaving_since{};
    std::uint32_t interest = 0;  // what the kernel was asked to tell of it

  private:
    Number number_;
    Entrance entrance_;
    Descriptor socket_;
    Porter& porter_;
    Shared& shared_;
    Arrivals& arrivals_;
    Peer peer_;
    std::shared_ptr<const std::string> name_;
    std::shared_ptr<Load> load_ = std::make_shared<Load>();
    std::size_t largest_message_ = 0;
    Topics topics_;
    bool too_many_topics_ = false;
    Time since_;
    std::optional<Time> message_since_;
    std::deque<std::shared_ptr<const Outgoing>> waiting_;
    std::string wire_;  // sealed
    std::size_t written_ = 0;
};

}  // namespace dondoc::door
