#include "simulation/network.h"

#include <algorithm>
#include <iterator>

namespace dondoc::simulation {
namespace {

constexpr std::size_t queue_length = 100;
constexpr int longest_delay_ms = 3000;

}  // namespace

hub::RoutingId Network::connect(const std::string& public_key) {
    auto route = "route-" + std::to_string(++made_);
    connections_[route].public_key = public_key;
    return route;
}

void Network::enqueue(std::deque<Frame>& queue, std::string bytes) {
    ++frames_;
    auto due = now_;
    if (faulty_) due += std::chrono::milliseconds{random_() % (random_() % 10 == 0 ? longest_delay_ms : 20)};
    if (!queue.empty()) due = std::max(due, queue.back().due);  // in order, as TCP has it
    if (faulty_ && random_() % 200 == 0) queue.push_back({due, bytes});
    queue.push_back({due, std::move(bytes)});
}

void Network::send_up(const hub::RoutingId& from, std::string bytes) {
    if (const auto found = connections_.find(from); found != connections_.end())
        enqueue(found->second.up, std::move(bytes));
}

hub::Delivery Network::send(const hub::RoutingId& to, const std::string& frame) {
    const auto found = connections_.find(to);
    if (found == connections_.end()) return hub::Delivery::Gone;
    auto& queue = found->second.down;
    if (queue.size() >= queue_length || (faulty_ && random_() % 50 == 0)) return hub::Delivery::Full;
    enqueue(queue, frame);
    return hub::Delivery::Sent;
}

std::optional<Network::Arrival> Network::arrived_at_daemon() {
    for (auto& [route, connection] : connections_) {
        if (connection.up.empty() || connection.up.front().due > now_) continue;
        Arrival arrival{route, std::move(connection.up.front().bytes)};
        connection.up.pop_front();
        return arrival;
    }
    return std::nullopt;
}

std::optional<std::string> Network::arrived_at(const hub::RoutingId& route) {
    const auto found = connections_.find(route);
    if (found == connections_.end()) return std::nullopt;
    auto& queue = found->second.down;
    if (queue.empty() || queue.front().due > now_) return std::nullopt;
    auto bytes = std::move(queue.front().bytes);
    queue.pop_front();
    return bytes;
}

std::optional<Time> Network::next_arrival() const {
    std::optional<Time> next;
    for (const auto& [route, connection] : connections_)
        for (const auto* queue : {&connection.up, &connection.down})
            if (!queue->empty() && (!next || queue->front().due < *next)) next = queue->front().due;
    return next;
}

void Network::misbehave() {
    if (!faulty_ || connections_.empty() || random_() % 300 != 0) return;
    const auto unlucky = std::next(connections_.begin(), static_cast<long>(random_() % connections_.size()));
    connections_.erase(unlucky);
    ++cuts_;
}

}  // namespace dondoc::simulation
