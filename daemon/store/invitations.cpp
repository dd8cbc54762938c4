// SPDX-License-Identifier: Apache-2.0
#include "store/invitations.h"

#include "store/request_digest.h"

namespace dondoc::store {

Invitations::Invitations(Database& database)
    : put_(database,
           "INSERT INTO invitation (person_id, mailed, digest, ends_at) VALUES (?, ?, ?, ?) ON CONFLICT "
           "(person_id, mailed) DO UPDATE SET digest = excluded.digest, ends_at = excluded.ends_at"),
      find_(database, "SELECT person_id, mailed FROM invitation WHERE digest = ? AND ends_at > ?"),
      forget_(database, "DELETE FROM invitation WHERE person_id = ?") {}

void Invitations::put(const Invitation& invitation, const std::string& token, sys_seconds ends) {
    put_.run(invitation.person, invitation.mailed, Blob{request_digest(token)}, ends);
}

std::optional<Invitation> Invitations::find(const std::string& token, sys_seconds now) {
    const auto digest = request_digest(token);
    auto rows = find_.query(Blob{digest}, now);
    if (!rows.next()) return std::nullopt;
    return Invitation{rows.id<PersonId>(0), rows.integer(1) != 0};
}

void Invitations::forget(PersonId person) {
    forget_.run(person);
}

}  // namespace dondoc::store
