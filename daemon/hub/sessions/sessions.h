// SPDX-License-Identifier: Apache-2.0
// Listeners of inboxes, and those who follow the stream of all events: a plain state machine that is handed
// frames. Live and missed events go by the same road, in order, while fewer than the window are
// unacknowledged. See docs/protocol.md.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "dondoc/v1/frame.pb.h"
#include "hub/transport/access_list.h"
#include "hub/transport/allowance.h"
#include "hub/transport/limits.h"
#include "hub/transport/ports.h"
#include "hub/transport/throttle.h"
#include "hub/transport/turned_away.h"
#include "store/store.h"
#include "store/while_unchanged.h"

namespace dondoc::hub {

class Sessions {
  public:
    // Not owned; all but the limits must outlive the sessions.
    Sessions(store::Store& store, Outbox& outbox, const Limits& limits, TurnedAway& turned_away);
    ~Sessions();

    // Sessions go on; what is past a new limit is not cut.
    void change(const Limits& limits);

    void hello(const RoutingId& from, const Identity& who, const v1::Hello& hello);
    void acknowledge(const RoutingId& from, const Identity& who, const v1::Ack& ack);
    void ping(const RoutingId& from, const Identity& who, const v1::Ping& ping);
    void bye(const RoutingId& from, const Identity& who, const v1::Bye& bye);

    // Sends what was just committed to those who are caught up; the others get it from the log in their turn.
    void committed(const std::vector<store::StoredEvent>& events);

    // Its connection has ended, and its session with it.
    void gone(const RoutingId& route) { forget(route); }

    // The key was revoked: its sessions are told and end, and its connections after them.
    void end_sessions_of(const std::string& public_key);

    // Forgets those of whom nothing has been heard for several ping intervals, and cuts the connections of
    // those that were sent events and acknowledge none. A listener that was only slow is told to say Hello
    // again, or comes again. Goes on with those that have used up what they may read in a second.
    void expire(std::chrono::steady_clock::time_point now);
    bool is_holding_back() const { return !held_back_.empty(); }

    // Told with every Pong: the key that the daemon will have next.
    void announce(std::string next_server_key) { next_server_key_ = std::move(next_server_key); }

    // Writes acknowledgements, and what was handed out, to disk. Losing one costs nothing: the listener keeps
    // its own position.
    void save_acknowledgements(sys_seconds now);
    bool has_unsaved() const { return !unsaved_.empty() || !delivered_.empty(); }

    std::size_t size() const { return by_route_.size(); }

  private:
    struct Session;
    using Owned = std::unordered_map<RoutingId, std::unique_ptr<Session>>;

    Session* find(const RoutingId& from, const Identity& who, const std::string& nonce);
    AgencyId followed_by(const Identity& who, const v1::Hello& hello);
    InboxSeq head_of(AgencyId inbox);
    bool is_remembered(AgencyId inbox, const std::string& consumer);
    void require_room(const Identity& who, AgencyId inbox, const std::string& consumer);
    int window_of(const Session& session) const;
    void refill(Session& session);
    void refill_from_stream(Session& session, int count);
    bool skip_removed(Session& session);
    bool send_gap(Session& session, InboxSeq first);
    void offer(AgencyId inbox, const store::StoredEvent& event);
    bool send_event(Session& session, const store::StoredEvent& event);
    void send_pong(const Session& session);
    const std::vector<std::string>& codes_of(AgencyId agency);
    void reset(const RoutingId& to, const std::string& nonce);
    void refuse(const RoutingId& to, const std::string& nonce, const UserError& error,
                const std::string& lang, std::optional<InboxSeq> goes_on_from = std::nullopt);
    std::optional<InboxSeq> common_part(const v1::Hello& hello, AgencyId inbox);
    void end_silent();
    void forget(const RoutingId& route);
    void take_acknowledgement(Session& session, std::uint64_t number);
    void note_acknowledged(const Session& session);

    store::Store& store_;
    Outbox& outbox_;
    Limits limits_;
    TurnedAway& turned_away_;
    Throttle refused_, stalled_, set_back_, ahead_;
    Allowance replay_;
    std::set<RoutingId> held_back_;  // have used up what they may read in a second
    std::string next_server_key_;
    using Codes = std::unordered_map<AgencyId, std::vector<std::string>>;
    store::WhileUnchanged<Codes> codes_;           // those that were asked for
    std::chrono::steady_clock::time_point now_{};  // of the last expire(): fine enough to tell who is silent
    std::chrono::steady_clock::time_point looked_through_{};
    Owned by_route_;
    // Here and below the stream has the inbox {}, and the numbers in it are ids.
    std::map<AgencyId, std::vector<Session*>> by_inbox_;
    using ConsumerKey =
        std::tuple<std::string, AgencyId, std::string>;  // public key, inbox, name of the listener
    std::map<ConsumerKey, Session*> by_consumer_;
    struct Acknowledged {
        InboxSeq number, shown;
    };
    std::map<std::pair<AgencyId, std::string>, Acknowledged> unsaved_;
    std::map<AgencyId, InboxSeq> delivered_;  // handed to a listener of the agency's own, not yet on disk
};

}  // namespace dondoc::hub
