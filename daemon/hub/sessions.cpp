#include "hub/sessions.h"

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
    std::chrono::steady_clock::time_point heard;

    std::int64_t in_flight() const { return sent.value - acknowledged.value; }
    bool is_caught_up() const { return sent == head; }
};

Sessions::Sessions(store::Store& store, Outbox& outbox, int window)
    : store_(store), outbox_(outbox), window_(window) {}

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
        const auto head = store_.inbox.head(agency->id);
        if (hello.last() > static_cast<std::uint64_t>(head.value))
            throw UserError("session.ahead", {std::to_string(hello.last()), std::to_string(head.value)},
                            "last");

        const auto consumer = hello.consumer().empty() ? default_consumer : hello.consumer();
        // The newest listener of one key and name wins; the older one is told, so that it does not come back.
        if (const auto older = by_consumer_.find(ConsumerKey{who.public_key, agency->id, consumer});
            older != by_consumer_.end()) {
            const auto& session = *older->second;
            refuse(session.route, session.nonce, UserError("session.superseded", {consumer}), session.lang);
            forget(RoutingId{session.route});
        }
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
        session->heard = now_;
        auto* added = session.get();
        // What it says it has applied counts as acknowledged: its last acknowledgement may have been lost.
        if (added->is_agencys_own && hello.last() > 0) note_acknowledged(*added);
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
    if (!session->is_caught_up() && session->in_flight() <= window_ / 2) refill(*session);
}

void Sessions::take_acknowledgement(Session& session, std::uint64_t number) {
    // An acknowledgement of what was not sent, or of what was acknowledged already, moves nothing.
    if (number > static_cast<std::uint64_t>(session.sent.value)) return;
    const InboxSeq up_to{static_cast<std::int64_t>(number)};
    if (up_to <= session.acknowledged) return;
    session.acknowledged = up_to;
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
    std::vector<RoutingId> silent;
    for (const auto& [route, session] : by_route_)
        if (now - session->heard > longest_silence) silent.push_back(route);
    for (const auto& route : silent) forget(route);
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
            if (was_caught_up && session->in_flight() < window_) send_event(*session, event);
        }
    }
}

void Sessions::refill(Session& session) {
    const auto room = window_ - session.in_flight();
    if (room <= 0 || session.is_caught_up()) return;
    for (const auto& event : store_.inbox.read(session.agency, session.sent, static_cast<int>(room)))
        if (!send_event(session, event)) return;
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
    outbox_.send(session.route, frame.SerializeAsString());
}

void Sessions::reset(const RoutingId& to, const std::string& nonce) {
    v1::DaemonFrame frame;
    frame.mutable_reset()->set_nonce(nonce);
    outbox_.send(to, frame.SerializeAsString());
}

void Sessions::refuse(const RoutingId& to, const std::string& nonce, const UserError& error,
                      const std::string& lang) {
    v1::DaemonFrame frame;
    frame.mutable_refused()->set_nonce(nonce);
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
