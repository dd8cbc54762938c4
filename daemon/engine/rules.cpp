// SPDX-License-Identifier: Apache-2.0
#include "engine/rules.h"

#include <sstream>
#include <string_view>

namespace dondoc::engine {
namespace {

void write(std::ostream& out, const std::vector<Offset>& offsets) {
    for (const auto& offset : offsets) out << to_key({AlertKind::Reminder, offset}) << ',';
    out << ';';
}

void write(std::ostream& out, const std::vector<std::string>& names) {
    for (const auto& name : names) out << name << ',';
    out << ';';
}

void write_subjects(std::ostream& out, const AlertPolicy& policy, const GroupMembers& groups) {
    write(out, policy.levels);
    for (const auto priority : policy.priorities) out << name_of(priority) << ',';
    out << ';';
    for (const auto kind : policy.kinds) out << name_of(kind) << ',';
    out << ';';
    for (const auto& name : policy.agencies) {
        out << name << ',';
        if (!name.starts_with('@')) continue;
        if (const auto group = groups.find(std::string_view{name}.substr(1)); group != groups.end())
            for (const auto& code : group->second) out << code << '.';
    }
    out << ';';
}

}  // namespace

std::string fingerprint(const Rules& rules, const GroupMembers& groups) {
    std::ostringstream out;
    for (const auto& policy : rules.policies) {
        write_subjects(out, policy, groups);
        write(out, policy.before);
        out << policy.on_day << ';';
        write(out, policy.after);
        write(out, policy.repeat ? std::vector{*policy.repeat} : std::vector<Offset>{});
        out << policy.repeat_limit << ';';
        write(out, policy.escalate_after);
        out << !policy.escalate_to.empty() << ';' << policy.time_of_day.count() << ';'
            << policy.working_days_only << ';' << (policy.review ? to_text(*policy.review) : "") << '\n';
    }
    for (const auto& [year, data] : rules.calendar.years()) {
        out << int{year} << ':';
        for (const auto& [day, special] : data.days)
            out << iso_day(day) << (special.kind == SpecialDay::Kind::MadeUp ? '+' : '-') << ',';
        out << '\n';
    }
    return out.str();
}

}  // namespace dondoc::engine
