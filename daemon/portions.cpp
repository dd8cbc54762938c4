// SPDX-License-Identifier: Apache-2.0
#include "portions.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "descriptors.h"

namespace dondoc {
namespace {

constexpr std::size_t mib = 1024 * 1024;

}  // namespace

hub::SocketSettings sockets_of(const config::Settings& settings) {
    constexpr std::size_t beside_events = 16;  // replies and pongs
    const auto& limits = settings.limits;
    const auto capacity = fit_into_descriptors(static_cast<std::size_t>(limits.connections),
                                               settings.listen.feed.empty() ? 1 : door::entrances);
    hub::SocketSettings sockets{.session_endpoints = settings.listen.sessions,
                                .feed_endpoints = settings.listen.feed,
                                .largest_message = static_cast<std::size_t>(limits.max_message_mib) * mib};
    sockets.limits.connections = capacity.connections;
    sockets.limits.strangers = capacity.strangers;
    sockets.limits.per_key = static_cast<std::size_t>(limits.connections_per_key);
    sockets.limits.outgoing_messages = static_cast<std::size_t>(limits.window) + beside_events;
    // Whoever takes in plans can always send one.
    sockets.limits.unfinished_bytes = std::max(sockets.limits.unfinished_bytes, 4 * sockets.largest_message);
    return sockets;
}

hub::Limits limits_of(const config::Limits& limits) {
    return {.window = limits.window,
            .sessions_per_key = limits.sessions_per_key,
            .consumers_per_agency = limits.consumers_per_agency,
            .requests_per_second = limits.requests_per_second,
            .replay_per_second = limits.replay_per_second,
            .written_bytes_per_day = static_cast<std::uint64_t>(limits.written_mib_per_day) * mib,
            .stalled_after = std::chrono::minutes{limits.stalled_minutes},
            .unread_replies = static_cast<std::size_t>(limits.unread_replies),
            .unread_bytes = static_cast<std::size_t>(limits.unread_mib) * mib,
            .unread_total_bytes = static_cast<std::size_t>(limits.unread_total_mib) * mib};
}

engine::Rules rules_of(Configuration configuration) {
    auto& settings = configuration.settings;
    return {std::move(settings.policies),
            std::move(configuration.calendar),
            settings.due_soon_days,
            settings.office,
            settings.clock.trust,
            std::move(configuration.criteria),
            settings.name,
            settings.listen.public_sessions,
            settings.listen.public_feed,
            settings.listen.public_web,
            settings.waiting,
            std::move(settings.flow)};
}

engine::UpkeepPlan upkeep_of(const config::Settings& settings) {
    const auto& backup = settings.backup;
    const auto folder = backup.folder.empty() ? settings.data_dir / "backup" : backup.folder;
    return {folder,
            backup.at,
            static_cast<std::size_t>(backup.keep),
            date::days{backup.warn_after_days},
            static_cast<std::uint64_t>(settings.storage.low_space_mib) * mib,
            {backup.every, backup.copy_to.empty() ? folder / "live" : backup.copy_to}};
}

}  // namespace dondoc
