// SPDX-License-Identifier: Apache-2.0
// Attacks on the door itself: before the handshake, on both ports, and by a client of its own that says what
// libzmq never would.
#pragma once

#include <vector>

#include "soak/attack.h"
#include "support/raw_peer.h"

namespace dondoc::soak {

inline test::RawKey raw_key(const std::string& z85) {
    test::RawKey key{};
    zmq_z85_decode(key.data(), z85.c_str());
    return key;
}

inline std::unique_ptr<test::RawPeer> raw_peer(const Attack& attack, int port) {
    test::RawKeys own;
    own.public_key = raw_key(attack.agency.public_key);
    own.secret_key = raw_key(attack.agency.secret_key);
    return std::make_unique<test::RawPeer>(open_tcp(port), raw_key(attack.server_key), own);
}

// Each says that a command of 31 MiB follows, and sends of it what is taken.
inline void bytes_before_the_handshake(const Attack& attack) {
    const auto begin = test::zmtp_greeting() + "\6" + test::big_endian(31 << 20, 8);
    const std::string part(1 << 20, '\0');
    while (attack.goes_on()) {
        std::vector<std::unique_ptr<test::RawPeer>> peers;
        for (int i = 0; i < 40; ++i) {
            peers.push_back(raw_peer(attack, i % 2 == 0 ? attack.sessions_port : attack.feed_port));
            bool taken = peers.back()->send(begin);
            for (int mib = 0; taken && mib < 30; ++mib) taken = peers.back()->send(part);
        }
    }
}

inline void silent_connections(const Attack& attack) {
    std::vector<int> open;
    while (attack.goes_on()) {
        const int descriptor = open_tcp(open.size() % 2 == 0 ? attack.feed_port : attack.sessions_port);
        if (descriptor >= 0) open.push_back(descriptor);
        if (open.size() < 1500) continue;
        for (const int one : open) ::close(one);
        open.clear();
    }
    for (const int one : open) ::close(one);
}

inline void boxes_that_are_wrong(const Attack& attack) {
    for (unsigned round = 0; attack.goes_on(); ++round) {
        const auto peer = raw_peer(attack, attack.sessions_port);
        if (!peer->come_in()) continue;
        auto message = peer->handshake().message("junk");
        switch (round % 5) {
            case 0:  // forged
                message.back() = static_cast<char>(message.back() ^ 1);
                break;
            case 1:  // twice
                message += message;
                break;
            case 2:  // from the past
                message += peer->handshake().message_with(1, "junk");
                break;
            case 3:  // without a box
                message = test::zmtp_frame("\7MESSAGE", 0);
                break;
            default:  // heartbeats whose answers nobody reads
                for (int i = 0; i < 1000; ++i)
                    message += peer->handshake().message(std::string("\4PING\0\1context", 14), 2);
        }
        (void)peer->send(message);
    }
}

// As many as a key may have, each in the middle of the largest message that it may send.
inline void messages_without_end(const Attack& attack) {
    constexpr std::size_t largest = 4U << 20;
    while (attack.goes_on()) {
        std::vector<std::unique_ptr<test::RawPeer>> peers;
        for (int i = 0; i < 64 && attack.goes_on(); ++i) {
            peers.push_back(raw_peer(attack, attack.sessions_port));
            if (!peers.back()->come_in()) continue;
            const auto message = peers.back()->handshake().message(std::string(largest, 'x'));
            (void)peers.back()->send(message.substr(0, message.size() - 1));
        }
    }
}

inline void a_key_that_was_revoked(const Attack& attack) {
    while (attack.goes_on()) {
        zmq::context_t context;
        std::vector<std::unique_ptr<test::RawClient>> clients;
        for (int i = 0; i < 100; ++i) clients.push_back(attack.connect(context, attack.revoked));
        ::poll(nullptr, 0, 100);
    }
}

// Names that others may have, and the form that libzmq gives itself; then silence.
inline void claimed_routing_ids(const Attack& attack) {
    for (unsigned round = 0; attack.goes_on(); ++round) {
        zmq::context_t context;
        std::vector<std::unique_ptr<test::RawClient>> clients;
        for (unsigned i = 0; i < 50; ++i) {
            const auto id = i % 2 == 0 ? "listener-" + std::to_string(i)
                                       : std::string(1, '\0') + test::big_endian(round * 50 + i, 4);
            clients.push_back(std::make_unique<test::RawClient>(context, attack.sessions(), attack.server_key,
                                                                attack.agency, id));
        }
        ::poll(nullptr, 0, 100);
    }
}

}  // namespace dondoc::soak
