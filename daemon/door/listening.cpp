// SPDX-License-Identifier: Apache-2.0
#include "door/listening.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace dondoc::door {
namespace {

constexpr std::string_view local_scheme = "ipc://";
constexpr std::string_view network_scheme = "tcp://";
constexpr int backlog = 4096;
// What the kernel keeps of one connection is not in our books: less than it would take by itself.
constexpr int kernel_buffer = 256 * 1024;
constexpr int keepalive_idle_s = 60;
constexpr int keepalive_interval_s = 20;
constexpr int keepalive_probes = 3;
constexpr int unacknowledged_ms = 30'000;

[[noreturn]] void fail() {
    throw std::system_error(errno, std::generic_category());
}

void set(int descriptor, int level, int option, int value) {
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

std::optional<Address> numeric_address(const std::string& host, const std::string& port) {
    addrinfo hints{};
    hints.ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0) return std::nullopt;
    Address address;
    std::memcpy(&address.storage, found->ai_addr, found->ai_addrlen);
    address.size = found->ai_addrlen;
    ::freeaddrinfo(found);
    return address;
}

std::optional<Address> address_of_interface(const std::string& name, const std::string& port) {
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0) return std::nullopt;
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner{all, &::freeifaddrs};
    for (const int family : {AF_INET, AF_INET6}) {
        for (const auto* one = all; one != nullptr; one = one->ifa_next) {
            if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != family || name != one->ifa_name)
                continue;
            std::array<char, NI_MAXHOST> text{};
            const socklen_t size = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
            if (::getnameinfo(one->ifa_addr, size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0)
                return numeric_address(text.data(), port);
        }
    }
    return std::nullopt;
}

Descriptor listen_on(const Address& address) {
    Descriptor socket{::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
    if (socket.number() < 0) fail();
    if (address.storage.ss_family != AF_UNIX) {
        set(socket.number(), SOL_SOCKET, SO_REUSEADDR, 1);
        // What is accepted inherits it.
        set(socket.number(), SOL_SOCKET, SO_RCVBUF, kernel_buffer);
        set(socket.number(), SOL_SOCKET, SO_SNDBUF, kernel_buffer);
    }
    if (address.storage.ss_family == AF_INET6) set(socket.number(), IPPROTO_IPV6, IPV6_V6ONLY, 0);
    if (::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address.storage), address.size) != 0 ||
        ::listen(socket.number(), backlog) != 0)
        fail();
    return socket;
}

Descriptor listen_locally(const std::string& path) {
    Address address;
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    path.copy(local.sun_path, sizeof local.sun_path - 1);
    std::memcpy(&address.storage, &local, sizeof local);
    address.size = sizeof local;
    ::unlink(path.c_str());  // of a daemon that was killed
    return listen_on(address);
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

Descriptor listen_at(const std::string& endpoint) {
    if (endpoint.starts_with(local_scheme)) return listen_locally(endpoint.substr(local_scheme.size()));
    const auto colon = endpoint.rfind(':');
    auto host = endpoint.substr(network_scheme.size(), colon - network_scheme.size());
    const auto port = endpoint.substr(colon + 1);
    if (host == "*") {
        try {
            return listen_on(numeric_address("::", port).value());
        } catch (const std::system_error& error) {
            if (error.code().value() != EAFNOSUPPORT) throw;
            return listen_on(numeric_address("0.0.0.0", port).value());  // a machine without IPv6
        }
    }
    if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
    auto address = numeric_address(host, port);
    if (!address) address = address_of_interface(host, port);
    if (!address) throw std::system_error(ENODEV, std::generic_category());
    return listen_on(*address);
}

void set_up_connection(int descriptor) {
    set(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, keepalive_idle_s);
    set(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, keepalive_interval_s);
    set(descriptor, IPPROTO_TCP, TCP_KEEPCNT, keepalive_probes);
    set(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, unacknowledged_ms);
}

std::string address_of(int descriptor) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    std::array<char, NI_MAXHOST> text{};
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
        address.ss_family == AF_UNIX ||
        ::getnameinfo(reinterpret_cast<const sockaddr*>(&address), size, text.data(), text.size(), nullptr, 0,
                      NI_NUMERICHOST) != 0)
        return "local";
    return text.data();
}

}  // namespace dondoc::door
