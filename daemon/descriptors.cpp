// SPDX-License-Identifier: Apache-2.0
#include "descriptors.h"

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <string>

#include "domain/message.h"

namespace dondoc {
namespace {

constexpr std::size_t spare = 48;  // database and its copies, log, sockets of our own
constexpr std::size_t most_strangers = 1024;
constexpr std::size_t fewest = 8;  // connections, and strangers, of one entrance

}  // namespace

Capacity fit_into_descriptors(std::size_t connections, std::size_t entrances) {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t needed = entrances * (connections + most_strangers) + spare;
    if (limit.rlim_cur < needed) {
        limit.rlim_cur = std::min(needed, limit.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    if (limit.rlim_cur >= needed) return {connections, most_strangers};
    const rlim_t least = entrances * 2 * fewest + spare;
    if (limit.rlim_cur < least)
        throw UserError("daemon.descriptors", {std::to_string(limit.rlim_cur), std::to_string(least)});
    const auto room = static_cast<std::size_t>(limit.rlim_cur - spare) / entrances;
    const auto strangers = std::clamp(room / 4, fewest, most_strangers);
    const Capacity capacity{std::min(connections, room - strangers), strangers};
    spdlog::warn("event=few_descriptors limit={} needed={} connections={} strangers={}", limit.rlim_cur,
                 needed, capacity.connections, capacity.strangers);
    return capacity;
}

}  // namespace dondoc
