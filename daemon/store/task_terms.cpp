// SPDX-License-Identifier: Apache-2.0
#include "store/task_terms.h"

#include "store/history.h"
#include "store/text_list.h"

namespace dondoc::store {
namespace {

const std::string term_columns =
    "SELECT at, action, by, happened, phrase, due, why_key, why_args, document, reason, hour "
    "FROM task_term WHERE task_id = ? ORDER BY revision ";

TermEntry read_entry(const Rows& rows) {
    return {rows.instant(0),
            kind_in(rows, 1),
            rows.text(2),
            rows.maybe_day(3),
            rows.text(4),
            rows.maybe_day(5),
            {rows.text(6), split(rows.text(7))},
            rows.text(8),
            rows.text(9),
            rows.maybe_minutes(10)};
}

}  // namespace

TaskTerms::TaskTerms(Database& database)
    : insert_(database,
              "INSERT INTO task_term (task_id, revision, at, action, by, happened, phrase, due, why_key, "
              "why_args, document, reason, hour) VALUES (?1, (SELECT coalesce(max(revision), 0) + 1 FROM "
              "task_term "
              "WHERE task_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"),
      of_(database, term_columns),
      newest_(database, term_columns + "DESC LIMIT 1") {}

void TaskTerms::add(TaskId task, const TermEntry& entry) {
    insert_.run(task, entry.at, name_of(entry.kind), entry.by, entry.happened, entry.phrase, entry.due,
                entry.why.key, join(entry.why.args), entry.document, entry.reason, entry.hour);
}

std::vector<TermEntry> TaskTerms::of(TaskId task) {
    std::vector<TermEntry> entries;
    for (auto rows = of_.query(task); rows.next();) entries.push_back(read_entry(rows));
    return entries;
}

std::optional<TermEntry> TaskTerms::newest(TaskId task) {
    auto rows = newest_.query(task);
    if (!rows.next()) return std::nullopt;
    return read_entry(rows);
}

}  // namespace dondoc::store
