// SPDX-License-Identifier: Apache-2.0
#include "lib/subscription.h"

#include <algorithm>
#include <utility>

namespace dondoc::client {

Subscription::Subscription(SubscriptionOptions options)
    : options_(std::move(options)),
      last_(options_.last),
      acknowledged_(options_.last),
      lineage_(options_.lineage) {}

v1::ClientFrame Subscription::hello(Time now) {
    nonce_ = options_.make_nonce();
    head_known_ = false;
    hello_at_.reset();
    tail_missing_at_.reset();
    ack_at_.reset();  // the Hello says what has been applied
    acknowledged_ = last_;
    last_pinged_ = now;
    v1::ClientFrame frame;
    auto& hello = *frame.mutable_hello();
    hello.set_nonce(nonce_);
    hello.set_agency(options_.agency);
    hello.set_stream(options_.stream);
    hello.set_shown(options_.shown);
    hello.set_consumer(options_.consumer);
    hello.set_last(last_);
    hello.set_lang(options_.lang);
    hello.set_takes_gap(true);
    hello.set_lineage(lineage_);
    return frame;
}

v1::ClientFrame Subscription::acknowledge() {
    acknowledged_ = last_;
    ack_at_.reset();
    v1::ClientFrame frame;
    frame.mutable_ack()->set_nonce(nonce_);
    frame.mutable_ack()->set_number(last_);
    return frame;
}

// A daemon that always leaves the same gap must not be asked in a hot loop.
void Subscription::hello_again(Step& step, Time now) {
    if (fruitless_hellos_++ == 0) {
        step.send.push_back(hello(now));
        return;
    }
    const auto doublings = std::min(fruitless_hellos_ - 2, 16U);
    hello_at_ = now + std::min(options_.hello_after * (1U << doublings), options_.hello_after_at_most);
    nonce_.clear();  // until then nothing of the old session counts
}

Subscription::Step Subscription::connected(Time now) {
    Step step;
    if (ended_) return step;
    last_heard_ = now;
    step.send.push_back(hello(now));
    return step;
}

Subscription::Step Subscription::on_frame(const v1::DaemonFrame& frame, Time now) {
    Step step;
    if (ended_ || nonce_.empty()) return step;
    switch (frame.frame_case()) {
        case v1::DaemonFrame::kEvent:
            if (frame.event().nonce() == nonce_) on_event(frame.event(), step, now);
            break;
        case v1::DaemonFrame::kPong:
            if (frame.pong().nonce() == nonce_) on_pong(frame.pong(), step, now);
            break;
        case v1::DaemonFrame::kGap:
            if (frame.gap().nonce() == nonce_) on_gap(frame.gap(), step, now);
            break;
        case v1::DaemonFrame::kReset:
            if (frame.reset().nonce() != nonce_) break;
            last_heard_ = now;
            hello_again(step, now);
            break;
        case v1::DaemonFrame::kRefused:
            if (frame.refused().nonce() == nonce_) on_refused(frame.refused(), step, now);
            break;
        default:
            break;
    }
    return step;
}

void Subscription::on_refused(const v1::Refused& frame, Step& step, Time now) {
    if (!frame.has_goes_on_from() || frame.goes_on_from() >= last_) {
        ended_ = true;
        step.ended = frame.error();
        return;
    }
    // What came after that number is not in the daemon's history; what it has there now is new to us.
    last_ = frame.goes_on_from();
    step.set_back = last_;
    last_heard_ = now;
    step.send.push_back(hello(now));
}

void Subscription::on_event(const v1::EventFrame& frame, Step& step, Time now) {
    last_heard_ = now;
    if (frame.number() <= last_) return;
    v1::Event event;
    if (frame.number() != last_ + 1 || !is_sound(frame, event)) {
        hello_again(step, now);
        return;
    }
    offered_ = event.lineage();
    step.apply = std::move(event);
}

void Subscription::on_gap(const v1::Gap& gap, Step& step, Time now) {
    last_heard_ = now;
    if (gap.first() <= last_ + 1) return;
    step.removed = {last_ + 1, gap.first() - 1};
    last_ = gap.first() - 1;
    step.send.push_back(acknowledge());
    fruitless_hellos_ = 0;
    if (head_known_ && last_ >= head_) tail_missing_at_.reset();
}

Subscription::Step Subscription::applied(std::uint64_t number, Time now) {
    Step step;
    if (number != last_ + 1) return step;
    last_ = number;
    lineage_ = offered_;
    fruitless_hellos_ = 0;
    last_heard_ = now;  // the time that the handler took is no silence of the daemon
    if (tail_missing_at_) tail_missing_at_ = now + tail_patience();
    if (head_known_ && last_ >= head_) tail_missing_at_.reset();
    if (nonce_.empty()) return step;
    if (last_ - acknowledged_ >= options_.ack_every) {
        step.send.push_back(acknowledge());
    } else if (!ack_at_) {
        ack_at_ = now + options_.ack_after;
    }
    return step;
}

bool Subscription::is_sound(const v1::EventFrame& frame, v1::Event& event) const {
    if (!event.ParseFromString(frame.event())) return false;
    if (options_.stream) return event.id() == frame.number();
    return event.number() == frame.number() && is_ours(event.agency());
}

// Events bear the code of their time.
bool Subscription::is_ours(const std::string& agency) const {
    if (codes_.empty()) return options_.agency.empty() || agency == options_.agency;
    return std::ranges::find(codes_, agency) != codes_.end();
}

void Subscription::on_pong(const v1::Pong& pong, Step& step, Time now) {
    codes_.assign(pong.codes().begin(), pong.codes().end());
    step.codes = codes_;
    last_heard_ = now;
    head_known_ = true;
    head_ = pong.head();
    if (head_ < last_) {
        // The daemon has been set back (an old backup): its next numbers are ones that we would take for
        // doubles.
        ended_ = true;
        v1::Error error;
        error.set_code("client.position.beyond_head");
        error.add_args(std::to_string(last_));
        error.add_args(std::to_string(head_));
        step.ended = std::move(error);
        return;
    }
    if (head_ == last_) {
        fruitless_hellos_ = 0;
        tail_missing_at_.reset();
        return;
    }
    // What is missing is on its way, or was lost behind the last event that came: wait a while, then ask.
    if (!tail_missing_at_) tail_missing_at_ = now + tail_patience();
}

std::chrono::milliseconds Subscription::tail_patience() const {
    const auto doublings = std::min(fruitless_hellos_, 16U);
    return std::min(5 * options_.hello_after * (1U << doublings), options_.hello_after_at_most);
}

Subscription::Step Subscription::on_time(Time now) {
    Step step;
    if (ended_) return step;
    if (hello_at_ && now >= *hello_at_) {
        step.send.push_back(hello(now));
        return step;
    }
    if (nonce_.empty()) return step;
    if (now - last_heard_ >= options_.ping_after * options_.silent_intervals) {
        nonce_.clear();
        head_known_ = false;
        ack_at_.reset();
        tail_missing_at_.reset();
        step.new_socket = true;
        return step;
    }
    if (tail_missing_at_ && now >= *tail_missing_at_) {
        ++fruitless_hellos_;
        step.send.push_back(hello(now));
        return step;
    }
    if (ack_at_ && now >= *ack_at_) step.send.push_back(acknowledge());
    if (now - std::max(last_heard_, last_pinged_) >= options_.ping_after) {
        if (!head_known_) {  // the Hello itself was never answered
            step.send.push_back(hello(now));
        } else {
            last_pinged_ = now;
            v1::ClientFrame frame;
            frame.mutable_ping()->set_nonce(nonce_);
            frame.mutable_ping()->set_number(last_);
            step.send.push_back(std::move(frame));
        }
    }
    return step;
}

Subscription::Time Subscription::next_wake() const {
    if (ended_) return Time::max();
    if (nonce_.empty()) return hello_at_.value_or(Time::max());
    auto wake = std::max(last_heard_, last_pinged_) + options_.ping_after;
    wake = std::min(wake, last_heard_ + options_.ping_after * options_.silent_intervals);
    if (ack_at_) wake = std::min(wake, *ack_at_);
    if (tail_missing_at_) wake = std::min(wake, *tail_missing_at_);
    return wake;
}

std::optional<v1::ClientFrame> Subscription::farewell() {
    if (nonce_.empty() || ended_) return std::nullopt;
    v1::ClientFrame frame;
    frame.mutable_bye()->set_nonce(nonce_);
    frame.mutable_bye()->set_number(last_);
    return frame;
}

}  // namespace dondoc::client
