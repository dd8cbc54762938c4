// SPDX-License-Identifier: GPL-3.0-or-later
// The database of many sites: its schema, brought up to date, and values of SQL.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <memory>
#include <optional>
#include <pqxx/pqxx>
#include <string>

#include "domain/civil.h"

namespace dondoc::central {

// Connects, in the schema "dondoc". Throws pqxx::broken_connection.
std::unique_ptr<pqxx::connection> connect(const std::string& database);

// Brings the schema up to date, also when several programs try at once. Throws UserError "central.newer" when
// a newer program was here.
void migrate(pqxx::connection& connection);

std::string timestamp(sys_seconds instant);  // "2023-12-31 00:30:00+00"
std::string timestamp(const google::protobuf::Timestamp& time);
std::optional<local_days> day_in(const pqxx::field& field);
sys_seconds instant_in(const pqxx::field& seconds);  // of extract(epoch from ...)::bigint

}  // namespace dondoc::central
