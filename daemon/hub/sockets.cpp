#include "hub/sockets.h"

#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "domain/message.h"
#include "hub/zap.h"

#ifndef ZMQ_ZAP_ENFORCE_DOMAIN
#define ZMQ_ZAP_ENFORCE_DOMAIN 93  // in libzmq 4.3.4, but declared only with its drafts
#endif

namespace dondoc::hub {
namespace {

constexpr int handshake_ms = 10'000;
constexpr int keepalive_idle_s = 60;
constexpr int keepalive_interval_s = 20;
constexpr int keepalive_probes = 3;
constexpr int tcp_retransmit_ms = 30'000;
constexpr int backlog = 4096;
constexpr int receive_queue = 16;  // messages of up to the largest size wait for us, of each connection
constexpr int feed_queue = 10'000;
constexpr int probe_ms = 5'000;

void protect(zmq::socket_t& socket, const SocketSettings& settings, const char* domain) {
    socket.set(zmq::sockopt::curve_server, 1);
    socket.set(zmq::sockopt::curve_secretkey, settings.server.secret_key);
    socket.set(zmq::sockopt::zap_domain, domain);
    const int enforce = 1;
    if (zmq_setsockopt(socket.handle(), ZMQ_ZAP_ENFORCE_DOMAIN, &enforce, sizeof enforce) != 0)
        throw std::runtime_error("libzmq cannot enforce the ZAP domain");
    socket.set(zmq::sockopt::maxmsgsize, settings.max_message_bytes);
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::handshake_ivl, handshake_ms);
    // No ZMTP heartbeats: with them a peer that dies while its receive pipe is full aborts the daemon
    // (libzmq#3937). Dead connections are found by TCP, silent listeners by the session's own ping.
    socket.set(zmq::sockopt::tcp_keepalive, 1);
    socket.set(zmq::sockopt::tcp_keepalive_idle, keepalive_idle_s);
    socket.set(zmq::sockopt::tcp_keepalive_intvl, keepalive_interval_s);
    socket.set(zmq::sockopt::tcp_keepalive_cnt, keepalive_probes);
    socket.set(zmq::sockopt::tcp_maxrt, tcp_retransmit_ms);
    socket.set(zmq::sockopt::backlog, backlog);
    socket.set(zmq::sockopt::ipv6, 1);
}

// libzmq takes an ipc path over from whoever listens there: a second daemon would cut the first one off.
bool somebody_listens(const std::string& endpoint) {
    constexpr std::string_view scheme = "ipc://";
    if (!endpoint.starts_with(scheme)) return false;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    endpoint.substr(scheme.size()).copy(address.sun_path, sizeof address.sun_path - 1);
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (probe < 0) return false;
    const bool answered =
        ::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 || errno == EAGAIN;
    ::close(probe);
    return answered;
}

void bind_all(zmq::socket_t& socket, const std::vector<std::string>& endpoints) {
    for (const auto& endpoint : endpoints) {
        try {
            socket.bind(endpoint);
        } catch (const zmq::error_t& error) {
            throw UserError("listen.failed", {endpoint, error.what()});
        }
    }
}

}  // namespace

void require_free(const std::vector<std::string>& endpoints) {
    for (const auto& endpoint : endpoints)
        if (somebody_listens(endpoint))
            throw UserError("listen.failed", {endpoint, std::strerror(EADDRINUSE)});
}

SessionSocket::SessionSocket(zmq::context_t& context, const SocketSettings& settings, TurnedAway& turned_away)
    : socket_(context, zmq::socket_type::router), turned_away_(turned_away), outgoing_(settings.queue_bytes) {
    protect(socket_, settings, session_domain);
    socket_.set(zmq::sockopt::router_mandatory, 1);
    socket_.set(zmq::sockopt::router_handover, 0);
    socket_.set(zmq::sockopt::sndhwm, settings.window + 16);
    socket_.set(zmq::sockopt::rcvhwm, receive_queue);
    connections_ = std::make_unique<Connections>(context, socket_, settings.connections, turned_away_);
    try {
        bind_all(socket_, settings.session_endpoints);
    } catch (const UserError&) {
        socket_.close();  // ends the watching of its connections
        throw;
    }
}

SessionSocket::~SessionSocket() {
    socket_.close();
}

bool SessionSocket::receive(int limit, const Receiver& receiver) {
    for (int handled = 0; handled < limit; ++handled) {
        zmq::message_t route;
        try {
            if (!socket_.recv(route, zmq::recv_flags::dontwait)) return false;
            zmq::message_t frame;
            std::size_t parts = 1;
            std::size_t bytes = 0;
            for (bool more = route.more(); more; ++parts) {
                zmq::message_t part;
                if (!socket_.recv(part, zmq::recv_flags::none)) break;
                more = part.more();
                bytes += part.size();
                if (parts == 1) frame = std::move(part);
            }
            // The identity is that of the payload: the frame of the routing id loses it (libzmq#4317).
            const char* user = parts > 1 ? zmq_msg_gets(frame.handle(), "User-Id") : nullptr;
            const bool known = user != nullptr && *user != '\0';
            const auto from = route.to_string();
            if (known && !connections_->heard(frame.get(ZMQ_SRCFD), from, user, bytes)) continue;
            if (!known || parts != 2) {
                ++turned_away_.frames;
                if (const auto left_out = junk_.pass())
                    spdlog::warn("event=junk parts={} key={} left_out={}", parts, known ? user : "",
                                 *left_out);
                continue;
            }
            receiver(from, user, frame.to_string());
        } catch (const zmq::error_t& error) {
            if (error.num() != EINTR) throw;
        }
    }
    return true;
}

Delivery SessionSocket::send(const RoutingId& to, const std::string& frame) {
    if (!outgoing_.has_room(to, frame.size())) return Delivery::Full;
    try {
        if (!socket_.send(zmq::buffer(to), zmq::send_flags::sndmore | zmq::send_flags::dontwait))
            return Delivery::Full;
        socket_.send(outgoing_.pack(to, frame), zmq::send_flags::dontwait);
        return Delivery::Sent;
    } catch (const zmq::error_t& error) {
        if (error.num() == EHOSTUNREACH) {
            outgoing_.forget(to);
            return Delivery::Gone;
        }
        if (error.num() == EINTR || error.num() == EAGAIN) return Delivery::Full;
        throw;
    }
}

std::string SessionSocket::endpoint() const {
    return socket_.get(zmq::sockopt::last_endpoint);
}

std::string reachable(std::string endpoint) {
    for (const auto& [any, local] : {std::pair{"//0.0.0.0:", "//127.0.0.1:"},
                                     std::pair{"//*:", "//127.0.0.1:"}, std::pair{"//[::]:", "//[::1]:"}})
        if (const auto at = endpoint.find(any); at != std::string::npos)
            endpoint.replace(at, std::string_view{any}.size(), local);
    return endpoint;
}

FeedSocket::FeedSocket(zmq::context_t& context, const SocketSettings& settings, TurnedAway& turned_away)
    : context_(context), settings_(settings), turned_away_(turned_away) {
    settings_.connections.clients_speak = false;
    open();
}

FeedSocket::~FeedSocket() {
    close();
}

void FeedSocket::open() {
    socket_ = zmq::socket_t{context_, zmq::socket_type::pub};
    protect(socket_, settings_, feed_domain);
    socket_.set(zmq::sockopt::sndhwm, feed_queue);
    connections_ = std::make_unique<Connections>(context_, socket_, settings_.connections, turned_away_);
    try {
        bind_all(socket_, settings_.feed_endpoints);
    } catch (const UserError&) {
        close();
        throw;
    }
}

void FeedSocket::close() {
    socket_.close();  // ends the watching of its connections
    connections_.reset();
}

void FeedSocket::expel() {
    constexpr int attempts = 200;
    constexpr int pause_ms = 10;
    close();
    for (int attempt = 1;; ++attempt) {
        try {
            return open();  // the address is free as soon as libzmq's own thread has closed it
        } catch (const UserError& error) {
            if (attempt == attempts) {
                spdlog::critical("event=feed_lost endpoint={} error=\"{}\"", error.message().args.at(0),
                                 error.message().args.at(1));
                throw;
            }
            ::poll(nullptr, 0, pause_ms);
        }
    }
}

void FeedSocket::publish(const std::string& topic, const std::string& event) {
    try {
        socket_.send(zmq::buffer(topic), zmq::send_flags::sndmore);
        socket_.send(zmq::buffer(event), zmq::send_flags::none);
    } catch (const zmq::error_t& error) {
        if (error.num() != EINTR) throw;
    }
}

void require_refusal(zmq::context_t& context, const std::string& endpoint,
                     const std::string& server_public_key, const KeyPair& unknown) {
    constexpr const char* monitor_endpoint = "inproc://dondocd.probe";
    zmq::socket_t probe{context, zmq::socket_type::dealer};
    probe.set(zmq::sockopt::linger, 0);
    probe.set(zmq::sockopt::curve_serverkey, server_public_key);
    probe.set(zmq::sockopt::curve_publickey, unknown.public_key);
    probe.set(zmq::sockopt::curve_secretkey, unknown.secret_key);
    zmq_socket_monitor(probe.handle(), monitor_endpoint,
                       ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH |
                           ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL);
    zmq::socket_t monitor{context, zmq::socket_type::pair};
    monitor.set(zmq::sockopt::linger, 0);
    monitor.set(zmq::sockopt::rcvtimeo, probe_ms);
    monitor.connect(monitor_endpoint);
    probe.connect(reachable(endpoint));

    zmq::message_t event, address;
    const bool heard = monitor.recv(event).has_value() && monitor.recv(address).has_value();
    std::uint16_t kind = 0;
    if (heard) std::memcpy(&kind, event.data(), sizeof kind);
    zmq_socket_monitor(probe.handle(), nullptr, 0);
    if (kind != ZMQ_EVENT_HANDSHAKE_FAILED_AUTH)
        throw std::runtime_error("an unknown key was not refused at " + endpoint + " (event " +
                                 std::to_string(kind) + ")");
    spdlog::info("event=door_checked key={} (refused, as it must be)", unknown.public_key);
}

}  // namespace dondoc::hub
