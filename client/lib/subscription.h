// SPDX-License-Identifier: Apache-2.0
// A listener's side of the inbox session (docs/protocol.md), as a state machine without sockets or clock: it
// is handed frames and the time, and answers with frames to send and events to apply. So every loss, double
// and silence can be tested without one.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/frame.pb.h"

namespace dondoc::client {

struct SubscriptionOptions {
    std::string agency;    // empty: the agency of the key
    bool stream = false;   // all events by their ids, instead of an inbox by its numbers
    bool shown = false;    // what is applied was shown to a person
    std::string consumer;  // empty: "default"
    std::string lang;      // of sentences in a refusal
    std::uint64_t last = 0;
    std::string lineage;                      // of the event `last`
    std::function<std::string()> make_nonce;  // 8 to 32 bytes, different each time

    std::chrono::milliseconds ping_after{30'000};  // of silence
    unsigned silent_intervals = 3;                 // of ping_after, then the socket is given up
    unsigned ack_every = 8;                        // events
    std::chrono::milliseconds ack_after{100};      // for the rest, when no more come
    std::chrono::milliseconds hello_after{1'000};  // before the second Hello without progress; doubles
    std::chrono::milliseconds hello_after_at_most{30'000};
};

class Subscription {
  public:
    using Time = std::chrono::steady_clock::time_point;

    // What the caller is to do, in this order.
    struct Step {
        std::optional<v1::Event> apply;  // then call applied()
        struct Gap {
            std::uint64_t first, last;
        };
        std::optional<Gap> removed;  // what the daemon has removed and will not send; it goes on behind it
        std::vector<v1::ClientFrame> send;
        std::vector<std::string> codes;         // the inbox is of the agency that has or had these
        std::optional<std::uint64_t> set_back;  // the database was restored: the position is this number now
        bool new_socket = false;         // the daemon is silent: open another connection, then connected()
        std::optional<v1::Error> ended;  // this session will not be served
    };

    explicit Subscription(SubscriptionOptions options);

    Step connected(Time now);  // there is a new connection
    // At most one event to apply. What was not applied before the next frame comes again.
    Step on_frame(const v1::DaemonFrame& frame, Time now);
    Step applied(std::uint64_t number, Time now);  // the event was handled and its number is kept
    Step on_time(Time now);
    Time next_wake() const;  // when on_time() has something to do

    // What to say when the listener goes; nothing where no session is open.
    std::optional<v1::ClientFrame> farewell();

    std::uint64_t last() const noexcept { return last_; }
    // Everything that the inbox held when the daemon spoke last has been applied.
    bool caught_up() const noexcept { return head_known_ && last_ >= head_; }

  private:
    v1::ClientFrame hello(Time now);
    v1::ClientFrame acknowledge();
    void hello_again(Step& step, Time now);  // at once, or after a while if the last one brought nothing
    void on_event(const v1::EventFrame& frame, Step& step, Time now);
    void on_gap(const v1::Gap& gap, Step& step, Time now);
    void on_refused(const v1::Refused& frame, Step& step, Time now);
    void on_pong(const v1::Pong& pong, Step& step, Time now);
    bool is_sound(const v1::EventFrame& frame, v1::Event& event) const;
    bool is_ours(const std::string& agency) const;
    std::chrono::milliseconds tail_patience() const;

    SubscriptionOptions options_;
    std::vector<std::string> codes_;  // as the daemon told last
    std::string nonce_;               // empty: no session
    std::uint64_t last_;
    std::uint64_t acknowledged_;
    std::string lineage_;  // of the event `last_`
    std::string offered_;  // lineage of the event that is being applied
    std::uint64_t head_ = 0;
    bool head_known_ = false;        // of this session
    unsigned fruitless_hellos_ = 0;  // since an event was applied or the inbox was found complete
    Time last_heard_{};
    Time last_pinged_{};
    std::optional<Time> hello_at_;
    std::optional<Time> ack_at_;
    std::optional<Time> tail_missing_at_;  // the head lies ahead and nothing comes: by then a Hello
    bool ended_ = false;
};

}  // namespace dondoc::client
