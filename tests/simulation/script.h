// SPDX-License-Identifier: Apache-2.0
// What happens in one run, whatever breaks meanwhile: a province, its policies, and what its operator asks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "engine/rules.h"

namespace dondoc::simulation {

struct Script {
    struct Office {
        std::string code, name, public_key;
    };
    std::string administrator_key;
    std::vector<Office> agencies;  // the monitoring office is the last
    engine::Rules rules;
    sys_seconds start;
    // With ids; each is asked until it is answered. An amendment and a withdrawal follow their trial, whose
    // `seen` they repeat. clock_advance: that much time passes, whichever clock there is.
    std::vector<v1::Request> commands;
    double years = 0;  // that pass
    // The daemon goes by the clock of a machine that leaps and sleeps; false: by the simulated one.
    bool machine_clock = false;
};

Script make_script(std::uint64_t seed);

}  // namespace dondoc::simulation
