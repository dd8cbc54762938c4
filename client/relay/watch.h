// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody outside finds out when alerts stop leaving: after each good round of the whole road a URL is asked
// (Healthchecks' protocol) or a file touched. That nothing comes is the alarm. Each round leaves its figures.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "relay/outbox.h"
#include "relay/settings.h"

namespace dondoc::relay {

// What a round of the road has found.
struct Road {
    v1::StatusReply status;         // of the daemon, asked for now
    std::uint64_t followed_to = 0;  // id of the newest event that is in the outbox
    std::vector<Outbox::Backlog> backlogs;
    std::map<std::string, bool> down;  // by channel: it takes nothing for now
    bool probed = true;                // a server of each channel was reached, or took a message
    std::vector<Outbox::Count> counts;
};

// What is wrong with it, as a word and its details for whoever is alarmed; empty: all is well.
std::string trouble_on(const Road& road, sys_seconds now, std::chrono::seconds late);

// The round for Prometheus. `last_good`: when a round was good last; where none was, the first round.
std::string figures_of(const Road& road, const std::string& trouble, sys_seconds last_good, sys_seconds now);

class Watch {
  public:
    explicit Watch(WatchSettings settings) : settings_(std::move(settings)) {}

    // Says outside how the round was. What goes wrong with that is only logged.
    void tell(const Road& road, sys_seconds now);

  private:
    void ping(const std::string& trouble) const;
    void touch() const;
    void write_figures(const std::string& text) const;

    WatchSettings settings_;
    std::optional<sys_seconds> last_good_;
};

}  // namespace dondoc::relay
