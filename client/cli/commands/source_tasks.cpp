// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/source_tasks.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "lib/errors.h"

namespace dondoc::cli {
namespace {

using State = v1::ImportedState;
using Here = v1::Workflow;

constexpr std::uint32_t rows_at_once = 1000;

std::set<std::uint64_t> ids_of_source(Session& session, const std::string& source) {
    std::set<std::uint64_t> tasks;
    v1::Request request;
    auto& wanted = *request.mutable_task_list();
    wanted.set_source(source);
    wanted.set_limit(rows_at_once);
    do {
        const auto reply = session.ask(v1::Request{request});
        for (const auto& row : reply.task_list().rows()) tasks.insert(row.task());
        wanted.set_after(reply.task_list().next());
    } while (!wanted.after().empty());
    wanted.clear_after();
    wanted.set_unassigned(true);  // for which no agency was found
    do {
        const auto reply = session.ask(v1::Request{request});
        for (const auto& row : reply.task_list().rows()) tasks.insert(row.task());
        wanted.set_after(reply.task_list().next());
    } while (!wanted.after().empty());
    return tasks;
}

bool counts(const v1::AssignmentRow& row) {
    return row.state() != Here::returned && row.state() != Here::transferred && row.state() != Here::revoked;
}

}  // namespace

std::vector<SourceTask> tasks_of_source(Session& session, const std::string& source) {
    std::set<std::uint64_t> ids;
    try {
        ids = ids_of_source(session, source);
    } catch (const client::Refused& refused) {
        if (refused.error().code() != "source.unknown") throw;
    }
    std::vector<SourceTask> tasks;
    for (const auto id : ids) {
        v1::Request request;
        request.mutable_task_show()->set_task(id);
        const auto shown = session.ask(std::move(request)).task_show();
        for (const auto& known : shown.sources())
            if (known.source() == source) tasks.push_back({known.id(), shown});
    }
    std::ranges::sort(tasks, {}, &SourceTask::id);
    return tasks;
}

v1::ImportedState::State standing_here(const v1::TaskShowReply& task) {
    if (!task.dropped().empty() || !task.document().withdrawn().empty()) return State::withdrawn;
    if (task.completed()) return State::completed;
    const auto& rows = task.assignments();
    if (!rows.empty() && std::ranges::none_of(rows, counts)) return State::withdrawn;
    const auto begun = [](const v1::AssignmentRow& row) {
        return row.state() == Here::in_progress || row.state() == Here::reported ||
               row.state() == Here::completed;
    };
    return std::ranges::any_of(rows, begun) ? State::in_progress : State::open;
}

std::vector<std::string> days_here(const v1::TaskShowReply& task) {
    std::set<std::string> days;
    for (const auto& row : task.assignments())
        if (counts(row) && !row.due().empty()) days.insert(row.due());
    return {days.begin(), days.end()};
}

std::string completed_here(const v1::TaskShowReply& task) {
    if (standing_here(task) != State::completed) return {};
    std::string newest;
    for (const auto& row : task.assignments())
        if (counts(row)) newest = std::max(newest, row.completed_on());
    return newest;
}

}  // namespace dondoc::cli
