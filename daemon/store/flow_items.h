// SPDX-License-Identifier: Apache-2.0
// Dossiers with a term as their sources have them now, their alarms, and the ledger of what was told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/alert_policy.h"
#include "domain/flow_counts.h"
#include "domain/flow_term.h"
#include "store/database.h"

namespace dondoc::store {

using FlowItemId = Id<struct FlowItemTag>;
using FlowSourceId = Id<struct FlowSourceTag>;
using FlowProcedureId = Id<struct FlowProcedureTag>;

struct FlowProcedure {
    FlowProcedureId id;
    std::string code, name;
    FlowTerm term;
};

struct FlowItem {
    FlowItemId id;  // 0: not stored yet
    FlowSourceId source;
    std::string code;  // in the source
    FlowProcedureId procedure;
    AgencyId agency;
    FlowClock clock;
    FlowState state = FlowState::Received;
    std::optional<sys_seconds> finished;  // done or refused
    std::optional<sys_seconds> changed;   // as the source says
    std::optional<sys_seconds> due;       // domain/flow_term.h
};

// What alerts and lists say of a dossier besides.
struct NamedFlowItem {
    FlowItem item;
    std::string source, agency;  // its code
    std::string procedure, procedure_name;
};

struct DueFlowAlarm {
    FlowItemId item;
    AgencyId agency;
    sys_seconds due, at;
    Step step;
};

class FlowItems {
  public:
    explicit FlowItems(Database& database);

    FlowSourceId source(const std::string& name);  // is there afterwards
    std::optional<FlowProcedure> procedure(FlowSourceId source, const std::string& code);
    // True: it was not there, or with another name or term.
    bool put(FlowSourceId source, const FlowProcedure& procedure);

    std::optional<FlowItem> find(FlowSourceId source, const std::string& code);
    std::vector<NamedFlowItem> named(const std::string& code);  // of every source
    NamedFlowItem get(FlowItemId item);
    FlowItemId add(const FlowItem& item);
    void change(const FlowItem& item);
    std::vector<FlowItem> open_after(FlowItemId item, int limit);  // by id

    void set_alarm(FlowItemId item, const std::optional<PlannedStep>& step);
    std::optional<PlannedStep> alarm_of(FlowItemId item);
    // In the order of moments and agencies: `limit` of them, and what more it takes not to part a digest.
    std::vector<DueFlowAlarm> due_alarms(sys_seconds now, int limit, int digest_limit);

    // False: the ledger has this step of this day already. No event: it was skipped.
    bool record(FlowItemId item, local_days due, const Step& step, sys_seconds at,
                std::optional<EventId> event);
    bool was_carried_out(FlowItemId item, local_days due, const Step& step);
    struct Told {
        std::string step;
        local_days due;
        sys_seconds at;
        std::optional<EventId> event;
    };
    std::vector<Told> told(FlowItemId item);  // oldest first

    // Removes up to `limit` dossiers that were finished before then, with their ledger. Returns how many.
    int remove_finished(sys_seconds before, int limit);
    // Dossiers that were finished before it may have been removed, and counted when they were there.
    sys_seconds removed_before();

  private:
    Statement find_source_, add_source_, find_procedure_, put_procedure_;
    Statement find_, named_, get_, add_, change_, open_after_;
    Statement set_alarm_, alarm_of_, due_alarms_;
    Statement record_, was_carried_out_, told_;
    Statement old_, forget_alerts_, remove_, removed_before_, note_removed_;
};

// As they are stored: "from-to,from-" in seconds.
std::string pauses_text(const std::vector<FlowPause>& pauses);
std::vector<FlowPause> parse_pauses(const std::string& text);

// The columns of `flow_item i` that item_of() reads, from the first on.
extern const std::string flow_item_columns;
FlowItem flow_item_of(const Rows& rows);
// These, and the four that named_item_of() reads.
extern const std::string named_flow_items;  // "SELECT ... FROM ..."
NamedFlowItem named_flow_item_of(const Rows& rows);

}  // namespace dondoc::store
