#include "engine/directory.h"

#include <set>

namespace dondoc::engine {

Directory::Directory(store::Agencies& agencies) : Directory(agencies, agencies.load()) {}

Directory::Directory(store::Agencies& agencies, const Register& content) : reader_(content) {
    for (const auto& agency : content.agencies) {
        const auto id = agencies.find(agency.code)->id;
        by_code_[agency.code] = {id, agency.valid_from, agency.valid_to};
        codes_[id] = agency.code;
    }
    for (const auto& group : content.groups) {
        members_[group.name] = group.members;
        groups_[group.name] = {group.members.begin(), group.members.end()};
    }
}

bool Directory::knows(const std::string& name) const {
    return name.starts_with('@') ? groups_.contains(name.substr(1)) : by_code_.contains(name);
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
                const bool exists =
                    agency.valid_from.value_or(on) <= on && on <= agency.valid_to.value_or(on);
                if (exists) add(agency.id);
            }
        }
    }
    return expanded;
}

}  // namespace dondoc::engine
