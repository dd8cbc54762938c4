// The register as it stands, ready for reading cells and for expanding groups. Immutable; made anew when the
// register changes.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "domain/agency.h"
#include "domain/policy_choice.h"
#include "language/readers.h"
#include "store/agencies.h"

namespace dondoc::engine {

class Directory {
  public:
    explicit Directory(store::Agencies& agencies);

    const language::AgencyReader& reader() const { return reader_; }
    const GroupMembers& groups() const { return groups_; }
    const std::string& code_of(AgencyId id) const { return codes_.at(id); }
    // A code, or a group as "@name".
    bool knows(const std::string& name) const;

    // The agencies that these parties mean on that day, each once, in order: groups are expanded to the
    // members that exist on the day; what is vague or unknown means nobody.
    std::vector<AgencyId> expand(const std::vector<language::Party>& parties, local_days on) const;

  private:
    struct Entry {
        AgencyId id;
        std::optional<local_days> valid_from, valid_to;
    };
    Directory(store::Agencies& agencies, const Register& content);

    language::AgencyReader reader_;
    std::unordered_map<std::string, Entry> by_code_;
    std::unordered_map<std::string, std::vector<std::string>> members_;
    std::unordered_map<AgencyId, std::string> codes_;
    GroupMembers groups_;
};

}  // namespace dondoc::engine
