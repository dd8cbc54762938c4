// SPDX-License-Identifier: Apache-2.0
// When dossiers are due, and which step of their policy each waits for.
#pragma once

#include <optional>
#include <string>

#include "engine/work.h"

namespace dondoc::engine {

// What a policy counts from: hours of the day are those of terms in hours.
DueMoment due_moment(const FlowTerm& term, sys_seconds due);

// Sets the alarm of one dossier to the first step that was not carried out yet, or removes it.
void plan_alarm(Work& work, const store::FlowItem& item);

// Steps of the agency's dossiers that were put off until then go off now.
void release_flow(Work& work, AgencyId agency, sys_seconds put_off_until);

// Changes when, and only when, terms or alarms of dossiers may fall differently.
std::string flow_fingerprint(const Rules& rules);

// Counts the terms of the next `limit` open dossiers after `after` anew and plans their alarms; returns the
// last one, or nullopt when that was all.
std::optional<store::FlowItemId> replan_flow(Work& work, store::FlowItemId after, int limit);

}  // namespace dondoc::engine
