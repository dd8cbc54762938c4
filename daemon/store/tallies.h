// SPDX-License-Identifier: Apache-2.0
// How many assignments stand how, kept by triggers (schema.cpp): counts do not look at each assignment.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "store/assignment_lists.h"

namespace dondoc::store {

class Tallies {
  public:
    explicit Tallies(Database& database);

    TimelinessCounts all(const Moment& moment);
    TimelinessCounts of(AgencyId agency, const Moment& moment);
    TimelinessCounts of(DocumentId document, const Moment& moment);

    // Agencies with open work that is overdue, due today or due soon, most overdue first, then by id.
    std::vector<AgencyId> pressing(const Moment& moment);

    // Agencies with open work.
    std::vector<AgencyId> at_work(const Moment& moment);

    // How many the filter finds, nullopt: it asks for more than tallies tell.
    std::optional<std::int64_t> count(const AssignmentFilter& filter);

  private:
    Database& with_touched_function(Database& database);
    std::int64_t count(int scope, std::int64_t id, const AssignmentFilter& filter);
    TimelinessCounts read(int scope, std::int64_t id, const Moment& moment);
    const std::map<AgencyId, TimelinessCounts>& of_agencies(const Moment& moment);

    Database& database_;
    Statement read_, read_agencies_;
    // What agencies had at that moment, so that a status does not add up days of thousands of them. Triggers
    // of this connection name those whose assignments were changed since.
    std::optional<Moment> counted_for_;
    std::map<AgencyId, TimelinessCounts> counts_;
    std::set<AgencyId> touched_;
};

}  // namespace dondoc::store
