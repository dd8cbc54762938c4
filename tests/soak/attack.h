// SPDX-License-Identifier: Apache-2.0
// What an attacker has: the ports of a daemon, and a key of an agency, or none.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <string>

#include "support/raw_client.h"

namespace dondoc::soak {

using std::chrono::steady_clock;

inline int open_tcp(int port) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) return descriptor;
    ::close(descriptor);
    return -1;
}

struct Attack {
    int sessions_port, feed_port;
    std::string server_key;
    test::Keys agency;
    std::string agency_code;
    test::Keys office;   // nobody's weapon: looks at what the agency has written
    test::Keys revoked;  // an office's, until a moment ago
    std::chrono::seconds length;

    static constexpr int most_waiting = 16;

    bool goes_on() const { return steady_clock::now() < end; }
    steady_clock::time_point end = steady_clock::now() + length;

    std::string sessions() const { return "tcp://127.0.0.1:" + std::to_string(sessions_port); }
    std::unique_ptr<test::RawClient> connect(zmq::context_t& context, const test::Keys& keys) const {
        auto client = std::make_unique<test::RawClient>(context, sessions(), server_key, keys);
        client->socket().set(zmq::sockopt::sndtimeo, 100);
        // What waits to be sent is this program's memory: ZeroMQ's thousand of the largest messages are 31
        // GiB.
        client->socket().set(zmq::sockopt::sndhwm, most_waiting);
        return client;
    }
};

}  // namespace dondoc::soak
