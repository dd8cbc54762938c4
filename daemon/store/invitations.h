// SPDX-License-Identifier: Apache-2.0
// Links by which persons log in to a gateway for the first time: one of each person, by the digest of its
// token.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"

namespace dondoc::store {

class Invitations {
  public:
    explicit Invitations(Database& database);

    // In place of the one before.
    void put(PersonId person, const std::string& token, sys_seconds ends);
    // nullopt: there is none, it was used, or it has ended.
    std::optional<PersonId> find(const std::string& token, sys_seconds now);
    void forget(PersonId person);

  private:
    Statement put_, find_, forget_;
};

}  // namespace dondoc::store
