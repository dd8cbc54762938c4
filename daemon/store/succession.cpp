// SPDX-License-Identifier: Apache-2.0
#include "store/succession.h"

#include <algorithm>

namespace dondoc::store {

AgencyId Restatement::of(AssignmentId assignment, AgencyId agency) const {
    auto since = local_days::min();
    for (bool more = true; more;) {
        more = false;
        const auto moved = transfers_.find(assignment);
        if (moved != transfers_.end() && moved->second.day >= since) {
            const auto& transfer = moved->second;
            assignment = transfer.to;
            agency = transfer.agency;
            since = transfer.day;
            more = true;
        } else if (const auto steps = sole_.find(agency); steps != sole_.end()) {
            const auto step = std::ranges::find_if(
                steps->second, [&](const Step& candidate) { return candidate.day >= since; });
            if (step == steps->second.end()) break;
            agency = step->to;
            since = step->day;
            more = true;
        }
    }
    return agency;
}

Successions::Successions(Database& database)
    : insert_(database, "INSERT INTO succession (kind, day, document, by, at) VALUES (?, ?, ?, ?, ?)"),
      insert_party_(database,
                    "INSERT INTO succession_party (succession_id, is_successor, ordinal, agency_id) "
                    "VALUES (?, ?, ?, ?)"),
      all_(database, "SELECT id, kind, day, document, by, at FROM succession ORDER BY day, id"),
      parties_(database,
               "SELECT succession_id, is_successor, agency_id FROM succession_party "
               "ORDER BY succession_id, is_successor, ordinal"),
      insert_transfer_(
          database, "INSERT INTO succession_transfer (assignment_id, to_id, succession_id) VALUES (?, ?, ?)"),
      copy_ledger_(database,
                   "INSERT INTO alert (agency_id, assignment_id, due, step, at, recipient_id, event_id) "
                   "SELECT n.agency_id, n.id, l.due, l.step, l.at, l.recipient_id, l.event_id "
                   "FROM assignment n CROSS JOIN assignment a CROSS JOIN alert l "
                   "ON l.agency_id = a.agency_id AND l.assignment_id = a.id WHERE n.id = ? AND a.id = ? "
                   "ON CONFLICT DO NOTHING"),
      hand_over_alarm_(database, "UPDATE alarm SET assignment_id = ?, agency_id = ? WHERE assignment_id = ?"),
      transferred_to_(database,
                      "SELECT to_id FROM succession_transfer WHERE assignment_id = ? "
                      "ORDER BY succession_id DESC LIMIT 1"),
      open_(database, "SELECT id FROM assignment WHERE agency_id = ? AND state <= 3 ORDER BY id"),
      cooperations_(database,
                    "SELECT c.task_id FROM cooperation c JOIN task t ON t.id = c.task_id "
                    "WHERE c.agency_id = ? AND t.dropped_at IS NULL AND EXISTS "
                    "(SELECT 1 FROM assignment a WHERE a.task_id = c.task_id AND a.state <= 3) "
                    "ORDER BY c.task_id"),
      transfers_(database,
                 "SELECT x.assignment_id, s.day, x.to_id, a.agency_id FROM succession_transfer x "
                 "JOIN succession s ON s.id = x.succession_id JOIN assignment a ON a.id = x.to_id "
                 "WHERE s.day <= ? ORDER BY s.day, s.id") {}

SuccessionId Successions::add(const SuccessionRecord& record) {
    insert_.run(record.kind, record.day, record.document, record.by, record.at);
    const SuccessionId id{insert_.last_row()};
    for (std::size_t i = 0; i < record.from.size(); ++i) insert_party_.run(id, 0, i, record.from[i]);
    for (std::size_t i = 0; i < record.to.size(); ++i) insert_party_.run(id, 1, i, record.to[i]);
    return id;
}

std::vector<SuccessionRecord> Successions::all() {
    std::vector<SuccessionRecord> records;
    std::map<SuccessionId, std::size_t> at;
    for (auto rows = all_.query(); rows.next();) {
        at[rows.id<SuccessionId>(0)] = records.size();
        records.push_back({rows.id<SuccessionId>(0),
                           static_cast<SuccessionKind>(rows.integer(1)),
                           rows.day(2),
                           rows.text(3),
                           {},
                           {},
                           rows.text(4),
                           rows.instant(5)});
    }
    for (auto rows = parties_.query(); rows.next();) {
        auto& record = records[at.at(rows.id<SuccessionId>(0))];
        (rows.integer(1) != 0 ? record.to : record.from).push_back(rows.id<AgencyId>(2));
    }
    return records;
}

void Successions::add_transfer(AssignmentId from, AssignmentId to, SuccessionId succession) {
    insert_transfer_.run(from, to, succession);
    copy_ledger_.run(to, from);
}

void Successions::hand_over_alarm(AssignmentId from, AssignmentId to, AgencyId agency) {
    hand_over_alarm_.run(to, agency, from);
}

std::optional<AssignmentId> Successions::transferred_to(AssignmentId assignment) {
    auto rows = transferred_to_.query(assignment);
    if (!rows.next()) return std::nullopt;
    return rows.id<AssignmentId>(0);
}

std::optional<SuccessionRecord> Successions::ended_by(AgencyId agency) {
    std::optional<SuccessionRecord> last;
    const auto is_in = [&](const std::vector<AgencyId>& list) {
        return std::ranges::find(list, agency) != list.end();
    };
    for (auto& record : all()) {
        if (record.kind == SuccessionKind::Rename) continue;
        if (is_in(record.to)) last.reset();
        if (is_in(record.from) && !is_in(record.to)) last = std::move(record);
    }
    return last;
}

std::vector<AssignmentId> Successions::open_of(AgencyId agency) {
    return open_.query(agency).ids<AssignmentId>();
}

std::vector<TaskId> Successions::open_cooperations_of(AgencyId agency) {
    return cooperations_.query(agency).ids<TaskId>();
}

Restatement Successions::restatement(local_days as_of) {
    Restatement made;
    for (const auto& record : all()) {
        if (record.day > as_of || record.kind == SuccessionKind::Rename || record.to.size() != 1) continue;
        for (const auto agency : record.from)
            if (agency != record.to.front()) made.sole_[agency].push_back({record.day, record.to.front()});
    }
    for (auto rows = transfers_.query(as_of); rows.next();)
        made.transfers_.insert_or_assign(
            rows.id<AssignmentId>(0),
            Restatement::Transfer{rows.day(1), rows.id<AssignmentId>(2), rows.id<AgencyId>(3)});
    return made;
}

}  // namespace dondoc::store
