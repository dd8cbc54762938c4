// SPDX-License-Identifier: Apache-2.0
// Dossiers that a source tells of: each known by its id there, added or brought up to date, counted and
// planned.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/work.h"

namespace dondoc::engine {

// A dossier as the source has it now.
struct FlowSaid {
    std::string id, procedure, office;  // codes
    sys_seconds received;
    FlowState state = FlowState::Received;
    std::vector<FlowPause> pauses;
    std::optional<sys_seconds> finished, changed;
    std::optional<FlowTerm> term;  // nullopt: that of the procedure, or the one that it was received with
};

enum class FlowOutcome {
    Added,
    Changed,
    Unchanged,
    Older,     // something newer is known
    Forgotten  // it was finished before what is still kept
};

class FlowIntake {
  public:
    // Throws UserError "flow.no_source", "value.too_long".
    FlowIntake(Work& work, const std::string& source);

    // True: it was not there, or is another now. Throws UserError "flow.no_code", "flow.no_name",
    // "value.too_long"; the place is the field.
    bool put(const std::string& code, const std::string& name, const FlowTerm& term);

    // Nothing is changed by what it refuses: UserError "flow.no_code", "value.too_long",
    // "flow.unknown_procedure", "agency.unknown", "agency.unknown_like", "flow.future", "flow.too_old",
    // "flow.pause_order", "flow.pause_goes_on", "flow.no_pause", "flow.too_many_pauses", "flow.no_finished",
    // "flow.not_finished", "flow.finished_order"; the place is the field.
    FlowOutcome take(const FlowSaid& said);

    // Writes what was counted.
    void finish();

  private:
    store::FlowProcedure procedure(const std::string& code);
    AgencyId office(const std::string& code);
    void require_times(const FlowSaid& said) const;
    void put(store::FlowItem item, const std::optional<store::FlowItem>& known);

    Work& work_;
    store::FlowSourceId source_;
    std::map<std::string, store::FlowProcedure> procedures_;
    std::map<std::string, AgencyId> offices_;
    store::FlowDays days_;
};

}  // namespace dondoc::engine
