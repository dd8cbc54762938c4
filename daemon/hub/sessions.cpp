#include "hub/sessions.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "hub/convert.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t min_nonce = 8;
constexpr std::size_t max_nonce = 32;
constexpr std::size_t max_consumer = 64;
const std::string default_consumer = "default";
constexpr std::chrono::seconds longest_silence{100};  // three pings of a listener, which come every 30 s

}  // namespace

struct Sessions::Session {
    RoutingId route;
    std::string public_key;
    AgencyId agency;
    std::string consumer;
    bool is_agencys_own = false;  // only the agency itself can say that it has seen something
    std::string nonce;
    std::string lang;
    InboxSeq acknowledged;
    InboxSeq sent;
    InboxSeq head;  // of the inbox
    bool takes_gap = false;
    bool held_back = false;  // has used up what it may read in a second
    std::chrono::steady_clock::time_point heard;
    std::chrono::steady_clock::time_point progressed;  // acknowledged something, or was sent the first event

    std::int64_t in_flight() const { return sent.value - acknowledged.value; }
    bool is_caught_up() const { return sent == head; }
};

Sessions::Sessions(store::Store& store, Outbox& outbox, const Limits& limits, TurnedAway& turned_away)
    : store_(store),
      outbox_(outbox),
      limits_(limits),
      turned_away_(turned_away),
      replay_(limits.replay_per_second) {}

Sessions::~Sessions() = default;

void Sessions::hello(const RoutingId& from, const Identity& who, const v1::Hello& hello) {
    const auto& nonce = hello.nonce();
    if (nonce.size() < min_nonce || nonce.size() > max_nonce) return;
    forget(from);
    try {
        if (hello.consumer().size() > max_consumer)
            throw UserError("session.consumer_long", {std::to_string(max_consumer)}, "consumer");
        const auto code = hello.agency().empty() ? who.agency_code : hello.agency();
        if (code.empty()) throw UserError("session.no_agency", {}, "agency");
        const auto agency = store_.agencies.find(code);  // a code that it had before will do
        if (!who.may(Role::Office) && !(agency && agency->id == who.agency))
            throw UserError("access.foreign", {code, who.agency_code}, "agency");
        if (!agency) throw UserError("agency.unknown", {code}, "agency");
        if (const auto common = common_part(hello, agency->id)) {
            if (const auto left_out = set_back_.pass())
                spdlog::warn("event=listener_set_back agency={} name=\"{}\" from={} to={} left_out={}", code,
                             who.name, hello.last(), common->value, *left_out);
            const UserError restored{
                "session.restored", {std::to_string(hello.last()), std::to_string(common->value)}, "last"};
            return refuse(from, nonce, restored, hello.lang(), common);
        }

        const auto head = store_.inbox.head(agency->id);
        if (hello.last() > static_cast<std::uint64_t>(head.value)) {
            if (const auto left_out = ahead_.pass())
                spdlog::warn("event=listener_ahead agency={} name=\"{}\" last={} head={} left_out={}", code,
                             who.name, hello.last(), head.value, *left_out);
            throw UserError("session.ahead", {std::to_string(hello.last()), std::to_string(head.value)},
                            "last");
        }

        const auto consumer = hello.consumer().empty() ? default_consumer : hello.consumer();
        // The newest listener of one key and name wins; the older one is told, so that it does not come back.
        if (const auto older = by_consumer_.find(ConsumerKey{who.public_key, agency->id, consumer});
            older != by_consumer_.end()) {
            const auto& session = *older->second;
            refuse(session.route, session.nonce, UserError("session.superseded", {consumer}), session.lang);
            forget(RoutingId{session.route});
        }
        require_room(who, agency->id, consumer);
        auto session = std::make_unique<Session>();
        session->route = from;
        session->public_key = who.public_key;
        session->agency = agency->id;
        session->consumer = consumer;
        session->is_agencys_own = who.agency == agency->id;
        session->nonce = nonce;
        session->lang = hello.lang();
        session->acknowledged = session->sent = InboxSeq{static_cast<std::int64_t>(hello.last())};
        session->head = head;
        session->heard = session->progressed = now_;
        session->takes_gap = hello.takes_gap();
        auto* added = session.get();
        // What it says it has applied counts as acknowledged: its last acknowledgement may have been lost.
        // One that has applied nothing is noted, too: nothing is removed that it has not seen.
        if (added->is_agencys_own) note_acknowledged(*added);
        by_agency_[added->agency].push_back(added);
        by_consumer_[ConsumerKey{added->public_key, added->agency, added->consumer}] = added;
        by_route_.emplace(from, std::move(session));
        send_pong(*added);
        refill(*added);
    } catch (const UserError& error) {
        // A refusal is final for the listener; a fault of the storage passes, and its next ping asks for a
        // Hello.
        if (error.message().key.starts_with("storage.")) throw;
        refuse(from, nonce, error, hello.lang());
    }
}

void Sessions::require_room(const Identity& who, AgencyId agency, const std::string& consumer) {
    int of_key = 0;
    for (auto it = by_consumer_.lower_bound(ConsumerKey{who.public_key, AgencyId{}, ""});
         it != by_consumer_.end() && std::get<0>(it->first) == who.public_key; ++it)
        ++of_key;
    if (of_key >= limits_.sessions_per_key)
        throw UserError("limit.sessions", {std::to_string(limits_.sessions_per_key)});

    if (who.agency != agency) return;  // only an agency's own are remembered
    const auto is_known = [&](const std::string& name) {
        return store_.consumers.find(agency, name).has_value();
    };
    if (is_known(consumer) || unsaved_.contains({agency, consumer})) return;
    int known = store_.consumers.count(agency);
    for (auto it = unsaved_.lower_bound({agency, ""}); it != unsaved_.end() && it->first.first == agency;
         ++it)
        if (!is_known(it->first.second)) ++known;
    if (known >= limits_.consumers_per_agency)
        throw UserError("limit.consumers", {std::to_string(limits_.consumers_per_agency)}, "consumer");
}

// Of a position that another lineage gave and that lies past what it has in common with ours: how far it
// holds.
std::optional<InboxSeq> Sessions::common_part(const v1::Hello& hello, AgencyId agency) {
    if (hello.last() == 0 || hello.lineage() == store_.lineages.current()) return std::nullopt;
    const auto common = store_.lineages.common_with(hello.lineage(), agency);
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
    if (!session->is_caught_up() && session->in_flight() <= limits_.window / 2) refill(*session);
}

void Sessions::take_acknowledgement(Session& session, std::uint64_t number) {
    // An acknowledgement of what was not sent, or of what was acknowledged already, moves nothing.
    if (number > static_cast<std::uint64_t>(session.sent.value)) return;
    const InboxSeq up_to{static_cast<std::int64_t>(number)};
    if (up_to <= session.acknowledged) return;
    session.acknowledged = up_to;
    session.progressed = now_;
    if (session.is_agencys_own) note_acknowledged(session);
}

void Sessions::note_acknowledged(const Session& session) {
    auto& number = unsaved_[{session.agency, session.consumer}];
    number = std::max(number, session.acknowledged);
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
    std::vector<RoutingId> leaving, held_back;
    for (const auto& [route, session] : by_route_) {
        const bool stalled = session->in_flight() > 0 && now - session->progressed > limits_.stalled_after;
        if (stalled || now - session->heard > longest_silence) leaving.push_back(route);
        if (session->held_back) held_back.push_back(route);
    }
    for (const auto& route : leaving) {
        const auto& session = *by_route_.at(route);
        if (session.in_flight() > 0) {
            if (const auto left_out = stalled_.pass())
                spdlog::warn("event=cut reason=stalled key={} consumer={} unacknowledged={} left_out={}",
                             session.public_key, session.consumer, session.in_flight(), *left_out);
            outbox_.cut(route);
        }
        forget(route);
    }
    holding_back_ = false;
    for (const auto& route : held_back)
        if (const auto found = by_route_.find(route); found != by_route_.end()) refill(*found->second);
}

void Sessions::ping(const RoutingId& from, const Identity& who, const v1::Ping& ping) {
    auto* session = find(from, who, ping.nonce());
    if (session == nullptr) return;
    send_pong(*session);
    if (!session->is_caught_up() && session->in_flight() == 0) refill(*session);
}

void Sessions::committed(const std::vector<store::StoredEvent>& events) {
    for (const auto& event : events) {
        const auto listeners = by_agency_.find(event.agency);
        if (listeners == by_agency_.end()) continue;
        const auto sessions = listeners->second;  // a send may end a session
        for (auto* session : sessions) {
            const bool was_caught_up = session->is_caught_up();
            session->head = event.number;
            if (was_caught_up && session->in_flight() < limits_.window) send_event(*session, event);
        }
    }
}

void Sessions::refill(Session& session) {
    session.held_back = false;
    if (session.is_caught_up() || !skip_removed(session)) return;
    const auto wanted =
        std::min(limits_.window - session.in_flight(), session.head.value - session.sent.value);
    if (wanted <= 0) return;
    const int allowed = replay_.take(session.public_key, static_cast<int>(wanted));
    if (allowed < wanted) holding_back_ = session.held_back = true;
    if (allowed == 0) return;
    for (const auto& event : store_.inbox.read(session.agency, session.sent, allowed))
        if (!send_event(session, event)) return;
}

// What lies between its position and the first event that is kept has been removed. False: it does not
// understand that, and its session has ended.
bool Sessions::skip_removed(Session& session) {
    const auto first = store_.retention.first_kept(session.agency);
    if (session.sent.value + 1 >= first.value) return true;
    if (!session.takes_gap) {
        refuse(session.route, session.nonce,
               UserError("session.removed", {std::to_string(first.value), std::to_string(first.value - 1)},
                         "last"),
               session.lang);
        forget(RoutingId{session.route});
        return false;
    }
    v1::DaemonFrame frame;
    frame.mutable_gap()->set_nonce(session.nonce);
    frame.mutable_gap()->set_first(static_cast<std::uint64_t>(first.value));
    if (outbox_.send(session.route, frame.SerializeAsString()) != Delivery::Sent) return false;
    session.sent = session.acknowledged = InboxSeq{first.value - 1};
    return true;
}

// False: the session cannot take more now, or is gone (and deleted).
bool Sessions::send_event(Session& session, const store::StoredEvent& event) {
    v1::DaemonFrame frame;
    auto& content = *frame.mutable_event();
    content.set_nonce(session.nonce);
    content.set_number(static_cast<std::uint64_t>(event.number.value));
    content.set_event(event.body);
    switch (outbox_.send(session.route, frame.SerializeAsString())) {
        case Delivery::Sent:
            if (session.in_flight() == 0) session.progressed = now_;
            session.sent = event.number;
            if (session.is_agencys_own)
                delivered_[session.agency] = std::max(delivered_[session.agency], event.number);
            return true;
        case Delivery::Full:
            return false;
        case Delivery::Gone:
            forget(RoutingId{session.route});
            return false;
    }
    return false;
}

void Sessions::send_pong(const Session& session) {
    v1::DaemonFrame frame;
    frame.mutable_pong()->set_nonce(session.nonce);
    frame.mutable_pong()->set_head(static_cast<std::uint64_t>(session.head.value));
    for (auto& code : store_.agencies.codes(session.agency)) frame.mutable_pong()->add_codes(std::move(code));
    frame.set_next_server_key(next_server_key_);
    outbox_.send(session.route, frame.SerializeAsString());
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
    auto& listeners = by_agency_[session->agency];
    std::erase(listeners, session);
    if (listeners.empty()) by_agency_.erase(session->agency);
    const auto consumer =
        by_consumer_.find(ConsumerKey{session->public_key, session->agency, session->consumer});
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
    for (const auto& [whose, number] : unsaved_)
        store_.inbox.acknowledge(whose.first, whose.second, number, now);
    for (const auto& [agency, number] : delivered_) store_.unseen.deliver(agency, number);
    transaction.commit();
    unsaved_.clear();
    delivered_.clear();
}

}  // namespace dondoc::hub
