#include "store/assignments.h"

#include "store/condition.h"

namespace dondoc::store {
namespace {

std::int64_t number_of(local_days day) {
    return day.time_since_epoch().count();
}

// The class of timeliness as lifecycle.h defines it, in SQL.
std::string class_of(local_days today, int due_soon_days) {
    const auto day = std::to_string(number_of(today));
    const auto soon = std::to_string(number_of(today) + due_soon_days);
    const auto value = [](Timeliness timeliness) { return std::to_string(static_cast<int>(timeliness)); };
    return "CASE WHEN a.state > 4 THEN " + value(Timeliness::Withdrawn) +
           " WHEN a.state = 4 AND a.completed_on > a.due THEN " + value(Timeliness::CompletedLate) +
           " WHEN a.state = 4 THEN " + value(Timeliness::CompletedOnTime) + " WHEN a.due IS NULL THEN " +
           value(Timeliness::NoDeadline) + " WHEN a.due < " + day + " THEN " + value(Timeliness::Overdue) +
           " WHEN a.due = " + day + " THEN " + value(Timeliness::DueToday) + " WHEN a.due <= " + soon +
           " THEN " + value(Timeliness::DueSoon) + " ELSE " + value(Timeliness::InTime) + " END";
}

static_assert(static_cast<int>(Workflow::Reported) == 3 && static_cast<int>(Workflow::Completed) == 4 &&
              static_cast<int>(Workflow::Returned) == 5);

Condition condition_of(const AssignmentFilter& filter) {
    Condition condition;
    if (filter.assignment) condition.add("a.id = ?", filter.assignment->value);
    if (filter.agency) condition.add("a.agency_id = ?", filter.agency->value);
    if (filter.task) condition.add("a.task_id = ?", filter.task->value);
    if (filter.document_id) condition.add("t.document_id = ?", filter.document_id->value);
    if (!filter.document.empty()) condition.add("d.number = ?", filter.document);
    if (!filter.level.empty()) condition.add("d.level = ?", filter.level);
    if (!filter.text.empty()) condition.add("instr(t.search, ?) > 0", filter.text);
    if (filter.waiting) condition.add("(a.state IN (3, 5) OR a.asked_due IS NOT NULL)");
    if (filter.due_from) condition.add("a.due >= ?", number_of(*filter.due_from));
    if (filter.due_to) condition.add("a.due <= ?", number_of(*filter.due_to));
    if (!filter.timeliness.empty()) {
        std::string classes;
        bool all_open_with_due = true;
        for (const auto timeliness : filter.timeliness) {
            classes += (classes.empty() ? "" : ", ") + std::to_string(static_cast<int>(timeliness));
            all_open_with_due &= timeliness >= Timeliness::InTime && timeliness <= Timeliness::Overdue;
        }
        // Lets SQLite take the index of the open ones, which is all that such a list needs.
        if (all_open_with_due) condition.add("a.state <= 3 AND a.due IS NOT NULL");
        condition.add(class_of(filter.today, filter.due_soon_days) + " IN (" + classes + ")");
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
            rows.text(6),
            rows.maybe_day(7),
            rows.maybe_day(8),
            rows.instant(9),
            rows.instant(10),
            rows.integer(11),
            static_cast<int>(rows.integer(12)),
            rows.maybe_number(13),
            rows.is_null(14) ? std::nullopt : std::optional{rows.id<AssignmentId>(14)}};
}

const std::string assignment_columns =
    "SELECT a.id, a.task_id, a.agency_id, a.state, a.due, a.completed_on, a.note, a.original_due, "
    "a.asked_due, "
    "a.given_at, a.updated_at, a.revision, a.reworks, a.progress, a.transferred_from";
constexpr int columns_of_an_assignment = 15;

}  // namespace

Assignments::Assignments(Database& database)
    : database_(database),
      insert_(database,
              "INSERT INTO assignment (task_id, agency_id, state, due, given_due, original_due, given_at, "
              "updated_at) VALUES (?1, ?2, ?3, ?4, ?4, ?4, ?5, ?5)"),
      get_(database, assignment_columns + " FROM assignment a WHERE a.id = ?"),
      find_(database, assignment_columns + " FROM assignment a WHERE a.task_id = ? AND a.agency_id = ?"),
      open_with_due_(database, assignment_columns +
                                   " FROM assignment a WHERE a.id > ? AND a.state <= 3 AND "
                                   "a.due IS NOT NULL ORDER BY a.id LIMIT ?"),
      of_task_(database, assignment_columns + " FROM assignment a WHERE a.task_id = ? ORDER BY a.id"),
      open_terms_(database,
                  "SELECT a.due, t.number, count(*) FROM task t JOIN assignment a ON a.task_id = t.id "
                  "WHERE t.document_id = ? AND a.state <= 3 GROUP BY a.due, t.id "
                  "ORDER BY a.due IS NULL, a.due, t.ordinal") {}

Assignment Assignments::add(TaskId task, AgencyId agency, std::optional<local_days> due,
                            sys_seconds given_at) {
    insert_.run(task, agency, Workflow::Assigned, due, given_at);
    Assignment assignment;
    assignment.id = {insert_.last_row()};
    assignment.task = task;
    assignment.agency = agency;
    assignment.due = assignment.original_due = due;
    assignment.given_at = assignment.updated_at = given_at;
    return assignment;
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

AssignmentPage Assignments::list(const AssignmentFilter& filter) {
    const auto condition = condition_of(filter);
    AssignmentPage page;
    {
        Statement count{database_, "SELECT count(*)" + tables + condition.sql()};
        condition.bind_to(count);
        auto rows = count.running();
        rows.next();
        page.total = rows.integer(0);
    }
    Statement select{database_,
                     assignment_columns +
                         ", g.code, g.name, d.number, d.level, t.number, t.title, t.deadline_text, "
                         "t.deadline_kind, d.id, t.priority" +
                         tables + "JOIN agency g ON g.id = a.agency_id" + condition.sql() +
                         " ORDER BY a.due IS NULL, a.due, a.id LIMIT ? OFFSET ?"};
    const int bound = condition.bind_to(select);
    select.bind_at(bound + 1, filter.limit);
    select.bind_at(bound + 2, filter.offset);
    for (auto rows = select.running(); rows.next();) {
        constexpr int next = columns_of_an_assignment;
        page.rows.push_back({read_assignment(rows), rows.text(next), rows.text(next + 1), rows.text(next + 2),
                             rows.text(next + 3), rows.text(next + 4), rows.text(next + 5),
                             rows.text(next + 6), rows.text(next + 7), rows.id<DocumentId>(next + 8),
                             static_cast<Priority>(rows.integer(next + 9))});
    }
    return page;
}

std::map<AgencyId, TimelinessCounts> Assignments::counts_by_agency(const AssignmentFilter& filter) {
    const auto condition = condition_of(filter);
    const auto needs_document =
        filter.document_id || !filter.document.empty() || !filter.level.empty() || !filter.text.empty();
    Statement statement{database_, "SELECT a.agency_id, " + class_of(filter.today, filter.due_soon_days) +
                                       " AS class, count(*)" +
                                       (needs_document ? tables : std::string{" FROM assignment a"}) +
                                       condition.sql() + " GROUP BY a.agency_id, class"};
    condition.bind_to(statement);
    std::map<AgencyId, TimelinessCounts> counts;
    for (auto rows = statement.running(); rows.next();)
        counts[rows.id<AgencyId>(0)][static_cast<Timeliness>(rows.integer(1))] = rows.integer(2);
    return counts;
}

TimelinessCounts Assignments::counts(const AssignmentFilter& filter) {
    TimelinessCounts total;
    for (const auto& [agency, counts] : counts_by_agency(filter))
        for (const auto& [timeliness, count] : counts) total[timeliness] += count;
    return total;
}

}  // namespace dondoc::store
