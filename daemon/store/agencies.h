// The register of agencies and groups.
#pragma once

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
    std::optional<Ref> find(const std::string& code);
    Ref get(AgencyId id);  // must exist
    std::optional<Agency> read(const std::string& code);

    Register load();
    std::int64_t count();

    enum class Change { Added, Changed, Unchanged };
    Change put(const Agency& agency);
    // Replaces the group's aliases and members. Every member must be registered.
    void put(const AgencyGroup& group);

  private:
    Statement find_, get_, count_, read_, aliases_of_;
    Statement insert_, update_, delete_aliases_, insert_alias_;
    Statement insert_group_, find_group_, delete_group_aliases_, delete_members_, insert_group_alias_,
        insert_member_;
    Statement all_, all_aliases_, all_groups_, all_group_aliases_, all_members_;
};

}  // namespace dondoc::store
