// SPDX-License-Identifier: Apache-2.0
// Mail servers and gateways as dondoc-relay meets them: some put off, some never answer what they took, one
// mailbox in a few is full until everything is mended, and a whole channel may be. It outlives the relay, and
// looks at each message: whose it is, and whether it was taken before.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "relay/channel.h"

namespace dondoc::simulation {

// The relay ends in the middle of what it did. Nobody but the world catches it.
struct Killed {};

class Post {
  public:
    using Key = std::tuple<std::uint64_t, std::uint64_t, std::string>;  // event, person, channel

    // `refuses`: some messages are refused for good.
    Post(std::uint64_t seed, bool faulty, bool refuses) : seed_(seed), faulty_(faulty), refuses_(refuses) {}

    // For one life of the relay; the post outlives it.
    std::unique_ptr<relay::Channel> channel(const std::string& name);
    void relay_begins() { ++life_; }
    void calm_down() { calm_ = true; }  // what was chance ends; what fails for long goes on failing
    void mend() { mended_ = true; }
    bool is_mended() const { return mended_ || !faulty_; }
    // Nothing reaches the person by this channel until everything is mended.
    bool is_shut(std::uint64_t person, const std::string& channel) const;

    const std::map<Key, std::string>& taken() const { return taken_; }  // by which Message-ID
    const std::set<Key>& refused() const { return refused_; }
    std::uint64_t copies() const { return copies_; }  // that came again, with the same Message-ID

    // What becomes of a try. Throws Violation and Killed.
    struct Letter {
        std::string key, channel, agency;  // the person's agency
        std::uint64_t person = 0;
        std::vector<relay::Part> parts;
    };
    relay::Outcome hand_over(const Letter& letter);

  private:
    bool is_down(const std::string& channel) const;
    std::uint64_t chance(const std::string& what) const;
    void take(const Letter& letter);
    relay::Outcome answer(const Letter& letter);

    std::uint64_t seed_;
    bool faulty_, refuses_, calm_ = false, mended_ = false;
    std::uint64_t life_ = 0, copies_ = 0;
    std::map<std::string, int> tries_;                     // by channel and Message-ID
    std::map<std::string, std::uint64_t> answered_;        // likewise: the life that was told "taken"
    std::map<std::string, std::set<std::uint64_t>> said_;  // likewise: the events that it told of
    std::map<Key, std::string> taken_;
    std::set<Key> refused_;
};

}  // namespace dondoc::simulation
