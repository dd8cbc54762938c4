// SPDX-License-Identifier: Apache-2.0
// Time that passes, and clocks that are wrong.
#include <algorithm>

#include "simulation/daemon.h"

namespace dondoc::simulation {

using std::chrono::hours;
using std::chrono::seconds;

// Who waits for an answer asks again before the daemon has forgotten that it carried it out.
seconds World::longest_pass() {
    constexpr hours remembered{5 * 24}, at_once{24};
    if (!colleagues_ || colleagues_->is_done()) {
        all_answered_at_ = machine_.true_now();
        return seconds::max();
    }
    return machine_.true_now() - all_answered_at_ < remembered ? seconds{at_once} : seconds{0};
}

// Also while nobody is there: a downtime. What is due now and then gets its very moment.
void World::let_time_pass(sys_seconds target) {
    if (more_to_do_ || (daemon_ && something_is_due())) return;
    if (machine_.true_now() >= target) return next_command();
    const auto longest = longest_pass();
    if (longest == seconds{0}) return;
    seconds span{random_() % (random_() % 4 == 0 ? 3 * 86'400 : 7'200)};
    if (daemon_ && random_() % 3 == 0)
        if (const auto next = daemon_->engine.next_alarm(); next && *next > machine_.now())
            span = std::min(span, *next - machine_.now());
    if (faulty_ && random_() % 100 == 0) {
        span = hours{random_() % (30 * 24)};
        ++figures_.sleeps;
    }
    span = std::min(span, longest);
    machine_.pass(std::clamp(span, seconds{1}, std::max(target - machine_.true_now(), seconds{1})));
    if (faulty_ && !healing_) disturb_clock();
}

void World::disturb_clock() {
    if (random_() % 30 != 0) return;
    ++figures_.clock_steps;
    constexpr std::uint64_t days_of_doubt = 80 * 365;
    switch (random_() % 5) {
        case 0:  // somebody's watch is fast, or slow
        case 1:
            return machine_.set_wrong(hours{random_() % 144} - hours{72});
        case 2:  // a dead battery
            return machine_.set_wrong(date::days{random_() % days_of_doubt} - date::days{days_of_doubt / 2});
        case 3:
            return machine_.synchronise(true);
        default:
            machine_.set_right();
            return machine_.synchronise(false);
    }
}

void World::help_clock() {
    ++figures_.clock_held;
    if (random_() % 4 != 0) return;  // nobody looks yet
    if (random_() % 2 == 0) return machine_.synchronise(true);
    machine_.set_right();
    if (!daemon_->engine.is_held()) return;  // that was it
    if (!network_.is_up(operator_line_)) operator_line_ = network_.connect({script_.administrator_key, {}});
    v1::ClientFrame question;
    auto& request = *question.mutable_request();
    request.set_id("confirm-" + std::to_string(figures_.clock_held));
    request.mutable_clock_confirm()->mutable_now()->set_seconds(machine_.now().time_since_epoch().count());
    network_.send_up(operator_line_, question.SerializeAsString());
}

}  // namespace dondoc::simulation
