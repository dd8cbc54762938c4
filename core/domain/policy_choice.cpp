// SPDX-License-Identifier: Apache-2.0
#include "domain/policy_choice.h"

#include <algorithm>
#include <array>

#include "domain/document_level.h"

namespace dondoc {
namespace {

// Those without a day of their own may get one later, or are reviewed.
constexpr std::array all_kinds{DeadlineKind::Date,      DeadlineKind::Before,     DeadlineKind::Year,
                               DeadlineKind::Quarter,   DeadlineKind::Month,      DeadlineKind::Relative,
                               DeadlineKind::Recurring, DeadlineKind::Ongoing,    DeadlineKind::From,
                               DeadlineKind::Event,     DeadlineKind::AsAssigned, DeadlineKind::None};

// An empty list means all.
template <typename Value, typename Wanted>
bool fits(const std::vector<Value>& list, const Wanted& wanted) {
    return list.empty() || std::ranges::find(list, wanted) != list.end();
}

bool fits_agency(const std::vector<std::string>& list, std::string_view agency, const GroupMembers& groups) {
    return list.empty() || std::ranges::any_of(list, [&](std::string_view entry) {
               if (!entry.starts_with('@')) return entry == agency;
               const auto group = groups.find(entry.substr(1));
               return group != groups.end() && group->second.contains(agency);
           });
}

bool fits_by_name(const AlertPolicy& policy, const AlertSubject& subject) {
    return fits(policy.levels, subject.level) && fits(policy.priorities, subject.priority) &&
           fits(policy.kinds, subject.kind) && fits(policy.agencies, subject.agency);
}

// How what two conditions fit lies to each other.
struct Overlap {
    bool some = true;          // they share something
    bool first_within = true;  // all of the first is in the second
    bool second_within = true;
};

template <typename Value>
void compare(Overlap& overlap, const std::vector<Value>& first, const std::vector<Value>& second) {
    const auto within = [](const auto& part, const auto& whole) {
        return whole.empty() ||
               (!part.empty() && std::ranges::all_of(part, [&](const auto& v) { return fits(whole, v); }));
    };
    overlap.some &=
        first.empty() || std::ranges::any_of(first, [&](const auto& v) { return fits(second, v); });
    overlap.first_within &= within(first, second);
    overlap.second_within &= within(second, first);
}

Overlap overlap_of(const AlertPolicy& first, const AlertPolicy& second) {
    Overlap overlap;
    compare(overlap, first.levels, second.levels);
    compare(overlap, first.priorities, second.priorities);
    compare(overlap, first.kinds, second.kinds);
    compare(overlap, first.agencies, second.agencies);
    return overlap;
}

// Whether the last policy fits something that none before it does. Agencies that only others name need no
// look: whatever takes "any other agency" takes those too.
bool is_last_reachable(const std::vector<AlertPolicy>& policies) {
    const auto& last = policies.back();
    const std::vector<std::string> any{""};
    for (const auto level : document_levels)
        for (const auto priority : {Priority::Normal, Priority::Urgent})
            for (const auto kind : all_kinds)
                for (const auto& agency : last.agencies.empty() ? any : last.agencies) {
                    const AlertSubject subject{level, priority, kind, agency};
                    const auto first = std::ranges::find_if(
                        policies, [&](const auto& policy) { return fits_by_name(policy, subject); });
                    if (first != policies.end() && &*first == &last) return true;
                }
    return false;
}

}  // namespace

const AlertPolicy* policy_for(const std::vector<AlertPolicy>& policies, const AlertSubject& subject,
                              const GroupMembers& groups) {
    const auto found = std::ranges::find_if(policies, [&](const AlertPolicy& policy) {
        return fits(policy.levels, subject.level) && fits(policy.priorities, subject.priority) &&
               fits(policy.kinds, subject.kind) && fits_agency(policy.agencies, subject.agency, groups);
    });
    return found == policies.end() ? nullptr : &*found;
}

std::optional<PolicyConflict> conflict_of_last(const std::vector<AlertPolicy>& policies) {
    if (policies.empty()) return std::nullopt;
    const auto& last = policies.back();
    std::optional<PolicyConflict> crossing;
    std::string shares_with;
    for (const auto& earlier : policies) {
        if (&earlier == &last) break;
        const auto overlap = overlap_of(earlier, last);
        if (!overlap.some) continue;
        if (overlap.second_within) return PolicyConflict{PolicyConflict::Kind::Unreachable, earlier.name};
        if (!overlap.first_within && !crossing)
            crossing = PolicyConflict{PolicyConflict::Kind::Crossing, earlier.name};
        if (shares_with.empty()) shares_with = earlier.name;
    }
    if (crossing) return crossing;
    if (!is_last_reachable(policies)) return PolicyConflict{PolicyConflict::Kind::Unreachable, shares_with};
    return std::nullopt;
}

}  // namespace dondoc
