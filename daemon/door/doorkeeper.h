// SPDX-License-Identifier: Apache-2.0
// The door's thread: every socket is its own. It never waits for the thread that owns the state.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "door/connection.h"
#include "door/exchange.h"
#include "door/listening.h"

namespace dondoc::door {

class Doorkeeper {
  public:
    Doorkeeper(const ServerKey& server, const Limits& limits, Porter& porter, Shared& shared);
    ~Doorkeeper();
    Doorkeeper(const Doorkeeper&) = delete;
    Doorkeeper& operator=(const Doorkeeper&) = delete;

    // Before run(). Throws std::system_error.
    void listen(Entrance entrance, const std::string& endpoint);
    // Until `closing` is set.
    void run();

  private:
    using Time = std::chrono::steady_clock::time_point;
    struct Listener {
        Entrance entrance;
        Descriptor socket;
    };
    // Of one entrance.
    struct Counts {
        std::map<Number, Connection*> strangers;  // the oldest first
        std::map<Number, Connection*> silent;     // have proved who they are and sent nothing yet
        std::size_t open = 0;                     // have proved who they are
        std::unordered_map<std::string, std::size_t> by_name;
    };

    void watch(int descriptor, Number as, std::uint32_t events, bool anew = true);
    void look_at(Number which, std::uint32_t events);
    void accept_from(Listener& listener);
    bool make_room();
    void listen_again_later();
    void begin(Entrance entrance, Descriptor socket);
    void read_from(Connection& connection);
    bool came_in(Connection& connection);
    void pause_or_resume(Connection& connection);
    void write_to(Connection& connection);
    void update_interest(Connection& connection);
    void end(Connection& connection, Ending why);
    void carry_out(const Errand& errand);
    void publish(const std::shared_ptr<const Outgoing>& message);
    void hand_on();
    void look_at_clock();
    void end_late();
    bool is_late(const Connection& connection) const;
    void shed();
    bool is_written() const;
    Counts& counts(const Connection& connection) {
        return counts_[static_cast<std::size_t>(connection.entrance())];
    }

    ServerKey server_;
    Limits limits_;
    Porter& porter_;
    Shared& shared_;
    Descriptor poll_;
    std::vector<Listener> listeners_;
    std::unordered_map<Number, std::unique_ptr<Connection>> connections_;
    std::unordered_set<Connection*> subscribers_;
    std::unordered_set<Connection*> paused_;
    std::unordered_set<Connection*> leaving_;
    std::array<Counts, entrances> counts_;
    std::vector<std::unique_ptr<Connection>> ended_;  // until nobody up the stack holds them
    std::vector<Arrival> arrivals_;                   // not handed on yet
    Time gathered_since_{};                           // the first of these
    std::vector<Number> to_write_;                    // likewise
    Number last_number_;
    std::size_t held_bytes_ = 0;  // of all messages that are not whole
    Time now_{};
    Time looked_{};
    Time looked_through_{};
    bool listens_ = true;
};

}  // namespace dondoc::door
