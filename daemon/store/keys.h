// SPDX-License-Identifier: Apache-2.0
// Who may connect: public keys (Z85, 40 characters) with their roles. A revoked key keeps its row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/access.h"
#include "store/database.h"

namespace dondoc::store {

struct AccessKey {
    std::string public_key;
    Role role = Role::Agency;
    std::optional<AgencyId> agency;  // of role Agency
    std::string name;
    sys_seconds granted_at;
    std::optional<sys_seconds> revoked_at;
};

class Keys {
  public:
    explicit Keys(Database& database);

    std::vector<AccessKey> list();
    std::optional<AccessKey> find(const std::string& public_key);
    void put(const AccessKey& key);  // adds it, or replaces what it was granted before
    void revoke(const std::string& public_key, sys_seconds at);

  private:
    Statement list_, find_, upsert_, revoke_;
};

}  // namespace dondoc::store
