// SPDX-License-Identifier: GPL-3.0-or-later
// While the server is down one message at a time is tried, which is then the probe; it is not held against
// the message. What was begun is noted in one transaction with whatever ended in the same moment.
#include "relay/sender.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <spdlog/spdlog.h>

namespace dondoc::relay {
namespace {

using namespace std::chrono_literals;

constexpr std::array pauses{1min, 5min, 15min, 30min, 60min, 120min, 240min};
constexpr std::array<std::chrono::seconds, 6> server_pauses{5s, 15s, 60s, 300s, 600s, 900s};

// A gateway may say anything: neither addresses nor numbers of persons go into the log and to the daemon.
std::string without_addresses(const std::string& reason) {
    constexpr std::size_t digits_of_a_number = 7, longest = 100;
    std::string safe;
    std::size_t digits = 0;
    for (const char c : reason.substr(0, longest)) {
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        digits = is_digit ? digits + 1 : 0;
        if (digits >= digits_of_a_number) return "unreadable answer";
        safe += is_digit || is_letter || c == ' ' || c == '.' || c == ':' || c == '-' || c == '_' ? c : '?';
    }
    return safe;
}

template <typename List>
std::chrono::seconds nth_of(const List& list, int nth) {
    return list[static_cast<std::size_t>(std::clamp(nth, 1, static_cast<int>(list.size()))) - 1];
}

}  // namespace

std::chrono::seconds pause_after(int tries) {
    return nth_of(pauses, tries);
}

Sender::Sender(std::unique_ptr<Channel> channel, Outbox outbox, SenderRules rules, PersonsNow persons)
    : channel_(std::move(channel)),
      outbox_(std::move(outbox)),
      rules_(std::move(rules)),
      persons_now_(std::move(persons)),
      courier_(channel_->parallel()) {}

int Sender::room() const {
    const int most = downs_ > 0 ? 1 : channel_->parallel();
    return most - static_cast<int>(courier_.size());
}

bool Sender::work(sys_seconds now, std::chrono::milliseconds longest) {
    if (!down_until_ || now >= *down_until_) begin_ready(now);
    const auto done = courier_.work(longest);
    if (done.empty()) return courier_.size() > 0;
    outbox_.begin();
    for (const auto& [id, outcome] : done) {
        const auto found = under_way_.find(id);
        note(found->second, outcome, now);
        under_way_.erase(found);
    }
    outbox_.commit();
    return true;
}

void Sender::begin_ready(sys_seconds now) {
    const int free = room();
    const auto persons = persons_now_();
    if (free <= 0 || !persons) return;
    outbox_.begin();
    auto messages = outbox_.take(channel_->name(), now, free, courier_.under_way());
    for (auto& message : messages) begin(std::move(message), *persons, now);
    outbox_.commit();
}

void Sender::begin(Message message, const Persons& persons, sys_seconds now) {
    static const v1::Person program;
    const auto* person = channel_->is_for_programs() ? &program : persons.find(message.person);
    if (message.parts.empty()) return outbox_.note(message.id, {v1::Delivery::dropped, now, {}, ""});
    if (person == nullptr)  // removed since: nobody else is told what was for that person
        return outbox_.note(message.id, {v1::Delivery::dropped, now, {}, "person removed"});
    const auto letter = channel_->is_for_programs()
                            ? Letter{}
                            : compose(message.parts, *person, message.urgent, rules_.links);
    std::string why;
    std::unique_ptr<Try> attempt;
    try {
        attempt = channel_->prepare({message, *person, letter}, why);
    } catch (const ChannelDown& down) {
        return note(message, {Outcome::Kind::ServerDown, down.what()}, now);
    }
    if (!attempt) return note(message, {Outcome::Kind::Refused, why}, now);
    const auto id = message.id;
    under_way_.emplace(id, std::move(message));
    courier_.start(id, std::move(attempt));
}

void Sender::server_down(sys_seconds now) {
    down_until_ = now + nth_of(server_pauses, ++downs_);
}

Result Sender::result_of(const Message& message, const Outcome& outcome, sys_seconds now) const {
    switch (outcome.kind) {
        case Outcome::Kind::Sent:
            return {v1::Delivery::sent, now, {}, ""};
        case Outcome::Kind::Refused:
            return {v1::Delivery::refused, now, {}, outcome.reason};
        case Outcome::Kind::ServerDown:
            return {v1::Delivery::waiting, now, down_until_, outcome.reason, false};
        case Outcome::Kind::Later:
            break;
    }
    if (now - message.first_try.value_or(now) >= rules_.give_up_after)
        return {v1::Delivery::refused, now, {}, "given up: " + outcome.reason};
    return {v1::Delivery::waiting, now, now + pause_after(message.tries + 1), outcome.reason};
}

void Sender::note(const Message& message, const Outcome& raw, sys_seconds now) {
    const Outcome outcome{raw.kind, without_addresses(raw.reason)};
    if (outcome.kind == Outcome::Kind::ServerDown) {
        // Several that were under way together are one failure.
        if (!down_until_ || now >= *down_until_) server_down(now);
        spdlog::warn("event=channel_down channel={} reason=\"{}\"", name(), outcome.reason);
    } else {
        if (downs_ > 0) spdlog::info("event=channel_up channel={}", name());
        downs_ = 0;
        down_until_.reset();
    }
    const auto result = result_of(message, outcome, now);
    outbox_.note(message.id, result);
    if (result.state == v1::Delivery::sent) ++sent_;
    if (result.state != v1::Delivery::refused) return;
    spdlog::warn("event=refused channel={} person={} key={} reason=\"{}\"", name(), message.person,
                 message.key, result.reason);
    try_next_channel(message, now);
}

// The channel that the person named behind this one, if there is one that was not tried.
void Sender::try_next_channel(const Message& message, sys_seconds now) {
    const auto persons = persons_now_();
    const auto* person = persons ? persons->find(message.person) : nullptr;
    if (person == nullptr || message.parts.front().source.origin == Origin::Test) return;
    const auto here = std::ranges::find(person->channels(), name());
    if (here == person->channels().end() || here + 1 == person->channels().end()) return;
    outbox_.hand_on(message, {message.person, *(here + 1), message.urgent, now, !message.urgent});
}

}  // namespace dondoc::relay
