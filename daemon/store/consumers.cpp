// SPDX-License-Identifier: Apache-2.0
#include "store/consumers.h"

namespace dondoc::store {
namespace {

constexpr auto columns =
    "SELECT c.agency_id, g.code, c.consumer, c.acknowledged, g.head, c.at "
    "FROM cursor c JOIN agency g ON g.id = c.agency_id ";

constexpr auto columns_of_stream =
    "SELECT 0, '', c.consumer, c.acknowledged, (SELECT seq FROM sqlite_sequence WHERE name = 'event'), c.at "
    "FROM stream_cursor c ";

Consumer read_consumer(const Rows& rows) {
    return {rows.id<AgencyId>(0),      rows.text(1),   rows.text(2), InboxSeq{rows.integer(3)},
            InboxSeq{rows.integer(4)}, rows.instant(5)};
}

}  // namespace

Consumers::Consumers(Database& database)
    : list_(database, std::string{columns} +
                          "WHERE ?1 IS NULL OR c.agency_id = ?1 ORDER BY g.code, c.consumer LIMIT ?2"),
      find_(database, std::string{columns} + "WHERE c.agency_id = ? AND c.consumer = ?"),
      count_(database, "SELECT count(*) FROM cursor WHERE agency_id = ?"),
      agencies_(database, "SELECT DISTINCT agency_id FROM cursor"),
      forget_(database, "DELETE FROM cursor WHERE agency_id = ? AND consumer = ?"),
      list_of_stream_(database, std::string{columns_of_stream} + "ORDER BY c.consumer LIMIT ?"),
      find_of_stream_(database, std::string{columns_of_stream} + "WHERE c.consumer = ?"),
      forget_of_stream_(database, "DELETE FROM stream_cursor WHERE consumer = ?") {}

std::vector<Consumer> Consumers::list(std::optional<AgencyId> agency, int limit) {
    std::vector<Consumer> consumers;
    if (!agency)
        for (auto rows = list_of_stream_.query(limit); rows.next();) consumers.push_back(read_consumer(rows));
    for (auto rows = list_.query(agency, limit); rows.next();) consumers.push_back(read_consumer(rows));
    return consumers;
}

std::optional<Consumer> Consumers::find(AgencyId agency, const std::string& name) {
    auto rows = find_.query(agency, name);
    if (!rows.next()) return std::nullopt;
    return read_consumer(rows);
}

int Consumers::count(AgencyId agency) {
    return static_cast<int>(count_.query(agency).number());
}

std::set<AgencyId> Consumers::agencies() {
    std::set<AgencyId> found;
    for (auto rows = agencies_.query(); rows.next();) found.insert(rows.id<AgencyId>(0));
    return found;
}

std::optional<Consumer> Consumers::find_of_stream(const std::string& name) {
    auto rows = find_of_stream_.query(name);
    if (!rows.next()) return std::nullopt;
    return read_consumer(rows);
}

void Consumers::forget_of_stream(const std::string& name) {
    forget_of_stream_.run(name);
}

void Consumers::forget(AgencyId agency, const std::string& name) {
    forget_.run(agency, name);
}

}  // namespace dondoc::store
