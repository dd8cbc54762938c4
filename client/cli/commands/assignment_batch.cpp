// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/assignment_batch.h"

#include <algorithm>
#include <limits>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/pages/assignment_list.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t most_shown = 200;

std::vector<v1::AssignmentBatchReply> ask_all(Session& session, const std::vector<BatchTarget>& targets,
                                              v1::AssignmentChangeRequest change, bool dry_run) {
    std::vector<v1::AssignmentBatchReply> replies;
    for (std::size_t begin = 0; begin < targets.size(); begin += most_at_once) {
        v1::Request request;
        auto& batch = *request.mutable_assignment_batch();
        batch.set_dry_run(dry_run);
        for (auto i = begin; i < std::min(targets.size(), begin + most_at_once); ++i) {
            change.set_assignment(targets[i].assignment);
            change.set_revision(targets[i].revision);
            *batch.add_changes() = change;
        }
        replies.push_back(session.ask(std::move(request), true).assignment_batch());
    }
    return replies;
}

void print_look(Session& session, const std::vector<v1::AssignmentBatchReply>& seen) {
    Table table({{session.say("cli.column.assignment"), Align::Right},
                 {session.say("cli.column.document")},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Cut},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.after_change"), Align::Left, Fit::Wrap}});
    std::size_t rows = 0;
    for (const auto& part : seen)
        for (const auto& done : part.done()) {
            if (++rows > most_shown) continue;
            const auto& row = done.assignment();
            table.add({std::to_string(row.assignment()),
                       row.document(),
                       row.task_number(),
                       row.title(),
                       row.agency(),
                       {standing_in_full(session.lang(), row), tone_of(row)}});
        }
    if (!table.empty()) session.print(table);
    if (rows > most_shown) session.line(session.say("cli.batch.more", {std::to_string(rows - most_shown)}));
}

std::size_t print_refused_targets(Session& session, const std::vector<BatchTarget>& targets,
                                  const std::vector<v1::AssignmentBatchReply>& seen,
                                  std::set<std::size_t>& refused) {
    constexpr std::size_t most_named = 10;
    std::vector<std::pair<std::string, std::vector<std::string>>> reasons;  // and whom each is said of
    std::size_t begin = 0;
    for (const auto& part : seen) {
        for (const auto& one : part.refused()) {
            refused.insert(begin + one.index());
            const auto& why = one.error().message();
            auto reason = std::find_if(reasons.begin(), reasons.end(),
                                       [&](const auto& known) { return known.first == why; });
            if (reason == reasons.end()) reason = reasons.insert(reason, {why, {}});
            reason->second.push_back(std::to_string(targets.at(begin + one.index()).assignment));
        }
        begin += most_at_once;
    }
    for (const auto& [why, ids] : reasons) {
        std::string named;
        for (std::size_t i = 0; i < std::min(ids.size(), most_named); ++i) named += (i ? ", " : "") + ids[i];
        if (ids.size() > most_named) named += ", … (" + std::to_string(ids.size()) + ")";
        session.err() << session.say("cli.batch.refused", {named, why}) << '\n';
    }
    return refused.size();
}

}  // namespace

void add_narrowing_options(CLI::App* command, Session& session, BatchFilter& filter) {
    add_option(command, session, "--find", filter.text, "TEXT", "cli.option.text");
    add_option(command, session, "--level", filter.level, "LEVEL", "cli.option.level_filter");
    add_option(command, session, "--due-from", filter.due_from, "DATE", "cli.option.due_from");
    add_option(command, session, "--due-to", filter.due_to, "DATE", "cli.option.due_to");
    add_option(command, session, "--from", filter.from_file, "FILE", "cli.option.batch_from");
}

void add_batch_options(CLI::App* command, Session& session, BatchFilter& filter) {
    add_option(command, session, "--document", filter.document, "NUMBER", "cli.option.document");
    add_narrowing_options(command, session, filter);
    add_flag(command, session, "--waiting", filter.waiting, "cli.option.batch_waiting");
}

std::vector<std::uint64_t> read_ids(const std::string& file) {
    std::istringstream words(read_input(file));
    std::vector<std::uint64_t> ids;
    for (std::string word; words >> word;) {
        require_count(file, word, std::numeric_limits<std::int64_t>::max());
        ids.push_back(std::stoull(word));
    }
    return ids;
}

std::vector<v1::AssignmentRow> find_open(Session& session, const BatchFilter& filter, bool waiting) {
    ListOptions listed;
    listed.agency = filter.agency;
    listed.document = filter.document;
    listed.level = filter.level;
    listed.limit = most_at_once;
    auto request = list_request(listed);
    auto& list = *request.mutable_task_list();
    list.set_text(filter.text);
    list.set_due_from(day_for_wire("--due-from", filter.due_from));
    list.set_due_to(day_for_wire("--due-to", filter.due_to));
    list.set_waiting(waiting);
    std::vector<v1::AssignmentRow> rows;
    for (bool more = true; more;) {
        const auto page = session.ask(v1::Request{request}).task_list();
        for (const auto& row : page.rows())
            if (row.assignment() != 0 && row.state() <= v1::Workflow::reported) rows.push_back(row);
        list.set_after(page.next());
        more = !page.next().empty();
    }
    return rows;
}

std::vector<BatchTarget> find_targets(Session& session, const BatchFilter& filter, bool reported) {
    std::vector<BatchTarget> targets;
    if (!filter.from_file.empty()) {
        for (const auto id : read_ids(filter.from_file)) targets.push_back({id, 0});
        return targets;
    }
    for (const auto& row : find_open(session, filter, filter.waiting || reported))
        if (!reported || row.state() == v1::Workflow::reported)
            targets.push_back({row.assignment(), row.revision()});
    return targets;
}

void change_many(Session& session, const std::vector<BatchTarget>& targets,
                 const v1::AssignmentChangeRequest& change, bool yes) {
    if (targets.empty()) throw UserError("cli.batch.none");
    const auto action = "@action." + v1::AssignmentChangeRequest::Action_Name(change.action());
    const auto seen = ask_all(session, targets, change, true);
    if (!session.options.json) print_look(session, seen);
    std::set<std::size_t> refused;
    print_refused_targets(session, targets, seen, refused);
    std::vector<BatchTarget> wanted;
    for (std::size_t i = 0; i < targets.size(); ++i)
        if (!refused.contains(i)) wanted.push_back(targets[i]);
    if (wanted.empty()) throw UserError("cli.batch.all_refused", {std::to_string(targets.size())});
    const auto count = std::to_string(wanted.size());
    if (!confirm(session, session.say("cli.batch.ask", {action, count}), yes))
        return session.line(session.say("cli.ask.declined"));
    const auto done = ask_all(session, wanted, change, false);
    if (session.options.json) {
        v1::AssignmentBatchReply all;
        for (const auto& part : done) all.MergeFrom(part);
        return session.print_json(all);
    }
    session.line(session.say("cli.batch.done", {action, count}));
}

}  // namespace dondoc::cli
