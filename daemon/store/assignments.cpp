#include "store/assignments.h"

#include <variant>

namespace dondoc::store {
namespace {

using Argument = std::variant<std::int64_t, std::string>;

// A condition grows with its arguments, so that no text of a user ever becomes SQL.
class Condition {
  public:
    void add(const std::string& sql) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + sql; }
    void add(const std::string& sql, Argument argument) {
        add(sql);
        arguments_.push_back(std::move(argument));
    }
    const std::string& sql() const { return sql_; }

    int bind_to(Statement& statement) const {
        int index = 0;
        for (const auto& argument : arguments_)
            std::visit([&](const auto& value) { statement.bind_at(++index, value); }, argument);
        return index;
    }

  private:
    std::string sql_;
    std::vector<Argument> arguments_;
};

std::int64_t number_of(local_days day) {
    return day.time_since_epoch().count();
}

Condition condition_of(const AssignmentFilter& filter) {
    Condition condition;
    if (filter.assignment) condition.add("a.id = ?", filter.assignment->value);
    if (filter.agency) condition.add("a.agency_id = ?", filter.agency->value);
    if (filter.task) condition.add("a.task_id = ?", filter.task->value);
    if (filter.document_id) condition.add("t.document_id = ?", filter.document_id->value);
    if (!filter.document.empty()) condition.add("d.number = ?", filter.document);
    if (!filter.level.empty()) condition.add("d.level = ?", filter.level);
    if (!filter.text.empty()) condition.add("instr(t.search, ?) > 0", filter.text);
    if (filter.due_from) condition.add("a.due >= ?", number_of(*filter.due_from));
    if (filter.due_to) condition.add("a.due <= ?", number_of(*filter.due_to));
    if (!filter.timeliness.empty()) {
        std::string any;
        for (const auto timeliness : filter.timeliness)
            any += (any.empty() ? "(" : " OR (") + condition_of(timeliness, filter.moment()) + ')';
        condition.add('(' + any + ')');
    }
    return condition;
}

const std::string tables =
    " FROM assignment a JOIN task t ON t.id = a.task_id JOIN document d ON d.id = t.document_id ";

Assignment read_assignment(const Rows& rows) {
    return {rows.id<AssignmentId>(0),
            rows.id<TaskId>(1),
            rows.id<AgencyId>(2),
            static_cast<Workflow>(rows.integer(3)),
            rows.maybe_day(4),
            rows.maybe_day(5),
            rows.text(6)};
}

const std::string assignment_columns =
    "SELECT a.id, a.task_id, a.agency_id, a.state, a.due, a.completed_on, a.note";

}  // namespace

Assignments::Assignments(Database& database)
    : database_(database),
      insert_(database, "INSERT INTO assignment (task_id, agency_id, state, due) VALUES (?, ?, ?, ?)"),
      get_(database, assignment_columns + " FROM assignment a WHERE a.id = ?"),
      find_(database, assignment_columns + " FROM assignment a WHERE a.task_id = ? AND a.agency_id = ?"),
      update_(database, "UPDATE assignment SET state = ?, due = ?, completed_on = ?, note = ? WHERE id = ?"),
      open_with_due_(database, assignment_columns +
                                   " FROM assignment a WHERE a.id > ? AND a.state <= 3 AND "
                                   "a.due IS NOT NULL ORDER BY a.id LIMIT ?"),
      of_task_(database, assignment_columns + " FROM assignment a WHERE a.task_id = ? ORDER BY a.id"),
      open_terms_(database,
                  "SELECT a.due, t.number, count(*) FROM task t JOIN assignment a ON a.task_id = t.id "
                  "WHERE t.document_id = ? AND a.state <= 3 GROUP BY a.due, t.id "
                  "ORDER BY a.due IS NULL, a.due, t.ordinal") {}

AssignmentId Assignments::add(TaskId task, AgencyId agency, std::optional<local_days> due) {
    insert_.run(task, agency, Workflow::Assigned, due);
    return {insert_.last_row()};
}

std::optional<Assignment> Assignments::get(AssignmentId id) {
    auto rows = get_.query(id);
    if (!rows.next()) return std::nullopt;
    return read_assignment(rows);
}

std::optional<Assignment> Assignments::find(TaskId task, AgencyId agency) {
    auto rows = find_.query(task, agency);
    if (!rows.next()) return std::nullopt;
    return read_assignment(rows);
}

void Assignments::update(const Assignment& assignment) {
    update_.run(assignment.state, assignment.due, assignment.completed_on, assignment.note, assignment.id);
}

std::vector<Assignment> Assignments::open_with_due(AssignmentId after, int limit) {
    std::vector<Assignment> found;
    for (auto rows = open_with_due_.query(after, limit); rows.next();) found.push_back(read_assignment(rows));
    return found;
}

std::vector<Assignment> Assignments::of_task(TaskId task) {
    std::vector<Assignment> found;
    for (auto rows = of_task_.query(task); rows.next();) found.push_back(read_assignment(rows));
    return found;
}

std::vector<Assignments::OpenTerm> Assignments::open_terms(DocumentId document) {
    std::vector<OpenTerm> terms;
    for (auto rows = open_terms_.query(document); rows.next();)
        terms.push_back({rows.maybe_day(0), rows.text(1), rows.integer(2)});
    return terms;
}

std::int64_t Assignments::count(const AssignmentFilter& filter) {
    const auto condition = condition_of(filter);
    Statement count{database_, "SELECT count(*)" + tables + condition.sql()};
    condition.bind_to(count);
    auto rows = count.running();
    rows.next();
    return rows.integer(0);
}

std::vector<ListedAssignment> Assignments::list(const AssignmentFilter& filter) {
    const auto condition = condition_of(filter);
    std::vector<ListedAssignment> found;
    Statement select{database_,
                     assignment_columns +
                         ", g.code, g.name, d.number, d.level, t.number, t.title, t.deadline_text, "
                         "t.deadline_kind, d.id, t.priority" +
                         tables + "JOIN agency g ON g.id = a.agency_id" + condition.sql() +
                         " ORDER BY a.due NULLS LAST, a.id LIMIT ? OFFSET ?"};
    const int bound = condition.bind_to(select);
    select.bind_at(bound + 1, filter.limit);
    select.bind_at(bound + 2, filter.offset);
    for (auto rows = select.running(); rows.next();) {
        found.push_back({read_assignment(rows), rows.text(7), rows.text(8), rows.text(9), rows.text(10),
                         rows.text(11), rows.text(12), rows.text(13), rows.text(14), rows.id<DocumentId>(15),
                         static_cast<Priority>(rows.integer(16))});
    }
    return found;
}

std::map<AgencyId, TimelinessCounts> Assignments::counts_by_agency(const AssignmentFilter& filter) {
    const auto condition = condition_of(filter);
    Statement statement{database_, "SELECT a.agency_id, a.standing, a.open_day, count(*)" + tables +
                                       condition.sql() + " GROUP BY a.agency_id, a.standing, a.open_day"};
    condition.bind_to(statement);
    std::map<AgencyId, TimelinessCounts> counts;
    for (auto rows = statement.running(); rows.next();) {
        const auto timeliness =
            class_of(static_cast<Standing>(rows.integer(1)), rows.day(2), filter.moment());
        counts[rows.id<AgencyId>(0)][timeliness] += rows.integer(3);
    }
    return counts;
}

}  // namespace dondoc::store
