// SPDX-License-Identifier: Apache-2.0
#include "hub/sessions/sessions.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "domain/plain_text.h"
#include "hub/requests/convert.h"
#include "hub/sessions/session.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t min_nonce = 8;
constexpr std::size_t max_nonce = 32;
constexpr std::size_t max_consumer = 64;
const std::string default_consumer = "default";
constexpr std::chrono::seconds longest_silence{100};   // three pings of a listener, which come every 30 s
constexpr std::chrono::seconds look_through_every{5};  // all of them

}  // namespace

Sessions::Sessions(store::Store& store, Outbox& outbox, const Limits& limits, TurnedAway& turned_away)
    : store_(store),
      outbox_(outbox),
      limits_(limits),
      turned_away_(turned_away),
      replay_(limits.replay_per_second) {}

void Sessions::change(const Limits& limits) {
    limits_ = limits;
    replay_.change(limits.replay_per_second);
}

Sessions::~Sessions() = default;

void Sessions::hello(const RoutingId& from, const Identity& who, const v1::Hello& hello) {
    const auto& nonce = hello.nonce();
    if (nonce.size() < min_nonce || nonce.size() > max_nonce) return;
    forget(from);
    try {
        if (hello.consumer().size() > max_consumer)
            throw UserError("session.consumer_long", {std::to_string(max_consumer)}, "consumer");
        require_plain(hello.consumer(), "consumer");
        const auto inbox = followed_by(who, hello);
        const auto code = inbox == stream ? "*" : store_.agencies.get(inbox).code;
        if (const auto common = common_part(hello, inbox)) {
            if (const auto left_out = set_back_.pass())
                spdlog::warn("event=listener_set_back agency={} key={} from={} to={} left_out={}", code,
                             who.public_key, hello.last(), common->value, *left_out);
            const UserError restored{
                "session.restored", {std::to_string(hello.last()), std::to_string(common->value)}, "last"};
            return refuse(from, nonce, restored, hello.lang(), common);
        }

        const auto head = head_of(inbox);
        if (hello.last() > static_cast<std::uint64_t>(head.value)) {
            if (const auto left_out = ahead_.pass())
                spdlog::warn("event=listener_ahead agency={} key={} last={} head={} left_out={}", code,
                             who.public_key, hello.last(), head.value, *left_out);
            throw UserError("session.ahead", {std::to_string(hello.last()), std::to_string(head.value)},
                            "last");
        }

        const auto consumer = hello.consumer().empty() ? default_consumer : hello.consumer();
        // The newest listener of one key and name wins; the older one is told, so that it does not come back.
        if (const auto older = by_consumer_.find(ConsumerKey{who.public_key, inbox, consumer});
            older != by_consumer_.end()) {
            const auto& session = *older->second;
            refuse(session.route, session.nonce, UserError("session.superseded", {consumer}), session.lang);
            forget(RoutingId{session.route});
        }
        require_room(who, inbox, consumer);
        auto session = std::make_unique<Session>();
        session->route = from;
        session->public_key = who.public_key;
        session->inbox = inbox;
        session->consumer = consumer;
        session->is_agencys_own = who.agency == inbox;
        session->is_remembered = session->is_agencys_own || inbox == stream;
        session->nonce = nonce;
        session->lang = hello.lang();
        session->acknowledged = session->sent = InboxSeq{static_cast<std::int64_t>(hello.last())};
        session->head = head;
        session->heard = session->progressed = now_;
        session->takes_gap = hello.takes_gap();
        session->shown = hello.shown();
        auto* added = session.get();
        // What it says it has applied counts as acknowledged: its last acknowledgement may have been lost.
        // One that has applied nothing is noted, too: nothing is removed that it has not seen.
        if (added->is_remembered) note_acknowledged(*added);
        by_inbox_[added->inbox].push_back(added);
        by_consumer_[ConsumerKey{added->public_key, added->inbox, added->consumer}] = added;
        by_route_.emplace(from, std::move(session));
        send_pong(*added);
        refill(*added);
    } catch (const store::StorageError&) {
        throw;  // passes: its next ping asks for a Hello
    } catch (const UserError& error) {
        refuse(from, nonce, error, hello.lang());
    }
}

// Throws UserError for what the key may not follow.
AgencyId Sessions::followed_by(const Identity& who, const v1::Hello& hello) {
    if (hello.stream()) {
        if (!who.may(Role::Office) && !who.is_gateway())
            throw UserError("access.denied", {role_word(Role::Office)}, "stream");
        if (!hello.agency().empty()) throw UserError("session.stream_agency", {}, "agency");
        return stream;
    }
    const auto code = hello.agency().empty() ? who.agency_code : hello.agency();
    if (code.empty()) throw UserError("session.no_agency", {}, "agency");
    const auto agency = store_.agencies.find(code);  // a code that it had before will do
    if (!who.may(Role::Office) && !(agency && agency->id == who.agency))
        throw UserError("access.foreign", {code, who.agency_code}, "agency");
    if (!agency) throw UserError("agency.unknown", {code}, "agency");
    return agency->id;
}

InboxSeq Sessions::head_of(AgencyId inbox) {
    return inbox == stream ? InboxSeq{store_.inbox.last_event().value} : store_.inbox.head(inbox);
}

int Sessions::window_of(const Session& session) const {
    return session.inbox == stream ? limits_.stream_window : limits_.window;
}

bool Sessions::is_remembered(AgencyId inbox, const std::string& consumer) {
    return inbox == stream ? store_.stream.knows(consumer)
                           : store_.consumers.find(inbox, consumer).has_value();
}

void Sessions::require_room(const Identity& who, AgencyId inbox, const std::string& consumer) {
    int of_key = 0;
    for (auto it = by_consumer_.lower_bound(ConsumerKey{who.public_key, AgencyId{}, ""});
         it != by_consumer_.end() && std::get<0>(it->first) == who.public_key; ++it)
        ++of_key;
    if (of_key >= limits_.sessions_per_key)
        throw UserError("limit.sessions", {std::to_string(limits_.sessions_per_key)});

    if (inbox != stream && who.agency != inbox) return;  // only an agency's own are remembered
    if (is_remembered(inbox, consumer) || unsaved_.contains({inbox, consumer})) return;
    int known = inbox == stream ? store_.stream.count() : store_.consumers.count(inbox);
    for (auto it = unsaved_.lower_bound({inbox, ""}); it != unsaved_.end() && it->first.first == inbox; ++it)
        if (!is_remembered(inbox, it->first.second)) ++known;
    if (known >= limits_.consumers_per_agency)
        throw UserError("limit.consumers", {std::to_string(limits_.consumers_per_agency)}, "consumer");
}

// Of a position that another lineage gave and that lies past what it has in common with ours: how far it
// holds.
std::optional<InboxSeq> Sessions::common_part(const v1::Hello& hello, AgencyId inbox) {
    if (hello.last() == 0 || hello.lineage() == store_.lineages.current()) return std::nullopt;
    std::optional<InboxSeq> common;
    if (inbox != stream)
        common = store_.lineages.common_with(hello.lineage(), inbox);
    else if (const auto last = store_.lineages.common_with(hello.lineage()))
        common = InboxSeq{last->value};
    if (!common) throw UserError("session.lineage_unknown", {std::to_string(hello.last())}, "lineage");
    if (hello.last() <= static_cast<std::uint64_t>(common->value)) return std::nullopt;
    return common;
}

Sessions::Session* Sessions::find(const RoutingId& from, const Identity& who, const std::string& nonce) {
    const auto found = by_route_.find(from);
    if (found == by_route_.end() || found->second->public_key != who.public_key) {
        reset(from, nonce);
        return nullptr;
    }
    if (found->second->nonce != nonce) return nullptr;
    found->second->heard = now_;
    return found->second.get();
}

void Sessions::acknowledge(const RoutingId& from, const Identity& who, const v1::Ack& ack) {
    auto* session = find(from, who, ack.nonce());
    if (session == nullptr) return;
    take_acknowledgement(*session, ack.number());
    if (!session->is_caught_up() && session->in_flight() <= window_of(*session) / 2) refill(*session);
}

void Sessions::take_acknowledgement(Session& session, std::uint64_t number) {
    // An acknowledgement of what was not sent, or of what was acknowledged already, moves nothing.
    if (number > static_cast<std::uint64_t>(session.sent.value)) return;
    const InboxSeq up_to{static_cast<std::int64_t>(number)};
    if (up_to <= session.acknowledged) return;
    session.acknowledged = up_to;
    session.progressed = now_;
    if (session.is_remembered) note_acknowledged(session);
}

void Sessions::note_acknowledged(const Session& session) {
    auto& unsaved = unsaved_[{session.inbox, session.consumer}];
    unsaved.number = std::max(unsaved.number, session.acknowledged);
    if (session.shown) unsaved.shown = std::max(unsaved.shown, session.acknowledged);
}

void Sessions::bye(const RoutingId& from, const Identity& who, const v1::Bye& bye) {
    const auto found = by_route_.find(from);
    const bool known = found != by_route_.end() && found->second->public_key == who.public_key &&
                       found->second->nonce == bye.nonce();
    if (!known) return;
    take_acknowledgement(*found->second, bye.number());
    forget(from);
}

void Sessions::expire(std::chrono::steady_clock::time_point now) {
    now_ = now;
    replay_.tick(now);
    if (now - looked_through_ >= look_through_every) end_silent();
    for (const auto& route : std::exchange(held_back_, {}))
        if (const auto found = by_route_.find(route); found != by_route_.end()) refill(*found->second);
}

void Sessions::end_silent() {
    looked_through_ = now_;
    std::vector<RoutingId> leaving;
    for (const auto& [route, session] : by_route_) {
        const bool stalled = session->in_flight() > 0 && now_ - session->progressed > limits_.stalled_after;
        if (stalled || now_ - session->heard > longest_silence) leaving.push_back(route);
    }
    for (const auto& route : leaving) {
        const auto& session = *by_route_.at(route);
        if (session.in_flight() > 0) {
            if (const auto left_out = stalled_.pass())
                spdlog::warn("event=cut reason=stalled key={} consumer=\"{}\" unacknowledged={} left_out={}",
                             session.public_key, session.consumer, session.in_flight(), *left_out);
            outbox_.cut(route);
        }
        forget(route);
    }
}

void Sessions::ping(const RoutingId& from, const Identity& who, const v1::Ping& ping) {
    auto* session = find(from, who, ping.nonce());
    if (session == nullptr) return;
    send_pong(*session);
    if (!session->is_caught_up() && session->in_flight() == 0) refill(*session);
}

void Sessions::committed(const std::vector<store::StoredEvent>& events) {
    for (const auto& event : events) {
        offer(event.agency, event);
        offer(stream, event);
    }
}

void Sessions::send_pong(const Session& session) {
    v1::DaemonFrame frame;
    frame.mutable_pong()->set_nonce(session.nonce);
    frame.mutable_pong()->set_head(static_cast<std::uint64_t>(session.head.value));
    if (session.inbox != stream)
        for (const auto& code : codes_of(session.inbox)) frame.mutable_pong()->add_codes(code);
    frame.set_next_server_key(next_server_key_);
    outbox_.send(session.route, frame.SerializeAsString());
}

// Thousands ask twice a minute. No command that waits for its commit changes them.
const std::vector<std::string>& Sessions::codes_of(AgencyId agency) {
    auto& known = codes_.get(store_.database, [] { return Codes{}; });
    auto found = known.find(agency);
    if (found == known.end()) found = known.emplace(agency, store_.agencies.codes(agency)).first;
    return found->second;
}

void Sessions::reset(const RoutingId& to, const std::string& nonce) {
    v1::DaemonFrame frame;
    frame.mutable_reset()->set_nonce(nonce);
    outbox_.send(to, frame.SerializeAsString());
}

void Sessions::refuse(const RoutingId& to, const std::string& nonce, const UserError& error,
                      const std::string& lang, std::optional<InboxSeq> goes_on_from) {
    ++turned_away_.requests;
    if (const auto left_out = refused_.pass())
        spdlog::warn("event=refused session reason={} left_out={}", error.message().key, *left_out);
    v1::DaemonFrame frame;
    frame.mutable_refused()->set_nonce(nonce);
    if (goes_on_from)
        frame.mutable_refused()->set_goes_on_from(static_cast<std::uint64_t>(goes_on_from->value));
    *frame.mutable_refused()->mutable_error() = to_wire(error, text::parse_lang(lang));
    outbox_.send(to, frame.SerializeAsString());
}

void Sessions::forget(const RoutingId& route) {
    const auto found = by_route_.find(route);
    if (found == by_route_.end()) return;
    auto* session = found->second.get();
    auto& listeners = by_inbox_[session->inbox];
    std::erase(listeners, session);
    if (listeners.empty()) by_inbox_.erase(session->inbox);
    const auto consumer =
        by_consumer_.find(ConsumerKey{session->public_key, session->inbox, session->consumer});
    if (consumer != by_consumer_.end() && consumer->second == session) by_consumer_.erase(consumer);
    by_route_.erase(found);
}

void Sessions::end_sessions_of(const std::string& public_key) {
    std::vector<RoutingId> routes;
    for (const auto& [route, session] : by_route_)
        if (session->public_key == public_key) routes.push_back(route);
    for (const auto& route : routes) {
        const auto& session = *by_route_.at(route);
        refuse(route, session.nonce, UserError("access.revoked"), session.lang);
        forget(route);
    }
    outbox_.dismiss(public_key);
}

void Sessions::save_acknowledgements(sys_seconds now) {
    if (!has_unsaved()) return;
    store::Transaction transaction{store_.database};
    for (const auto& [whose, unsaved] : unsaved_) {
        if (whose.first == stream)
            store_.stream.acknowledge(whose.second, EventId{unsaved.number.value}, now);
        else
            store_.inbox.acknowledge(whose.first, whose.second, unsaved.number, unsaved.shown, now);
    }
    for (const auto& [agency, number] : delivered_) store_.unseen.deliver(agency, number);
    transaction.commit();
    unsaved_.clear();
    delivered_.clear();
}

}  // namespace dondoc::hub
