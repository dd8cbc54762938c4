// SPDX-License-Identifier: Apache-2.0
// Lists of dossiers. An index is walked from a place on; one answer looks at a bounded number of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/flow_items.h"

namespace dondoc::store {

struct FlowFilter {
    std::optional<AgencyId> agency;
    std::string source, procedure;         // name, code; empty: all
    std::optional<FlowClass> which;        // nullopt: what is open
    std::optional<sys_seconds> due_until;  // open ones that are due by then and not overdue
};

// A dossier's place in the order of its list.
struct FlowPlace {
    std::int64_t at = 0, id = 0;
};

struct FlowPage {
    std::vector<NamedFlowItem> items;
    std::optional<FlowPlace> next;  // nullopt: that was all
};

class FlowLists {
  public:
    explicit FlowLists(Database& database);

    // Open ones by due, those without one last; finished ones by when they were finished, newest first.
    FlowPage list(const FlowFilter& filter, const std::optional<FlowPlace>& after, int limit,
                  sys_seconds now);

  private:
    Statement open_, open_of_agency_, finished_;
};

}  // namespace dondoc::store
