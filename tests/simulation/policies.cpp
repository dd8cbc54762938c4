// SPDX-License-Identifier: Apache-2.0
#include "simulation/policies.h"

#include "domain/policy_choice.h"

namespace dondoc::simulation {
namespace {

bool one_in(Random& random, std::uint64_t n) {
    return random() % n == 0;
}

Offset offset_of(Random& random, int count) {
    return {count, one_in(random, 3) ? Offset::Unit::WorkingDays : Offset::Unit::Days};
}

AlertPolicy make_steps(Random& random) {
    AlertPolicy policy;
    for (int days = 30; days > 0; days -= between(random, 2, 25))
        policy.before.push_back(offset_of(random, days));
    policy.on_day = one_in(random, 2);
    for (int days = between(random, 1, 3); days < 20; days += between(random, 1, 15))
        policy.after.push_back({days, Offset::Unit::Days});
    if (!one_in(random, 4)) {
        constexpr int week = 7;
        policy.repeat = one_in(random, 3) ? Offset{week * between(random, 1, 3), Offset::Unit::Days}
                                          : Offset{between(random, 5, 30), policy.after.back().unit};
        policy.repeat_limit = between(random, 1, 6);
    }
    if (one_in(random, 2)) {
        policy.escalate_after = {offset_of(random, between(random, 1, 10))};
        policy.escalate_after.push_back({between(random, 15, 30), Offset::Unit::Days});
        policy.escalate_to = {office_code};
    }
    if (one_in(random, 3)) policy.unseen_after = offset_of(random, between(random, 1, 10));
    policy.time_of_day = std::chrono::minutes{between(random, 0, 24 * 60 - 1)};
    policy.working_days_only = one_in(random, 2);
    policy.digest = !one_in(random, 4);
    return policy;
}

void add_conditions(Random& random, const std::vector<std::string>& agencies, AlertPolicy& policy) {
    if (one_in(random, 2)) policy.priorities = {one_in(random, 3) ? Priority::Normal : Priority::Urgent};
    if (one_in(random, 3)) policy.kinds = {DeadlineKind::Before, DeadlineKind::Month};
    if (one_in(random, 3)) policy.levels = {"province"};
    if (one_in(random, 2))
        policy.agencies = {one_in(random, 3) ? "@" + group_name : agencies[random() % agencies.size()]};
}

}  // namespace

AlertPolicy make_flow_policy(Random& random) {
    auto policy = make_steps(random);
    policy.unseen_after.reset();  // nobody waits for somebody to look at a dossier
    return policy;
}

std::vector<AlertPolicy> make_policies(Random& random, const std::vector<std::string>& agencies) {
    std::vector<AlertPolicy> policies;
    for (int i = between(random, 0, 4); i >= 0; --i) {
        auto policy = make_steps(random);
        policy.name = "policy " + std::to_string(i);
        const bool general = i == 0;
        if (!general) add_conditions(random, agencies, policy);
        policies.push_back(std::move(policy));
        if (!general && conflict_of_last(policies)) policies.pop_back();
    }
    // Now and then nothing fits the rest.
    if (policies.size() > 1 && (conflict_of_last(policies) || one_in(random, 5))) policies.pop_back();
    return policies;
}

}  // namespace dondoc::simulation
