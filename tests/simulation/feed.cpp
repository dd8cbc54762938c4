// SPDX-License-Identifier: Apache-2.0
#include "simulation/feed.h"

#include <array>
#include <chrono>
#include <utility>

namespace dondoc::simulation {
namespace {

constexpr std::array terms{"3wd", "15d", "16h"};

}  // namespace

v1::FlowItem Feed::new_dossier(sys_seconds now) {
    v1::FlowItem item;
    item.set_id("HS-" + std::to_string(++dossiers_));
    item.set_procedure("TT" + std::to_string(random_() % terms.size()));
    item.set_office(agencies_[random_() % agencies_.size()].code);
    item.set_received(iso_instant(now - std::chrono::minutes{between(random_, 0, 5 * 24 * 60)}));
    item.set_state(v1::FlowState::in_work);
    return item;
}

void Feed::move_on(v1::FlowItem& item, sys_seconds now) {
    const bool is_paused = item.state() == v1::FlowState::paused;
    if (is_paused) {
        item.mutable_pauses(item.pauses_size() - 1)->set_to(iso_instant(now));
        item.set_state(v1::FlowState::in_work);
    } else if (random_() % 2 == 0) {
        item.add_pauses()->set_from(iso_instant(now));
        item.set_state(v1::FlowState::paused);
    } else {
        item.set_state(random_() % 5 == 0 ? v1::FlowState::refused : v1::FlowState::done);
        item.set_finished(iso_instant(now));
    }
}

void Feed::send(sys_seconds now, v1::Request& request) {
    auto& flow = *request.mutable_flow();
    flow.set_source("mot-cua");
    flow.set_skip_refused(true);  // by a clock that is behind, what was received just now is refused
    for (std::size_t i = 0; i < terms.size(); ++i) {
        auto& procedure = *flow.add_procedures();
        procedure.set_code("TT" + std::to_string(i));
        procedure.set_name("Thủ tục thử " + std::to_string(i));
        procedure.set_term(terms[i]);
    }
    std::vector<v1::FlowItem> still_open;
    for (auto& item : open_) {
        const auto chance = random_() % 4;
        if (chance == 0) move_on(item, now);
        if (chance < 2) *flow.add_items() = item;  // also as it was
        const bool is_finished =
            item.state() == v1::FlowState::done || item.state() == v1::FlowState::refused;
        if (!is_finished) still_open.push_back(item);
    }
    open_ = std::move(still_open);
    for (int i = between(random_, 0, 3); i > 0; --i) {
        open_.push_back(new_dossier(now));
        *flow.add_items() = open_.back();
    }
}

}  // namespace dondoc::simulation
