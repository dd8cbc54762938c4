// SPDX-License-Identifier: Apache-2.0
// What one key, one connection and one agency may take of the daemon. The daemon's come from its
// configuration; 0 where it says so means no limit.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace dondoc::hub {

struct Limits {
    int window = 64;                          // unacknowledged events of one listener
    int stream_window = 512;                  // of one that follows the stream
    int sessions_per_key = 64;                // listeners connected at once
    int consumers_per_agency = 32;            // names of listeners that are remembered
    int requests_per_second = 0;              // of a key of role agency or office; 0: any number
    int replay_per_second = 0;                // events read from the log for one key; 0: any number
    std::uint64_t written_bytes_per_day = 0;  // by commands of a key below operator; 0: any number
    std::chrono::seconds stalled_after{600};  // without progress a connection is cut

    std::size_t unread_replies = 1024;           // of one connection
    std::size_t unread_bytes = 16U << 20;        // of one connection
    std::size_t unread_total_bytes = 64U << 20;  // of all connections
};

}  // namespace dondoc::hub
