// SPDX-License-Identifier: Apache-2.0
#include "store/register_names.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "domain/message.h"
#include "domain/reasons.h"
#include "store/storage_error.h"

namespace dondoc::store {

std::optional<std::set<std::string>> registered_names(const std::filesystem::path& file) {
    std::error_code error;
    const bool is_there = std::filesystem::exists(file, error);
    if (error) throw StorageError("storage.io", {system_reason(error)}, file.string());
    if (!is_there) return std::nullopt;
    try {
        SQLite::Database database{file.string(), SQLite::OPEN_READONLY};
        std::string query = "SELECT code FROM agency UNION ALL SELECT '@' || name FROM agency_group";
        if (database.tableExists("agency_name"))  // a file of an earlier version has none
            query += " UNION ALL SELECT code FROM agency_name";
        SQLite::Statement select{database, query};
        std::set<std::string> names;
        while (select.executeStep()) names.insert(select.getColumn(0).getString());
        return names;
    } catch (const SQLite::Exception& failure) {
        throw StorageError("storage.io", {failure.what()}, file.string());
    }
}

}  // namespace dondoc::store
