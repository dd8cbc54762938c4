// What the engine decides by. Comes from the configuration and does not change while the daemon runs.
#pragma once

#include <string>
#include <vector>

#include "domain/alert_policy.h"
#include "domain/calendar.h"

namespace dondoc::engine {

struct Rules {
    std::vector<AlertPolicy> policies;  // the first that is meant for a document's level is used
    Calendar calendar;
    int due_soon_days = 7;
};

// Changes when, and only when, alarms planned by these rules may fall differently.
std::string fingerprint(const Rules& rules);

}  // namespace dondoc::engine
