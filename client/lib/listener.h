// SPDX-License-Identifier: Apache-2.0
// Listens to an inbox, or follows the stream of all events: a Subscription on a real connection, opened again
// and again until somebody ends it.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "lib/errors.h"
#include "lib/link.h"
#include "lib/position.h"
#include "lib/profile.h"
#include "lib/server_key.h"
#include "lib/subscription.h"

namespace dondoc::client {

struct ListenOptions {
    std::string agency;  // empty: the agency of the key
    // Follows the events of all agencies by their ids, with a position that counts them (Sequence::Stream).
    // For keys of the role office and above; there is no agency then.
    bool stream = false;
    // The handler shows each event to a person, so that it counts as seen. A program's own work does not.
    bool shown = false;
    std::string consumer;  // empty: "default"; the newest listener of one key and name wins
    std::string lang;      // of the daemon's sentences
    bool until_caught_up = false;
    // No sign of the daemon for so long: Unreachable. Zero: try for ever, as a service does.
    std::chrono::milliseconds give_up_after{0};
    // Called between events, once a minute at least: for what the caller does now and then. May be empty.
    std::function<void()> between;
    int stop_fd = -1;  // readable: end, with the position kept. Not owned.
};

enum class ListenEnd { Stopped, CaughtUp };

// Not thread-safe.
class Listener {
  public:
    // True: the event is done with, and its number is kept. False: end, the event comes again next time.
    // What it throws ends run() and comes out of it; the event comes again, too.
    using Handler = std::function<bool(const v1::Event&)>;
    // The connection came or went, for a person who watches: key and arguments of a sentence.
    using Notice = std::function<void(const Message&)>;

    // `position` must outlive the Listener.
    Listener(Profile profile, ListenOptions options, Position& position);

    // Throws Refused when the session is refused, or our key before there ever was a connection; later than
    // that a refused key is only told, and tried again now and then: keys are renewed while listeners run.
    ListenEnd run(const Handler& handler, const Notice& notice = {});

  private:
    using Clock = std::chrono::steady_clock;

    void open();
    void follow_link();
    void close_for_a_while(const Message& why);
    void carry_out(const Subscription::Step& step);
    void learn_key(const v1::DaemonFrame& frame);
    bool handle_frames();  // false: the handler or somebody else wants to end
    void send_waiting();
    void say(const Message& message);
    bool stop_asked() const;
    std::string last_heard() const;
    ListenEnd end(ListenEnd how);
    std::chrono::milliseconds time_to_wait() const;

    Profile profile_;
    ListenOptions options_;
    Position& position_;
    Handler handler_;
    Notice notice_;
    zmq::context_t context_;
    std::unique_ptr<Link> link_;
    Subscription subscription_;
    std::deque<v1::ClientFrame> waiting_;  // to be sent on the present connection
    std::uint64_t connections_seen_ = 0;   // of the present link
    bool ever_up_ = false;
    bool with_next_key_ = false;                // the present link was opened with the daemon's next key
    std::optional<Clock::time_point> open_at_;  // no link until then
    unsigned openings_in_vain_ = 0;
    Clock::time_point last_sign_{};  // of the daemon
    bool unflushed_ = false;
    std::string told_;  // key of the last notice: nothing is told twice in a row
};

}  // namespace dondoc::client
