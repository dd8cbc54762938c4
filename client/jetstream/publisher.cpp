// SPDX-License-Identifier: GPL-3.0-or-later
#include "jetstream/publisher.h"

#include <chrono>
#include <cstdint>

namespace dondoc::jetstream {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t confirm_ms = 10'000;     // then it is sent again
constexpr auto pause = 200ms;                   // before what failed is sent again
constexpr std::size_t most_bytes = 64'000'000;  // under way

}  // namespace

Publisher::Publisher(Connection& connection, std::size_t window)
    : window_(window),
      state_(std::make_shared<State>()),
      context_(connection.publisher(
          [state = state_](RawMessage message, bool is_confirmed, const std::string& reason) {
              state->on_answer(std::move(message), is_confirmed, reason);
          },
          static_cast<std::int64_t>(window) * 2)) {}

Publisher::Ticket Publisher::publish(const Outgoing& message, const std::function<bool()>& is_over) {
    natsMsg* raw = nullptr;
    require(natsMsg_Create(&raw, message.subject.c_str(), nullptr, message.payload.data(),
                           static_cast<int>(message.payload.size())),
            message.subject);
    RawMessage owned{raw};
    require(natsMsgHeader_Set(raw, header_id, message.id.c_str()), "header");
    // Readers that use this library take the line after a header without value for its value.
    for (const auto& [name, value] : message.headers)
        if (!value.empty()) require(natsMsgHeader_Set(raw, name, value.c_str()), "header");
    Ticket ticket = 0;
    {
        std::unique_lock lock{state_->mutex};
        if (!wait(lock, is_over)) return 0;
        ticket = ++state_->last;
        state_->under_way.emplace(ticket, message.payload.size());
        state_->bytes += message.payload.size();
        state_->tickets.emplace(message.id, ticket);
    }
    send(std::move(owned));
    return ticket;
}

bool Publisher::wait(std::unique_lock<std::mutex>& lock, const std::function<bool()>& is_over) {
    while (state_->under_way.size() >= window_ || state_->bytes >= most_bytes) {
        if (is_over()) return false;
        if (state_->changed.wait_for(lock, pause) == std::cv_status::no_timeout) continue;
        lock.unlock();
        send_again();
        lock.lock();
    }
    return true;
}

// A message whose sending failed at once waits with those whose confirmation did.
void Publisher::send(RawMessage message) {
    jsPubOptions options;
    jsPubOptions_Init(&options);
    options.MaxWait = confirm_ms;
    auto* raw = message.release();
    const auto status = js_PublishMsgAsync(context_, &raw, &options);
    if (raw == nullptr) return;
    const std::lock_guard lock{state_->mutex};
    state_->trouble = natsStatus_GetText(status);
    state_->failed.emplace_back(raw);
}

void Publisher::send_again() {
    std::vector<RawMessage> again;
    {
        const std::lock_guard lock{state_->mutex};
        again.swap(state_->failed);
    }
    for (auto& message : again) send(std::move(message));
}

void Publisher::State::on_answer(RawMessage message, bool is_confirmed, const std::string& reason) {
    {
        const std::lock_guard lock{mutex};
        if (is_confirmed) {
            const auto found = tickets.find(id_of(message.get()));
            if (found == tickets.end()) return;
            const auto sent = under_way.find(found->second);
            bytes -= sent->second;
            under_way.erase(sent);
            tickets.erase(found);
            trouble.clear();
        } else {
            trouble = reason;
            failed.push_back(std::move(message));
        }
    }
    changed.notify_all();
}

Publisher::Ticket Publisher::confirmed() {
    send_again();
    const std::lock_guard lock{state_->mutex};
    return state_->under_way.empty() ? state_->last : state_->under_way.begin()->first - 1;
}

std::string Publisher::last_trouble() const {
    const std::lock_guard lock{state_->mutex};
    return state_->trouble;
}

}  // namespace dondoc::jetstream
