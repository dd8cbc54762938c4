// SPDX-License-Identifier: Apache-2.0
// Tasks of another system.
#include <cstdint>
#include <string>

#include "engine/children.h"
#include "engine/task_import.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "language/readers.h"

namespace dondoc::hub {
namespace {

using Row = v1::TaskImportReply::Row;

std::string placed(std::size_t index, const std::string& within) {
    return "tasks[" + std::to_string(index) + "]." + within;
}

engine::ImportedTask task_of(const v1::ImportedTask& said, std::size_t index) {
    engine::ImportedTask task;
    try {
        task.document = hub::from_wire(said.document());
        task.completed_on = to_day(said.completed_on(), "completed_on");
    } catch (const UserError& error) {
        throw UserError(error.message().key, error.message().args, placed(index, error.place()));
    }
    const auto priority = parse_priority(said.priority().empty() ? "normal" : said.priority());
    if (!priority) throw UserError("task.bad_priority", {said.priority()}, placed(index, "priority"));
    task.said = said;
    task.row = hub::from_wire(said.row());
    task.priority = *priority;
    return task;
}

void add_row(const engine::ImportedRow& imported, std::size_t index, text::Lang lang,
             v1::TaskImportReply& reply) {
    auto& row = *reply.add_rows();
    row.set_index(static_cast<std::uint32_t>(index));
    row.set_outcome(imported.outcome);
    row.set_task(static_cast<std::uint64_t>(imported.task.value));
    if (imported.row) *row.mutable_row() = to_wire(*imported.row, lang);
    for (const auto& field : imported.fields) *row.add_fields() = field;
    if (imported.error) *row.mutable_error() = to_wire(*imported.error, lang);
}

void count_row(const engine::ImportedRow& row, v1::TaskImportReply& reply) {
    switch (row.outcome) {
        case Row::added:
            reply.set_added(reply.added() + 1);
            break;
        case Row::linked:
            reply.set_linked(reply.linked() + 1);
            break;
        case Row::changed:
            reply.set_changed(reply.changed() + 1);
            break;
        case Row::refused:
            reply.set_refused(reply.refused() + 1);
            break;
        default:
            reply.set_unchanged(reply.unchanged() + 1);
    }
    const bool is_read = row.outcome == Row::added || row.outcome == Row::changed;
    if (is_read && row.row && !row.row->task.problems.empty()) reply.set_doubtful(reply.doubtful() + 1);
}

}  // namespace

void import_tasks(Call& call, const v1::TaskImportRequest& wanted, v1::TaskImportReply& reply) {
    engine::TaskImport import;
    import.source = language::normalize(wanted.source());
    import.seen = wanted.seen();
    import.by = call.by();
    import.reason = text::render(call.lang, {"task_import.reason",
                                             { import.source,
                                               spoken_day(call.engine.today()) }});
    import.terms = {.trial = wanted.dry_run(), .new_document = wanted.new_document()};
    import.terms.absent = hub::from_wire(wanted.absent());
    import.tasks.reserve(static_cast<std::size_t>(wanted.tasks_size()));
    for (const auto& task : wanted.tasks()) import.tasks.push_back(task_of(task, import.tasks.size()));

    const auto imported = engine::import_tasks(*call.work, import);
    engine::follow_children(*call.work);
    for (std::size_t i = 0; i < imported.rows.size(); ++i) {
        count_row(imported.rows[i], reply);
        if (wanted.dry_run() && imported.rows[i].outcome != Row::unchanged)
            add_row(imported.rows[i], i, call.lang, reply);
    }
    reply.set_not_named(static_cast<std::uint64_t>(imported.not_named));
    reply.set_documents(static_cast<std::uint64_t>(imported.documents));
    reply.set_assignments(static_cast<std::uint64_t>(imported.assignments));
    if (wanted.dry_run()) reply.set_seen(imported.seen);
}

}  // namespace dondoc::hub
