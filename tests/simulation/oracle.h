// SPDX-License-Identifier: Apache-2.0
// What had to be told, worked out from what was assigned and the words of the policy alone: knows nothing of
// alarms, of the ledger, or of how the engine decides. It is shown every standing that commands bring about
// and, in the end, every event.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "dondoc/v1/event.pb.h"
#include "engine/rules.h"
#include "store/store.h"

namespace dondoc::simulation {

class Oracle {
  public:
    // `exact`: every alarm goes off at its moment, so every reminder is told. Otherwise the clock leaps, and
    // reminders may be overtaken; notices never are.
    Oracle(const engine::Rules& rules, bool exact) : rules_(rules), exact_(exact) {}

    // Agencies none of whose listeners ever reads: the office must hear of it.
    void never_looks(const std::string& agency) { deaf_.insert(agency); }

    // After every command, and after every start: how things stand from here on.
    void see(store::Store& store, sys_seconds now);
    // In the end: all events, in the order of their ids. Throws Violation.
    void check(const std::vector<v1::Event>& events, sys_seconds now);

    std::uint64_t demanded() const { return demanded_; }  // steps that had to be told

  private:
    struct Standing {
        std::string agency;
        std::optional<local_days> due;  // of an open assignment
        const AlertPolicy* policy = nullptr;
        std::optional<local_days> muted_until;
        bool operator==(const Standing&) const = default;
    };
    using Assignment = std::uint64_t;
    using Standings = std::map<Assignment, Standing>;
    // From one command to the next.
    struct Period {
        std::uint64_t after_event;
        sys_seconds from, until;
        Standings standings;
    };
    using Told = std::tuple<std::string /* recipient */, Assignment, std::string /* due */, std::string>;

    const Standing* standing_at(std::uint64_t event, Assignment assignment) const;
    void check_permitted(const v1::Event& event, const v1::AlertItem& item, const std::string& step);
    void check_demanded(Assignment assignment);
    void check_run(Assignment assignment, std::size_t first, std::size_t last);
    void demand(Assignment assignment, const Standing& standing, const PlannedStep& planned);
    std::string history(Assignment assignment) const;  // for a report
    void check_unseen(const v1::Event& event, const v1::AlertItem& item);

    const engine::Rules& rules_;
    bool exact_;
    std::set<std::string> deaf_;
    std::vector<Period> periods_;
    std::map<Told, int> told_;
    std::uint64_t demanded_ = 0;
};

}  // namespace dondoc::simulation
