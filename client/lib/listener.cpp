// SPDX-License-Identifier: Apache-2.0
#include "lib/listener.h"

#include <poll.h>

#include <algorithm>
#include <utility>

#include "domain/civil.h"
#include "lib/connection.h"
#include "lib/random.h"

namespace dondoc::client {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds back_off{1'000}, back_off_at_most{60'000};
constexpr milliseconds longest_wait{60'000};
constexpr milliseconds last_words{500};  // for the acknowledgement when the listener goes

SubscriptionOptions subscription_options(const ListenOptions& options, const Position& position) {
    SubscriptionOptions result;
    result.agency = options.agency;
    result.stream = options.stream;
    result.shown = options.shown;
    result.consumer = options.consumer;
    result.lang = options.lang;
    result.last = position.last();
    result.lineage = position.lineage();
    result.make_nonce = [] { return random_bytes(16); };
    return result;
}

}  // namespace

Listener::Listener(Profile profile, ListenOptions options, Position& position)
    : profile_(std::move(profile)),
      options_(std::move(options)),
      position_(position),
      context_(make_context()),
      subscription_(subscription_options(options_, position)) {}

ListenEnd Listener::run(const Handler& handler, const Notice& notice) {
    handler_ = handler;
    notice_ = notice;
    last_sign_ = Clock::now();
    open();
    for (;;) {
        if (stop_asked()) return end(ListenEnd::Stopped);
        if (options_.between) options_.between();
        if (!link_ && Clock::now() >= *open_at_) open();
        if (link_) {
            if (!handle_frames()) return end(ListenEnd::Stopped);
            follow_link();
        }
        carry_out(subscription_.on_time(Clock::now()));
        if (link_) send_waiting();
        if (options_.until_caught_up && subscription_.caught_up()) return end(ListenEnd::CaughtUp);
        if (link_) {
            link_->wait(time_to_wait(), options_.stop_fd, !waiting_.empty());
        } else {
            pollfd stop{options_.stop_fd, POLLIN, 0};
            ::poll(&stop, 1, static_cast<int>(time_to_wait().count()));
        }
    }
}

void Listener::open() {
    link_.reset();
    link_ = std::make_unique<Link>(context_, profile_);
    open_at_.reset();
    connections_seen_ = 0;
    waiting_.clear();
}

// What the connection has been through since we looked last.
void Listener::follow_link() {
    if (!link_) return;
    const auto now = Clock::now();
    if (link_->connections() != connections_seen_) {
        connections_seen_ = link_->connections();
        waiting_.clear();
        openings_in_vain_ = 0;
        ever_up_ = true;
        last_sign_ = now;
        if (std::exchange(with_next_key_, false))
            say({settle_key(profile_) ? "client.key_switched" : "client.key_not_kept",
                 {profile_.file.string()}});
        say({"client.listen.connected", {profile_.endpoint}});
        carry_out(subscription_.connected(now));
        if (!link_) return;
    }
    const auto silent = std::chrono::duration_cast<milliseconds>(now - last_sign_);
    switch (link_->state()) {
        case Link::State::KeyRefused:
            if (!ever_up_) throw_trouble(*link_, profile_, silent);
            return close_for_a_while({"client.key_refused", {profile_.public_key}});
        case Link::State::NotDondoc:
            return close_for_a_while({"client.not_dondoc", {profile_.endpoint}});
        case Link::State::WrongServerKey:
            if (link_->failures() < handshake_tries) break;
            if (swap_keys(profile_)) with_next_key_ = !with_next_key_;
            if (with_next_key_) return open();  // its key was rotated, perhaps
            return close_for_a_while({"client.wrong_server_key", {profile_.endpoint}});
        case Link::State::NobodyListens:
        case Link::State::Lost:
            say({"client.listen.waiting", {profile_.endpoint, last_heard()}});
            break;
        case Link::State::Connecting:
        case Link::State::Up:
            break;
    }
    if (options_.give_up_after.count() > 0 && silent >= options_.give_up_after)
        throw_trouble(*link_, profile_, silent);
}

// ZeroMQ does not come back from a refusal, or comes back too often.
void Listener::close_for_a_while(const Message& why) {
    if (options_.give_up_after.count() > 0 && !ever_up_)
        throw_trouble(*link_, profile_, options_.give_up_after);
    say(why);
    link_.reset();
    waiting_.clear();
    const auto doublings = std::min(openings_in_vain_++, 16U);
    open_at_ = Clock::now() + std::min(back_off * (1U << doublings), back_off_at_most);
}

void Listener::carry_out(const Subscription::Step& step) {
    for (const auto& frame : step.send) waiting_.push_back(frame);
    if (!step.codes.empty()) position_.belongs_to(step.codes);
    if (step.removed) {
        told_.clear();
        say({"client.listen.gap",
             {std::to_string(step.removed->first), std::to_string(step.removed->last),
              std::to_string(step.removed->last + 1)}});
    }
    if (step.set_back) {
        const auto before = position_.last();
        position_.set_back(*step.set_back);
        say({"client.listen.set_back", {std::to_string(before), std::to_string(*step.set_back)}});
    }
    if (step.ended) throw Refused(*step.ended);
    if (step.new_socket) {
        say({"client.listen.silent", {profile_.endpoint, last_heard()}});
        open();
    }
}

// Since when the daemon is silent, by this machine's clock.
std::string Listener::last_heard() const {
    const auto since = std::chrono::system_clock::now() - (Clock::now() - last_sign_);
    return spoken_instant(std::chrono::time_point_cast<std::chrono::seconds>(since));
}

void Listener::learn_key(const v1::DaemonFrame& frame) {
    if (!is_news(profile_, frame.next_server_key())) return;
    const bool kept = keep_next_key(profile_, frame.next_server_key());
    say({kept ? "client.key_learned" : "client.key_not_kept", {profile_.file.string()}});
}

bool Listener::handle_frames() {
    while (auto frame = link_->receive()) {
        last_sign_ = Clock::now();
        learn_key(*frame);
        const auto step = subscription_.on_frame(*frame, last_sign_);
        carry_out(step);
        if (step.apply) {
            if (position_.holds(*step.apply)) {
                position_.pass_over(*step.apply);
            } else {
                if (!handler_(*step.apply)) return false;
                position_.keep(*step.apply);
            }
            unflushed_ = true;
            last_sign_ = Clock::now();
            const auto sequence = options_.stream ? Sequence::Stream : Sequence::Inbox;
            carry_out(subscription_.applied(number_in(sequence, *step.apply), Clock::now()));
            carry_out(subscription_.on_time(Clock::now()));
            if (!link_) return true;
            send_waiting();
            if (stop_asked()) return false;
        }
    }
    return true;
}

void Listener::send_waiting() {
    while (!waiting_.empty()) {
        // Nothing is acknowledged that a power failure could still take away.
        if (unflushed_) position_.flush();
        unflushed_ = false;
        if (!link_->send(waiting_.front())) return;
        waiting_.pop_front();
    }
}

void Listener::say(const Message& message) {
    if (message.key == told_) return;
    told_ = message.key;
    if (notice_) notice_(message);
}

bool Listener::stop_asked() const {
    if (options_.stop_fd < 0) return false;
    pollfd stop{options_.stop_fd, POLLIN, 0};
    return ::poll(&stop, 1, 0) > 0;
}

ListenEnd Listener::end(ListenEnd how) {
    position_.flush();
    if (link_) {
        if (const auto last = subscription_.farewell()) waiting_.push_back(*last);
        link_->linger(last_words);
        send_waiting();
        link_.reset();
    }
    return how;
}

milliseconds Listener::time_to_wait() const {
    auto wake = Clock::now() + longest_wait;
    if (link_) wake = std::min(wake, subscription_.next_wake());
    if (open_at_) wake = std::min(wake, *open_at_);
    if (options_.give_up_after.count() > 0)
        wake = std::min(wake, std::max(last_sign_ + options_.give_up_after, Clock::now()));
    const auto left = std::chrono::duration_cast<milliseconds>(wake - Clock::now());
    return std::clamp(left + milliseconds(1), milliseconds(1), longest_wait);
}

}  // namespace dondoc::client
