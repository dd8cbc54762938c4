// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of sockets as text and back.
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <string>

#include "web/http/fields.h"

namespace dondoc::web {

std::string address_of(const sockaddr& address);
// Throws std::runtime_error when it is neither IPv4 nor IPv6.
sockaddr_storage address_to_listen(const std::string& address, std::uint16_t port);
bool is_address(const std::string& text);  // IPv4 or IPv6
// Of headers in lower case that a trusted proxy sent on: the address that the proxy itself added last. What
// stands before it anybody can write.
std::string forwarded_for(const Fields& headers);

}  // namespace dondoc::web
