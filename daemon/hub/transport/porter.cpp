// SPDX-License-Identifier: Apache-2.0
#include "hub/transport/porter.h"

#include <spdlog/spdlog.h>
#include <zmq.h>

#include <algorithm>

namespace dondoc::hub {
namespace {

// An agency changes one thing at a time and asks; a subscriber of the feed sends prefixes of topics.
constexpr std::size_t largest_of_agency = std::size_t{4} << 20;
constexpr std::size_t largest_of_subscriber = 4096;

std::string z85(const door::Key& key) {
    std::array<char, 41> text{};
    zmq_z85_encode(text.data(), key.data(), key.size());
    return text.data();
}

// nullptr: nothing that anybody has to know.
const char* ending_name(door::Ending why) {
    using door::Ending;
    switch (why) {
        case Ending::Left:
        case Ending::Refused:  // said when it was refused
        case Ending::Cut:      // said by who cut it
            return nullptr;
        case Ending::NotZmtp:
            return "not_zmtp";
        case Ending::NoHandshake:
            return "handshake";
        case Ending::KeyIsFull:
            return "connections_of_key";
        case Ending::DoorIsFull:
            return "connections";
        case Ending::CrowdedOut:
            return "crowded_out";
        case Ending::TooLarge:
            return "too_large";
        case Ending::TooMuch:
            return "too_much";
        case Ending::Unfinished:
            return "unfinished";
        case Ending::Forged:
            return "forged";
    }
    return nullptr;
}

}  // namespace

std::optional<Porter::Admission> Porter::admit(door::Entrance entrance, const door::Key& client,
                                               const std::string& address) {
    const bool is_feed = entrance == door::Entrance::Feed;
    auto key = z85(client);
    const auto who = access_.find(key);
    if (!who || (is_feed && !who->may(Role::Office))) {
        ++turned_away_.connections;
        if (const auto left_out = refused_.pass())
            spdlog::warn("event=refused key={} entrance={} address={} reason={} left_out={}", key,
                         is_feed ? "feed" : "sessions", address, who ? "role" : "unknown", *left_out);
        return std::nullopt;
    }
    if (is_feed) return Admission{std::move(key), largest_of_subscriber};
    return Admission{std::move(key), who->may(Role::Office) || who->is_gateway()
                                         ? largest_message_
                                         : std::min(largest_message_, largest_of_agency)};
}

void Porter::opened(door::Entrance entrance, std::size_t open) {
    if (entrance == door::Entrance::Sessions) turned_away_.open = open;
}

void Porter::ended(door::Entrance entrance, door::Ending why, const std::string& name, std::size_t open) {
    opened(entrance, open);
    const auto* reason = ending_name(why);
    if (reason == nullptr) return;
    ++turned_away_.connections;
    if (const auto left_out = ended_.at(static_cast<std::size_t>(why)).pass())
        spdlog::warn("event=cut reason={} key={} entrance={} open={} left_out={}", reason, name,
                     entrance == door::Entrance::Feed ? "feed" : "sessions", open, *left_out);
}

}  // namespace dondoc::hub
