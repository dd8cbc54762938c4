// SPDX-License-Identifier: Apache-2.0
#include "config/endpoint.h"

#include <algorithm>
#include <charconv>

namespace dondoc::config {
namespace {

constexpr std::string_view tcp = "tcp://";
constexpr std::string_view ipc = "ipc://";

bool is_port(std::string_view text) {
    int port = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, port);
    return error == std::errc{} && rest == end && port >= 1 && port <= 65535;
}

bool all_of(std::string_view text, std::string_view also) {
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               also.find(c) != std::string_view::npos;
    });
}

// "*" is every interface; an IPv6 address stands in brackets.
bool is_host(std::string_view text) {
    if (text == "*") return true;
    if (text.starts_with('[') && text.ends_with(']')) return all_of(text.substr(1, text.size() - 2), ":.%");
    return all_of(text, ".-_");
}

}  // namespace

EndpointFault check_endpoint(std::string_view text) {
    if (text.starts_with(ipc)) {
        const auto path = text.substr(ipc.size());
        if (!path.starts_with('/') || path.ends_with('/')) return EndpointFault::Malformed;
        return path.size() > longest_socket_path ? EndpointFault::PathTooLong : EndpointFault::None;
    }
    if (!text.starts_with(tcp)) return EndpointFault::Malformed;
    const auto address = text.substr(tcp.size());
    const auto colon = address.rfind(':');
    if (colon == std::string_view::npos) return EndpointFault::Malformed;
    const bool good = is_host(address.substr(0, colon)) && is_port(address.substr(colon + 1));
    return good ? EndpointFault::None : EndpointFault::Malformed;
}

}  // namespace dondoc::config
