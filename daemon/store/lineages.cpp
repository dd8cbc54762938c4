// SPDX-License-Identifier: Apache-2.0
#include "store/lineages.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "store/reading.h"
#include "store/settings.h"

namespace dondoc::store {
namespace {

const std::string lineage_setting = "lineage";
const std::string restored_setting = "restored_at";

// What another database knows of lineages. By lineage and agency code: the last number in common with its
// present one.
struct Past {
    std::string present;
    std::map<std::string, std::map<std::string, std::int64_t>> ends;
};

// The database may be damaged, of an older version, or none at all: then nothing is learned from it.
Past read_past(const std::filesystem::path& file) {
    Past past;
    try {
        auto db = open_for_reading(file, reading_of(file));
        SQLite::Statement present{db, "SELECT value FROM setting WHERE name = 'lineage'"};
        if (present.executeStep()) past.present = present.getColumn(0).getString();
        SQLite::Statement lineage{db, "SELECT id FROM lineage"};
        while (lineage.executeStep()) past.ends[lineage.getColumn(0).getString()];
        SQLite::Statement end{
            db, "SELECT lineage, code, number FROM lineage_end JOIN agency ON agency.id = agency_id"};
        while (end.executeStep())
            past.ends[end.getColumn(0).getString()][end.getColumn(1).getString()] =
                end.getColumn(2).getInt64();
    } catch (const SQLite::Exception&) {
        return {};
    }
    return past;
}

std::int64_t end_of(const std::map<std::string, std::int64_t>& ends, const std::string& code) {
    const auto found = ends.find(code);
    return found == ends.end() ? 0 : found->second;
}

struct Head {
    AgencyId agency;
    std::string code;
    std::int64_t number;
};

std::vector<Head> heads_of(Database& database) {
    std::vector<Head> heads;
    Statement select{database, "SELECT id, code, head FROM agency"};
    auto rows = select.query();
    while (rows.next()) heads.push_back({rows.id<AgencyId>(0), rows.text(1), rows.integer(2)});
    return heads;
}

}  // namespace

Lineages::Lineages(Database& database)
    : is_known_(database, "SELECT 1 FROM lineage WHERE id = ?"),
      end_(database, "SELECT number FROM lineage_end WHERE lineage = ? AND agency_id = ?"),
      // Both histories gave their ids in one order, so what is common to them ends with its newest event.
      end_of_stream_(database,
                     "SELECT ifnull(max(e.id), 0) FROM lineage_end l CROSS JOIN event e "
                     "ON e.agency_id = l.agency_id AND e.number = l.number WHERE l.lineage = ?") {
    Settings settings{database};
    current_ = settings.get(lineage_setting).value_or("");
    if (const auto at = settings.get(restored_setting)) restored_at_ = parse_instant(*at);
}

std::optional<InboxSeq> Lineages::common_with(const std::string& lineage, AgencyId agency) {
    {
        auto known = is_known_.query(lineage);
        if (!known.next()) return std::nullopt;
    }
    return InboxSeq{end_.query(lineage, agency).number()};
}

std::optional<EventId> Lineages::common_with(const std::string& lineage) {
    {
        auto known = is_known_.query(lineage);
        if (!known.next()) return std::nullopt;
    }
    auto rows = end_of_stream_.query(lineage);
    rows.next();
    return rows.id<EventId>(0);
}

void Lineages::begin(Database& database, sys_seconds now,
                     const std::optional<std::filesystem::path>& replaced) {
    const auto ended = Lineages{database}.current();
    const auto past = replaced ? read_past(*replaced) : Past{};
    Transaction transaction{database};
    const auto heads = heads_of(database);
    Statement is_known{database, "SELECT 1 FROM lineage WHERE id = ?"};
    Statement add{database, "INSERT INTO lineage VALUES (?)"};
    Statement add_end{database, "INSERT INTO lineage_end VALUES (?, ?, ?)"};
    add.run(ended);
    for (const auto& head : heads) add_end.run(ended, head.agency, head.number);

    // Where the replaced database's present lineage parted from ours is in its own books; the others that it
    // knows and we do not parted from it, so from ours no later than that.
    if (const auto parted = past.ends.find(ended); parted != past.ends.end()) {
        auto strangers = past.ends;
        strangers.try_emplace(past.present);
        for (const auto& [lineage, ends] : strangers) {
            if (is_known.query(lineage).next()) continue;
            add.run(lineage);
            for (const auto& head : heads) {
                const auto theirs = lineage == past.present ? head.number : end_of(ends, head.code);
                add_end.run(lineage, head.agency,
                            std::min({head.number, theirs, end_of(parted->second, head.code)}));
            }
        }
    }
    Settings settings{database};
    settings.set(lineage_setting,
                 database.handle().execAndGet("SELECT lower(hex(randomblob(8)))").getString());
    settings.set(restored_setting, iso_instant(now));
    transaction.commit();
}

}  // namespace dondoc::store
