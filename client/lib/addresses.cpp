// SPDX-License-Identifier: Apache-2.0
#include "lib/addresses.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace dondoc::client {
namespace {

constexpr std::string_view tcp = "tcp://";

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

std::string numeric(const addrinfo& address) {
    std::array<char, NI_MAXHOST> text{};
    if (::getnameinfo(address.ai_addr, address.ai_addrlen, text.data(), text.size(), nullptr, 0,
                      NI_NUMERICHOST) != 0)
        return {};
    return address.ai_family == AF_INET6 ? "[" + std::string{text.data()} + "]" : text.data();
}

}  // namespace

std::vector<std::string> addresses_of(const std::string& endpoint) {
    const auto colon = endpoint.rfind(':');
    if (!endpoint.starts_with(tcp) || colon <= tcp.size()) return {endpoint};
    const auto host = endpoint.substr(tcp.size(), colon - tcp.size());
    // "[::1]" is an address already; ";" and "@" are ZeroMQ's words for from where to connect.
    if (host.find_first_of("[]:;@*/") != host.npos) return {endpoint};
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
    const std::unique_ptr<addrinfo, FreeAddresses> list{found};
    std::vector<std::string> addresses;
    for (const auto* address = list.get(); address != nullptr; address = address->ai_next) {
        if (address->ai_family != AF_INET && address->ai_family != AF_INET6) continue;
        const auto text = numeric(*address);
        if (text.empty()) continue;
        auto one = std::string{tcp} + text + endpoint.substr(colon);
        if (std::ranges::find(addresses, one) == addresses.end()) addresses.push_back(std::move(one));
    }
    if (addresses.size() == 1) return {endpoint};
    return addresses;
}

}  // namespace dondoc::client
