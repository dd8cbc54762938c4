// SPDX-License-Identifier: GPL-3.0-or-later
// Persons as the daemon knows them, remembered for a moment: a page would else ask twice each time.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "web/daemon_link.h"

namespace dondoc::web {

class People {
  public:
    // What somebody was may be shown for so long; what he may do is decided anew by the daemon with each
    // request.
    static constexpr std::chrono::seconds remembered{20};

    // The daemon must outlive it.
    explicit People(DaemonLink& daemon) : daemon_(daemon) {}

    // Throws SignedOut, DaemonAway.
    v1::Person get(std::uint64_t person);
    // By a name or mail address that only one of those has who may log in. nullopt: nobody. Throws
    // DaemonAway.
    std::optional<v1::Person> find(const std::string& named);
    void forget(std::uint64_t person);

  private:
    struct Known {
        v1::Person person;
        std::chrono::steady_clock::time_point at;
    };
    DaemonLink& daemon_;
    std::mutex mutex_;
    std::map<std::uint64_t, Known> known_;
};

}  // namespace dondoc::web
