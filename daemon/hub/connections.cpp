#include "hub/connections.h"

#include <netinet/in.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <chrono>
#include <cstring>
#include <stdexcept>

#include <linux/tcp.h>

namespace dondoc::hub {
namespace {

constexpr int look_every_ms = 250;
constexpr std::size_t frame_overhead = 64;  // more than ZMTP and CURVE add to a frame

// What TCP has received on this connection; nullopt where it is another kind of socket.
std::optional<std::int64_t> received_bytes(int descriptor) {
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return std::nullopt;
    return static_cast<std::int64_t>(info.tcpi_bytes_received);
}

// The descriptor may have been closed and taken by another connection a moment ago: that one comes again,
// too.
void end(int descriptor) {
    ::shutdown(descriptor, SHUT_RDWR);
}

}  // namespace

Connections::Connections(zmq::context_t& context, zmq::socket_t& socket, Limits limits,
                         TurnedAway& turned_away)
    : limits_(limits), turned_away_(turned_away), monitor_(context, zmq::socket_type::pair) {
    static std::atomic<unsigned> count{0};
    const auto name = "inproc://dondocd.connections." + std::to_string(++count);
    // The last of them ends the thread when the socket is closed.
    constexpr int events = ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_DISCONNECTED | ZMQ_EVENT_MONITOR_STOPPED;
    if (zmq_socket_monitor(socket.handle(), name.c_str(), events) != 0) throw zmq::error_t();
    monitor_.set(zmq::sockopt::linger, 0);
    monitor_.set(zmq::sockopt::rcvhwm, 0);  // libzmq's own thread must never wait for ours
    monitor_.set(zmq::sockopt::rcvtimeo, look_every_ms);
    monitor_.connect(name);
    thread_ = std::thread{[this] { watch(); }};
}

Connections::~Connections() {
    thread_.join();
}

void Connections::watch() {
    try {
        auto looked = std::chrono::steady_clock::now();
        for (;;) {
            zmq::message_t event, address;
            if (monitor_.recv(event)) {
                if (event.more() && !monitor_.recv(address)) break;
                std::uint16_t kind = 0;
                std::int32_t descriptor = 0;
                if (event.size() < sizeof kind + sizeof descriptor) continue;
                std::memcpy(&kind, event.data(), sizeof kind);
                std::memcpy(&descriptor, event.data<char>() + sizeof kind, sizeof descriptor);
                if (kind == ZMQ_EVENT_MONITOR_STOPPED) break;
                if (kind == ZMQ_EVENT_ACCEPTED) accepted(descriptor);
                if (kind == ZMQ_EVENT_DISCONNECTED) disconnected(descriptor);
            }
            const auto now = std::chrono::steady_clock::now();
            if (now - looked < std::chrono::milliseconds{look_every_ms}) continue;
            looked = now;
            look_for_unfinished();
        }
    } catch (const zmq::error_t& error) {
        if (error.num() != ETERM) spdlog::critical("event=watch_ended error=\"{}\"", error.what());
    }
    monitor_.close();  // in the thread that uses it
}

void Connections::accepted(int descriptor) {
    const std::scoped_lock lock{mutex_};
    const auto arrival = ++arrivals_;
    open_[descriptor] = {arrival, {}, {}, 0};
    silent_[arrival] = descriptor;
    if (limits_.clients_speak) turned_away_.open = open_.size();
    if (open_.size() <= limits_.total) return;
    // Who has spoken has a key that is known. Somebody without one must not keep the others out, so the
    // oldest that has not spoken goes; on a feed nobody speaks, and the newest goes.
    const bool one_is_silent = limits_.clients_speak && !silent_.empty();
    const auto leaving = one_is_silent ? silent_.begin()->second : descriptor;
    if (one_is_silent) silent_.erase(silent_.begin());  // before it is gone the next one must not be spared
    count_out("connections", open_[leaving].public_key);
    end(leaving);
}

void Connections::disconnected(int descriptor) {
    const std::scoped_lock lock{mutex_};
    const auto found = open_.find(descriptor);
    if (found == open_.end()) return;
    const auto& connection = found->second;
    silent_.erase(connection.arrival);
    if (!connection.public_key.empty()) {
        const auto key = by_key_.find(connection.public_key);
        if (key != by_key_.end() && --key->second == 0) by_key_.erase(key);
        if (const auto route = by_route_.find(connection.route);
            route != by_route_.end() && route->second == descriptor)
            by_route_.erase(route);
    }
    open_.erase(found);
    if (limits_.clients_speak) turned_away_.open = open_.size();
}

bool Connections::heard(int descriptor, const RoutingId& route, const std::string& public_key,
                        std::size_t bytes) {
    const std::scoped_lock lock{mutex_};
    const auto found = open_.find(descriptor);
    if (found == open_.end()) return true;  // has gone meanwhile
    auto& connection = found->second;
    connection.finished_bytes += static_cast<std::int64_t>(bytes + frame_overhead);
    if (!connection.public_key.empty()) return true;
    connection.public_key = public_key;
    connection.route = route;
    silent_.erase(connection.arrival);
    by_route_[route] = descriptor;
    if (++by_key_[public_key] <= limits_.per_key) return true;
    count_out("connections_of_key", public_key);
    end(descriptor);
    return false;
}

void Connections::cut(const RoutingId& route) {
    const std::scoped_lock lock{mutex_};
    const auto found = by_route_.find(route);
    if (found == by_route_.end()) return;
    ++turned_away_.connections;
    end(found->second);
}

// One message of many parts passes every size limit of libzmq, which keeps them until the last one is there.
void Connections::look_for_unfinished() {
    const std::scoped_lock lock{mutex_};
    for (auto& [descriptor, connection] : open_) {
        const auto received = received_bytes(descriptor);
        if (!received) continue;
        // What was counted too much for one frame must not be credit for the next.
        connection.finished_bytes = std::min(connection.finished_bytes, *received);
        if (*received - connection.finished_bytes <= limits_.unfinished_bytes) continue;
        count_out("unfinished", connection.public_key);
        end(descriptor);
    }
}

void Connections::count_out(const char* reason, const std::string& public_key) {
    ++turned_away_.connections;
    if (const auto left_out = refused_.pass())
        spdlog::warn("event=cut reason={} key={} open={} left_out={}", reason, public_key, open_.size(),
                     *left_out);
}

}  // namespace dondoc::hub
