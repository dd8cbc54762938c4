// SPDX-License-Identifier: Apache-2.0
// Who may connect, as the running daemon knows it. The ZAP thread asks whether a key may come in; the thread
// that owns the state asks who a key is and is the only one that changes it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "domain/access.h"
#include "domain/ids.h"
#include "store/store.h"

namespace dondoc::hub {

// Taken from the authenticated connection, never from a payload; but for the person for whom a gateway
// speaks, who has what the register of persons says.
struct Identity {
    std::string public_key;  // Z85; of a person behind a gateway with its id: what is counted for each is
                             // counted apart
    Role role = Role::Agency;
    std::optional<AgencyId> agency;  // of role Agency
    std::string agency_code;
    std::string name;
    bool is_person = false;  // behind a gateway

    bool is_gateway() const { return role == Role::Gateway; }
    // A gateway for itself has none of the other roles.
    bool may(Role least) const { return is_gateway() ? least == Role::Gateway : role >= least; }
};

// The person of that id as a gateway may speak for it: never as an administrator. nullopt: there is none, it
// was removed, or it may not log in.
std::optional<Identity> person_behind(const Identity& gateway, std::uint64_t person, store::Store& store);

class AccessList {
  public:
    // Reads the keys in force; from then on the ZAP thread decides by them.
    void load(store::Keys& keys, store::Agencies& agencies);

    // nullptr: not known, or revoked.
    std::shared_ptr<const Identity> find(const std::string& public_key) const;

  private:
    // Shared because the ZAP thread may still look into a list that has just been replaced.
    using List = std::unordered_map<std::string, std::shared_ptr<const Identity>>;
    std::shared_ptr<const List> list_ = std::make_shared<const List>();
};

}  // namespace dondoc::hub
