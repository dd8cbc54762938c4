// SPDX-License-Identifier: Apache-2.0
// What agencies had to be told of dossiers, worked out from how these stood after each command and the words
// of the policy alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "dondoc/v1/event.pb.h"
#include "engine/rules.h"
#include "store/store.h"

namespace dondoc::simulation {

class FlowOracle {
  public:
    explicit FlowOracle(const engine::Rules& rules) : rules_(rules) {}

    // After every command, and after every start: how things stand from here on.
    void see(store::Store& store, sys_seconds now);
    // In the end: all events, in the order of their ids. Throws Violation.
    void check(const std::vector<v1::Event>& events, sys_seconds now);

    std::uint64_t demanded() const { return demanded_; }  // notices that had to be told
    std::uint64_t told() const { return told_.size(); }

  private:
    struct Standing {
        std::string agency;
        DueMoment due;  // of one that is open and whose clock runs
        std::optional<local_days> muted_until;
        bool operator==(const Standing& other) const {
            return agency == other.agency && due.day == other.due.day && due.hour == other.due.hour &&
                   muted_until == other.muted_until;
        }
    };
    using Standings = std::map<std::string, Standing>;  // by the id in the source
    // From one command to the next.
    struct Period {
        std::uint64_t after_event;
        sys_seconds from, until;
        Standings standings;
    };
    using Told = std::tuple<std::string /* recipient */, std::string, std::string /* due */, std::string>;

    void check_item(const v1::Event& event, const v1::FlowAlert& item);
    void check_notice(const std::string& dossier, std::size_t first, std::size_t last);
    sys_seconds may_be_told(const Standing& standing, sys_seconds moment) const;

    const engine::Rules& rules_;
    std::vector<Period> periods_;
    std::map<Told, int> told_;
    std::uint64_t demanded_ = 0;
};

}  // namespace dondoc::simulation
