// SPDX-License-Identifier: Apache-2.0
// What sessions are sent: live events while they have caught up, what they missed from the log.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "hub/requests/convert.h"
#include "hub/sessions/session.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t bytes_at_once = 4U << 20;  // read for one listener; the rest when it acknowledges

}  // namespace

void Sessions::offer(AgencyId inbox, const store::StoredEvent& event) {
    const auto listeners = by_inbox_.find(inbox);
    if (listeners == by_inbox_.end()) return;
    const auto sessions = listeners->second;  // a send may end a session
    for (auto* session : sessions) {
        const bool was_caught_up = session->is_caught_up();
        session->head = inbox == stream ? InboxSeq{event.id.value} : event.number;
        if (was_caught_up && session->in_flight() < window_of(*session)) send_event(*session, event);
    }
}

void Sessions::refill(Session& session) {
    if (session.is_caught_up() || !skip_removed(session)) return;
    const auto wanted =
        std::min(window_of(session) - session.in_flight(), session.head.value - session.sent.value);
    if (wanted <= 0) return;
    // Whoever follows the stream serves everybody: it is held back by its window alone.
    if (session.inbox == stream) return refill_from_stream(session, static_cast<int>(wanted));
    const int allowed = replay_.take(session.public_key, static_cast<int>(wanted));
    if (allowed < wanted) held_back_.insert(session.route);
    if (allowed == 0) return;
    for (const auto& event : store_.inbox.read(session.inbox, session.sent, allowed, bytes_at_once))
        if (!send_event(session, event)) return;
}

// The contents that retention has removed of one agency lie between those that it has kept of others.
void Sessions::refill_from_stream(Session& session, int count) {
    const auto events = store_.stream.read(EventId{session.sent.value}, count);
    for (auto event = events.begin(); event != events.end();) {
        const auto kept =
            std::find_if(event, events.end(), [](const auto& one) { return !one.body.empty(); });
        const auto first = kept == events.end() ? events.back().id.value + 1 : kept->id.value;
        if (kept != event && !send_gap(session, InboxSeq{first})) return;
        if (kept == events.end()) return;
        if (!send_event(session, *kept)) return;
        event = std::next(kept);
    }
}

// What lies between its position and the first event that is kept has been removed. False: it does not
// understand that, and its session has ended; or it cannot take more now.
bool Sessions::skip_removed(Session& session) {
    if (session.inbox == stream) return true;
    const auto first = store_.retention.first_kept(session.inbox);
    return session.sent.value + 1 >= first.value || send_gap(session, first);
}

bool Sessions::send_gap(Session& session, InboxSeq first) {
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
    const bool nothing_waits = session.in_flight() == 0;
    session.sent = InboxSeq{first.value - 1};
    if (nothing_waits) session.acknowledged = session.sent;
    return true;
}

// False: the session cannot take more now, or is gone (and deleted).
bool Sessions::send_event(Session& session, const store::StoredEvent& event) {
    v1::DaemonFrame frame;
    auto& content = *frame.mutable_event();
    content.set_nonce(session.nonce);
    const auto number = session.inbox == stream ? InboxSeq{event.id.value} : event.number;
    content.set_number(static_cast<std::uint64_t>(number.value));
    content.set_event(event.body);
    switch (outbox_.send(session.route, frame.SerializeAsString())) {
        case Delivery::Sent:
            if (session.in_flight() == 0) session.progressed = now_;
            session.sent = number;
            if (session.is_agencys_own)
                delivered_[session.inbox] = std::max(delivered_[session.inbox], number);
            return true;
        case Delivery::Full:
            return false;
        case Delivery::Gone:
            forget(RoutingId{session.route});
            return false;
    }
    return false;
}

}  // namespace dondoc::hub
