// SPDX-License-Identifier: Apache-2.0
#include "lib/link.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>

#include "domain/reasons.h"
#include "lib/random.h"

namespace dondoc::client {
namespace {

constexpr int reconnect_ms = 250, reconnect_max_ms = 30'000, handshake_ms = 10'000;
constexpr int receive_high_water = 1'000;  // above the daemon's window, see docs/protocol.md
constexpr std::uint32_t zap_denied = 400;
constexpr int one_address_ms = 3'000;  // of several; one that drops packets would hold up the others
constexpr std::chrono::milliseconds address_pause{reconnect_ms}, address_pause_at_most{reconnect_max_ms};

}  // namespace

zmq::context_t make_context() {
    static std::once_flag seeded;
    std::call_once(seeded, [] {
        unsigned seed = 0;
        std::memcpy(&seed, random_bytes(sizeof seed).data(), sizeof seed);
        std::srand(seed);
    });
    return zmq::context_t{1};
}

Link::Link(zmq::context_t& context, const Profile& profile, const Resolver& resolve)
    : socket_(context, zmq::socket_type::dealer),
      monitor_(context, zmq::socket_type::pair),
      endpoint_(profile.endpoint),
      resolve_(resolve),
      addresses_(resolve(profile.endpoint)) {
    unknown_host_ = addresses_.empty();
    if (unknown_host_) addresses_ = {endpoint_};  // ZeroMQ goes on asking for the name
    socket_.set(zmq::sockopt::linger, 0);
    socket_.set(zmq::sockopt::immediate, true);
    socket_.set(zmq::sockopt::rcvhwm, receive_high_water);
    socket_.set(zmq::sockopt::reconnect_ivl, reconnect_ms);
    socket_.set(zmq::sockopt::reconnect_ivl_max, reconnect_max_ms);
    socket_.set(zmq::sockopt::handshake_ivl, handshake_ms);
    socket_.set(zmq::sockopt::ipv6, true);
    socket_.set(zmq::sockopt::curve_serverkey, profile.server_key);
    socket_.set(zmq::sockopt::curve_publickey, profile.public_key);
    socket_.set(zmq::sockopt::curve_secretkey, profile.secret_key);
    monitor_.set(zmq::sockopt::linger, 0);

    const auto watch = "inproc://dondoc-monitor-" + random_id();
    if (zmq_socket_monitor(socket_.handle(), watch.c_str(), ZMQ_EVENT_ALL) != 0) throw zmq::error_t();
    monitor_.connect(watch);
    if (addresses_.size() > 1) socket_.set(zmq::sockopt::connect_timeout, one_address_ms);
    connect(addresses_.front());
}

void Link::connect(const std::string& endpoint) {
    try {
        socket_.connect(endpoint);
    } catch (const zmq::error_t& error) {
        zmq_socket_monitor(socket_.handle(), nullptr, 0);
        throw UserError("client.profile.bad_endpoint", {endpoint_, system_reason(error.num())});
    }
}

// Of several addresses the next one has its turn: at once where it has not been tried, else after a while.
void Link::attempt_failed() {
    if (addresses_.size() < 2) {
        if (!is_final()) state_ = State::NobodyListens;
        return;
    }
    if (next_address_at_) return;
    ++in_vain_;
    std::chrono::milliseconds pause{0};
    if (in_vain_ >= addresses_.size()) {
        if (!is_final()) state_ = State::NobodyListens;
        const auto rounds = std::min<std::size_t>(in_vain_ / addresses_.size(), 16);
        pause = std::min(address_pause * (1U << (rounds - 1)), address_pause_at_most);
    }
    next_address_at_ = std::chrono::steady_clock::now() + pause;
}

void Link::try_next_address() {
    next_address_at_.reset();
    socket_.disconnect(addresses_[address_]);
    if (++address_ >= addresses_.size()) {
        address_ = 0;
        // The name may mean other machines by now.
        if (auto now = resolve_(endpoint_); !now.empty()) addresses_ = std::move(now);
    }
    connect(addresses_[address_]);
}

Link::~Link() {
    zmq_socket_monitor(socket_.handle(), nullptr, 0);
}

bool Link::send(const v1::ClientFrame& frame) {
    const auto bytes = frame.SerializeAsString();
    for (;;) {
        try {
            return socket_.send(zmq::buffer(bytes), zmq::send_flags::dontwait).has_value();
        } catch (const zmq::error_t& error) {
            if (error.num() != EINTR) throw;
        }
    }
}

std::optional<v1::DaemonFrame> Link::receive() {
    for (;;) {
        try {
            zmq::message_t message;
            if (!socket_.recv(message, zmq::recv_flags::dontwait)) return std::nullopt;
            bool single = true;
            while (message.more()) {
                single = false;
                if (!socket_.recv(message, zmq::recv_flags::dontwait)) break;
            }
            v1::DaemonFrame frame;
            if (single && frame.ParseFromArray(message.data(), static_cast<int>(message.size())))
                return frame;
        } catch (const zmq::error_t& error) {
            if (error.num() != EINTR) throw;
        }
    }
}

void Link::wait(std::chrono::milliseconds timeout, int stop_fd, bool to_send) {
    const short events = static_cast<short>(ZMQ_POLLIN | (to_send ? ZMQ_POLLOUT : 0));
    zmq_pollitem_t items[] = {{socket_.handle(), 0, events, 0},
                              {monitor_.handle(), 0, ZMQ_POLLIN, 0},
                              {nullptr, stop_fd, ZMQ_POLLIN, 0}};
    const int count = stop_fd < 0 ? 2 : 3;
    if (next_address_at_) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next_address_at_ -
                                                                       std::chrono::steady_clock::now());
        timeout = std::clamp(left, std::chrono::milliseconds{0}, timeout);
    }
    // An interrupted wait is a short wait: every caller looks again.
    if (zmq_poll(items, count, static_cast<long>(timeout.count())) < 0 && errno != EINTR)
        throw zmq::error_t();
    read_monitor();
    if (next_address_at_ && std::chrono::steady_clock::now() >= *next_address_at_) try_next_address();
}

void Link::linger(std::chrono::milliseconds time) {
    socket_.set(zmq::sockopt::linger, static_cast<int>(time.count()));
}

void Link::read_monitor() {
    for (;;) {
        try {
            zmq::message_t event, address;
            if (!monitor_.recv(event, zmq::recv_flags::dontwait)) return;
            if (event.more() && !monitor_.recv(address)) return;
            std::uint16_t kind = 0;
            std::uint32_t value = 0;
            if (event.size() < sizeof kind + sizeof value) continue;
            std::memcpy(&kind, event.data(), sizeof kind);
            std::memcpy(&value, static_cast<const char*>(event.data()) + sizeof kind, sizeof value);
            on_monitor(kind, value);
        } catch (const zmq::error_t& error) {
            if (error.num() != EINTR) throw;
        }
    }
}

// What libzmq 4.3.4 was seen to report: a wrong server key makes the daemon hang up without a word
// (FAILED_NO_DETAIL, then it retries); an unknown key is told with the ZAP status; a stranger fails in
// PROTOCOL or just disconnects.
void Link::on_monitor(std::uint16_t event, std::uint32_t value) {
    switch (event) {
        case ZMQ_EVENT_CONNECTED:
            connected_ = true;
            break;
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED:
            state_ = State::Up;
            connected_ = false;
            failures_ = 0;
            ++connections_;
            in_vain_ = 0;
            next_address_at_.reset();
            unknown_host_ = false;
            break;
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH:
            ++failures_;
            if (value == zap_denied) state_ = State::KeyRefused;
            connected_ = false;
            break;
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL:
            ++failures_;
            state_ = State::WrongServerKey;
            connected_ = false;
            break;
        case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
            ++failures_;
            state_ = State::NotDondoc;
            connected_ = false;
            break;
        case ZMQ_EVENT_DISCONNECTED:
            if (state_ == State::Up) {
                state_ = State::Lost;
            } else if (connected_) {
                ++failures_;
                state_ = State::NotDondoc;
            }
            connected_ = false;
            break;
        case ZMQ_EVENT_CLOSED:  // an attempt to connect failed
            attempt_failed();
            break;
        case ZMQ_EVENT_CONNECT_RETRIED:  // the only sign of a host name that nobody knows
            if (state_ == State::Connecting && addresses_.size() < 2) state_ = State::NobodyListens;
            break;
        default:
            break;
    }
}

}  // namespace dondoc::client
