// SPDX-License-Identifier: Apache-2.0
#include "store/settings.h"

namespace dondoc::store {

Settings::Settings(Database& database)
    : select_(database, "SELECT value FROM setting WHERE name = ?"),
      upsert_(database,
              "INSERT INTO setting (name, value) VALUES (?, ?) "
              "ON CONFLICT (name) DO UPDATE SET value = excluded.value") {}

std::optional<std::string> Settings::get(const std::string& name) {
    auto rows = select_.query(name);
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

void Settings::set(const std::string& name, const std::string& value) {
    upsert_.run(name, value);
}

}  // namespace dondoc::store
