// SPDX-License-Identifier: Apache-2.0
// What the engine decides by. Comes from the configuration.
#pragma once

#include <string>
#include <vector>

#include "domain/alert_policy.h"
#include "domain/calendar.h"
#include "domain/clock_trust.h"
#include "domain/criterion.h"
#include "domain/flow_rules.h"
#include "domain/policy_choice.h"
#include "domain/report_counts.h"

namespace dondoc::engine {

struct Rules {
    std::vector<AlertPolicy> policies;  // see domain/policy_choice.h for which of them holds
    Calendar calendar;
    int due_soon_days = 7;
    std::string office = {};               // code of the monitoring office; empty: none
    ClockRules clock = {};                 // of the machine's clock
    std::vector<Criterion> criteria = {};  // what reports may score by
    std::string installation = {};         // its name, printed on reports
    // Where other machines find the daemon and its feed: what new profiles say. Empty: not configured.
    std::string public_endpoint = {}, public_feed = {};
    std::string public_web = {};                   // where people find the gateway; empty: not configured
    WaitingResults waiting = WaitingResults::Own;  // in reports
    FlowRules flow = {};                           // of dossiers with a term
};

// Changes when, and only when, alarms planned by these rules may fall differently: also with who is in a
// group that a policy names.
std::string fingerprint(const Rules& rules, const GroupMembers& groups);

}  // namespace dondoc::engine
