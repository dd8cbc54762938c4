// SPDX-License-Identifier: GPL-3.0-or-later
// The work of secret documents: it stays at the site, and what leaves is how much of it stood how at the end
// of each day, by the same rules as the daemon's reports. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "domain/report_figures.h"
#include "dondoc/v1/site.pb.h"

namespace dondoc::bridge {

class SecretWork {
  public:
    void clear() { works_.clear(); }
    void add(const v1::AssignmentRow& row);
    void add(const v1::LifeEntry& entry);  // of an assignment that was added, in the order of revisions
    bool holds(std::uint64_t assignment) const { return works_.contains(assignment); }
    bool empty() const { return works_.empty(); }
    local_days first_day() const;  // the first of it was given; there is some

    // As it stood at the instant, of that civil day: one entry for each level.
    void add_day(v1::SecretFigures& to, local_days day, sys_seconds instant,
                 const CountingRules& rules) const;

  private:
    struct Work {
        std::uint64_t task = 0;
        std::string level;
        CountedWork given;
        bool is_given_day_known = false;  // by a change; else it is as it is now
        std::vector<v1::LifeEntry> changes;
    };
    std::map<std::uint64_t, Work> works_;  // by assignment
};

// How an assignment stood after an entry of its history.
CountedWork after(const v1::LifeEntry& entry, sys_seconds given_at);

}  // namespace dondoc::bridge
