// SPDX-License-Identifier: Apache-2.0
#include "simulation/listener.h"

#include "simulation/violation.h"

namespace dondoc::simulation {

void Listener::die(Time back_at) {
    subscription_.reset();
    network_.hang_up(line_);
    back_at_ = back_at;
}

void Listener::leave_until(std::size_t command) {
    die({});
    away_until_ = command;
}

void Listener::work(Time now, bool door_open) {
    if (back_at_ && now < *back_at_) return;
    back_at_.reset();
    if (!subscription_) {
        client::SubscriptionOptions options;
        options.last = journal_.size();
        options.agency = agency_.code;
        options.stream = follows_stream();
        options.consumer = consumer_;
        options.make_nonce = [this] { return "nonce-" + std::to_string(1000 + ++nonces_); };
        subscription_.emplace(std::move(options));
        line_ = 0;
    }
    // The door lets nobody in whose key is not there yet, or while nobody is behind it.
    if (!network_.is_up(line_)) {
        if (!door_open) return;
        line_ = network_.connect({agency_.public_key, agency_.code});
        carry_out(subscription_->connected(now), now);
    }
    read(now);
    if (subscription_ && now >= subscription_->next_wake()) carry_out(subscription_->on_time(now), now);
}

void Listener::read(Time now) {
    if (temper_ == Temper::NeverReads || (temper_ == Temper::Slow && random_() % 20 != 0)) return;
    v1::DaemonFrame frame;
    while (auto bytes = network_.arrived_at(line_)) {
        if (!frame.ParseFromString(*bytes)) throw Violation("the daemon sent what is no frame");
        carry_out(subscription_->on_frame(frame, now), now);
        if (mortal_ && random_() % 100 == 0) {
            ++deaths_;
            return die(now + std::chrono::seconds{random_() % 300});
        }
        if (temper_ == Temper::Slow) return;
    }
}

void Listener::carry_out(client::Subscription::Step step, Time now) {
    for (;;) {
        if (step.ended) throw Violation(agency_.code + " is refused: " + step.ended->code());
        for (const auto& frame : step.send) network_.send_up(line_, frame.SerializeAsString());
        if (step.new_socket) {
            network_.hang_up(line_);
            return;
        }
        if (!step.apply) return;
        const auto& event = *step.apply;
        if (!follows_stream() && event.agency() != agency_.code)
            throw Violation(agency_.code + " was sent an event of " + event.agency());
        const auto number = number_of(event);
        if (number != journal_.size() + 1)
            throw Violation(agency_.code + ": a number is missing or comes again: " + std::to_string(number) +
                            " after " + std::to_string(journal_.size()));
        journal_.push_back(event.SerializeAsString());
        step = subscription_->applied(number, now);
    }
}

}  // namespace dondoc::simulation
