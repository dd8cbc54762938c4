// How many assignments stand how, kept by triggers (schema.cpp): counts do not look at each assignment.
#pragma once

#include <map>
#include <optional>
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

    // How many the filter finds, nullopt: it asks for more than tallies tell.
    std::optional<std::int64_t> count(const AssignmentFilter& filter);

  private:
    std::int64_t count(int scope, std::int64_t id, const AssignmentFilter& filter);
    TimelinessCounts read(int scope, std::int64_t id, const Moment& moment);

    Statement read_, pressing_;
};

}  // namespace dondoc::store
