// SPDX-License-Identifier: Apache-2.0
// The register as it stands, ready for reading cells and for expanding groups. One thread uses it; made anew
// when the register changes.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/agency.h"
#include "domain/policy_choice.h"
#include "language/readers.h"
#include "store/agencies.h"
#include "store/succession.h"

namespace dondoc::engine {

class Directory {
  public:
    Directory(store::Agencies& agencies, store::Successions& successions);

    // Reads what was written on that day: agencies by their names of the time, and of the issuer's province
    // where they name none.
    const language::AgencyReader& reader(local_days written, const std::string& issuer) const;
    const GroupMembers& groups() const { return groups_; }
    const std::string& code_of(AgencyId id) const { return codes_.at(id); }
    // One that came into the register later does.
    bool exists(AgencyId id, local_days on) const;
    // A code, also of earlier times, or a group as "@name".
    bool knows(const std::string& name) const;

    // Agencies whose code or name is much like that, as "CODE (name)"; at most three.
    std::vector<std::string> like(const std::string& typed) const;

    // The agencies that these parties mean on that day, each once, in order: groups are expanded to the
    // members that exist on the day; what is vague or unknown means nobody.
    std::vector<AgencyId> expand(const std::vector<language::Party>& parties, local_days on) const;
    // Who can be assigned in place of the groups' members that did not exist on that day, each once.
    std::vector<AgencyId> takers(const std::vector<language::Party>& parties, local_days on) const;

  private:
    struct Entry {
        AgencyId id;
        std::optional<local_days> valid_from, valid_to;
        bool exists(local_days on) const {
            return valid_from.value_or(on) <= on && on <= valid_to.value_or(on);
        }
    };

    Register content_;
    std::set<local_days> changes_;  // from each of them on, somebody exists or is called otherwise
    // By the change before and the province; made when they are asked for, as plans of few years are read.
    mutable std::map<std::pair<local_days, std::string>, language::AgencyReader> readers_;
    mutable std::map<std::string, std::string> homes_;  // by issuer
    std::unordered_map<std::string, Entry> by_code_;
    std::unordered_map<std::string, std::vector<std::string>> members_;
    std::unordered_map<AgencyId, std::string> codes_;
    GroupMembers groups_;
};

}  // namespace dondoc::engine
