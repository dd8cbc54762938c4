// SPDX-License-Identifier: Apache-2.0
// What other policies would change: the alarms of the coming year under both, side by side. Changes nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "engine/engine.h"

namespace dondoc::engine {

class PolicyComparison {
  public:
    // The engine is not owned and outlives the comparison. Of `candidate` the calendar is not used.
    PolicyComparison(Engine& engine, Rules candidate);

    struct Counts {
        std::uint64_t added = 0, dropped = 0, moved = 0;
    };
    struct Change {
        std::string agency;  // code of who is told
        AssignmentId assignment;
        TaskId task;
        local_days due;  // or day of the review
        std::string step;
        std::optional<sys_seconds> before, after;  // nullopt: added, dropped
        std::string rule_before, rule_after;
    };
    struct Result {
        Counts total;
        std::map<std::pair<std::string, date::year_month>, Counts> rows;  // by agency and month
        std::vector<Change> examples;                                     // the first few
        local_days until;
        std::uint64_t assignments = 0;  // open, with a day or a standing duty
    };

    // Compares one batch of assignments. True: there is more.
    bool compare_some();
    const Result& result() const { return result_; }

  private:
    struct Step {
        std::string agency;  // code of who is told
        local_days due;      // or day of the review
        std::string name;
        auto operator<=>(const Step&) const = default;
    };
    using Alarms = std::map<Step, sys_seconds>;
    struct Sent {
        sys_seconds from;
        std::vector<std::string> steps;
    };
    Alarms alarms(const AlertPolicy* policy, const store::Assignment& assignment, const Sent& sent);
    Alarms reviews(const AlertPolicy& policy, const store::Assignment& assignment);
    const std::vector<PlannedStep>& steps(const AlertPolicy& policy, const DueMoment& due, sys_seconds from);
    void compare(const store::Assignment& assignment);
    void note(Change change);

    Engine& engine_;
    const Rules current_;  // a copy: the engine's may be changed while this goes on
    const Rules candidate_;
    sys_seconds now_, until_;
    AssignmentId reached_;
    std::map<std::tuple<const AlertPolicy*, local_days, std::optional<std::chrono::minutes>, sys_seconds>,
             std::vector<PlannedStep>>
        steps_;
    std::unordered_map<TaskId, store::Plans::Brief> briefs_;
    Result result_;
};

}  // namespace dondoc::engine
