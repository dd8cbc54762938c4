// SPDX-License-Identifier: Apache-2.0
// What comes in over the session socket and what is answered; what was committed and who is sent it. Knows no
// socket: it is handed frames and hands frames out, so that a test can be its network.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "hub/requests/requests.h"
#include "hub/requests/running_jobs.h"
#include "hub/sessions/held_replies.h"
#include "hub/sessions/replies.h"
#include "hub/sessions/sessions.h"
#include "hub/transport/access_list.h"
#include "hub/transport/frame_scan.h"
#include "hub/transport/ports.h"
#include "hub/transport/throttle.h"
#include "hub/transport/written_today.h"

namespace dondoc::hub {

class Hub {
  public:
    // Nothing is owned; all but the limits must outlive the hub. The access list has been loaded.
    Hub(engine::Engine& engine, AccessList& access, Outbox& outbox, Feed& feed, const Limits& limits,
        TurnedAway& turned_away);

    // The key that the daemon will have after its keys are rotated: told to every client.
    void announce(const std::string& next_server_key);

    // Holds from now on; nobody is cut for it.
    void change(const Limits& limits);

    // For requests about the database as a file. Not owned; must outlive the hub.
    void use(engine::Upkeep& upkeep) { upkeep_ = &upkeep; }

    // A frame from a connection. `public_key` is the one that the connection was authenticated with. Nothing
    // is decoded before it is known who that is and how much he may say. Answered when it returns; in a turn,
    // when that ends.
    void receive(const RoutingId& from, const std::string& public_key, const std::string& frame);

    // What `frames` hands to receive() is one turn: small commands in it share commits. When it returns, all
    // is on disk and answered, or refused. Returns what `frames` returns.
    bool take_turn(const std::function<bool()>& frames);
    // Within a turn: commands wait for their commit, which settle() makes now. Returns how long that took.
    bool is_holding() const { return !held_.empty(); }
    std::chrono::steady_clock::duration settle();

    // The connection has ended: nothing that was for it is kept, or sent to whoever has its address next.
    void gone(const RoutingId& route);

    // Goes on with the jobs that were asked for. True: there is more to do at once.
    bool go_on() { return jobs_.go_on(); }

    // Goes on with replies that their askers could not take at once. True: some still wait.
    bool send_waiting_replies() { return replies_.send_waiting(); }

    // How often acknowledgements are saved and sessions looked through, where there is a need.
    static constexpr std::chrono::milliseconds tending_interval{500};
    void save_acknowledgements() { sessions_.save_acknowledgements(engine_.now()); }
    // Drops listeners that have gone without a word, and connections that do not go on.
    void expire_sessions(std::chrono::steady_clock::time_point now);
    // When there is something for go_on(), send_waiting_replies(), save_acknowledgements() or
    // expire_sessions() to do; not after now: at once. nullopt: only what comes in makes work.
    std::optional<std::chrono::steady_clock::time_point> next_look(
        std::chrono::steady_clock::time_point now) const;
    std::size_t sessions() const { return sessions_.size(); }
    std::uint64_t requests() const { return asked_; }  // that have come so far

  private:
    void take(const RoutingId& from, const std::string& public_key, const std::string& frame);
    bool may_ask_now(const Identity& who);
    void refuse_junk(const RoutingId& from, const std::string& public_key, std::size_t bytes);
    void refuse_revoked(const RoutingId& from, const std::string& public_key,
                        const std::optional<FrameHead>& head);
    void hand_to_session(const RoutingId& from, const Identity& who, const std::string& frame);
    Identity asker(const Identity& key, const FrameHead& head);
    const RequestKind& admit(const Identity& who, const FrameHead& head, std::size_t bytes);
    void answer(const RoutingId& from, const Identity& key, const FrameHead& head, const std::string& frame);
    void charge(const Identity& who, std::chrono::steady_clock::time_point begun);
    void charge(const std::vector<HeldReply>& waiting, std::chrono::steady_clock::duration commit);
    void require_room_to_write(const Identity& who);
    std::uint64_t carry_out(const RequestKind& kind, Call& call, const v1::Request& request,
                            v1::Reply& reply);
    void reply_when_on_disk(HeldReply reply, std::size_t request_bytes);
    void send_progress(const RoutingId& to, const std::string& request_id, std::size_t done,
                       std::size_t total);
    void access_changed(const v1::Reply& reply);
    void publish(const std::vector<store::StoredEvent>& events);
    void reply_to(const RoutingId& to, v1::Reply reply);

    engine::Engine& engine_;
    AccessList& access_;
    Replies replies_;
    HeldReplies held_;
    bool in_turn_ = false;
    Feed& feed_;
    Sessions sessions_;
    TurnedAway& turned_away_;
    Allowance requests_;
    WrittenToday written_;
    std::uint64_t committed_bytes_ = 0;  // of events, by the command under way
    int requests_per_second_;
    std::uint64_t asked_ = 0;
    std::string next_server_key_;
    Throttle junk_, refused_, unread_, hurried_, stalled_;
    RunningJobs jobs_;
    engine::Upkeep* upkeep_ = nullptr;
};

}  // namespace dondoc::hub
