// SPDX-License-Identifier: Apache-2.0
#include "store/history.h"

#include <stdexcept>

#include "store/assignment_filter.h"
#include "store/condition.h"

namespace dondoc::store {
namespace {

const std::string change_columns =
    "SELECT c.assignment_id, c.revision, c.at, c.action, c.by, c.state, c.due, c.original_due, "
    "c.completed_on, "
    "c.progress, c.reworks, c.detail";

// One more column, as SQL: how an assignment stood at ?1 is how it stands, or how the change `c` before ?1
// left it, if there was one.
std::string as_then(const std::string& of_assignment, const std::string& of_change) {
    return ", iif(a.updated_at <= ?1, a." + of_assignment + ", c." + of_change + ')';
}
std::string as_then(const std::string& column) {
    return as_then(column, column);
}

constexpr std::size_t most_detail_bytes = 4U << 20;  // of one list

Change read_change(const Rows& rows) {
    return {rows.id<AssignmentId>(0),
            rows.integer(1),
            rows.instant(2),
            kind_in(rows, 3),
            rows.text(4),
            static_cast<Workflow>(rows.integer(5)),
            rows.maybe_day(6),
            rows.maybe_day(7),
            rows.maybe_day(8),
            rows.maybe_number(9),
            static_cast<int>(rows.integer(10)),
            rows.blob(11)};
}

// Of as_of_: columns 6 to 12 as the last change says, where there was one.
AssignmentAsOf read_as_of(const Rows& rows) {
    AssignmentAsOf read;
    read.id = rows.id<AssignmentId>(0);
    read.task = rows.id<TaskId>(1);
    read.document = rows.id<DocumentId>(2);
    read.agency = rows.id<AgencyId>(3);
    read.given_at = read.updated_at = rows.instant(4);
    if (rows.is_null(6)) {
        read.due = read.original_due = rows.maybe_day(5);
        return read;
    }
    read.updated_at = rows.instant(6);
    read.state = static_cast<Workflow>(rows.integer(7));
    read.due = rows.maybe_day(8);
    read.original_due = rows.maybe_day(9);
    read.completed_on = rows.maybe_day(10);
    read.progress = rows.maybe_number(11);
    read.reworks = static_cast<int>(rows.integer(12));
    return read;
}

Condition changes_condition(const ChangeFilter& filter) {
    Condition condition;
    if (filter.assignment) condition.add("c.assignment_id = ?", filter.assignment->value);
    if (filter.agency) condition.add("a.agency_id = ?", filter.agency->value);
    if (filter.task) condition.add("a.task_id = ?", filter.task->value);
    if (!filter.documents.empty()) condition.add("d.id IN " + set_of(filter.documents));
    if (filter.kind) condition.add("c.action = ?", std::string{name_of(*filter.kind)});
    if (filter.since) condition.add("c.at >= ?", filter.since->time_since_epoch().count());
    if (filter.before) condition.add("c.at < ?", filter.before->time_since_epoch().count());
    return condition;
}

}  // namespace

ChangeKind kind_in(const Rows& rows, int column) {
    const auto name = rows.text(column);
    const auto kind = change_kind(name);
    if (!kind) throw std::runtime_error("no change is called \"" + name + '"');
    return *kind;
}

History::History(Database& database, ChangeTexts& texts)
    : database_(database),
      texts_(texts),
      update_(database,
              "UPDATE assignment SET note = ?, original_due = ?, reworks = ?, pressed = ?, pressed_on = ?, "
              "updated_at = ?, revision = revision + 1 WHERE id = ? AND revision = ?"),
      // What is in indexes and tallies: named, each of them would be written anew, also where nothing has
      // changed, as by a comment.
      update_indexed_(
          database,
          "UPDATE assignment SET state = ?2, due = ?3, completed_on = ?4, asked_due = ?5, progress = ?6, "
          "transferred_from = ?7, responsible_id = ?8 WHERE id = ?1 AND (state, due, completed_on, "
          "asked_due, progress, transferred_from, responsible_id) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      insert_(database,
              "INSERT INTO assignment_change (assignment_id, revision, at, action, by, state, due, "
              "original_due, completed_on, progress, reworks, words, detail) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      // What has not changed since then stands as it did: only of the rest is the history looked at.
      as_of_(database, "SELECT a.id, a.task_id, t.document_id, a.agency_id, a.given_at, a.given_due" +
                           as_then("updated_at", "at") + as_then("state") + as_then("due") +
                           as_then("original_due") + as_then("completed_on") + as_then("progress") +
                           as_then("reworks") +
                           " FROM assignment a JOIN task t ON t.id = a.task_id "
                           "LEFT JOIN assignment_change c ON c.assignment_id = a.id AND c.revision = "
                           "(SELECT max(b.revision) FROM assignment_change b "
                           "WHERE a.updated_at > ?1 AND b.assignment_id = a.id AND b.at <= ?1) "
                           "WHERE a.id > ?2 AND a.given_at <= ?1 ORDER BY a.id LIMIT ?3"),
      details_(database,
               "SELECT detail FROM assignment_change WHERE assignment_id = ? AND action = ? AND at <= ? "
               "ORDER BY revision"),
      of_(database,
          change_columns + " FROM assignment_change c WHERE c.assignment_id = ? ORDER BY c.revision") {}

void History::write(Assignment& assignment, ChangeKind kind, std::string_view by, const Said& said,
                    sys_seconds at) {
    const int changed =
        update_.run(assignment.note, assignment.original_due, assignment.reworks, assignment.pressed,
                    assignment.pressed_on, at, assignment.id, assignment.revision);
    if (changed != 1)
        throw std::logic_error("assignment " + std::to_string(assignment.id.value) + " is not at revision " +
                               std::to_string(assignment.revision));
    update_indexed_.run(assignment.id, assignment.state, assignment.due, assignment.completed_on,
                        assignment.asked_due, assignment.progress, assignment.transferred_from,
                        assignment.responsible);
    ++assignment.revision;
    assignment.updated_at = at;
    insert_.run(assignment.id, assignment.revision, at, name_of(kind), by, assignment.state, assignment.due,
                assignment.original_due, assignment.completed_on, assignment.progress, assignment.reworks,
                said.words, Blob{said.detail});
    texts_.added(insert_.last_row());
}

std::vector<AssignmentAsOf> History::as_of(sys_seconds instant, AssignmentId after, int limit) {
    std::vector<AssignmentAsOf> found;
    for (auto rows = as_of_.query(instant, after, limit); rows.next();) found.push_back(read_as_of(rows));
    return found;
}

std::vector<Change> History::of(AssignmentId assignment) {
    std::vector<Change> changes;
    for (auto rows = of_.query(assignment); rows.next();) changes.push_back(read_change(rows));
    return changes;
}

std::vector<std::string> History::details(AssignmentId assignment, ChangeKind kind, sys_seconds until) {
    std::vector<std::string> details;
    for (auto rows = details_.query(assignment, name_of(kind), until); rows.next();)
        details.push_back(rows.blob(0));
    return details;
}

std::vector<ListedChange> History::log(const ChangeFilter& filter) {
    const auto condition = changes_condition(filter);
    const std::string way = filter.newest_first ? " DESC" : "";
    Statement select{database_, change_columns +
                                    ", a.task_id, d.number, t.number, g.code FROM assignment_change c "
                                    "JOIN assignment a ON a.id = c.assignment_id "
                                    "JOIN task t ON t.id = a.task_id JOIN document d ON d.id = t.document_id "
                                    "JOIN agency g ON g.id = a.agency_id" +
                                    condition.sql() + " ORDER BY c.at" + way + ", c.assignment_id" + way +
                                    ", c.revision" + way + " LIMIT ? OFFSET ?"};
    const int bound = condition.bind_to(select);
    select.bind_at(bound + 1, filter.limit);
    select.bind_at(bound + 2, filter.offset);
    std::vector<ListedChange> found;
    std::size_t bytes = 0;
    for (auto rows = select.running(); rows.next();) {
        found.push_back(
            {read_change(rows), rows.id<TaskId>(12), rows.text(13), rows.text(14), rows.text(15)});
        auto& detail = found.back().change.detail;
        bytes += detail.size();
        if (bytes > most_detail_bytes) detail.clear();
    }
    return found;
}

}  // namespace dondoc::store
