// SPDX-License-Identifier: Apache-2.0
// Who and what was turned away since the daemon was started. Counted by the threads of the door and of the
// state alike.
#pragma once

#include <atomic>
#include <cstdint>

namespace dondoc::hub {

struct TurnedAway {
    std::atomic<std::uint64_t> connections{
        0};                                  // unknown keys, too many connections, connections that were cut
    std::atomic<std::uint64_t> frames{0};    // no frames of ours, or of a key that was revoked
    std::atomic<std::uint64_t> requests{0};  // not allowed, too many at once, sessions that were refused
    std::atomic<std::uint64_t> open{0};      // connections to the session endpoints now
};

}  // namespace dondoc::hub
