// SPDX-License-Identifier: Apache-2.0
// The server's side of CurveZMQ (ZeroMQ RFC 26) for one connection: who the client is, proved, and boxes that
// only the two can make and open. The cryptography is libsodium's; here is only the order of the messages.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc::door {

using Key = std::array<unsigned char, 32>;  // X25519

// The daemon's own; its secret is wiped when it goes.
struct ServerKey {
    Key public_key{};
    Key secret_key{};

    ServerKey() = default;
    ~ServerKey();
    ServerKey(const ServerKey&) = default;
    ServerKey& operator=(const ServerKey&) = default;
};

class Curve {
  public:
    // Not owned. libsodium has been initialised.
    explicit Curve(const ServerKey& server) : server_(server) {}
    ~Curve();
    Curve(const Curve&) = delete;
    Curve& operator=(const Curve&) = delete;

    // The answer to a HELLO. nullopt: it is none, or was made for another server's key.
    std::optional<std::string> welcome(std::string_view hello);

    struct Introduction {
        Key client;            // the client owns its secret half
        std::string metadata;  // see read_properties()
    };
    // nullopt: not the INITIATE of this client to this welcome.
    std::optional<Introduction> introduction(std::string_view initiate);
    std::string ready(std::string_view metadata);

    struct Opened {
        unsigned char flags;  // more_part, is_command
        std::string content;
    };
    static constexpr unsigned char more_part = 1;
    static constexpr unsigned char is_command = 2;
    // nullopt: forged, or repeated.
    std::optional<Opened> open(std::string_view message);
    // Appends a whole frame.
    void seal(std::string& out, unsigned char flags, std::string_view content);

    // What a MESSAGE has beside its content.
    static constexpr std::size_t message_overhead = 33;

  private:
    const ServerKey& server_;
    Key client_once_{};  // the client's key of this connection
    Key own_once_{};     // the secret half of ours
    Key shared_{};       // by which boxes are made and opened
    std::string cookie_;
    std::uint64_t last_heard_ = 0;  // nonces count up
    std::uint64_t last_said_ = 0;
};

}  // namespace dondoc::door
