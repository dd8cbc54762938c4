// SPDX-License-Identifier: Apache-2.0
// The register of agencies and groups.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/agency.h"
#include "store/database.h"

namespace dondoc::store {

class Agencies {
  public:
    explicit Agencies(Database& database);

    struct Ref {
        AgencyId id;
        std::string code;
        std::string name;
    };
    // By its code, or by one that it had before and nobody has now.
    std::optional<Ref> find(const std::string& code);
    Ref get(AgencyId id);                                 // must exist
    std::vector<std::string> codes(AgencyId id);          // the present one, then those it had before
    std::optional<Agency> read(const std::string& code);  // by its present code; without former names

    Register load();  // without successions
    std::int64_t count();

    enum class Change { Added, Changed, Unchanged };
    Change put(const Agency& agency);
    // From the day on it is called otherwise; what it was called until then is kept.
    void rename(AgencyId id, const std::string& code, const std::string& name, local_days day);
    void end(AgencyId id, local_days last_day);
    // Replaces the group's aliases and members. Every member must be registered.
    void put(const AgencyGroup& group);

  private:
    Statement find_, find_former_, get_, former_codes_, count_, read_, aliases_of_;
    Statement keep_name_, rename_, end_, all_former_;
    Statement insert_, update_, delete_aliases_, insert_alias_;
    Statement insert_group_, find_group_, delete_group_aliases_, delete_members_, insert_group_alias_,
        insert_member_;
    Statement all_, all_aliases_, all_groups_, all_group_aliases_, all_members_;
};

}  // namespace dondoc::store
