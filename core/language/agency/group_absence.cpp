// SPDX-License-Identifier: Apache-2.0
#include "language/agency/group_absence.h"

#include <algorithm>
#include <map>

#include "domain/agencies_in_time.h"
#include "domain/contains.h"

namespace dondoc::language {
namespace {

using ByCode = std::map<std::string, const Agency*>;

bool exists(const ByCode& agencies, const std::string& code, local_days day) {
    const auto found = agencies.find(code);
    return found != agencies.end() && exists_on(*found->second, day);
}

bool comes_from_a_member(const Register& agencies, const ByCode& by_code, const AgencyGroup& group,
                         const std::string& code, local_days day) {
    for (const auto& succession : agencies.successions)
        if (contains(succession.to, code) && std::ranges::any_of(succession.from, [&](const auto& from) {
                return contains(group.members, from) && exists(by_code, from, day);
            }))
            return true;
    return false;
}

AbsentMember member_of(const Register& agencies, const ByCode& by_code, const Agency& agency,
                       local_days written) {
    AbsentMember absent{agency.code, agency.name, {}, false, {}, {}};
    absent.comes_later = agency.valid_from && written < *agency.valid_from;
    absent.day = absent.comes_later ? *agency.valid_from : *agency.valid_to;
    if (absent.comes_later) {
        absent.takers = {agency.code};
    } else {
        absent.takers = heirs_of(agencies, agency.code);
        std::erase_if(absent.takers, [&](const auto& code) { return !exists(by_code, code, written); });
    }
    for (const auto& code : absent.takers) absent.taker_names.push_back(by_code.at(code)->name);
    return absent;
}

// The first few, and how many there are.
std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most_named = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) text += (i ? "; " : "") + names[i];
    return names.size() > most_named ? text + "; …" : text;
}

}  // namespace

std::vector<AbsentMember> absent_members(const Register& agencies, const AgencyGroup& group,
                                         local_days written) {
    ByCode by_code;
    for (const auto& agency : agencies.agencies) by_code[agency.code] = &agency;
    std::vector<AbsentMember> absent;
    for (const auto& code : group.members) {
        const auto found = by_code.find(code);
        if (found == by_code.end() || exists_on(*found->second, written)) continue;
        auto member = member_of(agencies, by_code, *found->second, written);
        const auto is_member = [&](const auto& taker) { return contains(group.members, taker); };
        const bool is_done = member.comes_later
                                 ? comes_from_a_member(agencies, by_code, group, code, written)
                                 : !member.takers.empty() && std::ranges::all_of(member.takers, is_member);
        if (!is_done) absent.push_back(std::move(member));
    }
    return absent;
}

std::vector<Message> absence_questions(const std::string& group, std::size_t all,
                                       const std::vector<AbsentMember>& absent) {
    std::vector<std::string> later, ended, takers;
    local_days first = local_days::max(), last = local_days::min();
    for (const auto& member : absent) {
        (member.comes_later ? later : ended).push_back(member.name);
        if (member.comes_later)
            first = std::min(first, member.day);
        else
            last = std::max(last, member.day);
        if (!member.comes_later)
            for (const auto& name : member.taker_names)
                if (!contains(takers, name)) takers.push_back(name);
    }
    std::vector<Message> questions;
    const auto count = [](const auto& names) { return std::to_string(names.size()); };
    if (!later.empty())
        questions.push_back({"group.comes_later",
                             {group, count(later), std::to_string(all), spoken_day(first), listed(later)}});
    if (!ended.empty() && takers.empty())
        questions.push_back(
            {"group.ended", {group, count(ended), std::to_string(all), spoken_day(last), listed(ended)}});
    else if (!ended.empty())
        questions.push_back({"group.succeeded",
                             {group, count(ended), std::to_string(all), spoken_day(last), listed(ended),
                              count(takers), listed(takers)}});
    return questions;
}

}  // namespace dondoc::language
