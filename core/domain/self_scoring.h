// SPDX-License-Identifier: Apache-2.0
// A self-scoring: criteria that agencies work on by a day, as rows of a plan, and points for each by a rule
// that the office has written down. Nothing of any year's rules is built in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/criterion.h"

namespace dondoc {

struct ScoredCriterion {
    enum class Rule {
        All,        // all points when everything is done, none otherwise
        AllOnTime,  // the same, and by its day
        Share,      // as many points as is done of what was assigned
        Table,      // those of `dondoc report criterion`
        ByHand,     // those that the file says
    };
    std::string number;   // of its row in the plan
    std::string section;  // of the plan, where several rows have the number; empty: any
    std::string name;
    std::int64_t max = 0;  // ten-thousandths of a point, like all points here
    Rule rule = Rule::ByHand;
    std::int64_t floor_percent = 0;  // of Share: ten-thousandths of a per cent; less than it gets no points
    std::string table;               // of Table: its id
    std::optional<std::int64_t> points;  // of ByHand: nothing yet
    std::string note;

    bool operator==(const ScoredCriterion&) const = default;
};

struct ScoringTable {
    std::string title, source;
    int year = 0;  // of evaluation
    std::vector<ScoredCriterion> criteria;

    bool operator==(const ScoringTable&) const = default;
};

// What became of the work on a criterion.
struct CriterionWork {
    std::int64_t assigned = 0;  // parts of agencies, without those that were taken back
    std::int64_t done = 0;
    std::int64_t on_time = 0;  // of done; what has no term is on time
};

// Nothing: there are none yet, as nobody was given the criterion, or nobody has said them. Of Table `table`
// is what that table gives.
std::optional<std::int64_t> points_of(const ScoredCriterion& criterion, const CriterionWork& work,
                                      std::optional<std::int64_t> table);

}  // namespace dondoc
