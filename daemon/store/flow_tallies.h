// SPDX-License-Identifier: Apache-2.0
// How many dossiers were received, done and refused on each day, by agency and procedure. Written with what
// changes a dossier, and kept when it is removed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <tuple>
#include <vector>

#include "domain/flow_counts.h"
#include "store/flow_items.h"

namespace dondoc::store {

// What one dossier adds to the counts of a day.
struct FlowDay {
    local_days day;
    AgencyId agency;
    FlowProcedureId procedure;
    auto operator<=>(const FlowDay&) const = default;
};
struct FlowTally {
    std::int64_t received = 0, on_time = 0, late = 0, refused = 0;
};

using FlowDays = std::map<FlowDay, FlowTally>;
void add(FlowDays& days, const FlowItem& item);
void take_away(FlowDays& days, const FlowItem& item);

class FlowTallies {
  public:
    explicit FlowTallies(Database& database);
    // Adds them to what is counted already.
    void write(const FlowDays& days);

  private:
    Statement write_;
};

// Both days are counted with. Open ones are as they were at `at`, which is not after the last day's end.
struct FlowQuestion {
    local_days from, to;
    sys_seconds at;
    std::optional<AgencyId> agency;
    std::string source, procedure;  // empty: all
};
struct FlowAnswer {
    struct Row {
        std::string agency, agency_name, source, procedure, procedure_name;
        FlowFigures figures;
    };
    std::vector<Row> rows;  // of each agency and procedure that has any, by code
};

// Reads one moment of the file through a connection of its own; may run on any thread. Throws StorageError,
// UserError "flow.stopped".
FlowAnswer read_flow_figures(const std::filesystem::path& database, const FlowQuestion& question,
                             const std::stop_token& stop);

}  // namespace dondoc::store
