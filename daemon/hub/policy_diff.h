// A comparison of policies that somebody asked for. It is made part by part, so that it holds nothing up.
#pragma once

#include "dondoc/v1/request.pb.h"
#include "engine/comparison.h"
#include "hub/ports.h"
#include "text/catalogue.h"

namespace dondoc::hub {

struct PolicyDiff {
    RoutingId asker;
    std::string public_key;
    std::string request_id;
    text::Lang lang;
    engine::PolicyComparison comparison;
};

// The candidate's policies. Throws UserError "config.*" with the file and the line.
engine::Rules read_candidate(engine::Engine& engine, const v1::PolicyDiffRequest& request);

v1::PolicyDiffReply to_wire(const engine::PolicyComparison::Result& result);

}  // namespace dondoc::hub
