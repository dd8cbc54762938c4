// SPDX-License-Identifier: Apache-2.0
#include "domain/agencies_in_time.h"

#include <algorithm>
#include <set>

#include "domain/contains.h"

namespace dondoc {
namespace {

void follow(const Register& agencies, const std::string& code, local_days since, std::set<std::string>& seen,
            std::vector<std::string>& found) {
    if (!seen.insert(code).second) return;
    bool went_on = false;
    for (const auto& succession : agencies.successions) {
        if (succession.kind == SuccessionKind::Rename || succession.day < since) continue;
        if (!contains(succession.from, code) || contains(succession.to, code)) continue;
        for (const auto& next : succession.to) follow(agencies, next, succession.day, seen, found);
        went_on = true;
    }
    if (!went_on && !contains(found, code)) found.push_back(code);
}

}  // namespace

bool exists_on(const Agency& agency, local_days day) {
    return agency.valid_from.value_or(day) <= day && day <= agency.valid_to.value_or(day);
}

AgencyName name_on(const Agency& agency, local_days day) {
    for (const auto& former : agency.former)
        if (day <= former.until) return {former.code, former.name};
    return {agency.code, agency.name};
}

std::vector<std::string> heirs_of(const Register& agencies, const std::string& code) {
    std::set<std::string> seen;
    std::vector<std::string> codes;
    follow(agencies, code, local_days::min(), seen, codes);
    return codes;
}

std::vector<std::string> successors_of(const Register& agencies, const std::string& code) {
    const auto codes = heirs_of(agencies, code);
    std::vector<std::string> names;
    for (const auto& agency : agencies.agencies)
        if (agency.code != code && contains(codes, agency.code)) names.push_back(agency.name);
    return names;
}

Register as_of(const Register& agencies, local_days day) {
    Register then;
    then.groups = agencies.groups;
    then.successions = agencies.successions;
    then.agencies = agencies.agencies;
    std::stable_partition(then.agencies.begin(), then.agencies.end(),
                          [&](const Agency& agency) { return exists_on(agency, day); });
    std::set<std::string> taken;
    for (auto& agency : then.agencies) {
        agency.former.push_back({day, agency.code, agency.name});  // with the name of today all are there
        agency.name = name_on(agency, day).name;
        // Who shares the name of one that existed then can only be meant by its code.
        if (!exists_on(agency, day) && taken.contains(agency.name)) agency.name = agency.code;
        taken.insert(agency.name);
        if (exists_on(agency, day)) taken.insert(agency.aliases.begin(), agency.aliases.end());
    }
    for (auto& agency : then.agencies) {
        if (!exists_on(agency, day))
            std::erase_if(agency.aliases, [&](const auto& alias) { return taken.contains(alias); });
        for (const auto& other : agency.former)
            if (taken.insert(other.name).second) agency.aliases.push_back(other.name);
        agency.former.pop_back();
    }
    return then;
}

}  // namespace dondoc
