// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of dondoc-bridge: one TOML file, read strictly.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "jetstream/settings.h"

namespace dondoc::bridge {

struct Settings {
    std::filesystem::path profile = "/etc/dondoc/bridge-key.toml";
    std::string site;                 // its code among all sites; never changes
    std::string consumer = "bridge";  // its name in the stream of the daemon
    std::size_t window = 4096;        // messages under way to the servers
    std::chrono::seconds look{5};     // between two looks for what no event told
    std::chrono::seconds alive{60};   // how often it is said that nothing is new
    // Of the day, civil time; nullopt: only when somebody asks. Unless it is said, minute_of_the_night(site).
    std::optional<std::chrono::minutes> snapshot_at;
    // As the daemon's own configuration has them: with these the centre counts like its reports.
    int due_soon_days = 7;
    bool waiting_is_open = false;
    jetstream::Settings nats;
};

// Between 1:00 and 5:00, for one site always the same: what would take all sites' servers at one minute is
// spread.
std::chrono::minutes minute_of_the_night(std::string_view site);

// Throws UserError with file and line: the first of what is wrong.
Settings read_settings(const std::filesystem::path& file);

}  // namespace dondoc::bridge
