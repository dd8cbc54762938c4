// SPDX-License-Identifier: GPL-3.0-or-later
// Publishes into the stream without waiting for each message: a window of them is under way, what fails is
// sent again until the servers have it, and it is known up to where everything is confirmed. A message that
// the servers had already stays there once, by its id.
//
// What is under way is in memory, and parts of snapshots are a thousand times larger than events: so the
// window has a size, too.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "jetstream/connection.h"

namespace dondoc::jetstream {

struct Outgoing {
    std::string subject;
    std::string id;       // Nats-Msg-Id: no two messages under way have the same
    std::string payload;  // bytes
    std::vector<std::pair<const char*, std::string>> headers;  // without those that have no value
};

// Of several threads.
class Publisher {
  public:
    using Ticket = std::uint64_t;  // 1, 2, 3 ... as they were published

    // `window`: messages.
    Publisher(Connection& connection, std::size_t window);

    // Waits while the window is full. Returns 0 when `is_over` says so meanwhile: nothing was sent then.
    Ticket publish(const Outgoing& message, const std::function<bool()>& is_over);
    // Everything up to this one is confirmed. What failed meanwhile is sent again.
    Ticket confirmed();
    std::string last_trouble() const;  // empty: there was none, or it is over

  private:
    // The library's thread knows it, too.
    struct State {
        mutable std::mutex mutex;  // of all below
        std::condition_variable changed;
        Ticket last = 0;
        std::map<Ticket, std::size_t> under_way;          // and their bytes
        std::size_t bytes = 0;                            // of all of them
        std::unordered_map<std::string, Ticket> tickets;  // by ids
        std::vector<RawMessage> failed;
        std::string trouble;

        void on_answer(RawMessage message, bool is_confirmed, const std::string& reason);
    };
    void send(RawMessage message);
    void send_again();
    // Until the window has room. False: it is over.
    bool wait(std::unique_lock<std::mutex>& lock, const std::function<bool()>& is_over);

    const std::size_t window_;
    std::shared_ptr<State> state_;
    jsCtx* context_;
};

}  // namespace dondoc::jetstream
