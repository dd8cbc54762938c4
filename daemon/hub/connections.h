// The open connections of one of the daemon's sockets. libzmq shows them only through its monitor, and cannot
// end one: but it names the descriptor of each, and a connection whose descriptor is shut down ends, and its
// client comes again. A thread of its own watches, so that no long transaction leaves the door unwatched.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>

#include <zmq.hpp>

#include "hub/ports.h"
#include "hub/throttle.h"
#include "hub/turned_away.h"

namespace dondoc::hub {

class Connections {
  public:
    struct Limits {
        std::size_t total = 4096;
        std::size_t per_key = 64;
        // Bytes that a connection may have sent without their having become frames. TCP only: of local
        // sockets the kernel does not tell.
        std::int64_t unfinished_bytes = std::int64_t{64} << 20;
        bool clients_speak = true;  // false: a feed, on which nobody sends anything
    };

    // Before the socket is bound. Nothing is owned. The socket must be closed before this goes, which ends
    // it.
    Connections(zmq::context_t& context, zmq::socket_t& socket, Limits limits, TurnedAway& turned_away);
    ~Connections();
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

    // A frame has come from it. False: the key has too many connections, and this one was cut.
    bool heard(int descriptor, const RoutingId& route, const std::string& public_key, std::size_t bytes);
    void cut(const RoutingId& route);

  private:
    struct Connection {
        std::uint64_t arrival = 0;
        std::string public_key;  // empty: has not said anything yet
        RoutingId route;
        std::int64_t finished_bytes = 0;  // at least what its frames took on the wire
    };

    void watch();
    void accepted(int descriptor);
    void disconnected(int descriptor);
    void look_for_unfinished();
    void count_out(const char* reason, const std::string& public_key);

    Limits limits_;
    TurnedAway& turned_away_;
    std::mutex mutex_;  // of all below
    std::unordered_map<int, Connection> open_;
    std::map<std::uint64_t, int> silent_;  // by arrival: have not said anything yet
    std::unordered_map<std::string, std::size_t> by_key_;
    std::unordered_map<RoutingId, int> by_route_;
    std::uint64_t arrivals_ = 0;
    Throttle refused_;
    zmq::socket_t monitor_;  // of the thread
    std::thread thread_;
};

}  // namespace dondoc::hub
