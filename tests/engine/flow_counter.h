// SPDX-License-Identifier: Apache-2.0
// A counter that takes in dossiers, of two procedures, under a simulated clock.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/flow/flow_intake.h"
#include "store/check.h"
#include "support/province.h"

namespace dondoc::test {

using engine::FlowOutcome;
using engine::FlowSaid;

inline engine::Rules flow_rules() {
    engine::Rules rules{{daily_policy()}, {}, 7};
    rules.flow.policy.before = {{1, Offset::Unit::WorkingDays}};
    rules.flow.policy.after = {{1, Offset::Unit::WorkingDays}};
    rules.flow.policy.repeat = Offset{5, Offset::Unit::WorkingDays};
    return rules;
}

class Counter {
  public:
    explicit Counter(engine::Rules rules = flow_rules(), const std::string& start = "2023-05-15T08:00")
        : province(folder_ / "dondoc.db", std::move(rules), at(start)) {
        province.register_agencies();
        change([](engine::FlowIntake& intake) {
            intake.put("TT1", "Cấp phiếu lý lịch", {3, FlowTerm::Unit::WorkingDays});
            intake.put("TT2", "Chứng thực", {4, FlowTerm::Unit::WorkingHours});
        });
    }

    void change(const std::function<void(engine::FlowIntake&)>& carry_out) {
        province.engine.change([&](engine::Work& work) {
            engine::FlowIntake intake{work, "mot-cua"};
            carry_out(intake);
            intake.finish();
        });
    }
    FlowOutcome take(const FlowSaid& said) {
        FlowOutcome outcome{};
        change([&](engine::FlowIntake& intake) { outcome = intake.take(said); });
        return outcome;
    }
    store::FlowItem item(const std::string& id) {
        auto& flow = province.store.flow;
        return flow.named(id).at(0).item;
    }
    FlowFigures figures(local_days from, local_days to) {
        const auto end = to_instant(local_seconds{to + date::days{1}}) - std::chrono::seconds{1};
        store::FlowQuestion question{from, to, std::min(end, province.clock.now()), {}, {}, {}};
        FlowFigures sum;
        for (const auto& row : store::read_flow_figures(folder_ / "dondoc.db", question, {}).rows)
            sum += row.figures;
        return sum;
    }
    std::vector<v1::FlowAlert> told(const std::string& agency) {
        std::vector<v1::FlowAlert> alerts;
        for (const auto& event : province.inbox(agency)) {
            if (event.kind() != v1::EventKind::flow) continue;
            alerts.insert(alerts.end(), event.flow().items().begin(), event.flow().items().end());
        }
        return alerts;
    }
    std::vector<Message> findings() {
        return store::check(folder_ / "dondoc.db", store::Reading::OthersWrite, {}).findings;
    }

  private:
    TemporaryFolder folder_;

  public:
    Province province;
};

inline FlowSaid dossier(const std::string& id, const std::string& received = "2023-05-15T08:00") {
    FlowSaid said;
    said.id = id;
    said.procedure = "TT1";
    said.office = "STC";
    said.received = at(received);
    said.state = FlowState::InWork;
    return said;
}

inline FlowSaid done(FlowSaid said, const std::string& finished, FlowState state = FlowState::Done) {
    said.state = state;
    said.finished = at(finished);
    return said;
}

}  // namespace dondoc::test
