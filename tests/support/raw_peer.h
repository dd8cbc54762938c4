// SPDX-License-Identifier: Apache-2.0
// A connection by hand, on a socket that is connected already. Closed when it goes.
#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <string>

#include "support/raw_zmtp.h"

namespace dondoc::test {

class RawPeer {
  public:
    RawPeer(int descriptor, const RawKey& server, const RawKeys& own)
        : descriptor_(descriptor), handshake_(server, own) {}
    ~RawPeer() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    RawPeer(const RawPeer&) = delete;
    RawPeer& operator=(const RawPeer&) = delete;

    // False: the other side has closed it, or does not take more.
    bool send(const std::string& bytes) const {
        return descriptor_ >= 0 && ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
                                       static_cast<ssize_t>(bytes.size());
    }
    // Says everything that is to be said before the first message.
    bool come_in(const std::string& socket_type = "DEALER") {
        if (!send(zmtp_greeting() + handshake_.hello()) || !hear(greeting_size)) return false;
        heard_.erase(0, greeting_size);
        const auto welcome = body();
        return welcome && handshake_.welcomed(*welcome) && send(handshake_.initiate(socket_type));
    }
    // The body of the next frame; nullopt: none came in time, or the connection has ended.
    std::optional<std::string> body() {
        if (!hear(2)) return std::nullopt;
        const bool is_long = (heard_[0] & 2) != 0;
        const std::size_t head = is_long ? 9 : 2;
        if (!hear(head)) return std::nullopt;
        std::size_t size = 0;
        for (std::size_t i = 1; i < head; ++i) size = size << 8 | static_cast<unsigned char>(heard_[i]);
        if (!hear(head + size)) return std::nullopt;
        auto body = heard_.substr(head, size);
        heard_.erase(0, head + size);
        return body;
    }
    // The other side has ended it.
    bool is_ended() {
        while (receive()) {
        }
        return ended_;
    }
    RawHandshake& handshake() { return handshake_; }

  private:
    static constexpr std::size_t greeting_size = 64;
    static constexpr int longest_wait_ms = 5000;

    bool hear(std::size_t size) {
        while (heard_.size() < size)
            if (!receive()) return false;
        return true;
    }
    bool receive() {
        std::array<char, 4096> buffer{};
        pollfd item{descriptor_, POLLIN, 0};
        if (descriptor_ < 0 || ::poll(&item, 1, longest_wait_ms) <= 0) return false;
        const auto got = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
        ended_ = got <= 0;
        if (ended_) return false;
        heard_.append(buffer.data(), static_cast<std::size_t>(got));
        return true;
    }

    int descriptor_;
    RawHandshake handshake_;
    std::string heard_;
    bool ended_ = false;
};

}  // namespace dondoc::test
