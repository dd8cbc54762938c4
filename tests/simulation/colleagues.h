// SPDX-License-Identifier: Apache-2.0
// Others of the office who write at the same moment: short commands over several connections, so that many
// wait for one commit, a refused one in their midst, and one that came twice. What each was answered is held
// against the log in the end.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/frame.pb.h"
#include "simulation/network.h"

namespace dondoc::simulation {

class Colleagues {
  public:
    Colleagues(std::string public_key, Network& network, Random& random)
        : public_key_(std::move(public_key)), network_(network), random_(random) {}

    // Writes, hears what was answered, and asks again what was not carried out. Throws Violation where an
    // answer comes out of order, or another one than before.
    void work(Time now, bool door_open);
    // Begins nothing new.
    void finish() { finishing_ = true; }
    bool is_done() const;
    // In the end: what was answered with success was told once to each, and the rest never.
    void check(const std::vector<v1::Event>& events) const;
    std::uint64_t written() const;

  private:
    struct Desk {
        Line line = 0;
        std::deque<v1::Request> asked, to_ask;
        std::set<std::string> heard;  // ids of answers on this line: a copy of one may come at any time
    };
    void write(Desk& desk);
    void hear(Desk& desk, Time now);
    void take(Desk& desk, const v1::Reply& reply, Time now);
    v1::Request new_comment();

    std::string public_key_;
    Network& network_;
    Random& random_;
    std::array<Desk, 3> desks_;
    std::map<std::string, v1::Reply> answered_;  // by request, which has the note as its id
    Time ask_again_at_{};
    int comments_ = 0;
    bool finishing_ = false;
};

}  // namespace dondoc::simulation
