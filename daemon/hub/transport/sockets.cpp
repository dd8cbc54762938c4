// SPDX-License-Identifier: Apache-2.0
#include "hub/transport/sockets.h"

#include <sodium.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <zmq.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "domain/message.h"
#include "domain/reasons.h"
#include "hub/transport/frame_scan.h"

namespace dondoc::hub {
namespace {

// A daemon that takes a socket file over would cut off the one that listens there.
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

door::ServerKey raw(const KeyPair& pair) {
    door::ServerKey key;
    if (zmq_z85_decode(key.public_key.data(), pair.public_key.c_str()) == nullptr ||
        zmq_z85_decode(key.secret_key.data(), pair.secret_key.c_str()) == nullptr)
        throw std::runtime_error("the daemon's key is no key");
    return key;
}

RoutingId route_of(door::Number number) {
    RoutingId route(sizeof number, '\0');
    std::memcpy(route.data(), &number, sizeof number);
    return route;
}

door::Number number_of(const RoutingId& route) {
    door::Number number = 0;
    std::memcpy(&number, route.data(), std::min(route.size(), sizeof number));
    return number;
}

}  // namespace

void KeyPair::wipe() {
    sodium_memzero(secret_key.data(), secret_key.size());
    secret_key.clear();
}

void require_free(const std::vector<std::string>& endpoints) {
    for (const auto& endpoint : endpoints)
        if (somebody_listens(endpoint))
            throw UserError("listen.failed", {endpoint, system_reason(EADDRINUSE)});
}

Sockets::Sockets(const SocketSettings& settings, const KeyPair& server, const AccessList& access,
                 TurnedAway& turned_away)
    : porter_(access, turned_away, settings.largest_message),
      door_(std::make_unique<door::Door>(raw(server), settings.limits, porter_)) {
    const auto listen = [&](door::Entrance entrance, const std::vector<std::string>& endpoints) {
        for (const auto& endpoint : endpoints) try {
                door_->listen(entrance, endpoint);
            } catch (const std::system_error& error) {
                throw UserError("listen.failed", {endpoint, system_reason(error.code())});
            }
    };
    door_->look_for([](const std::string& message) { return begins_as_request(message); });
    listen(door::Entrance::Sessions, settings.session_endpoints);
    listen(door::Entrance::Feed, settings.feed_endpoints);
    door_->open();
}

bool Sockets::receive(int limit, const Receiver& receiver) {
    return door_->receive(limit,
                          {[&](door::Number from, const std::string& name, const std::string& message) {
                               receiver.frame(route_of(from), name, message);
                           },
                           [&](door::Number from) { receiver.gone(route_of(from)); }});
}

Delivery Sockets::send(const RoutingId& to, const std::string& frame) {
    switch (door_->send(number_of(to), frame)) {
        case door::Door::Sent::Yes:
            return Delivery::Sent;
        case door::Door::Sent::Full:
            return Delivery::Full;
        case door::Door::Sent::Gone:
            return Delivery::Gone;
    }
    return Delivery::Gone;
}

void Sockets::cut(const RoutingId& route) {
    door_->cut(number_of(route));
}

std::string reachable(std::string endpoint) {
    for (const auto& [any, local] : {std::pair{"//0.0.0.0:", "//127.0.0.1:"},
                                     std::pair{"//*:", "//127.0.0.1:"}, std::pair{"//[::]:", "//[::1]:"}})
        if (const auto at = endpoint.find(any); at != std::string::npos)
            endpoint.replace(at, std::string_view{any}.size(), local);
    return endpoint;
}

}  // namespace dondoc::hub
