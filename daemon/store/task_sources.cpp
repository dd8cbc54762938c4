// SPDX-License-Identifier: Apache-2.0
#include "store/task_sources.h"

namespace dondoc::store {

TaskSources::TaskSources(Database& database)
    : find_(database, "SELECT task_id, said FROM task_source WHERE source = ? AND id = ?"),
      put_(database,
           "INSERT INTO task_source (source, id, task_id, said) VALUES (?1, ?2, ?3, ?4) "
           "ON CONFLICT (source, id) DO UPDATE SET task_id = ?3, said = ?4"),
      of_(database, "SELECT source, id FROM task_source WHERE task_id = ? ORDER BY source, id"),
      holds_(database, "SELECT 1 FROM task_source WHERE task_id = ? AND source = ? LIMIT 1"),
      count_(database, "SELECT count(*) FROM task_source WHERE source = ?") {}

std::optional<TaskSources::Known> TaskSources::find(const TaskSource& source) {
    auto rows = find_.query(source.source, source.id);
    if (!rows.next()) return std::nullopt;
    return Known{rows.id<TaskId>(0), rows.blob(1)};
}

void TaskSources::put(const TaskSource& source, TaskId task, const std::string& said) {
    put_.run(source.source, source.id, task, Blob{said});
}

std::vector<TaskSource> TaskSources::of(TaskId task) {
    std::vector<TaskSource> sources;
    for (auto rows = of_.query(task); rows.next();) sources.push_back({rows.text(0), rows.text(1)});
    return sources;
}

bool TaskSources::holds(const std::string& source, TaskId task) {
    auto rows = holds_.query(task, source);
    return rows.next();
}

std::int64_t TaskSources::count(const std::string& source) {
    return count_.query(source).number();
}

}  // namespace dondoc::store
