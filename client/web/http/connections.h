// SPDX-License-Identifier: GPL-3.0-or-later
// The connections that are open: how many of an address, and which take too long.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace dondoc::web {

class Connections {
  public:
    using Time = std::chrono::steady_clock::time_point;

    // A connection that has come in. `socket` stays its number until left().
    void came(int socket, const std::string& address, Time now, std::chrono::seconds until);
    void left(int socket);
    // Until when it must have gone on; Time::max(): it may stay as it is.
    void must_go_on(int socket, Time until);
    std::size_t of(const std::string& address) const;
    std::size_t size() const;
    // Shuts the sockets of those that have not gone on in time, and says how many that were.
    std::size_t shut_late(Time now);

  private:
    struct Open {
        std::string address;
        Time until;
    };
    mutable std::mutex mutex_;
    std::map<int, Open> open_;
    std::map<std::string, std::size_t> of_address_;
};

}  // namespace dondoc::web
