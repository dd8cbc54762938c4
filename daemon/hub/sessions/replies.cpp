// SPDX-License-Identifier: Apache-2.0
#include "hub/sessions/replies.h"

#include <iterator>

namespace dondoc::hub {

bool Replies::has_room(const RoutingId& to) const {
    const auto found = waiting_.find(to);
    if (found == waiting_.end()) return true;
    const auto& waiting = found->second;
    return waiting.frames.size() < limits_.unread_replies && waiting.bytes < limits_.unread_bytes &&
           total_bytes_ < limits_.unread_total_bytes;
}

void Replies::send(const RoutingId& to, std::string frame) {
    // Behind what waits already: the order of the replies is the order of the requests.
    if (!waiting_.contains(to) && outbox_.send(to, frame) != Delivery::Full) return;
    auto& waiting = waiting_.try_emplace(to, Waiting{{}, 0, now_}).first->second;
    waiting.bytes += frame.size();
    total_bytes_ += frame.size();
    waiting.frames.push_back(std::move(frame));
}

void Replies::send_now_or_never(const RoutingId& to, const std::string& frame) {
    if (!waiting_.contains(to)) outbox_.send(to, frame);
}

void Replies::gone(const RoutingId& route) {
    const auto found = waiting_.find(route);
    if (found == waiting_.end()) return;
    total_bytes_ -= found->second.bytes;
    waiting_.erase(found);
}

bool Replies::send_waiting() {
    for (auto it = waiting_.begin(); it != waiting_.end();)
        it = drain(it->first, it->second) ? waiting_.erase(it) : std::next(it);
    return !waiting_.empty();
}

int Replies::cut_stalled(std::chrono::steady_clock::time_point now) {
    now_ = now;
    return static_cast<int>(std::erase_if(waiting_, [&](const auto& entry) {
        if (now - entry.second.since <= limits_.stalled_after) return false;
        total_bytes_ -= entry.second.bytes;
        outbox_.cut(entry.first);
        return true;
    }));
}

bool Replies::drain(const RoutingId& to, Waiting& waiting) {
    while (!waiting.frames.empty()) {
        const auto delivery = outbox_.send(to, waiting.frames.front());
        if (delivery == Delivery::Full) return false;
        if (delivery == Delivery::Gone) break;
        const auto size = waiting.frames.front().size();
        waiting.bytes -= size;
        total_bytes_ -= size;
        waiting.frames.pop_front();
        waiting.since = now_;
    }
    total_bytes_ -= waiting.bytes;
    return true;
}

}  // namespace dondoc::hub
