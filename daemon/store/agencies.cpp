// SPDX-License-Identifier: Apache-2.0
#include "store/agencies.h"

#include <stdexcept>
#include <unordered_map>

namespace dondoc::store {

Agencies::Agencies(Database& database)
    : find_(database, "SELECT id, code, name FROM agency WHERE code = ?"),
      find_former_(database,
                   "SELECT a.id, a.code, a.name FROM agency_name n JOIN agency a ON a.id = n.agency_id "
                   "WHERE n.code = ? ORDER BY n.until DESC LIMIT 1"),
      get_(database, "SELECT id, code, name FROM agency WHERE id = ?"),
      former_codes_(database,
                    "SELECT DISTINCT n.code FROM agency_name n JOIN agency a ON a.id = n.agency_id "
                    "WHERE n.agency_id = ? AND n.code <> a.code"),
      count_(database, "SELECT count(*) FROM agency"),
      read_(database, "SELECT id, code, name, level, valid_from, valid_to FROM agency WHERE code = ?"),
      aliases_of_(database, "SELECT alias FROM agency_alias WHERE agency_id = ? ORDER BY ordinal"),
      keep_name_(database,
                 "INSERT INTO agency_name (agency_id, until, code, name) "
                 "SELECT id, ?, code, name FROM agency WHERE id = ?"),
      rename_(database, "UPDATE agency SET code = ?, name = ? WHERE id = ?"),
      end_(database, "UPDATE agency SET valid_to = ? WHERE id = ?"),
      all_former_(database, "SELECT agency_id, until, code, name FROM agency_name ORDER BY agency_id, until"),
      insert_(database,
              "INSERT INTO agency (name, level, valid_from, valid_to, code) VALUES (?, ?, ?, ?, ?)"),
      update_(database, "UPDATE agency SET name = ?, level = ?, valid_from = ?, valid_to = ? WHERE code = ?"),
      delete_aliases_(database, "DELETE FROM agency_alias WHERE agency_id = ?"),
      insert_alias_(database, "INSERT INTO agency_alias (agency_id, ordinal, alias) VALUES (?, ?, ?)"),
      insert_group_(database, "INSERT INTO agency_group (name) VALUES (?) ON CONFLICT (name) DO NOTHING"),
      find_group_(database, "SELECT id FROM agency_group WHERE name = ?"),
      delete_group_aliases_(database, "DELETE FROM agency_group_alias WHERE group_id = ?"),
      delete_members_(database, "DELETE FROM agency_group_member WHERE group_id = ?"),
      insert_group_alias_(database,
                          "INSERT INTO agency_group_alias (group_id, ordinal, alias) VALUES (?, ?, ?)"),
      insert_member_(database,
                     "INSERT INTO agency_group_member (group_id, agency_id, ordinal) "
                     "SELECT ?, id, ? FROM agency WHERE code = ? ON CONFLICT DO NOTHING"),
      all_(database, "SELECT id, code, name, level, valid_from, valid_to FROM agency ORDER BY id"),
      all_aliases_(database, "SELECT agency_id, alias FROM agency_alias ORDER BY agency_id, ordinal"),
      all_groups_(database, "SELECT id, name FROM agency_group ORDER BY id"),
      all_group_aliases_(database,
                         "SELECT group_id, alias FROM agency_group_alias ORDER BY group_id, ordinal"),
      all_members_(database,
                   "SELECT m.group_id, a.code FROM agency_group_member m "
                   "JOIN agency a ON a.id = m.agency_id ORDER BY m.group_id, m.ordinal") {}

std::optional<Agencies::Ref> Agencies::find(const std::string& code) {
    for (auto* by : {&find_, &find_former_})
        if (auto rows = by->query(code); rows.next())
            return Ref{rows.id<AgencyId>(0), rows.text(1), rows.text(2)};
    return std::nullopt;
}

Agencies::Ref Agencies::get(AgencyId id) {
    auto rows = get_.query(id);
    if (!rows.next()) throw std::logic_error("no agency with id " + std::to_string(id.value));
    return {rows.id<AgencyId>(0), rows.text(1), rows.text(2)};
}

std::vector<std::string> Agencies::codes(AgencyId id) {
    std::vector<std::string> all{get(id).code};
    for (auto rows = former_codes_.query(id); rows.next();) all.push_back(rows.text(0));
    return all;
}

std::int64_t Agencies::count() {
    return count_.query().number();
}

Register Agencies::load() {
    Register result;
    std::unordered_map<std::int64_t, std::size_t> at;
    for (auto rows = all_.query(); rows.next();) {
        at.emplace(rows.integer(0), result.agencies.size());
        result.agencies.push_back(
            {rows.text(1), rows.text(2), {}, rows.text(3), rows.maybe_day(4), rows.maybe_day(5)});
    }
    for (auto rows = all_aliases_.query(); rows.next();)
        result.agencies[at.at(rows.integer(0))].aliases.push_back(rows.text(1));
    for (auto rows = all_former_.query(); rows.next();)
        result.agencies[at.at(rows.integer(0))].former.push_back({rows.day(1), rows.text(2), rows.text(3)});
    at.clear();
    for (auto rows = all_groups_.query(); rows.next();) {
        at.emplace(rows.integer(0), result.groups.size());
        result.groups.push_back({rows.text(1), {}, {}});
    }
    for (auto rows = all_group_aliases_.query(); rows.next();)
        result.groups[at.at(rows.integer(0))].aliases.push_back(rows.text(1));
    for (auto rows = all_members_.query(); rows.next();)
        result.groups[at.at(rows.integer(0))].members.push_back(rows.text(1));
    return result;
}

std::optional<Agency> Agencies::read(const std::string& code) {
    std::optional<Agency> agency;
    std::int64_t id = 0;
    {
        auto rows = read_.query(code);
        if (!rows.next()) return std::nullopt;
        id = rows.integer(0);
        agency = {rows.text(1), rows.text(2), {}, rows.text(3), rows.maybe_day(4), rows.maybe_day(5)};
    }
    for (auto rows = aliases_of_.query(id); rows.next();) agency->aliases.push_back(rows.text(0));
    return agency;
}

Agencies::Change Agencies::put(const Agency& agency) {
    const auto known = read(agency.code);
    if (known == agency) return Change::Unchanged;
    auto& write = known ? update_ : insert_;
    write.run(agency.name, agency.level, agency.valid_from, agency.valid_to, agency.code);
    const auto id = find(agency.code)->id;
    delete_aliases_.run(id);
    for (std::size_t i = 0; i < agency.aliases.size(); ++i) insert_alias_.run(id, i, agency.aliases[i]);
    return known ? Change::Changed : Change::Added;
}

void Agencies::rename(AgencyId id, const std::string& code, const std::string& name, local_days day) {
    keep_name_.run(day - date::days{1}, id);
    rename_.run(code, name, id);
}

void Agencies::end(AgencyId id, local_days last_day) {
    end_.run(last_day, id);
}

void Agencies::put(const AgencyGroup& group) {
    insert_group_.run(group.name);
    std::int64_t id = 0;
    {
        auto rows = find_group_.query(group.name);
        rows.next();
        id = rows.integer(0);
    }
    delete_group_aliases_.run(id);
    delete_members_.run(id);
    for (std::size_t i = 0; i < group.aliases.size(); ++i) insert_group_alias_.run(id, i, group.aliases[i]);
    for (std::size_t i = 0; i < group.members.size(); ++i) insert_member_.run(id, i, group.members[i]);
}

}  // namespace dondoc::store
