// SPDX-License-Identifier: Apache-2.0
#include "hub/hub.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "hub/requests/clock.h"
#include "hub/requests/convert.h"
#include "hub/requests/refusal.h"
#include "hub/transport/feed_topic.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t max_request_id = 64;
constexpr std::chrono::milliseconds time_of_one_request{2};

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
      requests_per_second_(limits.requests_per_second),
      jobs_([this](const auto& to, auto reply) { reply_to(to, std::move(reply)); },
            [this](const auto& to, const auto& id, const auto& progress) {
                send_progress(to, id, progress.done, progress.total);
            }) {
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
    held_.gone(route);
    jobs_.gone(route);
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

void Hub::receive(const RoutingId& from, const std::string& public_key, const std::string& frame) {
    take(from, public_key, frame);
    if (!in_turn_) settle();
}

bool Hub::take_turn(const std::function<bool()>& frames) {
    in_turn_ = true;
    try {
        const bool more = frames();
        in_turn_ = false;
        settle();
        return more;
    } catch (...) {
        in_turn_ = false;
        settle();
        throw;
    }
}

// Events go out before the replies to the commands that they tell of.
std::chrono::steady_clock::duration Hub::settle() {
    if (!engine_.is_sharing()) return {};
    const auto begun = std::chrono::steady_clock::now();
    auto waiting = held_.take();
    std::optional<Refusal> refusal;
    try {
        engine_.commit_shared();
    } catch (const UserError& error) {
        refusal.emplace(error);
    } catch (const std::exception& error) {
        refusal.emplace(error, "commit");
    }
    charge(waiting, std::chrono::steady_clock::now() - begun);
    for (auto& held : waiting) {
        if (refusal) {
            *held.reply.mutable_error() = refusal->told(held.lang);
        } else {
            written_.add(held.public_key, held.written, engine_.today());
        }
        if (!held.to.empty()) reply_to(held.to, std::move(held.reply));
    }
    return std::chrono::steady_clock::now() - begun;
}

// Who asks is known before anything is decoded, and what may be decoded depends on it.
void Hub::take(const RoutingId& from, const std::string& public_key, const std::string& frame) {
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
    reply_to(from, std::move(reply));
}

void Hub::hand_to_session(const RoutingId& from, const Identity& who, const std::string& frame) {
    v1::ClientFrame content;
    try {
        if (frame.size() > most_session_bytes) throw UserError("request.malformed");
        content = decode(frame);
    } catch (const UserError&) {
        return refuse_junk(from, who.public_key, frame.size());
    }
    if (content.has_hello() && may_ask_now(who)) {
        settle();  // it is told what is in the inbox; the others move within what their sessions were told of
        sessions_.hello(from, who, content.hello());
    }
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
    auto begun = std::chrono::steady_clock::now();
    const char* doing = "request";
    v1::Reply reply;
    std::uint64_t written = 0;
    try {
        if (head.person != 0) begun += settle();  // persons are in the store; who has waited pays
        who = asker(key, head);
        const auto& kind = admit(who, head, frame.size());
        doing = kind.name;
        const auto request = std::move(*decode(frame).mutable_request());
        // Who is refused until here parts nobody's commit. Whatever is not to share one sees what is on disk.
        if (!kind.more.shares_commit) begun += settle();
        if (kind.more.saves_acknowledgements) save_acknowledgements();
        Call call{engine_, nullptr, who, lang, sessions_.size(), turned_away_, {}, {}};
        call.upkeep = upkeep_;
        call.progress = [&](std::size_t done, std::size_t total) {
            send_progress(from, request.id(), done, total);
        };
        if (kind.effect == Effect::Job) {
            jobs_.begin(kind, call, from, request);
            return charge(who, begun);
        }
        written = carry_out(kind, call, request, reply);
    } catch (const UserError& error) {
        reply.Clear();
        *reply.mutable_error() = to_wire(error, lang);
    } catch (const std::exception& error) {
        reply.Clear();
        *reply.mutable_error() = Refusal(error, doing).told(lang);
    }
    charge(who, begun);
    reply.set_id(head.id);
    reply_when_on_disk({from, who.public_key, lang, std::move(reply), written, !who.may(Role::Operator)},
                       frame.size());
}

void Hub::reply_when_on_disk(HeldReply reply, std::size_t request_bytes) {
    if (engine_.is_sharing()) {
        held_.hold(std::move(reply), request_bytes);
        if (held_.is_full() || engine_.has_lost_shared()) settle();
        return;
    }
    written_.add(reply.public_key, reply.written, engine_.today());
    reply_to(reply.to, std::move(reply.reply));
}

// A question that takes long, to decode or to answer, counts for more.
void Hub::charge(const Identity& who, std::chrono::steady_clock::time_point begun) {
    if (who.may(Role::Operator)) return;
    requests_.charge(who.public_key,
                     static_cast<int>((std::chrono::steady_clock::now() - begun) / time_of_one_request));
}

// To each key its share of the commit that its commands have waited for.
void Hub::charge(const std::vector<HeldReply>& waiting, std::chrono::steady_clock::duration commit) {
    for (const auto& [key, commands] : charged_commands(waiting)) {
        const auto share = commit * commands / static_cast<int>(waiting.size());
        requests_.charge(key, static_cast<int>(share / time_of_one_request));
    }
}

// Returns how many bytes it wrote.
std::uint64_t Hub::carry_out(const RequestKind& kind, Call& call, const v1::Request& request,
                             v1::Reply& reply) {
    if (kind.effect == Effect::Reads) {
        kind.handler.answer(call, request, reply);
        return 0;
    }
    bool is_carried_out = false;
    const auto command = [&](engine::Work& work) {
        call.work = &work;
        kind.handler.answer(call, request, reply);
        if (kind.more.shares_commit && !call.after_commit.empty())
            throw std::logic_error("a command that shares its commit does nothing after it");
        is_carried_out = true;
    };
    if (kind.more.is_trial != nullptr && kind.more.is_trial(request)) {
        engine_.attempt(command);
        return 0;
    }
    const auto when_allowed = [&](engine::Work& work) {
        // Here, so that a command that was carried out before is answered with its reply all the same.
        if (!kind.more.despite_doubted_clock) require_true_time(engine_);
        require_room_to_write(call.who);
        command(work);
    };
    const auto how = kind.more.shares_commit ? engine::Commit::Shared : engine::Commit::Own;
    const auto waited_before = engine_.waiting_bytes();
    committed_bytes_ = 0;
    if (kind.effect == Effect::Repeatable) {
        engine_.change(when_allowed, how);
    } else {
        const auto recorded = engine_.once(
            {call.who.public_key, request.id(), request.SerializeAsString()},
            [&](engine::Work& work) {
                when_allowed(work);
                return reply.SerializeAsString();
            },
            how);
        if (!is_carried_out && !reply.ParseFromString(recorded))
            throw std::runtime_error("a recorded reply cannot be decoded");
    }
    if (!is_carried_out) return 0;
    for (const auto& then : call.after_commit) then();
    if (kind.more.changes_access) access_changed(reply);
    return committed_bytes_ + engine_.waiting_bytes() - waited_before + request.ByteSizeLong() +
           reply.ByteSizeLong();
}

void Hub::require_room_to_write(const Identity& who) {
    if (who.may(Role::Operator) ||
        written_.has_room(who.public_key, engine_.today(), held_.written_by(who.public_key)))
        return;
    ++turned_away_.requests;
    if (const auto left_out = hurried_.pass())
        spdlog::warn("event=written_enough key={} left_out={}", who.public_key, *left_out);
    throw UserError("limit.written");
}

std::optional<std::chrono::steady_clock::time_point> Hub::next_look(
    std::chrono::steady_clock::time_point now) const {
    if (jobs_.is_busy()) return now;
    if (replies_.is_waiting()) return now + reply_retry;
    if (!jobs_.empty()) return now + job_look;
    if (sessions_.has_unsaved() || sessions_.is_holding_back()) return now + tending_interval;
    return std::nullopt;
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

void Hub::reply_to(const RoutingId& to, v1::Reply reply) {
    v1::DaemonFrame frame;
    *frame.mutable_reply() = std::move(reply);
    frame.set_next_server_key(next_server_key_);
    replies_.send(to, frame.SerializeAsString());
}

}  // namespace dondoc::hub
