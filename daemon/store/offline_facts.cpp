// SPDX-License-Identifier: Apache-2.0
#include "store/offline_facts.h"

#include "domain/message.h"
#include "store/reading.h"
#include "store/storage_error.h"

namespace dondoc::store {

std::vector<KeyInForce> keys_in_force(const std::filesystem::path& file) {
    try {
        auto db = open_for_reading(file, reading_of(file));
        SQLite::Statement select{
            db, "SELECT public_key, role, name FROM access_key WHERE revoked_at IS NULL ORDER BY id"};
        std::vector<KeyInForce> keys;
        while (select.executeStep())
            keys.push_back({select.getColumn(0).getString(), static_cast<Role>(select.getColumn(1).getInt()),
                            select.getColumn(2).getString()});
        return keys;
    } catch (const SQLite::Exception& failure) {
        throw StorageError("storage.io", {failure.what()}, file.string());
    }
}

std::optional<KeptBy> kept_by(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return std::nullopt;
    try {
        auto db = open_for_reading(file, reading_of(file));
        SQLite::Statement select{db, "SELECT value FROM setting WHERE name = 'clock'"};
        if (!select.executeStep()) return std::nullopt;
        return select.getColumn(0).getString() == "system" ? KeptBy::SystemClock : KeptBy::SimulatedClock;
    } catch (const SQLite::Exception&) {
        return std::nullopt;  // who opens it in earnest says what is wrong with it
    }
}

}  // namespace dondoc::store
