// SPDX-License-Identifier: GPL-3.0-or-later
#include "central/database.h"

#include <chrono>
#include <cstdint>

#include "central/schema.h"
#include "domain/message.h"
#include "wire/time.h"

namespace dondoc::central {
namespace {

constexpr int migration_lock = 0x646f6e64;  // "dond"

// Of the tables; 0: there are none.
std::size_t version_of(pqxx::work& transaction) {
    if (transaction.exec1("SELECT to_regclass('dondoc.migration')")[0].is_null()) return 0;
    return transaction.exec1("SELECT coalesce(max(version), 0) FROM dondoc.migration")[0].as<std::size_t>();
}

}  // namespace

std::unique_ptr<pqxx::connection> connect(const std::string& database) {
    auto connection = std::make_unique<pqxx::connection>(database);
    connection->set_variable("client_min_messages", "warning");
    connection->set_variable("search_path", "dondoc");
    connection->set_variable("timezone", "'UTC'");
    return connection;
}

void migrate(pqxx::connection& connection) {
    const auto all = migrations();
    pqxx::work transaction{connection};
    // Who may only read finds what others made: "IF NOT EXISTS" asks for the right to make it, too.
    if (version_of(transaction) == all.size()) return;
    transaction.exec("SELECT pg_advisory_xact_lock(" + std::to_string(migration_lock) + ", 0)");
    transaction.exec("CREATE SCHEMA IF NOT EXISTS dondoc");
    transaction.exec("CREATE TABLE IF NOT EXISTS dondoc.migration (version int PRIMARY KEY)");
    const auto done = version_of(transaction);
    if (done > all.size())
        throw UserError("central.newer", {std::to_string(done), std::to_string(all.size())});
    for (auto version = done; version < all.size(); ++version) {
        transaction.exec(std::string{all[version]});
        transaction.exec_params("INSERT INTO dondoc.migration VALUES ($1)", version + 1);
    }
    transaction.commit();
}

std::string timestamp(sys_seconds instant) {
    return date::format("%F %T+00", instant);
}

std::optional<local_days> day_in(const pqxx::field& field) {
    if (field.is_null()) return std::nullopt;
    return parse_iso_day(field.c_str());
}

sys_seconds instant_in(const pqxx::field& seconds) {
    return sys_seconds{std::chrono::seconds{seconds.as<std::int64_t>()}};
}

std::string timestamp(const google::protobuf::Timestamp& time) {
    return timestamp(wire::to_instant(time));
}

}  // namespace dondoc::central
