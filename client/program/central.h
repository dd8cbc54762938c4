// SPDX-License-Identifier: GPL-3.0-or-later
// Asking dondoc-central, which knows the database of many sites and runs for each question.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "dondoc/v1/site.pb.h"
#include "text/catalogue.h"

namespace dondoc::program {

struct CentralQuestion {
    std::string view;                        // "government", "ranking", "ageing", "site", "overdue"
    std::string config;                      // file of dondoc-central; empty: the one it takes by itself
    std::string as_of;                       // civil day on the wire; empty: today
    std::vector<std::string> sites, levels;  // codes and names; empty: all, and the usual ones
    std::string by;                          // of a ranking: "on_time", "completion"; empty: the first
    std::uint32_t least = 0, limit = 0;      // 0: as dondoc-central has it
    bool all_levels = false;
};

// Waits for the answer so long at most. Throws UserError "cli.central.not_there", "cli.central.slow" and
// "cli.central.failed"; why it failed has then been written to our standard error.
v1::SitesReport ask_central(const CentralQuestion& question, text::Lang lang, std::chrono::seconds most);

}  // namespace dondoc::program
