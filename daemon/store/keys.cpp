// SPDX-License-Identifier: Apache-2.0
#include "store/keys.h"

namespace dondoc::store {
namespace {

const std::string key_columns =
    "SELECT public_key, role, agency_id, name, granted_at, revoked_at FROM access_key ";

AccessKey read_key(const Rows& rows) {
    AccessKey key{rows.text(0),    static_cast<Role>(rows.integer(1)),
                  std::nullopt,    rows.text(3),
                  rows.instant(4), rows.maybe_instant(5)};
    if (!rows.is_null(2)) key.agency = rows.id<AgencyId>(2);
    return key;
}

}  // namespace

Keys::Keys(Database& database)
    : list_(database, key_columns + "ORDER BY id"),
      find_(database, key_columns + "WHERE public_key = ?"),
      upsert_(database,
              "INSERT INTO access_key (public_key, role, agency_id, name, granted_at) VALUES (?, ?, ?, ?, ?) "
              "ON CONFLICT (public_key) DO UPDATE SET role = excluded.role, agency_id = excluded.agency_id, "
              "name = excluded.name, granted_at = excluded.granted_at, revoked_at = NULL"),
      revoke_(database, "UPDATE access_key SET revoked_at = ? WHERE public_key = ? AND revoked_at IS NULL") {}

std::vector<AccessKey> Keys::list() {
    std::vector<AccessKey> keys;
    for (auto rows = list_.query(); rows.next();) keys.push_back(read_key(rows));
    return keys;
}

std::optional<AccessKey> Keys::find(const std::string& public_key) {
    auto rows = find_.query(public_key);
    if (!rows.next()) return std::nullopt;
    return read_key(rows);
}

void Keys::put(const AccessKey& key) {
    upsert_.run(key.public_key, key.role, key.agency, key.name, key.granted_at);
}

void Keys::revoke(const std::string& public_key, sys_seconds at) {
    revoke_.run(at, public_key);
}

}  // namespace dondoc::store
