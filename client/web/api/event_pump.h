// SPDX-License-Identifier: GPL-3.0-or-later
// Live events for pages and programs. The gateway follows the stream of all events and learns from it only
// that there is something new; what each may see of it the daemon says, asked on behalf of the person. So
// nothing foreign can slip through here.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "lib/files.h"
#include "web/daemon_link.h"
#include "web/http/event_stream.h"

namespace dondoc::web::api {

class EventPump {
  public:
    static constexpr std::size_t most_of_person = 10;  // streams
    // What is new is handed on this long after the first of it, so that a burst is one question.
    static constexpr std::chrono::milliseconds pause{300};
    // Who has heard nothing is looked after all the same: agencies are renamed, persons removed.
    static constexpr std::chrono::seconds round{20};

    // The daemon must outlive it. Begins at once.
    explicit EventPump(DaemonLink& daemon);
    ~EventPump();
    EventPump(const EventPump&) = delete;
    EventPump& operator=(const EventPump&) = delete;

    // Events that the person may see, after that id; an empty one: from now on. nullptr: has too many
    // streams. It ends when `may_go_on` says so, which is asked before each delivery. Throws SignedOut,
    // DaemonAway, UserError "web.api.value".
    std::shared_ptr<EventStream> open(const Visitor& visitor, const std::string& last_event_id,
                                      std::function<bool()> may_go_on);

  private:
    struct Follower {
        std::shared_ptr<EventStream> stream;
        Visitor visitor;
        std::function<bool()> may_go_on;
        std::uint64_t last;
        bool has_news = true;
    };
    using Followers = std::vector<std::shared_ptr<Follower>>;

    void follow();  // on its own thread
    void listen();
    void pump();  // on its own thread
    void note(const std::string& agency);
    Followers with_news(bool everybody);
    void deliver(const Followers& group);

    DaemonLink& daemon_;
    client::Descriptor stop_;
    std::mutex mutex_;
    std::condition_variable news_;
    Followers followers_;
    bool is_new_ = false;
    std::atomic<bool> ends_{false};
    std::thread listener_, pump_;
};

}  // namespace dondoc::web::api
