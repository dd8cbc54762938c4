// SPDX-License-Identifier: GPL-3.0-or-later
// Sends by one channel what is ready in the outbox, on a thread of its own, so that channels do not wait for
// each other. Time is handed in.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "relay/courier.h"
#include "relay/persons.h"

namespace dondoc::relay {

struct SenderRules {
    std::chrono::seconds give_up_after{std::chrono::hours{72}};  // since the first try
    Links links;
};

class Sender {
  public:
    // Called from the sender's thread alone; nullptr: the persons are not known yet.
    using PersonsNow = std::function<std::shared_ptr<const Persons>()>;

    // The outbox is the sender's own.
    Sender(std::unique_ptr<Channel> channel, Outbox outbox, SenderRules rules, PersonsNow persons);

    // Begins what is ready and fits, works for at most so long, and notes what came of it. True: something
    // was done or is under way.
    bool work(sys_seconds now, std::chrono::milliseconds longest);

    // The channel takes nothing, because its server is down, until then.
    std::optional<sys_seconds> down_until() const { return down_until_; }
    const std::string& name() const { return channel_->name(); }
    // Accepted messages so far.
    std::int64_t sent() const { return sent_; }

  private:
    void begin_ready(sys_seconds now);
    void begin(Message message, const Persons& persons, sys_seconds now);
    void note(const Message& message, const Outcome& outcome, sys_seconds now);
    void server_down(sys_seconds now);
    Result result_of(const Message& message, const Outcome& outcome, sys_seconds now) const;
    void try_next_channel(const Message& message, sys_seconds now);
    int room() const;

    std::unique_ptr<Channel> channel_;
    Outbox outbox_;
    SenderRules rules_;
    PersonsNow persons_now_;
    std::map<std::int64_t, Message> under_way_;
    std::optional<sys_seconds> down_until_;
    int downs_ = 0;  // in a row
    std::int64_t sent_ = 0;
    Courier courier_;
};

// How long to wait before the next try, of the nth: a minute, five, fifteen ... four hours.
std::chrono::seconds pause_after(int tries);

}  // namespace dondoc::relay
