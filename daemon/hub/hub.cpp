// SPDX-License-Identifier: Apache-2.0
#include "hub/hub.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <stdexcept>

#include "hub/requests/clock.h"
#include "hub/requests/convert.h"
#include "hub/transport/feed_topic.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t max_request_id = 64;
constexpr std::chrono::milliseconds time_of_one_request{2};

// A fault of ours: the user gets an incident that finds this line.
v1::Error fault(const std::exception& error, const char* doing, text::Lang lang) {
    static std::atomic<unsigned> count{0};
    const auto incident = std::to_string(std::chrono::system_clock::now().time_since_epoch().count() / 1000) +
                          "-" + std::to_string(++count);
    spdlog::error("incident={} doing={} error=\"{}\"", incident, doing, error.what());
    auto wire = to_wire(UserError("internal", {incident}), lang);
    wire.set_incident(incident);
    return wire;
}

constexpr std::chrono::milliseconds reply_retry{20};
constexpr std::chrono::milliseconds job_look{50};  // of one that another thread does

// Throws UserError for what is past the bounds, or no frame of this protocol. What is not known is dropped.
v1::ClientFrame decode(const std::string& frame) {
    require_bounds(frame);
    v1::ClientFrame content;
    if (!content.ParseFromString(frame)) throw UserError("request.malformed");
    content.DiscardUnknownFields();
    return content;
}

bool is_allowed(const RequestKind& kind, const Identity& who) {
    if (who.is_gateway()) return kind.more.gateway != GatewayItself::MayNot;
    return kind.more.gateway != GatewayItself::Alone && who.may(kind.least);
}

}  // namespace

Hub::Hub(engine::Engine& engine, AccessList& access, Outbox& outbox, Feed& feed, const Limits& limits,
         TurnedAway& turned_away)
    : engine_(engine),
      access_(access),
      replies_(outbox, limits),
      feed_(feed),
      sessions_(engine.store(), outbox, limits, turned_away),
      turned_away_(turned_away),
      requests_(limits.requests_per_second),
      written_(limits.written_bytes_per_day),
      requests_per_second_(limits.requests_per_second) {
    engine_.on_committed([this](const auto& events) { publish(events); });
}

void Hub::change(const Limits& limits) {
    requests_per_second_ = limits.requests_per_second;
    requests_.change(limits.requests_per_second);
    written_.change(limits.written_bytes_per_day);
    replies_.change(limits);
    sessions_.change(limits);
}

void Hub::announce(const std::string& next_server_key) {
    next_server_key_ = next_server_key;
    sessions_.announce(next_server_key);
}

void Hub::expire_sessions(std::chrono::steady_clock::time_point now) {
    requests_.tick(now);
    sessions_.expire(now);
    const int cut = replies_.cut_stalled(now);
    if (cut == 0) return;
    if (const auto left_out = stalled_.pass())
        spdlog::warn("event=cut reason=replies_unread connections={} left_out={}", cut, *left_out);
}

void Hub::gone(const RoutingId& route) {
    sessions_.gone(route);
    replies_.gone(route);
    for (auto& [kind, line] : running_)
        for (auto& running : line)
            if (running.asker == route) running.asker.clear();
}

// Operators are not rate-limited: a key that may change plans can do worse than ask often. Nor is a gateway
// for itself: whoever floods its sign-in would keep everybody out.
bool Hub::may_ask_now(const Identity& who) {
    if (who.may(Role::Operator) || who.is_gateway() || requests_.take(who.public_key, 1) == 1) return true;
    ++turned_away_.requests;
    if (const auto left_out = hurried_.pass())
        spdlog::warn("event=too_many_requests key={} left_out={}", who.public_key, *left_out);
    return false;
}

// Who asks is known before anything is decoded, and what may be decoded depends on it.
void Hub::receive(const RoutingId& from, const std::string& public_key, const std::string& frame) {
    const auto head = head_of(frame);
    const auto who = access_.find(public_key);
    if (!who) return refuse_revoked(from, public_key, head);
    if (!head) return refuse_junk(from, public_key, frame.size());
    if (head->frame != v1::ClientFrame::kRequest) return hand_to_session(from, *who, frame);
    ++asked_;
    if (replies_.has_room(from)) return answer(from, *who, *head, frame);
    ++turned_away_.requests;
    if (const auto left_out = unread_.pass())
        spdlog::warn("event=replies_unread key={} left_out={}", public_key, *left_out);
}

void Hub::refuse_junk(const RoutingId& from, const std::string& public_key, std::size_t bytes) {
    ++turned_away_.frames;
    if (const auto left_out = junk_.pass())
        spdlog::warn("event=junk key={} bytes={} left_out={}", public_key, bytes, *left_out);
    v1::DaemonFrame frame;
    *frame.mutable_reply()->mutable_error() = to_wire(UserError("request.malformed"), text::Lang::Vi);
    replies_.send_now_or_never(from, frame.SerializeAsString());
}

// Revoked while its connection lived on.
void Hub::refuse_revoked(const RoutingId& from, const std::string& public_key,
                         const std::optional<FrameHead>& head) {
    ++turned_away_.frames;
    if (const auto left_out = refused_.pass())
        spdlog::warn("event=refused key={} reason=revoked left_out={}", public_key, *left_out);
    const bool is_request = head && head->frame == v1::ClientFrame::kRequest;
    if (!is_request || requests_.take(public_key, 1) == 0) return;
    v1::Reply reply;
    reply.set_id(head->id);
    *reply.mutable_error() = to_wire(UserError("access.revoked"), text::parse_lang(head->lang));
    reply_to(from, reply);
}

void Hub::hand_to_session(const RoutingId& from, const Identity& who, const std::string& frame) {
    v1::ClientFrame content;
    try {
        if (frame.size() > most_session_bytes) throw UserError("request.malformed");
        content = decode(frame);
    } catch (const UserError&) {
        return refuse_junk(from, who.public_key, frame.size());
    }
    if (content.has_hello() && may_ask_now(who)) sessions_.hello(from, who, content.hello());
    if (content.has_ack()) sessions_.acknowledge(from, who, content.ack());
    if (content.has_ping()) sessions_.ping(from, who, content.ping());
    if (content.has_bye()) sessions_.bye(from, who, content.bye());
}

// Who asks: the key's owner, or the person for whom a gateway speaks, with the role and agency that it has
// now.
Identity Hub::asker(const Identity& key, const FrameHead& head) {
    if (head.person == 0) return key;
    if (!key.is_gateway()) throw UserError("access.not_gateway", {}, "person");
    if (auto person = person_behind(key, head.person, engine_.store())) return std::move(*person);
    throw UserError("access.person", {std::to_string(head.person)}, "person");
}

// The row of the table, when the key may make such a request now, of that size. Nothing has been decoded.
const RequestKind& Hub::admit(const Identity& who, const FrameHead& head, std::size_t bytes) {
    if (head.id.empty() || head.id.size() > max_request_id)
        throw UserError("request.id", {std::to_string(max_request_id)}, "id");
    const auto* kind = find_request(head.body);
    if (kind == nullptr) throw UserError("request.unknown");
    if (!may_ask_now(who)) throw UserError("limit.requests", {std::to_string(requests_per_second_)});
    if (!is_allowed(*kind, who)) {
        ++turned_away_.requests;
        if (const auto left_out = refused_.pass())
            spdlog::warn("event=refused key={} request={} left_out={}", who.public_key, kind->name,
                         *left_out);
        throw UserError("access.denied", {roles_from(kind->least)});
    }
    const auto& more = kind->more;
    const auto most =
        who.may(Role::Operator) ? std::max(more.most_bytes, more.most_bytes_of_operators) : more.most_bytes;
    if (bytes > most) throw UserError("request.too_large", {std::to_string(bytes), std::to_string(most)});
    return *kind;
}

void Hub::answer(const RoutingId& from, const Identity& key, const FrameHead& head,
                 const std::string& frame) {
    Identity who = key;
    const auto lang = text::parse_lang(head.lang);
    const auto begun = std::chrono::steady_clock::now();
    const char* doing = "request";
    v1::Reply reply;
    try {
        who = asker(key, head);
        const auto& kind = admit(who, head, frame.size());
        doing = kind.name;
        const auto request = decode(frame).request();
        if (kind.more.saves_acknowledgements) save_acknowledgements();
        Call call{engine_, nullptr, who, lang, sessions_.size(), turned_away_, {}, {}};
        call.upkeep = upkeep_;
        call.progress = [&](std::size_t done, std::size_t total) {
            send_progress(from, request.id(), done, total);
        };
        if (kind.effect == Effect::Job) {
            begin(kind, call, from, request);
            return charge(who, begun);
        }
        carry_out(kind, call, request, reply);
    } catch (const UserError& error) {
        reply.Clear();
        *reply.mutable_error() = to_wire(error, lang);
    } catch (const std::exception& error) {
        reply.Clear();
        *reply.mutable_error() = fault(error, doing, lang);
    }
    charge(who, begun);
    reply.set_id(head.id);
    reply_to(from, reply);
}

// A question that takes long, to decode or to answer, counts for more.
void Hub::charge(const Identity& who, std::chrono::steady_clock::time_point begun) {
    if (who.may(Role::Operator)) return;
    requests_.charge(who.public_key,
                     static_cast<int>((std::chrono::steady_clock::now() - begun) / time_of_one_request));
}

void Hub::carry_out(const RequestKind& kind, Call& call, const v1::Request& request, v1::Reply& reply) {
    if (kind.effect == Effect::Reads) return kind.handler.answer(call, request, reply);
    bool is_carried_out = false;
    const auto command = [&](engine::Work& work) {
        call.work = &work;
        kind.handler.answer(call, request, reply);
        is_carried_out = true;
    };
    if (kind.more.is_trial != nullptr && kind.more.is_trial(request)) return engine_.attempt(command);

    const auto when_allowed = [&](engine::Work& work) {
        // Here, so that a command that was carried out before is answered with its reply all the same.
        if (!kind.more.despite_doubted_clock) require_true_time(engine_);
        require_room_to_write(call.who);
        command(work);
    };
    committed_bytes_ = 0;
    if (kind.effect == Effect::Repeatable) {
        engine_.change(when_allowed);
    } else {
        const auto recorded = engine_.once({call.who.public_key, request.id(), request.SerializeAsString()},
                                           [&](engine::Work& work) {
                                               when_allowed(work);
                                               return reply.SerializeAsString();
                                           });
        if (!is_carried_out && !reply.ParseFromString(recorded))
            throw std::runtime_error("a recorded reply cannot be decoded");
    }
    if (!is_carried_out) return;
    written_.add(call.who.public_key, committed_bytes_ + request.ByteSizeLong() + reply.ByteSizeLong(),
                 engine_.today());
    for (const auto& then : call.after_commit) then();
    if (kind.more.changes_access) access_changed(reply);
}

void Hub::require_room_to_write(const Identity& who) {
    if (who.may(Role::Operator) || written_.has_room(who.public_key, engine_.today())) return;
    ++turned_away_.requests;
    if (const auto left_out = hurried_.pass())
        spdlog::warn("event=written_enough key={} left_out={}", who.public_key, *left_out);
    throw UserError("limit.written");
}

void Hub::begin(const RequestKind& kind, Call& call, const RoutingId& from, const v1::Request& request) {
    const auto line = running_.find(kind.body);
    if (line != running_.end()) {
        const auto own = std::ranges::find(line->second, call.who.public_key, &Running::public_key);
        if (own != line->second.end() && own->request_id == request.id()) {
            own->asker = from;  // asked again, perhaps on a new connection
            return;
        }
        if (own != line->second.end() || line->second.size() >= kind.more.most_jobs)
            throw UserError(kind.more.busy);
    }
    auto job = kind.handler.begin(call, request);  // a job that cannot begin leaves nothing behind
    running_[kind.body].push_back(
        {from, call.who.public_key, request.id(), call.lang, kind.name, std::move(job)});
}

bool Hub::go_on() {
    for (auto it = running_.begin(); it != running_.end();) {
        auto& line = it->second;
        if (!go_on(line.front())) line.pop_front();
        it = line.empty() ? running_.erase(it) : std::next(it);
    }
    return is_busy();
}

bool Hub::is_busy() const {
    return std::ranges::any_of(running_,
                               [](const auto& entry) { return !entry.second.front().job->waits(); });
}

std::optional<std::chrono::steady_clock::time_point> Hub::next_look(
    std::chrono::steady_clock::time_point now) const {
    if (is_busy()) return now;
    if (replies_.is_waiting()) return now + reply_retry;
    if (!running_.empty()) return now + job_look;
    if (sessions_.has_unsaved() || sessions_.is_holding_back()) return now + tending_interval;
    return std::nullopt;
}

bool Hub::go_on(Running& running) {
    v1::Reply reply;
    try {
        if (running.job->step()) {
            const auto progress = running.job->progress();
            if (progress.done != running.told) {
                running.told = progress.done;
                send_progress(running.asker, running.request_id, progress.done, progress.total);
            }
            return true;
        }
        running.job->answer(reply);
    } catch (const UserError& error) {
        *reply.mutable_error() = to_wire(error, running.lang);
    } catch (const std::exception& error) {
        *reply.mutable_error() = fault(error, running.name, running.lang);
    }
    reply.set_id(running.request_id);
    reply_to(running.asker, reply);
    return false;
}

void Hub::send_progress(const RoutingId& to, const std::string& request_id, std::size_t done,
                        std::size_t total) {
    v1::DaemonFrame frame;
    frame.mutable_progress()->set_id(request_id);
    frame.mutable_progress()->set_done(done);
    frame.mutable_progress()->set_total(total);
    replies_.send_now_or_never(to, frame.SerializeAsString());
}

void Hub::access_changed(const v1::Reply& reply) {
    // An agency may have another code now.
    if (reply.has_agency_succeed()) return access_.load(engine_.store().keys, engine_.store().agencies);
    const auto& key = reply.has_key_grant() ? reply.key_grant().key() : reply.key_revoke().key();
    const auto before = access_.find(key.public_key());
    access_.load(engine_.store().keys, engine_.store().agencies);
    const auto after = access_.find(key.public_key());
    const bool same = before && after && before->role == after->role && before->agency == after->agency;
    // What it may was found out when it came in: it has to come in anew.
    if (before && !same) sessions_.end_sessions_of(key.public_key());
    spdlog::info("event={} key={} role={} agency={}", reply.has_key_grant() ? "granted" : "revoked",
                 key.public_key(), v1::Role::Kind_Name(key.role()), key.agency());
}

// What is published is on disk: a failure here is logged, and the listeners get it from the log.
void Hub::publish(const std::vector<store::StoredEvent>& events) {
    try {
        for (const auto& event : events) committed_bytes_ += event.body.size();
        sessions_.committed(events);
        for (const auto& event : events)
            if (const auto topic = topic_of(event.body)) feed_.publish(*topic, event.body);
    } catch (const std::exception& error) {
        spdlog::error("event=publish_failed error=\"{}\"", error.what());
    }
}

void Hub::reply_to(const RoutingId& to, const v1::Reply& reply) {
    v1::DaemonFrame frame;
    *frame.mutable_reply() = reply;
    frame.set_next_server_key(next_server_key_);
    replies_.send(to, frame.SerializeAsString());
}

}  // namespace dondoc::hub
