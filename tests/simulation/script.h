// What happens in one run, whatever breaks meanwhile: a province, its policy, and what its operator asks.
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
    std::vector<Office> agencies;
    engine::Rules rules;
    sys_seconds start;
    std::vector<v1::Request> commands;  // with ids; each is asked until it is answered
    double years = 0;                   // that the clock is advanced by
};

Script make_script(std::uint64_t seed);

}  // namespace dondoc::simulation
