// SPDX-License-Identifier: Apache-2.0
#include "store/mutes.h"

#include <algorithm>
#include <variant>

namespace dondoc::store {
namespace {

const std::string mute_columns =
    "SELECT id, assignment_id, task_id, document_id, agency_id, until, reason, by, at, ended_at, ended_by, "
    "ended_reason FROM mute ";

Mute read_mute(const Rows& rows) {
    Mute mute;
    mute.id = rows.id<MuteId>(0);
    if (!rows.is_null(1)) mute.target = rows.id<AssignmentId>(1);
    if (!rows.is_null(2)) mute.target = rows.id<TaskId>(2);
    if (!rows.is_null(3)) mute.target = rows.id<DocumentId>(3);
    if (!rows.is_null(4)) mute.target = rows.id<AgencyId>(4);
    mute.until = rows.day(5);
    mute.reason = rows.text(6);
    mute.by = rows.text(7);
    mute.at = rows.instant(8);
    if (!rows.is_null(9)) mute.ended = Mute::End{rows.instant(9), rows.text(10), rows.text(11)};
    return mute;
}

std::vector<Mute> read_mutes(Rows rows) {
    std::vector<Mute> mutes;
    while (rows.next()) mutes.push_back(read_mute(rows));
    return mutes;
}

template <typename IdType>
std::optional<IdType> target(const MuteTarget& target) {
    const auto* id = std::get_if<IdType>(&target);
    return id == nullptr ? std::nullopt : std::optional{*id};
}

}  // namespace

Mutes::Mutes(Database& database)
    : insert_(database,
              "INSERT INTO mute (assignment_id, task_id, document_id, agency_id, until, reason, by, at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      get_(database, mute_columns + "WHERE id = ?"),
      end_(database, "UPDATE mute SET ended_at = ?, ended_by = ?, ended_reason = ? WHERE id = ?"),
      holding_(database, mute_columns + "WHERE ended_at IS NULL AND until >= ? ORDER BY until, id"),
      all_(database, mute_columns + "ORDER BY id DESC LIMIT ?"),
      withhold_(database,
                "INSERT INTO withheld (assignment_id, due, step, at, mute_id) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (assignment_id, due, step) DO UPDATE SET mute_id = excluded.mute_id"),
      count_(database, "SELECT count(*) FROM withheld WHERE mute_id = ?"),
      history_(
          database,
          "SELECT w.assignment_id, g.code, w.step, w.due, w.at, w.mute_id, m.reason FROM assignment a "
          "JOIN withheld w ON w.assignment_id = a.id JOIN mute m ON m.id = w.mute_id "
          "JOIN agency g ON g.id = a.agency_id "
          "WHERE a.task_id = ?1 AND (?2 IS NULL OR a.agency_id = ?2) ORDER BY w.at DESC, w.assignment_id "
          "DESC LIMIT ?3"),
      release_(database,
               "UPDATE alarm SET at = ?2 WHERE since IS NOT NULL AND at > ?2 AND assignment_id IN "
               "(SELECT assignment_id FROM withheld WHERE mute_id = ?1)"),
      covered_(
          database,
          "SELECT a.id FROM assignment a JOIN task t ON t.id = a.task_id "
          "WHERE a.due BETWEEN ?1 AND ?2 AND (?3 IS NULL OR a.id = ?3) AND (?4 IS NULL OR a.task_id = ?4) "
          "AND (?5 IS NULL OR t.document_id = ?5) AND (?6 IS NULL OR a.agency_id = ?6) "
          "ORDER BY a.due, a.id") {}

MuteId Mutes::add(const Mute& mute) {
    insert_.run(target<AssignmentId>(mute.target), target<TaskId>(mute.target),
                target<DocumentId>(mute.target), target<AgencyId>(mute.target), mute.until, mute.reason,
                mute.by, mute.at);
    return {insert_.last_row()};
}

std::optional<Mute> Mutes::get(MuteId id) {
    auto rows = get_.query(id);
    if (!rows.next()) return std::nullopt;
    return read_mute(rows);
}

void Mutes::end(MuteId id, const Mute::End& end) {
    end_.run(end.at, end.by, end.reason, id);
}

std::vector<Mute> Mutes::holding(local_days today) {
    return read_mutes(holding_.query(today));
}

std::vector<Mute> Mutes::all(int limit) {
    return read_mutes(all_.query(limit));
}

void Mutes::withhold(AssignmentId assignment, local_days due, const std::string& step, sys_seconds at,
                     MuteId mute) {
    withhold_.run(assignment, due, step, at, mute);
}

std::int64_t Mutes::withheld(MuteId id) {
    return count_.query(id).number();
}

std::vector<WithheldRecord> Mutes::history(TaskId task, std::optional<AgencyId> agency, int limit) {
    std::vector<WithheldRecord> records;
    for (auto rows = history_.query(task, agency, limit); rows.next();)
        records.push_back({rows.id<AssignmentId>(0), rows.text(1), rows.text(2), rows.day(3), rows.instant(4),
                           rows.id<MuteId>(5), rows.text(6)});
    std::ranges::reverse(records);
    return records;
}

void Mutes::release(MuteId id, sys_seconds at) {
    release_.run(id, at);
}

std::vector<AssignmentId> Mutes::covered(const MuteTarget& of, local_days from, local_days to) {
    auto rows = covered_.query(from, to, target<AssignmentId>(of), target<TaskId>(of), target<DocumentId>(of),
                               target<AgencyId>(of));
    return rows.ids<AssignmentId>();
}

}  // namespace dondoc::store
