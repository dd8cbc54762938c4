// SPDX-License-Identifier: Apache-2.0
// A client that speaks ZMTP and CURVE by itself, with libsodium, so that it can say what libzmq never would.
// Also the client's half of a handshake for tests without a socket.
#pragma once

#include <sodium.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc::test {

using RawKey = std::array<unsigned char, 32>;

struct RawKeys {
    RawKey public_key{}, secret_key{};
    RawKeys() { crypto_box_keypair(public_key.data(), secret_key.data()); }
};

inline std::string text_of(const RawKey& key) {
    return {reinterpret_cast<const char*>(key.data()), key.size()};
}

inline std::string big_endian(std::uint64_t value, std::size_t size) {
    std::string bytes(size, '\0');
    for (auto i = size; i > 0; --i, value >>= 8) bytes[i - 1] = static_cast<char>(value);
    return bytes;
}

inline std::string zmtp_frame(std::string_view body, unsigned char flags) {
    const bool is_long = body.size() > 255;
    std::string frame(1, static_cast<char>(flags | (is_long ? 2 : 0)));
    return frame + big_endian(body.size(), is_long ? 8 : 1) + std::string{body};
}

inline std::string zmtp_greeting(std::string mechanism = "CURVE") {
    mechanism.resize(20);
    return std::string{"\xff\0\0\0\0\0\0\0\0\x7f\3\0", 12} + mechanism + std::string(32, '\0');
}

class RawHandshake {
  public:
    RawHandshake(const RawKey& server, const RawKeys& own) : server_(server), own_(own) {}

    std::string hello() {
        std::string body{"\5HELLO\1\0", 8};
        body += std::string(72, '\0') + text_of(once_.public_key) + big_endian(1, 8);
        return zmtp_frame(body + box(std::string(64, '\0'), "CurveZMQHELLO---", big_endian(1, 8), server_,
                                     once_.secret_key),
                          4);
    }
    // Takes the body of the server's WELCOME. False: it is none.
    bool welcomed(std::string_view body) {
        if (!body.starts_with("\7WELCOME")) return false;
        const auto nonce = std::string{body.substr(8, 16)};
        const auto inner = unbox(body.substr(24), "WELCOME-", nonce, server_, once_.secret_key);
        if (!inner || inner->size() != 128) return false;
        inner->copy(reinterpret_cast<char*>(server_once_.data()), 32);
        cookie_ = inner->substr(32);
        return true;
    }
    std::string initiate(const std::string& socket_type = "DEALER", const std::string& routing_id = {}) {
        const std::string vouch_nonce(16, 'v');
        const auto vouch = box(text_of(once_.public_key) + text_of(server_), "VOUCH---", vouch_nonce,
                               server_once_, own_.secret_key);
        const auto metadata = property("Socket-Type", socket_type) + property("Identity", routing_id);
        return initiate_of(text_of(own_.public_key) + vouch_nonce + vouch + metadata);
    }
    std::string initiate_of(const std::string& inner) {
        return zmtp_frame(
            "\10INITIATE" + cookie_ + big_endian(2, 8) +
                box(inner, "CurveZMQINITIATE", big_endian(2, 8), server_once_, once_.secret_key),
            4);
    }
    std::string message(std::string_view content, unsigned char flags = 0) {
        return message_with(++said_, content, flags);
    }
    std::string message_with(std::uint64_t number, std::string_view content, unsigned char flags = 0) {
        std::string inner(1, static_cast<char>(flags));
        inner += content;
        return zmtp_frame(
            "\7MESSAGE" + big_endian(number, 8) +
                box(inner, "CurveZMQMESSAGEC", big_endian(number, 8), server_once_, once_.secret_key),
            0);
    }
    // The content of a MESSAGE of the server, with its flags before it.
    std::optional<std::string> opened(std::string_view body) {
        if (!body.starts_with("\7MESSAGE")) return std::nullopt;
        return unbox(body.substr(16), "CurveZMQMESSAGES", std::string{body.substr(8, 8)}, server_once_,
                     once_.secret_key);
    }

  private:
    using Nonce = std::array<unsigned char, 24>;

    static std::string property(const std::string& name, const std::string& value) {
        return std::string(1, static_cast<char>(name.size())) + name + big_endian(value.size(), 4) + value;
    }
    static Nonce nonce_of(const std::string& text) {
        Nonce nonce{};
        text.copy(reinterpret_cast<char*>(nonce.data()), nonce.size());
        return nonce;
    }
    static std::string box(const std::string& content, const std::string& prefix, const std::string& rest,
                           const RawKey& to, const RawKey& from) {
        std::string sealed(content.size() + crypto_box_MACBYTES, '\0');
        const auto nonce = nonce_of(prefix + rest);
        if (crypto_box_easy(reinterpret_cast<unsigned char*>(sealed.data()),
                            reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                            nonce.data(), to.data(), from.data()) != 0)
            return {};
        return sealed;
    }
    static std::optional<std::string> unbox(std::string_view sealed, const std::string& prefix,
                                            const std::string& rest, const RawKey& from, const RawKey& to) {
        if (sealed.size() < crypto_box_MACBYTES) return std::nullopt;
        std::string content(sealed.size() - crypto_box_MACBYTES, '\0');
        const auto nonce = nonce_of(prefix + rest);
        if (crypto_box_open_easy(reinterpret_cast<unsigned char*>(content.data()),
                                 reinterpret_cast<const unsigned char*>(sealed.data()), sealed.size(),
                                 nonce.data(), from.data(), to.data()) != 0)
            return std::nullopt;
        return content;
    }

    RawKey server_;
    RawKeys own_, once_;
    RawKey server_once_{};
    std::string cookie_;
    std::uint64_t said_ = 2;
};

}  // namespace dondoc::test
