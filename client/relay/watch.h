// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody outside finds out when alerts stop leaving: after each good round of the whole road a URL is asked
// (Healthchecks' protocol) or a file touched. That nothing comes is the alarm.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "dondoc/v1/request.pb.h"
#include "relay/outbox.h"
#include "relay/settings.h"

namespace dondoc::relay {

// What a round of the road has found.
struct Road {
    v1::StatusReply status;                    // of the daemon, asked for now
    std::uint64_t followed_to = 0;             // id of the newest event that is in the outbox
    std::optional<sys_seconds> waiting_since;  // the oldest message that is due
    std::string channel_down;                  // name of one; empty: none
    bool probed = true;                        // a server of each channel was reached, or took a message
};

// What is wrong with it, as a word and its details for whoever is alarmed; empty: all is well.
std::string trouble_on(const Road& road, sys_seconds now, std::chrono::seconds late);

class Watch {
  public:
    explicit Watch(WatchSettings settings) : settings_(std::move(settings)) {}
    const WatchSettings& settings() const { return settings_; }

    // Says it outside. What goes wrong with that is only logged.
    void tell(const std::string& trouble) const;

  private:
    void ping(const std::string& trouble) const;

    WatchSettings settings_;
};

}  // namespace dondoc::relay
