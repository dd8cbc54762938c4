#include "hub/replies.h"

#include <iterator>

namespace dondoc::hub {

bool Replies::has_room(const RoutingId& to) const {
    const auto found = waiting_.find(to);
    if (found == waiting_.end()) return true;
    const auto& waiting = found->second;
    return waiting.frames.size() < limits_.frames && waiting.bytes < limits_.bytes &&
           total_bytes_ < limits_.total_bytes;
}

void Replies::send(const RoutingId& to, std::string frame) {
    // Behind what waits already: the order of the replies is the order of the requests.
    if (!waiting_.contains(to) && outbox_.send(to, frame) != Delivery::Full) return;
    auto& waiting = waiting_[to];
    waiting.bytes += frame.size();
    total_bytes_ += frame.size();
    waiting.frames.push_back(std::move(frame));
}

void Replies::send_now_or_never(const RoutingId& to, const std::string& frame) {
    if (!waiting_.contains(to)) outbox_.send(to, frame);
}

bool Replies::send_waiting() {
    for (auto it = waiting_.begin(); it != waiting_.end();)
        it = drain(it->first, it->second) ? waiting_.erase(it) : std::next(it);
    return !waiting_.empty();
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
    }
    total_bytes_ -= waiting.bytes;
    return true;
}

}  // namespace dondoc::hub
