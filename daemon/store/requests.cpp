// SPDX-License-Identifier: Apache-2.0
#include "store/requests.h"

namespace dondoc::store {

Requests::Requests(Database& database)
    : find_(database, "SELECT digest, reply FROM request WHERE public_key = ? AND id = ?"),
      insert_(database, "INSERT INTO request (public_key, id, at, digest, reply) VALUES (?, ?, ?, ?, ?)"),
      forget_(database, "DELETE FROM request WHERE at < ?") {}

std::optional<Requests::Record> Requests::find(const std::string& public_key, const std::string& id) {
    auto rows = find_.query(public_key, id);
    if (!rows.next()) return std::nullopt;
    return Record{rows.blob(0), rows.blob(1)};
}

void Requests::add(const std::string& public_key, const std::string& id, const Record& record,
                   sys_seconds at) {
    insert_.run(public_key, id, at, Blob{record.digest}, Blob{record.reply});
}

void Requests::forget_before(sys_seconds instant) {
    forget_.run(instant);
}

}  // namespace dondoc::store
