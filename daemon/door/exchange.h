// SPDX-License-Identifier: Apache-2.0
// What the door's thread and the thread that owns the state tell each other.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "door/curve.h"
#include "door/mailbox.h"
#include "door/peer.h"

namespace dondoc::door {

using Number = std::uint64_t;  // of a connection; counts up while the daemon runs

// Sessions are asked and answered; a feed only tells.
enum class Entrance : unsigned char { Sessions, Feed };
inline constexpr std::size_t entrances = 2;

struct Limits {
    std::size_t connections = 4096;  // of one entrance, whose clients have proved who they are
    std::size_t per_key = 64;        // of one entrance
    std::size_t strangers = 1024;    // of one entrance: have not proved it yet; each may hold some KiB
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds message{60'000};                 // from the first byte of a message to its last
    std::size_t unfinished_bytes = std::size_t{128} << 20;     // of all messages that are not whole
    std::size_t waiting_bytes = std::size_t{64} << 20;         // of all messages that have not been received
    std::chrono::milliseconds gathering{100};                  // of messages that can wait for company
    std::size_t outgoing_messages = 80;                        // that wait for one connection
    std::size_t outgoing_bytes = std::size_t{4} << 20;         // that wait for one; a larger one goes alone
    std::size_t outgoing_total_bytes = std::size_t{64} << 20;  // past it each connection gets one at a time
    std::size_t feed_messages = 10'000;                        // that wait for one subscriber
};

// Whom the door lets in, and what it tells of. In the door's thread.
class Porter {
  public:
    struct Admission {
        std::string name;  // connections are counted by it
        std::size_t largest_message;
    };
    virtual ~Porter() = default;
    virtual std::optional<Admission> admit(Entrance entrance, const Key& client,
                                           const std::string& address) = 0;
    // Nobody is in a hurry for what answers it.
    virtual bool can_wait(const std::string& message) const = 0;
    // `open`: connections of that entrance whose clients have proved who they are, now.
    virtual void opened(Entrance entrance, std::size_t open) = 0;
    // `name`: empty when it had not proved who it is.
    virtual void ended(Entrance entrance, Ending why, const std::string& name, std::size_t open) = 0;
};

// Of one connection, counted by both threads.
struct Load {
    std::atomic<std::size_t> incoming{0}, incoming_bytes{0};  // whole, not received yet
    std::atomic<std::size_t> outgoing{0}, outgoing_bytes{0};  // sent, not written yet
    std::atomic<bool> gone{false};
};

struct Arrival {
    Number from;
    std::shared_ptr<Load> load;
    std::shared_ptr<const std::string> name;
    std::optional<std::string> message;  // nullopt: the connection has ended
};

struct Outgoing {
    std::optional<std::string> topic;  // of the feed: a part before the content
    std::string content;
};

struct Errand {
    enum class Kind { Send, Cut, Dismiss, Publish, Resume };
    Kind kind;
    Number to = 0;
    std::shared_ptr<const Outgoing> message;
    std::string name;
};

struct Shared {
    Mailbox<Arrival> arrivals;
    Mailbox<Errand> errands;
    std::atomic<std::size_t> waiting_bytes{0};   // of all loads, incoming
    std::atomic<std::size_t> outgoing_bytes{0};  // of all loads
    std::atomic<bool> somebody_is_paused{false};
    std::atomic<bool> closing{false};
    std::atomic<std::int64_t> linger_ms{0};
};

}  // namespace dondoc::door
