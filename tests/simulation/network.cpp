// SPDX-License-Identifier: Apache-2.0
#include "simulation/network.h"

#include <algorithm>
#include <iterator>

#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/frame.pb.h"

namespace dondoc::simulation {
namespace {

constexpr std::size_t queue_length = 100;
constexpr int longest_delay_ms = 3000;

// The nonce that a frame of the daemon bears; nullopt: a frame of another kind.
std::optional<std::string> nonce_of(const v1::DaemonFrame& frame) {
    if (frame.has_event()) return frame.event().nonce();
    if (frame.has_pong()) return frame.pong().nonce();
    if (frame.has_reset()) return frame.reset().nonce();
    if (frame.has_refused()) return frame.refused().nonce();
    if (frame.has_gap()) return frame.gap().nonce();
    return std::nullopt;
}

}  // namespace

Line Network::connect(const Client& client) {
    clients_.insert(client);
    const auto line = ++made_;
    auto& connection = connections_[line];
    connection.client = client;
    if (free_.empty()) {
        connection.route = "route-" + std::to_string(++routes_);
    } else {
        connection.route = free_.back();
        free_.pop_back();
    }
    by_route_[connection.route] = line;
    return line;
}

void Network::hang_up(Line line) {
    const auto found = connections_.find(line);
    if (found == connections_.end()) return;
    ended_.push_back(found->second.route);
    by_route_.erase(found->second.route);
    connections_.erase(found);
}

void Network::cut(const hub::RoutingId& route) {
    if (const auto found = by_route_.find(route); found != by_route_.end()) hang_up(found->second);
}

void Network::dismiss(const std::string& public_key) {
    std::vector<Line> leaving;
    for (const auto& [line, connection] : connections_)
        if (connection.client.public_key == public_key) leaving.push_back(line);
    for (const auto line : leaving) hang_up(line);
}

void Network::cut_all() {
    while (!connections_.empty()) hang_up(connections_.begin()->first);
    while (gone()) {
    }
}

std::optional<hub::RoutingId> Network::gone() {
    if (ended_.empty()) return std::nullopt;
    free_.push_back(ended_.front());
    ended_.pop_front();
    return free_.back();
}

void Network::enqueue(std::deque<Frame>& queue, const std::string& bytes, int times) {
    ++frames_;
    auto due = now_;
    if (faulty_) due += std::chrono::milliseconds{random_() % (random_() % 10 == 0 ? longest_delay_ms : 20)};
    if (!queue.empty()) due = std::max(due, queue.back().due);  // in order, as TCP has it
    if (faulty_ && random_() % 200 == 0) ++times;
    for (; times > 0; --times) queue.push_back({due, bytes});
}

void Network::send_up(Line from, const std::string& bytes, int times) {
    const auto found = connections_.find(from);
    if (found == connections_.end()) return;
    auto& connection = found->second;
    v1::ClientFrame frame;
    if (frame.ParseFromString(bytes)) {
        if (frame.has_request()) connection.requests.insert(frame.request().id());
        if (frame.has_hello()) connection.nonces.insert(frame.hello().nonce());
        if (frame.has_ping()) connection.nonces.insert(frame.ping().nonce());
        if (frame.has_ack()) connection.nonces.insert(frame.ack().nonce());
    }
    enqueue(connection.up, bytes, times);
}

hub::Delivery Network::send(const hub::RoutingId& to, const std::string& frame) {
    const auto found = by_route_.find(to);
    if (found == by_route_.end()) return hub::Delivery::Gone;
    auto& connection = connections_.at(found->second);
    look_at(connection, frame);
    auto& queue = connection.down;
    if (queue.size() >= queue_length || (faulty_ && random_() % 50 == 0)) return hub::Delivery::Full;
    enqueue(queue, frame);
    return hub::Delivery::Sent;
}

void Network::look_at(const Connection& connection, const std::string& bytes) {
    v1::DaemonFrame frame;
    const bool parsed = frame.ParseFromString(bytes);
    const auto nonce = nonce_of(frame);
    v1::Event event;
    bool own = parsed && (!nonce || connection.nonces.contains(*nonce));
    if (frame.has_event())
        own = own && event.ParseFromString(frame.event().event()) &&
              (connection.client.agency.empty() || event.agency() == connection.client.agency);
    if (frame.has_reply() && replying_) replying_();
    const auto& answered = frame.has_reply() ? frame.reply().id() : frame.progress().id();
    if (frame.has_reply() || frame.has_progress())
        own = own && (answered.empty() || connection.requests.contains(answered));
    if (!own && !astray_)
        astray_ = "sent to a client of " + connection.client.agency + ": " + frame.ShortDebugString();
}

std::optional<Network::Arrival> Network::arrived_at_daemon() {
    for (auto& [line, connection] : connections_) {
        if (connection.up.empty() || connection.up.front().due > now_) continue;
        Arrival arrival{connection.route, connection.client.public_key,
                        std::move(connection.up.front().bytes)};
        connection.up.pop_front();
        return arrival;
    }
    return std::nullopt;
}

std::optional<std::string> Network::arrived_at(Line line) {
    const auto found = connections_.find(line);
    if (found == connections_.end()) return std::nullopt;
    auto& queue = found->second.down;
    if (queue.empty() || queue.front().due > now_) return std::nullopt;
    auto bytes = std::move(queue.front().bytes);
    queue.pop_front();
    return bytes;
}

std::optional<Time> Network::next_arrival() const {
    std::optional<Time> next;
    for (const auto& [line, connection] : connections_)
        for (const auto* queue : {&connection.up, &connection.down})
            if (!queue->empty() && (!next || queue->front().due < *next)) next = queue->front().due;
    return next;
}

void Network::misbehave() {
    if (!faulty_ || connections_.empty() || random_() % 300 != 0) return;
    hang_up(std::next(connections_.begin(), static_cast<long>(random_() % connections_.size()))->first);
    ++cuts_;
    // Somebody comes who never says a word, and perhaps stands where another one stood.
    if (random_() % 2 == 0)
        connect(*std::next(clients_.begin(), static_cast<long>(random_() % clients_.size())));
}

}  // namespace dondoc::simulation
