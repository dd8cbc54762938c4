// SPDX-License-Identifier: Apache-2.0
// A comparison of policies that somebody asked for. It is made part by part, so that it holds nothing up.
#include <cstdint>
#include <memory>
#include <string>

#include "config/loader.h"
#include "config/mentions.h"
#include "engine/trials/comparison.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t longest_config = 1024 * 1024;  // bytes, as the daemon's own

v1::PolicyDiffReply::Counts counts_of(const engine::PolicyComparison::Counts& counts) {
    v1::PolicyDiffReply::Counts wire;
    wire.set_added(counts.added);
    wire.set_dropped(counts.dropped);
    wire.set_moved(counts.moved);
    return wire;
}

// The candidate's policies. Throws UserError "config.*" with the file and the line.
engine::Rules read_candidate(engine::Engine& engine, const v1::PolicyDiffRequest& request) {
    const std::string name = request.name().empty() ? "dondocd.toml" : request.name();
    if (request.config().size() > longest_config)
        throw UserError("config.too_large", {name, std::to_string(longest_config)}, name);
    auto settings = config::parse(request.config(), name);
    if (engine.store().agencies.count() > 0)
        config::require_known(settings.mentions,
                              [&](const std::string& wanted) { return engine.directory().knows(wanted); });
    return {std::move(settings.policies), {}, settings.due_soon_days, settings.office};
}

v1::PolicyDiffReply reply_of(const engine::PolicyComparison::Result& result) {
    v1::PolicyDiffReply wire;
    *wire.mutable_total() = counts_of(result.total);
    for (const auto& [key, counts] : result.rows) {
        auto& row = *wire.add_rows();
        row.set_agency(key.first);
        constexpr std::size_t month_length = 7;  // "2023-12"
        row.set_month(iso_day(local_days{key.second / date::day{1}}).substr(0, month_length));
        *row.mutable_counts() = counts_of(counts);
    }
    for (const auto& change : result.examples) {
        auto& example = *wire.add_examples();
        example.set_agency(change.agency);
        example.set_assignment(static_cast<std::uint64_t>(change.assignment.value));
        example.set_task(static_cast<std::uint64_t>(change.task.value));
        example.set_step(change.step);
        example.set_due(iso_day(change.due));
        if (change.before) set(*example.mutable_before(), *change.before);
        if (change.after) set(*example.mutable_after(), *change.after);
        example.set_rule_before(change.rule_before);
        example.set_rule_after(change.rule_after);
    }
    wire.set_until(iso_day(result.until));
    wire.set_assignments(result.assignments);
    return wire;
}

class PolicyDiff : public Job {
  public:
    PolicyDiff(engine::Engine& engine, const v1::PolicyDiffRequest& wanted)
        : comparison_(engine, read_candidate(engine, wanted)) {}

    bool step() override { return comparison_.compare_some(); }
    void answer(v1::Reply& reply) override { *reply.mutable_policy_diff() = reply_of(comparison_.result()); }

  private:
    engine::PolicyComparison comparison_;
};

}  // namespace

std::unique_ptr<Job> compare_policies(Call& call, const v1::PolicyDiffRequest& wanted) {
    return std::make_unique<PolicyDiff>(call.engine, wanted);
}

}  // namespace dondoc::hub
