// What comes in over the session socket and what is answered; what was committed and who is sent it. Knows no
// socket: it is handed frames and hands frames out, so that a test can be its network.
#pragma once

#include <optional>
#include <string>

#include "engine/engine.h"
#include "hub/access_list.h"
#include "hub/policy_diff.h"
#include "hub/ports.h"
#include "hub/requests.h"
#include "hub/sessions.h"

namespace dondoc::hub {

class Hub {
  public:
    // Nothing is owned; all must outlive the hub. The access list has been loaded. `window`: unacknowledged
    // events of one listener.
    Hub(engine::Engine& engine, AccessList& access, Outbox& outbox, Feed& feed, int window);

    // A frame from a connection. `public_key` is the one that the connection was authenticated with.
    void receive(const RoutingId& from, const std::string& public_key, const std::string& frame);

    // Goes on with a clock advance that was asked for. True: there is more to do at once.
    bool advance_clock();
    // Goes on with a comparison of policies that was asked for. True: there is more to do at once.
    bool compare_policies();
    // One of these is under way.
    bool is_at_work() const { return advance_.has_value() || diff_.has_value(); }

    void save_acknowledgements() { sessions_.save_acknowledgements(engine_.now()); }
    bool has_unsaved_acknowledgements() const { return sessions_.has_unsaved(); }
    // Drops listeners that have gone without a word.
    void expire_sessions(std::chrono::steady_clock::time_point now) { sessions_.expire(now); }
    std::size_t sessions() const { return sessions_.size(); }

  private:
    struct Advance {
        RoutingId asker;
        std::string public_key;
        std::string request_id;
        text::Lang lang;
        sys_seconds target;
        std::uint64_t events = 0;
    };

    void answer(const RoutingId& from, const Identity& who, const v1::Request& request);
    void carry_out(const RequestKind& kind, Call& call, const v1::Request& request, v1::Reply& reply);
    void begin_advance(const RoutingId& from, const Identity& who, const v1::Request& request);
    void begin_diff(const RoutingId& from, const Identity& who, const v1::Request& request);
    void access_changed(const v1::Reply& reply);
    void publish(const std::vector<store::StoredEvent>& events);
    void reply_to(const RoutingId& to, const v1::Reply& reply);

    engine::Engine& engine_;
    AccessList& access_;
    Outbox& outbox_;
    Feed& feed_;
    Sessions sessions_;
    std::optional<Advance> advance_;
    std::optional<PolicyDiff> diff_;
};

}  // namespace dondoc::hub
