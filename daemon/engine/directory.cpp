// SPDX-License-Identifier: Apache-2.0
#include "engine/directory.h"

#include <algorithm>
#include <set>

#include "language/agency/nearest_name.h"
#include "language/words/text_pattern.h"

namespace dondoc::engine {

namespace {

std::vector<std::string> codes_of(store::Agencies& agencies, const std::vector<AgencyId>& ids) {
    std::vector<std::string> codes;
    for (const auto id : ids) codes.push_back(agencies.get(id).code);
    return codes;
}

}  // namespace

Directory::Directory(store::Agencies& agencies, store::Successions& successions) : content_(agencies.load()) {
    for (const auto& record : successions.all())
        content_.successions.push_back({record.kind, record.day, record.document,
                                        codes_of(agencies, record.from), codes_of(agencies, record.to)});
    const date::days next{1};
    for (const auto& agency : content_.agencies) {
        const auto id = agencies.find(agency.code)->id;
        by_code_[agency.code] = {id, agency.valid_from, agency.valid_to};
        codes_[id] = agency.code;
        if (agency.valid_from) changes_.insert(*agency.valid_from);
        if (agency.valid_to) changes_.insert(*agency.valid_to + next);
        for (const auto& former : agency.former) changes_.insert(former.until + next);
    }
    for (const auto& agency : content_.agencies)
        for (const auto& former : agency.former) by_code_.try_emplace(former.code, by_code_[agency.code]);
    for (const auto& group : content_.groups) {
        members_[group.name] = group.members;
        groups_[group.name] = {group.members.begin(), group.members.end()};
    }
}

const language::AgencyReader& Directory::reader(local_days written, const std::string& issuer) const {
    const auto later = changes_.upper_bound(written);
    const auto since = later == changes_.begin() ? local_days::min() : *std::prev(later);
    constexpr std::size_t most_homes = 1000;  // issuers are what users type
    if (homes_.size() > most_homes) homes_.clear();
    auto home = homes_.find(issuer);
    if (home == homes_.end()) home = homes_.emplace(issuer, language::home_province(content_, issuer)).first;
    const std::pair key{since, home->second};
    auto found = readers_.find(key);
    if (found == readers_.end())
        found = readers_.emplace(key, language::AgencyReader{content_, written, home->second}).first;
    return found->second;
}

bool Directory::exists(AgencyId id, local_days on) const {
    const auto code = codes_.find(id);
    return code == codes_.end() || by_code_.at(code->second).exists(on);
}

bool Directory::knows(const std::string& name) const {
    return name.starts_with('@') ? groups_.contains(name.substr(1)) : by_code_.contains(name);
}

std::vector<std::string> Directory::like(const std::string& typed) const {
    constexpr std::size_t most = 3;
    std::vector<std::string> found;
    const auto add = [&](const Agency& agency) {
        const auto text = agency.code + " (" + agency.name + ')';
        if (found.size() < most && std::ranges::find(found, text) == found.end()) found.push_back(text);
    };
    language::NearestName nearest;
    const auto key = language::symbol_key(typed);
    for (std::size_t i = 0; i < content_.agencies.size(); ++i) {
        const auto& agency = content_.agencies[i];
        const auto code = language::symbol_key(agency.code);
        if (code == key || (!key.empty() && code.starts_with(key))) add(agency);
        nearest.add(agency.code, i);
        nearest.add(agency.name, i);
    }
    if (const auto best = nearest.find(typed)) add(content_.agencies[best->party]);
    return found;
}

std::vector<AgencyId> Directory::expand(const std::vector<language::Party>& parties, local_days on) const {
    std::vector<AgencyId> expanded;
    std::set<AgencyId> seen;
    const auto add = [&](AgencyId id) {
        if (seen.insert(id).second) expanded.push_back(id);
    };
    for (const auto& party : parties) {
        if (party.kind == language::Party::Kind::Agency) {
            if (const auto found = by_code_.find(party.code); found != by_code_.end()) add(found->second.id);
        } else if (party.kind == language::Party::Kind::Group) {
            const auto group = members_.find(party.code);
            if (group == members_.end()) continue;
            for (const auto& code : group->second) {
                const auto& agency = by_code_.at(code);
                if (agency.exists(on)) add(agency.id);
            }
        }
    }
    return expanded;
}

std::vector<AgencyId> Directory::takers(const std::vector<language::Party>& parties, local_days on) const {
    std::vector<AgencyId> found;
    std::set<AgencyId> seen;
    for (const auto& party : parties) {
        if (party.kind != language::Party::Kind::Group) continue;
        for (const auto& member : reader(on, {}).absent_of(party.code))
            for (const auto& code : member.takers)
                if (const auto id = by_code_.at(code).id; seen.insert(id).second) found.push_back(id);
    }
    return found;
}

}  // namespace dondoc::engine
