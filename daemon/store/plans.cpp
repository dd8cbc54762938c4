// SPDX-License-Identifier: Apache-2.0
#include "store/plans.h"

#include <algorithm>
#include <stdexcept>
#include <variant>

#include "domain/document_number.h"
#include "store/id_list.h"
#include "store/text_list.h"

namespace dondoc::store {
namespace {

// What is still to be read again ends for now.
Repetition repetition_of(const std::string& text) {
    return parse_repetition(text).value_or(Repetition{});
}

std::string repetition_text(const Term& term) {
    const auto* recurring = std::get_if<Recurring>(&term);
    return recurring ? to_text(recurring->repetition) : std::string{};
}

Term kept_term(DeadlineKind kind, std::optional<local_days> start, std::vector<local_days> due,
               Repetition repetition) {
    switch (kind) {
        case DeadlineKind::None:
            return Unread{};
        case DeadlineKind::Recurring:
            return Recurring{std::move(due), std::move(repetition)};
        case DeadlineKind::Ongoing:
            return Ongoing{};
        case DeadlineKind::From:
            return From{start.value()};
        case DeadlineKind::Event:
            return OnEvent{};
        case DeadlineKind::AsAssigned:
            return AsAssigned{};
        default:
            return DueOn{basis_of(kind).value(), due.at(0), start, std::nullopt};
    }
}

Document read_document(const Rows& rows) {
    return {rows.id<DocumentId>(0), rows.text(1), rows.text(2),          rows.day(3),
            rows.text(4),           rows.text(5), rows.maybe_instant(6), rows.integer(7) != 0};
}

const std::string document_columns =
    "SELECT id, issuer, number, issued, title, level, withdrawn_at, secret FROM document ";

}  // namespace

Plans::Plans(Database& database)
    : insert_document_(database,
                       "INSERT INTO document (issuer, number, issued, title, level, imported_at, number_key, "
                       "secret) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      with_number_(database, document_columns + "WHERE number_key = ? ORDER BY issued, id"),
      get_document_(database, document_columns + "WHERE id = ?"),
      list_documents_(database, document_columns + "ORDER BY issued, id"),
      seen_by_(database,
               document_columns +
                   "WHERE id IN (SELECT t.document_id FROM assignment a JOIN task t ON t.id = a.task_id "
                   "WHERE a.agency_id = ?1 UNION SELECT t.document_id FROM cooperation c "
                   "JOIN task t ON t.id = c.task_id WHERE c.agency_id = ?1) ORDER BY issued, id"),
      count_(database, "SELECT count(*) FROM document"),
      count_tasks_(database, "SELECT count(*) FROM task WHERE document_id = ? AND dropped_at IS NULL"),
      insert_task_(
          database,
          "INSERT INTO task (document_id, ordinal, number, section, title, requirement, solution, "
          "deadline_text, deadline_kind, start, reason_key, reason_args, lead_text, cooperating_text, "
          "role_notes, source_table, source_line, search, decided, content, dropped_at, priority, "
          "repetition, "
          "hour) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      update_task_(
          database,
          "UPDATE task SET ordinal = ?, number = ?, section = ?, title = ?, requirement = ?, solution = ?, "
          "deadline_text = ?, deadline_kind = ?, start = ?, reason_key = ?, reason_args = ?, lead_text = ?, "
          "cooperating_text = ?, role_notes = ?, source_table = ?, source_line = ?, search = ?, decided = ?, "
          "content = ?, dropped_at = ?, repetition = ?, hour = ? WHERE id = ?"),
      clear_due_(database, "DELETE FROM task_due WHERE task_id = ?"),
      clear_parties_(database, "DELETE FROM task_party WHERE task_id = ?"),
      clear_problems_(database, "DELETE FROM task_problem WHERE task_id = ?"),
      insert_due_(database, "INSERT INTO task_due (task_id, due) VALUES (?, ?) ON CONFLICT DO NOTHING"),
      insert_party_(database, "INSERT INTO task_party (task_id, role, ordinal, name) VALUES (?, ?, ?, ?)"),
      insert_problem_(database, "INSERT INTO task_problem (task_id, ordinal, key, args) VALUES (?, ?, ?, ?)"),
      insert_cooperation_(
          database, "INSERT INTO cooperation (task_id, agency_id) VALUES (?, ?) ON CONFLICT DO NOTHING"),
      insert_cooperations_(database,
                           "INSERT INTO cooperation (task_id, agency_id) SELECT ?1, value FROM json_each(?2) "
                           "WHERE true ON CONFLICT DO NOTHING"),
      set_priority_(database, "UPDATE task SET priority = ? WHERE id = ?"),
      set_decided_hour_(database, "UPDATE task SET decided_hour = ? WHERE id = ?"),
      get_task_(database,
                "SELECT id, document_id, ordinal, number, section, title, requirement, solution, "
                "deadline_text, deadline_kind, start, reason_key, reason_args, lead_text, cooperating_text, "
                "role_notes, source_table, source_line, search, decided, content, dropped_at, priority, "
                "repetition, hour FROM task WHERE id = ?"),
      unsettled_(database, "SELECT id FROM task WHERE repetition = '?' LIMIT ?"),
      settle_(database, "UPDATE task SET repetition = ? WHERE id = ?"),
      tasks_of_(database,
                "SELECT id FROM task WHERE document_id = ? AND dropped_at IS NULL ORDER BY ordinal"),
      numbered_(database,
                "SELECT id, number, section, deadline_kind FROM task WHERE document_id = ? AND dropped_at IS "
                "NULL ORDER BY ordinal"),
      due_(database, "SELECT due FROM task_due WHERE task_id = ? ORDER BY due"),
      parties_(database, "SELECT role, name FROM task_party WHERE task_id = ? ORDER BY role, ordinal"),
      problems_(database, "SELECT key, args FROM task_problem WHERE task_id = ? ORDER BY ordinal"),
      cooperating_(database, "SELECT agency_id FROM cooperation WHERE task_id = ? ORDER BY agency_id"),
      may_see_(database,
               "SELECT 1 FROM assignment WHERE task_id = ?1 AND agency_id = ?2 UNION ALL "
               "SELECT 1 FROM cooperation WHERE task_id = ?1 AND agency_id = ?2"),
      brief_(database,
             "SELECT d.issued, d.number, d.level, t.number, t.title, t.deadline_text, "
             "t.deadline_kind, t.priority, d.id, coalesce(t.decided_hour, t.hour), d.secret FROM task t "
             "JOIN document d ON d.id = t.document_id WHERE t.id = ?") {}

DocumentId Plans::add(const Document& document, sys_seconds imported_at) {
    insert_document_.run(document.issuer, document.number, document.issued, document.title, document.level,
                         imported_at, number_key(document.number), static_cast<int>(document.secret));
    return DocumentId{insert_document_.last_row()};
}

std::optional<Document> Plans::find(const std::string& issuer, const std::string& number, local_days issued) {
    auto found = with_number(number);
    const auto is_other = [](const std::string& one, const std::string& other) {
        return !one.empty() && !other.empty() && one != other;
    };
    std::erase_if(found, [&](const Document& document) {
        return is_other(document.issuer, issuer) || document.issued != issued;
    });
    if (found.empty()) return std::nullopt;
    std::stable_partition(found.begin(), found.end(),
                          [&](const Document& document) { return document.issuer == issuer; });
    const auto in_force =
        std::ranges::find_if(found, [](const Document& document) { return !document.withdrawn_at; });
    return in_force == found.end() ? found.front() : *in_force;
}

std::vector<Document> Plans::with_number(const std::string& number) {
    std::vector<Document> found, exact;
    for (auto rows = with_number_.query(number_key(number)); rows.next();) {
        found.push_back(read_document(rows));
        if (found.back().number == number) exact.push_back(found.back());
    }
    return exact.empty() ? found : exact;
}

Document Plans::get(DocumentId id) {
    auto rows = get_document_.query(id);
    if (!rows.next()) throw std::logic_error("no document with id " + std::to_string(id.value));
    return read_document(rows);
}

std::vector<Document> Plans::list() {
    std::vector<Document> documents;
    for (auto rows = list_documents_.query(); rows.next();) documents.push_back(read_document(rows));
    return documents;
}

std::vector<Document> Plans::seen_by(AgencyId agency) {
    std::vector<Document> documents;
    for (auto rows = seen_by_.query(agency); rows.next();) documents.push_back(read_document(rows));
    return documents;
}

std::int64_t Plans::count() {
    return count_.query().number();
}

std::int64_t Plans::task_count(DocumentId id) {
    return count_tasks_.query(id).number();
}

TaskId Plans::add(const Task& task) {
    const auto& deadline = task.deadline;
    insert_task_.run(task.document, task.ordinal, task.number, task.section, task.title, task.requirement,
                     task.solution, deadline.phrase, name_of(kind_of(deadline.term)),
                     start_day(deadline.term), deadline.reason.key, join(deadline.reason.args),
                     task.lead_text, task.cooperating_text, join(task.role_notes), task.source_table,
                     task.source_line, task.search, join(task.decided), task.content, task.dropped_at,
                     task.priority, repetition_text(deadline.term), deadline.hour);
    const TaskId id{insert_task_.last_row()};
    write_reading(id, task);
    return id;
}

void Plans::update(const Task& task) {
    const auto& deadline = task.deadline;
    update_task_.run(task.ordinal, task.number, task.section, task.title, task.requirement, task.solution,
                     deadline.phrase, name_of(kind_of(deadline.term)), start_day(deadline.term),
                     deadline.reason.key, join(deadline.reason.args), task.lead_text, task.cooperating_text,
                     join(task.role_notes), task.source_table, task.source_line, task.search,
                     join(task.decided), task.content, task.dropped_at, repetition_text(deadline.term),
                     deadline.hour, task.id);
    clear_due_.run(task.id);
    clear_parties_.run(task.id);
    clear_problems_.run(task.id);
    write_reading(task.id, task);
}

void Plans::write_reading(TaskId id, const Task& task) {
    for (const auto day : due_days(task.deadline.term)) insert_due_.run(id, day);
    for (std::size_t i = 0; i < task.lead.size(); ++i) insert_party_.run(id, "lead", i, task.lead[i]);
    for (std::size_t i = 0; i < task.cooperating.size(); ++i)
        insert_party_.run(id, "cooperating", i, task.cooperating[i]);
    for (std::size_t i = 0; i < task.problems.size(); ++i)
        insert_problem_.run(id, i, task.problems[i].key, join(task.problems[i].args));
}

std::vector<TaskId> Plans::tasks_of(DocumentId id) {
    return tasks_of_.query(id).ids<TaskId>();
}

std::vector<Plans::Numbered> Plans::numbered(DocumentId id) {
    std::vector<Numbered> found;
    for (auto rows = numbered_.query(id); rows.next();)
        found.push_back(
            {rows.id<TaskId>(0), rows.text(1), rows.text(2), deadline_kind(rows.text(3)).value()});
    return found;
}

void Plans::add_cooperation(TaskId task, AgencyId agency) {
    insert_cooperation_.run(task, agency);
}

void Plans::add_cooperations(TaskId task, const std::vector<AgencyId>& agencies) {
    insert_cooperations_.run(task, json_array(agencies));
}

std::optional<Task> Plans::task(TaskId id) {
    Task task;
    std::string kind;
    std::string repetition;
    std::optional<local_days> start;
    {
        auto rows = get_task_.query(id);
        if (!rows.next()) return std::nullopt;
        task.id = rows.id<TaskId>(0);
        task.document = rows.id<DocumentId>(1);
        task.ordinal = static_cast<int>(rows.integer(2));
        task.number = rows.text(3);
        task.section = rows.text(4);
        task.title = rows.text(5);
        task.requirement = rows.text(6);
        task.solution = rows.text(7);
        task.deadline.phrase = rows.text(8);
        kind = rows.text(9);
        start = rows.maybe_day(10);
        task.deadline.reason = {rows.text(11), split(rows.text(12))};
        task.lead_text = rows.text(13);
        task.cooperating_text = rows.text(14);
        task.role_notes = split(rows.text(15));
        task.source_table = static_cast<int>(rows.integer(16));
        task.source_line = static_cast<int>(rows.integer(17));
        task.search = rows.text(18);
        task.decided = split(rows.text(19));
        task.content = rows.integer(20);
        task.dropped_at = rows.maybe_instant(21);
        task.priority = static_cast<Priority>(rows.integer(22));
        repetition = rows.text(23);
        task.deadline.hour = rows.maybe_minutes(24);
    }
    std::vector<local_days> due;
    for (auto rows = due_.query(id); rows.next();) due.push_back(rows.day(0));
    task.deadline.term =
        kept_term(deadline_kind(kind).value(), start, std::move(due), repetition_of(repetition));
    for (auto rows = parties_.query(id); rows.next();)
        (rows.text(0) == "lead" ? task.lead : task.cooperating).push_back(rows.text(1));
    for (auto rows = problems_.query(id); rows.next();)
        task.problems.push_back({rows.text(0), split(rows.text(1))});
    return task;
}

std::vector<AgencyId> Plans::cooperating(TaskId id) {
    return cooperating_.query(id).ids<AgencyId>();
}

bool Plans::may_see(AgencyId agency, TaskId task) {
    return may_see_.query(task, agency).next();
}

Plans::Brief Plans::brief(TaskId id) {
    auto rows = brief_.query(id);
    if (!rows.next()) throw std::logic_error("no task with id " + std::to_string(id.value));
    return {rows.day(0),
            rows.text(1),
            rows.text(2),
            rows.text(3),
            rows.text(4),
            rows.text(5),
            deadline_kind(rows.text(6)).value(),
            static_cast<Priority>(rows.integer(7)),
            rows.id<DocumentId>(8),
            rows.maybe_minutes(9),
            rows.integer(10) != 0};
}

std::vector<TaskId> Plans::unsettled(int limit) {
    return unsettled_.query(limit).ids<TaskId>();
}

void Plans::settle(TaskId id, const Repetition& repetition) {
    settle_.run(to_text(repetition), id);
}

void Plans::set_priority(TaskId id, Priority priority) {
    set_priority_.run(priority, id);
}

void Plans::set_decided_hour(TaskId id, std::optional<std::chrono::minutes> hour) {
    set_decided_hour_.run(hour, id);
}

}  // namespace dondoc::store
