#include "store/requests.h"

namespace dondoc::store {

Requests::Requests(Database& database)
    : find_(database, "SELECT reply FROM request WHERE public_key = ? AND id = ?"),
      insert_(database, "INSERT INTO request (public_key, id, at, reply) VALUES (?, ?, ?, ?)"),
      forget_(database, "DELETE FROM request WHERE at < ?") {}

std::optional<std::string> Requests::reply(const std::string& public_key, const std::string& id) {
    auto rows = find_.query(public_key, id);
    if (!rows.next()) return std::nullopt;
    return rows.blob(0);
}

void Requests::add(const std::string& public_key, const std::string& id, const std::string& reply,
                   sys_seconds at) {
    insert_.run(public_key, id, at, Blob{reply});
}

void Requests::forget_before(sys_seconds instant) {
    forget_.run(instant);
}

}  // namespace dondoc::store
