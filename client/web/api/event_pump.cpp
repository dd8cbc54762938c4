// SPDX-License-Identifier: GPL-3.0-or-later
// One thread follows the stream and marks whom an event may concern; another asks the daemon for those, one
// question for all of an agency (or of the office) who have come equally far, and hands on the answer.
#include "web/api/event_pump.h"

#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "lib/json.h"
#include "lib/listener.h"
#include "lib/position.h"
#include "lib/random.h"

namespace dondoc::web::api {
namespace {

constexpr std::uint32_t events_of_an_answer = 200;
constexpr std::chrono::seconds try_again{2};
const std::string consumer = "dondoc-web";

// Who sees the same: an agency's persons, or all of the office.
std::string circle_of(const Visitor& visitor) {
    return visitor.is_office() ? "*" : visitor.agency;
}

v1::Request events_after(std::uint64_t id) {
    v1::Request request;
    request.mutable_log()->set_after(id);
    request.mutable_log()->set_limit(events_of_an_answer);
    return request;
}

std::uint64_t newest_seen(DaemonLink& daemon, const Visitor& visitor) {
    v1::Request request;
    request.mutable_log()->set_newest_first(true);
    request.mutable_log()->set_limit(1);
    const auto reply = daemon.ask(visitor, std::move(request));
    return reply.log().events_size() == 0 ? 0 : reply.log().events(0).id();
}

// The number of the newest event: what was before is nobody's news here.
std::uint64_t head_of_stream(const client::Profile& profile, int stop) {
    auto context = client::make_context();
    client::Link link{context, profile};
    v1::ClientFrame frame;
    auto& hello = *frame.mutable_hello();
    hello.set_nonce(client::random_bytes(16));
    hello.set_stream(true);
    hello.set_consumer(consumer);
    hello.set_takes_gap(true);
    const auto begun = std::chrono::steady_clock::now();
    for (bool is_sent = false; std::chrono::steady_clock::now() - begun < std::chrono::seconds{10};) {
        if (!is_sent && link.state() == client::Link::State::Up) is_sent = link.send(frame);
        while (const auto answer = link.receive()) {
            if (answer->has_pong()) return answer->pong().head();
            if (answer->has_refused()) throw client::Refused(answer->refused().error());
        }
        link.wait(std::chrono::milliseconds{200}, stop);
    }
    throw client::Unreachable({"client.no_answer", {profile.endpoint, "10"}});
}

}  // namespace

EventPump::EventPump(DaemonLink& daemon) : daemon_(daemon), stop_(::eventfd(0, EFD_CLOEXEC)) {
    listener_ = std::thread{[this] { follow(); }};
    pump_ = std::thread{[this] { pump(); }};
}

EventPump::~EventPump() {
    {
        const std::lock_guard lock{mutex_};
        ends_ = true;
    }
    ::eventfd_write(stop_.get(), 1);
    news_.notify_all();
    listener_.join();
    pump_.join();
    for (const auto& follower : followers_) follower->stream->close();
}

std::shared_ptr<EventStream> EventPump::open(const Visitor& visitor, const std::string& last_event_id,
                                             std::function<bool()> may_go_on) {
    std::uint64_t last = 0;
    if (last_event_id.empty()) {
        last = newest_seen(daemon_, visitor);
    } else {
        const auto* end = last_event_id.data() + last_event_id.size();
        if (const auto read = std::from_chars(last_event_id.data(), end, last); read.ptr != end)
            throw UserError("web.api.value", {"Last-Event-ID", last_event_id});
    }
    auto stream = std::make_shared<EventStream>();
    stream->beat();  // its client learns that it is open
    const std::lock_guard lock{mutex_};
    std::erase_if(followers_, [](const auto& follower) { return !follower->stream->is_open(); });
    const auto own = std::ranges::count_if(
        followers_, [&](const auto& follower) { return follower->visitor.person == visitor.person; });
    if (static_cast<std::size_t>(own) >= most_of_person) return nullptr;
    followers_.push_back(
        std::make_shared<Follower>(Follower{stream, visitor, std::move(may_go_on), last, true}));
    is_new_ = true;
    news_.notify_all();
    return stream;
}

void EventPump::note(const std::string& agency) {
    const std::lock_guard lock{mutex_};
    for (const auto& follower : followers_)
        if (follower->visitor.is_office() || follower->visitor.agency == agency)
            follower->has_news = is_new_ = true;
    if (is_new_) news_.notify_all();
}

void EventPump::listen() {
    client::PassingPosition position{head_of_stream(daemon_.profile(), stop_.get()),
                                     client::Sequence::Stream};
    client::ListenOptions options;
    options.stream = true;
    options.consumer = consumer;
    options.stop_fd = stop_.get();
    client::Listener listener{daemon_.profile(), options, position};
    listener.run([this](const v1::Event& event) {
        note(event.agency());
        return !ends_;
    });
}

void EventPump::follow() {
    while (!ends_) {
        try {
            listen();
        } catch (const client::Refused& error) {
            spdlog::warn("event=stream_refused code={}", error.error().code());
        } catch (const std::exception& error) {
            spdlog::warn("event=stream_lost reason={}", error.what());
        }
        std::unique_lock lock{mutex_};
        news_.wait_for(lock, try_again, [this] { return ends_.load(); });
    }
}

void EventPump::pump() {
    auto next_round = std::chrono::steady_clock::now() + round;
    while (!ends_) {
        {
            std::unique_lock lock{mutex_};
            news_.wait_until(lock, next_round, [this] { return ends_ || is_new_; });
            news_.wait_for(lock, pause, [this] { return ends_.load(); });
            is_new_ = false;
        }
        const bool is_round = std::chrono::steady_clock::now() >= next_round;
        if (is_round) next_round = std::chrono::steady_clock::now() + round;
        std::map<std::pair<std::string, std::uint64_t>, Followers> groups;
        for (auto& follower : with_news(is_round))
            groups[{circle_of(follower->visitor), follower->last}].push_back(follower);
        for (const auto& [circle, group] : groups) {
            if (ends_) return;
            deliver(group);
        }
    }
}

EventPump::Followers EventPump::with_news(bool everybody) {
    const std::lock_guard lock{mutex_};
    std::erase_if(followers_, [](const auto& follower) { return !follower->stream->is_open(); });
    Followers chosen;
    for (const auto& follower : followers_)
        if (std::exchange(follower->has_news, false) || everybody) chosen.push_back(follower);
    return chosen;
}

// All of the group have come equally far, and see the same; the first of them who may still ask, asks.
void EventPump::deliver(const Followers& group) {
    Followers entitled;
    std::ranges::copy_if(group, std::back_inserter(entitled), [&](const auto& follower) {
        if (follower->may_go_on()) return true;
        follower->stream->close();
        return false;
    });
    while (!entitled.empty()) {
        try {
            const auto reply = daemon_.ask(entitled.front()->visitor, events_after(entitled.front()->last));
            for (const auto& event : reply.log().events())
                for (const auto& follower : entitled) {
                    follower->stream->send(std::to_string(event.id()), v1::EventKind::Kind_Name(event.kind()),
                                           client::to_json_line(event));
                    follower->last = event.id();
                }
            const std::lock_guard lock{mutex_};
            for (const auto& follower : entitled) {
                if (reply.log().more()) follower->last = std::max(follower->last, reply.log().next());
                if (reply.log().more() || reply.has_error()) follower->has_news = is_new_ = true;
            }
            return;
        } catch (const SignedOut&) {
            entitled.front()->stream->close();
            entitled.erase(entitled.begin());
        } catch (const DaemonAway&) {
            return;  // the next round asks again
        }
    }
}

}  // namespace dondoc::web::api
