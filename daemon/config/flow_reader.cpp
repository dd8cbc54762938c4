// SPDX-License-Identifier: Apache-2.0
#include "config/flow_reader.h"

#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/time_of_day.h"

namespace dondoc::config {
namespace {

// "07:30-11:30"
std::optional<std::pair<std::chrono::minutes, std::chrono::minutes>> parse_hours(std::string_view text) {
    const auto minus = text.find('-');
    if (minus == std::string_view::npos) return std::nullopt;
    const auto from = parse_time_of_day(text.substr(0, minus));
    const auto to = parse_time_of_day(text.substr(minus + 1));
    if (!from || !to || *from >= *to) return std::nullopt;
    return std::pair{*from, *to};
}

void read_hours(Section& section, OfficeHours& hours) {
    const auto texts = section.texts("hours");
    if (!texts) return;
    hours.clear();
    for (const auto& text : *texts) {
        const auto part = parse_hours(text.value);
        if (!part || (!hours.empty() && hours.back().second > part->first))
            section.refuse("hours", *text.node, "config.bad_hours", {text.value});
        else
            hours.push_back(*part);
    }
    if (hours.empty()) section.refuse("hours", "config.empty");
}

}  // namespace

FlowRules default_flow_rules() {
    using Unit = Offset::Unit;
    FlowRules rules;
    rules.policy.name = "flow";
    rules.policy.before = {{1, Unit::WorkingDays}};
    rules.policy.after = {{1, Unit::WorkingDays}};
    rules.policy.repeat = Offset{5, Unit::WorkingDays};
    return rules;
}

void read_flow(Section& section, const PolicyDefaults& defaults, Settings& settings) {
    constexpr int shortest_days = 30, longest_days = 36'500;
    auto read = read_steps(section, settings.flow.policy, defaults);
    settings.flow.policy = std::move(read.policy);
    std::ranges::move(read.mentions, std::back_inserter(settings.mentions));
    read_hours(section, settings.flow.hours);
    if (const auto days = section.integer("days", shortest_days, longest_days))
        settings.flow_days = static_cast<int>(*days);
}

}  // namespace dondoc::config
