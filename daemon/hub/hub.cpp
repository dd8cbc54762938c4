#include "hub/hub.h"

#include <spdlog/spdlog.h>

#include <atomic>

#include "hub/convert.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t max_request_id = 64;

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

bool is_trial(const v1::Request& request) {
    return request.plan_import().dry_run() || request.agency_import().dry_run();
}

std::string topic_of(const v1::Event& event) {
    return "agency/" + event.agency() + "/" + v1::EventKind::Kind_Name(event.kind());
}

}  // namespace

Hub::Hub(engine::Engine& engine, AccessList& access, Outbox& outbox, Feed& feed, int window)
    : engine_(engine),
      access_(access),
      outbox_(outbox),
      feed_(feed),
      sessions_(engine.store(), outbox, window) {
    engine_.on_committed([this](const auto& events) { publish(events); });
}

void Hub::receive(const RoutingId& from, const std::string& public_key, const std::string& frame) {
    v1::ClientFrame content;
    if (!content.ParseFromString(frame) || content.frame_case() == v1::ClientFrame::FRAME_NOT_SET) {
        spdlog::warn("event=junk key={} bytes={}", public_key, frame.size());
        v1::Reply reply;
        *reply.mutable_error() = to_wire(UserError("request.malformed"), text::Lang::Vi);
        reply_to(from, reply);
        return;
    }
    const auto who = access_.find(public_key);
    if (!who) {  // revoked while its connection lived on
        spdlog::warn("event=refused key={} reason=revoked", public_key);
        if (!content.has_request()) return;
        v1::Reply reply;
        reply.set_id(content.request().id());
        *reply.mutable_error() =
            to_wire(UserError("access.revoked"), text::parse_lang(content.request().lang()));
        reply_to(from, reply);
        return;
    }
    switch (content.frame_case()) {
        case v1::ClientFrame::kHello:
            sessions_.hello(from, *who, content.hello());
            break;
        case v1::ClientFrame::kAck:
            sessions_.acknowledge(from, *who, content.ack());
            break;
        case v1::ClientFrame::kPing:
            sessions_.ping(from, *who, content.ping());
            break;
        case v1::ClientFrame::kBye:
            sessions_.bye(from, *who, content.bye());
            break;
        case v1::ClientFrame::kRequest:
            answer(from, *who, content.request());
            break;
        case v1::ClientFrame::FRAME_NOT_SET:
            break;
    }
}

void Hub::answer(const RoutingId& from, const Identity& who, const v1::Request& request) {
    const auto lang = text::parse_lang(request.lang());
    const auto* kind = find_request(request.body_case());
    v1::Reply reply;
    try {
        if (request.id().empty() || request.id().size() > max_request_id)
            throw UserError("request.id", {std::to_string(max_request_id)}, "id");
        if (kind == nullptr) throw UserError("request.unknown");
        if (!who.may(kind->least)) {
            spdlog::warn("event=refused key={} name=\"{}\" request={}", who.public_key, who.name, kind->name);
            throw UserError("access.denied");
        }
        if (kind->effect == Effect::Deferred)
            return request.has_policy_diff() ? begin_diff(from, who, request)
                                             : begin_advance(from, who, request);

        // Who has seen what is asked, and some of it may not be on disk yet.
        if (request.has_unseen_list() || request.has_task_show()) save_acknowledgements();
        Call call{engine_, nullptr, who, lang, sessions_.size(), {}, {}};
        call.progress = [&](std::size_t done, std::size_t total) {
            v1::DaemonFrame frame;
            frame.mutable_progress()->set_id(request.id());
            frame.mutable_progress()->set_done(done);
            frame.mutable_progress()->set_total(total);
            outbox_.send(from, frame.SerializeAsString());
        };
        carry_out(*kind, call, request, reply);
        for (const auto& then : call.after_commit) then();
        if (call.work != nullptr) access_changed(reply);  // not for a reply of an earlier time
    } catch (const UserError& error) {
        reply.Clear();
        *reply.mutable_error() = to_wire(error, lang);
    } catch (const std::exception& error) {
        reply.Clear();
        *reply.mutable_error() = fault(error, kind == nullptr ? "request" : kind->name, lang);
    }
    reply.set_id(request.id());
    reply_to(from, reply);
}

void Hub::carry_out(const RequestKind& kind, Call& call, const v1::Request& request, v1::Reply& reply) {
    const auto in_work = [&](engine::Work& work) {
        call.work = &work;
        kind.handle(call, request, reply);
    };
    if (kind.effect == Effect::Reads) {
        kind.handle(call, request, reply);
    } else if (is_trial(request)) {
        engine_.attempt(in_work);
        call.after_commit.clear();
    } else if (kind.effect == Effect::Repeatable) {
        engine_.change(in_work);
    } else {
        const auto recorded = engine_.once({call.who.public_key, request.id(), request.SerializeAsString()},
                                           [&](engine::Work& work) {
                                               in_work(work);
                                               return reply.SerializeAsString();
                                           });
        if (!reply.ParseFromString(recorded)) throw std::runtime_error("a recorded reply cannot be decoded");
    }
}

void Hub::begin_advance(const RoutingId& from, const Identity& who, const v1::Request& request) {
    if (!engine_.is_simulated()) throw UserError("clock.system");
    if (advance_ && advance_->request_id == request.id() && advance_->public_key == who.public_key) {
        advance_->asker = from;  // asked again, perhaps on a new connection
        return;
    }
    if (advance_) throw UserError("clock.busy");
    const auto& wanted = request.clock_advance().to();
    // Within civil days that a calendar can tell: years 1 to 9999.
    constexpr std::int64_t earliest = -62135596800;
    constexpr std::int64_t latest = 253402214400;
    if (wanted.seconds() < earliest || wanted.seconds() > latest) throw UserError("clock.range", {}, "to");
    const sys_seconds target{std::chrono::seconds{wanted.seconds()}};
    if (target < engine_.now()) throw UserError("clock.backwards", {iso_instant(engine_.now())}, "to");
    constexpr date::days furthest{5 * 366};
    if (target - engine_.now() > furthest)
        throw UserError("clock.too_far", {std::to_string(furthest.count())}, "to");
    save_acknowledgements();  // what was seen so far was seen before the time that is to pass
    advance_ = Advance{from, who.public_key, request.id(), text::parse_lang(request.lang()), target};
}

bool Hub::advance_clock() {
    if (!advance_) return false;
    v1::Reply reply;
    try {
        if (engine_.advance_towards(advance_->target)) return true;
        auto& clock = *reply.mutable_clock();
        clock.set_mode("simulated");
        set(*clock.mutable_now(), engine_.now());
        clock.set_today(iso_day(engine_.today()));
        clock.set_events(advance_->events);
    } catch (const UserError& error) {
        *reply.mutable_error() = to_wire(error, advance_->lang);
    } catch (const std::exception& error) {
        *reply.mutable_error() = fault(error, "clock_advance", advance_->lang);
    }
    reply.set_id(advance_->request_id);
    reply_to(advance_->asker, reply);
    advance_.reset();
    return false;
}

void Hub::begin_diff(const RoutingId& from, const Identity& who, const v1::Request& request) {
    if (diff_ && diff_->request_id == request.id() && diff_->public_key == who.public_key) {
        diff_->asker = from;  // asked again, perhaps on a new connection
        return;
    }
    if (diff_) throw UserError("comparison.busy");
    diff_.emplace(PolicyDiff{from,
                             who.public_key,
                             request.id(),
                             text::parse_lang(request.lang()),
                             {engine_, read_candidate(engine_, request.policy_diff())}});
}

bool Hub::compare_policies() {
    if (!diff_) return false;
    v1::Reply reply;
    try {
        if (diff_->comparison.compare_some()) return true;
        *reply.mutable_policy_diff() = to_wire(diff_->comparison.result());
    } catch (const UserError& error) {
        *reply.mutable_error() = to_wire(error, diff_->lang);
    } catch (const std::exception& error) {
        *reply.mutable_error() = fault(error, "policy_diff", diff_->lang);
    }
    reply.set_id(diff_->request_id);
    reply_to(diff_->asker, reply);
    diff_.reset();
    return false;
}

void Hub::access_changed(const v1::Reply& reply) {
    if (!reply.has_key_grant() && !reply.has_key_revoke()) return;
    const auto& key = reply.has_key_grant() ? reply.key_grant().key() : reply.key_revoke().key();
    const auto before = access_.find(key.public_key());
    access_.load(engine_.store().keys, engine_.store().agencies);
    const auto after = access_.find(key.public_key());
    const bool same = before && after && before->role == after->role && before->agency == after->agency;
    if (before && !same) sessions_.end_sessions_of(key.public_key());
    // A subscriber that is connected already is not asked for its key again: all have to come in anew.
    if (before && before->may(Role::Office) && !(after && after->may(Role::Office))) feed_.expel();
    spdlog::info("event={} key={} name=\"{}\" role={} agency={}",
                 reply.has_key_grant() ? "granted" : "revoked", key.public_key(), key.name(),
                 v1::Role::Kind_Name(key.role()), key.agency());
}

// What is published is on disk: a failure here is logged, and the listeners get it from the log.
void Hub::publish(const std::vector<store::StoredEvent>& events) {
    if (advance_) advance_->events += events.size();
    try {
        sessions_.committed(events);
        v1::Event decoded;
        for (const auto& event : events)
            if (decoded.ParseFromString(event.body)) feed_.publish(topic_of(decoded), event.body);
    } catch (const std::exception& error) {
        spdlog::error("event=publish_failed error=\"{}\"", error.what());
    }
}

void Hub::reply_to(const RoutingId& to, const v1::Reply& reply) {
    v1::DaemonFrame frame;
    *frame.mutable_reply() = reply;
    outbox_.send(to, frame.SerializeAsString());
}

}  // namespace dondoc::hub
