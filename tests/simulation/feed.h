// SPDX-License-Identifier: Apache-2.0
// Another system that keeps dossiers and tells of them: new ones, pauses, ends, now and then one again.
#pragma once

#include <string>
#include <vector>

#include "domain/civil.h"
#include "dondoc/v1/request.pb.h"
#include "simulation/random.h"
#include "simulation/script.h"

namespace dondoc::simulation {

class Feed {
  public:
    Feed(Random& random, const std::vector<Script::Office>& agencies)
        : random_(random), agencies_(agencies) {}

    // What the other system has to say at this moment.
    void send(sys_seconds now, v1::Request& request);

  private:
    v1::FlowItem new_dossier(sys_seconds now);
    void move_on(v1::FlowItem& item, sys_seconds now);

    Random& random_;
    const std::vector<Script::Office>& agencies_;
    std::vector<v1::FlowItem> open_;  // as the other system has them
    int dossiers_ = 0;
};

}  // namespace dondoc::simulation
