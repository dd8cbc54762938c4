// SPDX-License-Identifier: Apache-2.0
// Addresses that the daemon listens on.
#pragma once

#include <string_view>

namespace dondoc::config {

enum class EndpointFault {
    None,
    Malformed,  // neither tcp://host:port nor ipc:///path
    PathTooLong
};

// A Unix socket's path, without the NUL that ends it (unix(7), sun_path).
inline constexpr std::size_t longest_socket_path = 107;  // bytes

EndpointFault check_endpoint(std::string_view text);

}  // namespace dondoc::config
