// SPDX-License-Identifier: Apache-2.0
// Links by which persons log in to a gateway for the first time, or anew: by the digests of their tokens.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"

namespace dondoc::store {

struct Invitation {
    PersonId person;
    bool mailed = false;  // to somebody who has forgotten his password; else handed over by whoever made it
};

class Invitations {
  public:
    explicit Invitations(Database& database);

    // In place of the one of the same person and way before.
    void put(const Invitation& invitation, const std::string& token, sys_seconds ends);
    // nullopt: there is none, it was used, or it has ended.
    std::optional<Invitation> find(const std::string& token, sys_seconds now);
    void forget(PersonId person);

  private:
    Statement put_, find_, forget_;
};

}  // namespace dondoc::store
