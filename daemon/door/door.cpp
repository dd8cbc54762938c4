// SPDX-License-Identifier: Apache-2.0
#include "door/door.h"

#include <sodium.h>

#include <optional>
#include <stdexcept>

#include "door/doorkeeper.h"

namespace dondoc::door {
namespace {

constexpr std::size_t errands_at_once = 64;
constexpr std::chrono::microseconds longest_held_back{200};  // of errands, while there is more to receive

}  // namespace

Door::Door(const ServerKey& server, const Limits& limits, Porter& porter)
    : limits_(limits), arrivals_(shared_.arrivals) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used");
    keeper_ = std::make_unique<Doorkeeper>(server, limits, porter, shared_);
}

Door::~Door() {
    close(std::chrono::milliseconds{0});
}

void Door::listen(Entrance entrance, const std::string& endpoint) {
    keeper_->listen(entrance, endpoint);
}

void Door::open() {
    thread_ = std::thread{[this] { keeper_->run(); }};
}

void Door::close(std::chrono::milliseconds linger) {
    if (!thread_.joinable()) return;
    shared_.linger_ms = linger.count();
    shared_.closing = true;
    add({Errand::Kind::Resume, 0, nullptr, {}});  // wakes it
    flush();
    thread_.join();
    keeper_.reset();
}

void Door::take_arrivals() {
    if (!arrivals_.take(taken_)) return;
    for (auto& arrival : taken_) {
        auto& sender = senders_.try_emplace(arrival.from).first->second;
        if (!sender.load) sender = {arrival.load, arrival.name, {}};
        if (sender.messages.empty() && !sender.is_gone) turns_.push_back(arrival.from);
        if (arrival.message && is_such_ && is_such_(*arrival.message)) ++such_;
        if (arrival.message)
            sender.messages.push_back(std::move(*arrival.message));
        else
            sender.is_gone = true;
    }
    taken_.clear();
}

bool Door::receive(int limit, const Receiver& receiver) {
    for (int handled = 0; handled < limit; ++handled) {
        if (arrivals_.has_some()) take_arrivals();
        if (turns_.empty()) {
            flush();
            take_arrivals();
            if (turns_.empty()) return false;
        }
        const auto from = turns_.front();
        turns_.pop_front();
        auto& sender = senders_.at(from);
        if (!sender.messages.empty()) {
            const auto message = std::move(sender.messages.front());
            sender.messages.pop_front();
            if (is_such_ && is_such_(message)) --such_;
            receiver.message(from, *sender.name, message);
            settle(*sender.load, message.size());
        }
        if (!sender.messages.empty()) {
            turns_.push_back(from);
        } else if (sender.is_gone) {
            senders_.erase(from);
            receiver.gone(from);
        }
        if (!errands_.empty() && std::chrono::steady_clock::now() - errands_since_ > longest_held_back)
            flush();
    }
    flush();
    return true;
}

bool Door::has_such() {
    if (arrivals_.has_some()) take_arrivals();
    return such_ > 0;
}

// A message has been received: its connection may send another one.
void Door::settle(Load& load, std::size_t bytes) {
    load.incoming.fetch_sub(1);
    load.incoming_bytes.fetch_sub(bytes);
    shared_.waiting_bytes.fetch_sub(bytes);
    if (shared_.somebody_is_paused.exchange(false)) add({Errand::Kind::Resume, 0, nullptr, {}});
}

Door::Sent Door::send(Number to, const std::string& message) {
    const auto found = senders_.find(to);
    if (found == senders_.end() || found->second.load->gone) return Sent::Gone;
    auto& load = *found->second.load;
    const bool waits = load.outgoing_bytes > 0;
    if (load.outgoing >= limits_.outgoing_messages ||
        (waits && (load.outgoing_bytes + message.size() > limits_.outgoing_bytes ||
                   shared_.outgoing_bytes > limits_.outgoing_total_bytes)))
        return Sent::Full;
    load.outgoing.fetch_add(1);
    load.outgoing_bytes.fetch_add(message.size());
    shared_.outgoing_bytes.fetch_add(message.size());
    add({Errand::Kind::Send, to, std::make_shared<const Outgoing>(Outgoing{std::nullopt, message}), {}});
    return Sent::Yes;
}

void Door::cut(Number connection) {
    add({Errand::Kind::Cut, connection, nullptr, {}});
}

void Door::dismiss(const std::string& name) {
    add({Errand::Kind::Dismiss, 0, nullptr, name});
}

void Door::publish(const std::string& topic, const std::string& content) {
    add({Errand::Kind::Publish, 0, std::make_shared<const Outgoing>(Outgoing{topic, content}), {}});
}

void Door::add(Errand errand) {
    if (errands_.empty()) errands_since_ = std::chrono::steady_clock::now();
    errands_.push_back(std::move(errand));
    if (errands_.size() >= errands_at_once) flush();
}

void Door::flush() {
    shared_.errands.put(errands_);
}

}  // namespace dondoc::door
