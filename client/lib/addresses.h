// SPDX-License-Identifier: Apache-2.0
// A host name may have several addresses, and a daemon need not answer on all of them. ZeroMQ tries only the
// first one (libzmq#4313), so the client tries one after the other itself.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace dondoc::client {

// "tcp://dondoc.example.vn:7710" -> "tcp://[2001:db8::1]:7710", "tcp://192.0.2.1:7710", in the order in which
// the system would try them. One address, an endpoint that names none, or one that is not of tcp: as it is.
// Empty: nobody knows the name, now.
using Resolver = std::function<std::vector<std::string>(const std::string& endpoint)>;
std::vector<std::string> addresses_of(const std::string& endpoint);

}  // namespace dondoc::client
