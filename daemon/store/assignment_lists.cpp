// SPDX-License-Identifier: Apache-2.0
#include "store/assignment_lists.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <set>

#include "store/change_texts.h"

namespace dondoc::store {
namespace {

constexpr std::int64_t few = 1000;  // a source that is worth no further comparison

const std::string listed_columns =
    assignment_columns +
    ", g.code, g.name, d.number, d.level, t.number, t.title, t.deadline_text, t.deadline_kind, d.id, "
    "t.priority, coalesce(t.decided_hour, t.hour), d.secret";
constexpr int columns_of_a_row = columns_of_an_assignment + 12;

ListedAssignment read_listed(const Rows& rows) {
    constexpr int next = columns_of_an_assignment;
    return {read_assignment(rows),
            rows.text(next),
            rows.text(next + 1),
            rows.text(next + 2),
            rows.text(next + 3),
            rows.text(next + 4),
            rows.text(next + 5),
            rows.text(next + 6),
            rows.text(next + 7),
            rows.id<DocumentId>(next + 8),
            static_cast<Priority>(rows.integer(next + 9)),
            rows.maybe_minutes(next + 10),
            rows.integer(next + 11) != 0};
}

std::string text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

}  // namespace

// The functions has_text() and has_words() of SQL know what is looked for as long as this is there.
class AssignmentLists::Looking {
  public:
    Looking(AssignmentLists& lists, const AssignmentFilter& filter) : lists_(lists) {
        lists_.looked_for_ = filter.text ? &*filter.text : nullptr;
        lists_.looked_at_.clear();
    }
    ~Looking() { lists_.looked_for_ = nullptr; }
    Looking(const Looking&) = delete;
    Looking& operator=(const Looking&) = delete;

    // has_text(task.id, task.search)
    static void answer(sqlite3_context* context, int, sqlite3_value** arguments) {
        auto& lists = *static_cast<AssignmentLists*>(sqlite3_user_data(context));
        const auto [known, is_new] = lists.looked_at_.try_emplace(sqlite3_value_int64(arguments[0]), false);
        if (is_new) known->second = lists.fits(text_of(arguments[1]));
        sqlite3_result_int(context, known->second ? 1 : 0);
    }
    // has_words(assignment_change.words)
    static void answer_of_change(sqlite3_context* context, int, sqlite3_value** arguments) {
        const auto& lists = *static_cast<AssignmentLists*>(sqlite3_user_data(context));
        sqlite3_result_int(context, lists.fits(text_of(arguments[0])) ? 1 : 0);
    }

  private:
    AssignmentLists& lists_;
};

AssignmentLists::AssignmentLists(Database& database, const Limits& limits)
    : database_(with_text_functions(database)),
      limits_(limits),
      one_(database,
           listed_columns + " FROM assignment a" + its_task + its_document + its_agency + " WHERE a.id = ?"),
      with_words_(
          database,
          "SELECT t.id, has_text(t.id, t.search) FROM task_words w CROSS JOIN task t ON t.id = w.rowid "
          "WHERE task_words MATCH ?"),
      count_with_words_(database,
                        "SELECT count(*) FROM (SELECT 1 FROM task_words WHERE task_words MATCH ? LIMIT ?)"),
      said_with_words_(
          database,
          "SELECT DISTINCT a.task_id FROM change_words w CROSS JOIN assignment_change c ON c.id = w.rowid "
          "JOIN assignment a ON a.id = c.assignment_id WHERE change_words MATCH ? AND has_words(c.words) "
          "UNION SELECT a.task_id FROM assignment_change c CROSS JOIN assignment a ON a.id = c.assignment_id "
          "WHERE c.id > " +
              ChangeTexts::newest_indexed + " AND has_words(c.words)"),
      count_said_with_words_(
          database, "SELECT count(*) FROM (SELECT 1 FROM change_words WHERE change_words MATCH ? LIMIT ?)") {}

Database& AssignmentLists::with_text_functions(Database& database) {
    database.handle().createFunction("has_text", 2, false, this, Looking::answer);
    database.handle().createFunction("has_words", 1, false, this, Looking::answer_of_change);
    return database;
}

bool AssignmentLists::fits(const std::string& folded) const {
    return looked_for_ != nullptr && looked_for_->fits(folded);
}

bool AssignmentLists::are_few(Statement& count, const std::string& phrase) const {
    return count.query(phrase, limits_.tasks + 1).number() <= limits_.tasks;
}

// As an array of JSON, each once; nullopt: more have the words than can be looked at.
std::optional<std::string> AssignmentLists::tasks_with(const TextFilter& text) {
    const auto phrase = '"' + text.words + '"';
    if (!are_few(count_with_words_, phrase) || !are_few(count_said_with_words_, phrase)) return std::nullopt;
    std::set<std::int64_t> found;
    for (auto rows = with_words_.query(phrase); rows.next();)
        if (rows.integer(1) != 0) found.insert(rows.integer(0));
    for (auto rows = said_with_words_.query(phrase); rows.next();) found.insert(rows.integer(0));
    std::string tasks;
    for (const auto task : found) tasks += (tasks.empty() ? "" : ",") + std::to_string(task);
    return '[' + tasks + ']';
}

// No more than is sorted, and one.
std::int64_t AssignmentLists::size_of(const FilterSource& source) {
    Statement count{database_, "SELECT count(*) FROM (SELECT 1 FROM " + source.tables +
                                   source.condition.sql() + " LIMIT ?)"};
    const int bound = source.condition.bind_to(count);
    count.bind_at(bound + 1, limits_.sorted + 1);
    return count.running().number();
}

// nullopt: the filter does not narrow enough.
std::optional<FilterSource> AssignmentLists::narrowest(const AssignmentFilter& filter) {
    std::optional<FilterSource> best;
    std::int64_t smallest = limits_.sorted + 1;
    const auto compare = [&](FilterSource source) {
        const auto size = size_of(source);
        if (size >= smallest) return;
        smallest = size;
        best = std::move(source);
    };
    for (auto& source : sources_of(filter)) {
        compare(std::move(source));
        if (smallest <= few) return best;
    }
    if (filter.text) {
        if (const auto tasks = tasks_with(*filter.text)) {
            FilterSource source{"json_each j CROSS JOIN assignment a ON a.task_id = j.value", {}};
            source.condition.add("j.json = ?", *tasks);
            compare(std::move(source));
        }
    }
    if (!best) compare({"assignment a", {}});  // there may be few in all
    return best;
}

ListPage AssignmentLists::sorted(const FilterSource& source, const AssignmentFilter& filter,
                                 const ListWindow& window) {
    Condition condition = source.condition;
    condition.add(condition_of(filter));
    if (window.after) condition.add(after(window.sort, *window.after));
    Statement select{database_, listed_columns + ", " + keys_of(window.sort.order) + " FROM " +
                                    source.tables + its_task + its_document + its_agency + condition.sql() +
                                    ordered_by(window.sort) + " LIMIT ? OFFSET ?"};
    const int bound = condition.bind_to(select);
    select.bind_at(bound + 1, window.limit + 1);  // one more tells whether there is more
    select.bind_at(bound + 2, window.offset);
    ListPage page;
    ListPosition last;
    for (auto rows = select.running(); rows.next();) {
        page.skipped = window.offset;
        if (static_cast<int>(page.rows.size()) == window.limit) {
            page.next = std::move(last);
            break;
        }
        page.rows.push_back(read_listed(rows));
        last = read_position(rows, window.sort.order, columns_of_a_row);
    }
    return page;
}

ListPage AssignmentLists::walked(const AssignmentFilter& filter, const ListWindow& window) {
    const auto fits = condition_of(filter);
    const auto days = days_of(filter);
    Condition along;  // what bounds the walk itself
    if (window.sort.order == ListOrder::Due) days.add_to(along);
    if (window.after) along.add(after(window.sort, *window.after));
    Statement select{database_, listed_columns + ", " + keys_of(window.sort.order) + ", " +
                                    fits.expression() + " FROM " + tables_in_order(window.sort.order, days) +
                                    along.sql() + ordered_by(window.sort) + " LIMIT ?"};
    select.bind_at(along.bind_to(select, fits.bind_to(select)) + 1, limits_.walked + 1);
    const int fits_column = columns_of_a_row + static_cast<int>(key_count(window.sort.order));
    ListPage page;
    ListPosition last;
    int looked_at = 0;
    for (auto rows = select.running(); rows.next();
         last = read_position(rows, window.sort.order, columns_of_a_row)) {
        if (static_cast<int>(page.rows.size()) == window.limit || looked_at++ == limits_.walked) {
            page.next = std::move(last);
            break;
        }
        if (rows.integer(fits_column) == 0) continue;
        if (page.skipped < window.offset)
            ++page.skipped;
        else
            page.rows.push_back(read_listed(rows));
    }
    return page;
}

ListPage AssignmentLists::page(const AssignmentFilter& filter, const ListWindow& window) {
    const Looking looking{*this, filter};
    const auto source = narrowest(filter);
    if (!source) return walked(filter, window);
    auto page = sorted(*source, filter, window);
    if (window.with_total) page.total = count(*source, filter);
    return page;
}

std::int64_t AssignmentLists::count(const FilterSource& source, const AssignmentFilter& filter) {
    Condition condition = source.condition;
    condition.add(condition_of(filter));
    Statement count{database_,
                    "SELECT count(*) FROM " + source.tables + its_task + its_document + condition.sql()};
    condition.bind_to(count);
    return count.running().number();
}

TaskPage AssignmentLists::unassigned(const AssignmentFilter& filter, TaskId after, int limit,
                                     std::int64_t offset) {
    const Looking looking{*this, filter};
    Condition fits, along;
    fits.add("t.dropped_at IS NULL AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = t.id)");
    std::string tables = "task t";
    if (!filter.documents.empty()) along.add("t.document_id IN " + set_of(filter.documents));
    if (filter.text) {
        if (const auto tasks = tasks_with(*filter.text)) {
            tables = "json_each j CROSS JOIN task t ON t.id = j.value";
            along.add("j.json = ?", *tasks);
        }
        fits.add("has_text(t.id, t.search)");
    }
    along.add("t.id > ?", after.value);
    Statement select{database_, "SELECT t.id, " + fits.expression() + " FROM " + tables + along.sql() +
                                    " ORDER BY t.id LIMIT ?"};
    select.bind_at(along.bind_to(select, fits.bind_to(select)) + 1, limits_.walked + 1);
    TaskPage page;
    TaskId last = after;
    int looked_at = 0;
    for (auto rows = select.running(); rows.next(); last = rows.id<TaskId>(0)) {
        if (static_cast<int>(page.tasks.size()) == limit || looked_at++ == limits_.walked) {
            page.next = last;
            break;
        }
        if (rows.integer(1) == 0) continue;
        if (page.skipped < offset)
            ++page.skipped;
        else
            page.tasks.push_back(rows.id<TaskId>(0));
    }
    return page;
}

std::optional<ListedAssignment> AssignmentLists::one(AssignmentId id) {
    auto rows = one_.query(id);
    if (!rows.next()) return std::nullopt;
    return read_listed(rows);
}

std::vector<ListedAssignment> AssignmentLists::all(const AssignmentFilter& filter) {
    const Looking looking{*this, filter};
    const auto source = narrowest(filter).value_or(FilterSource{"assignment a", {}});
    ListWindow window;
    window.limit = std::numeric_limits<int>::max() - 1;
    return sorted(source, filter, window).rows;
}

std::map<AgencyId, TimelinessCounts> AssignmentLists::counts_by_agency(const AssignmentFilter& filter) {
    const Looking looking{*this, filter};
    Condition condition = condition_of(filter);
    Statement statement{database_,
                        "SELECT a.agency_id, a.standing, a.open_day, count(*) FROM task t "
                        "JOIN document d ON d.id = t.document_id "
                        "JOIN assignment a ON a.task_id = t.id" +
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
