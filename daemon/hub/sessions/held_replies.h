// SPDX-License-Identifier: Apache-2.0
// Replies that wait for a commit: nobody is told of what is not on disk. A refusal waits with them, since it
// may speak of what another command has changed, and so that replies keep the order of their requests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "hub/transport/ports.h"
#include "text/catalogue.h"

namespace dondoc::hub {

struct HeldReply {
    RoutingId to;  // empty: is gone
    std::string public_key;
    text::Lang lang;
    v1::Reply reply;
    std::uint64_t written = 0;  // bytes, by its command
    bool is_charged = false;    // its key pays for its share of the commit
};

// How many are of each key that pays for them.
inline std::map<std::string, int> charged_commands(const std::vector<HeldReply>& held) {
    std::map<std::string, int> commands;
    for (const auto& one : held)
        if (one.is_charged) ++commands[one.public_key];
    return commands;
}

class HeldReplies {
  public:
    void hold(HeldReply reply, std::size_t request_bytes) {
        bytes_ += request_bytes + reply.reply.ByteSizeLong() + reply.written;
        held_.push_back(std::move(reply));
    }
    bool empty() const { return held_.empty(); }
    // So many wait that the commit must not.
    bool is_full() const { return held_.size() >= most || bytes_ >= most_bytes; }
    // By commands of the key.
    std::uint64_t written_by(const std::string& public_key) const {
        std::uint64_t written = 0;
        for (const auto& held : held_)
            if (held.public_key == public_key) written += held.written;
        return written;
    }
    // The connection has ended.
    void gone(const RoutingId& route) {
        for (auto& held : held_)
            if (held.to == route) held.to.clear();
    }
    // In the order in which they came.
    std::vector<HeldReply> take() {
        bytes_ = 0;
        return std::exchange(held_, {});
    }

  private:
    // No more than a connection takes at once (door::Limits), should all be of one.
    static constexpr std::size_t most = 64, most_bytes = 1U << 20;

    std::vector<HeldReply> held_;
    std::size_t bytes_ = 0;
};

}  // namespace dondoc::hub
