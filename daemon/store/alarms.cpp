// SPDX-License-Identifier: Apache-2.0
#include "store/alarms.h"

#include <algorithm>

#include "store/whole_digests.h"

namespace dondoc::store {
namespace {

// In the order of the index, which ends with the rest of the key: none lies between the first and the last
// that is not of them.
const std::string in_span = " WHERE at = ?1 AND agency_id = ?2 AND assignment_id BETWEEN ?3 AND ?4";
const std::string alarms_in_span = "alarm INDEXED BY alarm_at" + in_span;

const std::string alerts_of_one =
    "assignment a CROSS JOIN alert l ON l.agency_id = a.agency_id AND l.assignment_id = a.id WHERE a.id = ? ";

}  // namespace

Alarms::Alarms(Database& database)
    : upsert_(
          database,
          "INSERT INTO alarm (assignment_id, at, agency_id, step) VALUES (?, ?, ?, ?) "
          "ON CONFLICT (assignment_id) DO UPDATE SET at = excluded.at, step = excluded.step, since = NULL "
          "WHERE at <> excluded.at OR step <> excluded.step OR since IS NOT NULL"),
      insert_(database,
              "INSERT INTO alarm (agency_id, assignment_id, at, step) "
              "SELECT agency_id, id, ?3, ?4 FROM assignment WHERE id BETWEEN ?1 AND ?2"),
      move_(database, "UPDATE alarm INDEXED BY alarm_at SET at = ?5, step = ?6, since = NULL" + in_span),
      put_off_(database, "UPDATE alarm SET at = ?, since = ? WHERE assignment_id = ?"),
      moment_(database, "SELECT coalesce(since, at) FROM alarm WHERE assignment_id = ?"),
      remove_(database, "DELETE FROM alarm WHERE assignment_id = ?"),
      remove_all_(database, "DELETE FROM " + alarms_in_span),
      due_(database,
           "SELECT m.assignment_id, a.task_id, m.agency_id, a.due, m.at, coalesce(m.since, m.at), m.step, "
           "a.responsible_id "
           "FROM alarm m "
           "JOIN assignment a ON a.id = m.assignment_id WHERE m.at <= ? "
           "ORDER BY m.at, m.agency_id, m.assignment_id"),
      planned_(database,
               "SELECT m.assignment_id, g.code, g.id, m.step, m.at, m.since IS NOT NULL FROM assignment a "
               "JOIN alarm m ON m.assignment_id = a.id JOIN agency g ON g.id = a.agency_id "
               "WHERE a.task_id = ? ORDER BY m.at, a.id"),
      held_(database, "SELECT count(*) FROM alarm WHERE since IS NOT NULL"),
      held_of_agency_(database, "SELECT count(*) FROM alarm WHERE since IS NOT NULL AND agency_id = ?"),
      insert_alert_(database,
                    "INSERT INTO alert (agency_id, assignment_id, due, step, recipient_id, at, event_id) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
      insert_alerts_(database,
                     "INSERT INTO alert (agency_id, assignment_id, due, step, recipient_id, at, event_id) "
                     "SELECT agency_id, assignment_id, ?5, ?6, ?7, ?8, ?9 FROM " +
                         alarms_in_span + " ON CONFLICT DO NOTHING"),
      forget_alerts_(
          database,
          "DELETE FROM alert WHERE agency_id = ? AND assignment_id BETWEEN ? AND ? AND due = ? AND "
          "step = ? AND recipient_id = ? AND event_id = ?"),
      find_alert_(database, "SELECT 1 FROM " + alerts_of_one + "AND l.due = ? AND l.step = ?"),
      carried_out_(database, "SELECT l.step FROM " + alerts_of_one + "AND l.due = ?"),
      history_(database,
               "SELECT l.assignment_id, g.code, l.step, l.due, l.at, l.event_id, "
               "CASE WHEN l.event_id IS NULL THEN '' ELSE r.code END, "
               "coalesce(e.number, 0), "
               "e.number <= (SELECT max(acknowledged) FROM cursor c WHERE c.agency_id = e.agency_id) "
               "FROM assignment a JOIN alert l ON l.agency_id = a.agency_id AND l.assignment_id = a.id "
               "JOIN agency g ON g.id = a.agency_id "
               "LEFT JOIN event e ON e.id = l.event_id JOIN agency r ON r.id = l.recipient_id "
               "WHERE a.task_id = ?1 AND (?2 IS NULL OR a.agency_id = ?2) ORDER BY l.at DESC, "
               "l.event_id DESC, l.assignment_id DESC, CAST(ltrim(l.step, '^?') AS INTEGER) DESC "
               "LIMIT ?3") {}

void Alarms::set(AssignmentId assignment, AgencyId agency, const PlannedStep& step) {
    upsert_.run(assignment, step.at, agency, to_key(step.step));
}

void Alarms::add_all(const AssignmentSpan& given, const PlannedStep& step) {
    insert_.run(given.first, given.last, step.at, to_key(step.step));
}

int Alarms::move_all(const AlarmSpan& alarms, const PlannedStep& step) {
    return move_.run(alarms.at, alarms.agency, alarms.first, alarms.last, step.at, to_key(step.step));
}

int Alarms::remove_all(const AlarmSpan& alarms) {
    return remove_all_.run(alarms.at, alarms.agency, alarms.first, alarms.last);
}

void Alarms::put_off(AssignmentId assignment, sys_seconds at, sys_seconds since) {
    put_off_.run(at, since, assignment);
}

void Alarms::remove(AssignmentId assignment) {
    remove_.run(assignment);
}

std::optional<sys_seconds> Alarms::moment_of(AssignmentId assignment) {
    return moment_.query(assignment).first_instant();
}

std::vector<DueAlarm> Alarms::due(sys_seconds now, int limit, int digest_limit) {
    std::vector<DueAlarm> alarms;
    WholeDigests whole{limit, digest_limit};
    for (auto rows = due_.query(now); rows.next();) {
        DueAlarm alarm{rows.id<AssignmentId>(0),
                       rows.id<TaskId>(1),
                       rows.id<AgencyId>(2),
                       rows.day(3),
                       rows.instant(4),
                       rows.instant(5),
                       parse_step(rows.text(6)).value(),
                       rows.is_null(7) ? std::nullopt : std::optional{rows.id<PersonId>(7)}};
        if (!whole.take(alarm.at, alarm.agency)) break;
        alarms.push_back(alarm);
    }
    return alarms;
}

std::vector<PlannedAlarm> Alarms::planned_for(TaskId task) {
    std::vector<PlannedAlarm> planned;
    for (auto rows = planned_.query(task); rows.next();)
        planned.push_back({rows.id<AssignmentId>(0), rows.text(1), rows.id<AgencyId>(2), rows.text(3),
                           rows.instant(4), rows.integer(5) != 0});
    return planned;
}

std::int64_t Alarms::held(std::optional<AgencyId> agency) {
    return (agency ? held_of_agency_.query(*agency) : held_.query()).number();
}

std::vector<std::string> Alarms::carried_out(AssignmentId assignment, local_days due) {
    std::vector<std::string> steps;
    for (auto rows = carried_out_.query(assignment, due); rows.next();) steps.push_back(rows.text(0));
    return steps;
}

bool Alarms::record(const AlertKey& alert, AgencyId recipient, sys_seconds at, std::optional<EventId> event) {
    return insert_alert_.run(alert.agency, alert.assignment, alert.due, alert.step, recipient, at, event) ==
           1;
}

int Alarms::record_all(const AlikeAlerts& alerts, AgencyId recipient, sys_seconds at,
                       std::optional<EventId> event) {
    const auto& [alarms, due, step] = alerts;
    return insert_alerts_.run(alarms.at, alarms.agency, alarms.first, alarms.last, due, step, recipient, at,
                              event);
}

void Alarms::forget_all(const AlikeAlerts& alerts, AgencyId recipient, EventId event) {
    const auto& [alarms, due, step] = alerts;
    forget_alerts_.run(alarms.agency, alarms.first, alarms.last, due, step, recipient, event);
}

bool Alarms::was_carried_out(AssignmentId assignment, local_days due, const std::string& step) {
    return find_alert_.query(assignment, due, step).next();
}

std::vector<AlertRecord> Alarms::history(TaskId task, std::optional<AgencyId> agency, int limit) {
    std::vector<AlertRecord> records;
    for (auto rows = history_.query(task, agency, limit); rows.next();) {
        std::optional<EventId> event;
        if (!rows.is_null(5)) event = rows.id<EventId>(5);
        records.push_back({rows.id<AssignmentId>(0), rows.text(1), rows.text(2), rows.day(3), rows.instant(4),
                           event, rows.text(6), InboxSeq{rows.integer(7)}, rows.integer(8) != 0});
    }
    std::ranges::reverse(records);
    return records;
}

}  // namespace dondoc::store
