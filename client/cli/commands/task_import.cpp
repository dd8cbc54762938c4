// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/task_import.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands/columns_file.h"
#include "cli/commands/document_options.h"
#include "cli/commands/import_columns.h"
#include "cli/commands/import_rows.h"
#include "cli/commands/import_table.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/pages/plan_difference.h"
#include "cli/pages/plan_page.h"
#include "cli/pages/wording.h"
#include "cli/terminal/width.h"
#include "lib/errors.h"

namespace dondoc::cli {
namespace {

using Row = v1::TaskImportReply::Row;

constexpr std::size_t most_refusals_told = 50;

struct TaskImportOptions {
    std::string file, source, columns, absent, issued;
    ImportDefaults defaults;
    bool dry_run = false, yes = false, new_document = false, skip_refused = false;
};

// What was read of the file, and what became of it when it was tried.
struct Import {
    std::string file;
    ImportTable table;
    ImportRows rows;
};

// The task that a place of the wire is about; nullopt: none.
std::optional<std::size_t> index_at(std::string_view place, std::size_t count) {
    constexpr std::string_view begin = "tasks[";
    if (!place.starts_with(begin)) return std::nullopt;
    std::size_t index = 0;
    const auto read = std::from_chars(place.data() + begin.size(), place.data() + place.size(), index);
    return read.ec == std::errc{} && index < count ? std::optional{index} : std::nullopt;
}

std::string column_at(const Import& import, std::string_view place) {
    const auto field = import_field_at(place);
    const auto found = import.table.titles.find(field);
    return found == import.table.titles.end() ? std::string{} : found->second;
}

std::string mistake_text(Session& session, const std::string& file, std::uint32_t line,
                         const std::string& column, const std::string& what) {
    const auto row = std::to_string(line);
    return column.empty() ? session.say("task_import.mistake_row", {file, row, what})
                          : session.say("sheet.mistake", {file, row, column, what});
}

v1::TaskImportReply ask_task_import(Session& session, const Import& import, v1::Request request) {
    try {
        return session.ask(std::move(request), true).task_import();
    } catch (const client::Refused& refused) {
        auto error = refused.error();
        const auto index = index_at(error.place(), import.rows.lines.size());
        if (!index) throw;
        error.set_message(mistake_text(session, import.file, import.rows.lines[*index],
                                       column_at(import, error.place()), error.message()));
        error.clear_place();
        throw client::Refused(std::move(error));
    }
}

// Says row by row what cannot be taken. Returns how many rows those are.
std::size_t print_refusals(Session& session, const Import& import, const v1::TaskImportReply& trial) {
    std::vector<std::pair<std::uint32_t, std::string>> told;
    std::set<std::uint32_t> lines;
    const auto add = [&](std::uint32_t line, const std::string& column, const std::string& what) {
        told.emplace_back(line, mistake_text(session, import.file, line, column, what));
        lines.insert(line);
    };
    for (const auto& refusal : import.rows.refused)
        add(refusal.line, refusal.column, text::render(session.lang(), refusal.what));
    for (const auto& row : trial.rows())
        if (row.outcome() == Row::refused)
            add(import.rows.lines.at(row.index()), column_at(import, row.error().place()),
                row.error().message());
    std::ranges::stable_sort(told, {}, &std::pair<std::uint32_t, std::string>::first);
    for (std::size_t i = 0; i < std::min(told.size(), most_refusals_told); ++i)
        session.err() << printable(told[i].second) << '\n';
    if (told.size() > most_refusals_told)
        session.err() << session.say("task_import.more_refused",
                                     {std::to_string(told.size() - most_refusals_told)})
                      << '\n';
    return lines.size();
}

std::string field_text(Session& session, const Row& row, const v1::FieldChange& field) {
    auto text = imported_change_text(session.lang(), field);
    const bool is_kept = row.outcome() == Row::linked && field.field() != "state";
    return is_kept ? session.say("task_import.kept", {text}) : text;
}

void print_import_rows(Session& session, const Import& import, const v1::TaskImportReply& trial) {
    Table table({{session.say("cli.column.row"), Align::Right},
                 {session.say("cli.column.id_there")},
                 {session.say("cli.plan.column.change")},
                 {session.say("cli.column.title"), Align::Left, Fit::Wrap}});
    for (const auto& row : trial.rows()) {
        if (row.outcome() == Row::refused) continue;
        const auto& task = import.rows.tasks.at(row.index());
        table.add({std::to_string(import.rows.lines.at(row.index())), task.id(),
                   session.say("task_import.outcome." + Row::Outcome_Name(row.outcome())),
                   task.row().title()});
        for (const auto& field : row.fields())
            table.add({"", "", "", "  " + field_text(session, row, field)});
    }
    if (!table.empty()) session.print(table);
}

// The doubts of what would be added or changed, as those of a plan's rows.
void print_doubts(Session& session, const Import& import, const v1::TaskImportReply& trial) {
    v1::PlanPreview plan;
    std::vector<std::uint32_t> lines;
    for (const auto& row : trial.rows()) {
        if (!row.has_row() || row.row().problems().empty()) continue;
        *plan.add_rows() = row.row();
        lines.push_back(import.rows.lines.at(row.index()));
    }
    print_problems(session, plan,
                   [&](int index) { return std::to_string(lines.at(static_cast<std::size_t>(index))); });
}

void print_import_counts(Session& session, const TaskImportOptions& options, std::string_view sentence,
                         const v1::TaskImportReply& reply) {
    session.line(
        session.say(sentence, {options.source, std::to_string(reply.added()), std::to_string(reply.changed()),
                               std::to_string(reply.linked()), std::to_string(reply.unchanged()),
                               std::to_string(reply.assignments()), std::to_string(reply.documents())}));
    if (reply.not_named() > 0) session.line(session.say_count("task_import.not_named", reply.not_named()));
}

void print_import_trial(Session& session, const TaskImportOptions& options, const Import& import,
                        const v1::TaskImportReply& trial) {
    print_import_rows(session, import, trial);
    print_doubts(session, import, trial);
    if (import.rows.doubled > 0) session.line(session.say_count("task_import.doubled", import.rows.doubled));
    if (import.rows.joined > 0) session.line(session.say_count("task_import.joined", import.rows.joined));
    print_import_counts(session, options, "task_import.would", trial);
}

v1::Request import_request(const TaskImportOptions& options, const Import& import) {
    v1::Request request;
    auto& wanted = *request.mutable_task_import();
    wanted.set_source(options.source);
    wanted.mutable_tasks()->Assign(import.rows.tasks.begin(), import.rows.tasks.end());
    wanted.set_absent(absent_choice(options.absent));
    wanted.set_new_document(options.new_document);
    wanted.set_dry_run(true);
    return request;
}

void leave_out_refused(Import& import, const v1::TaskImportReply& trial) {
    std::set<std::uint32_t> refused;
    for (const auto& row : trial.rows())
        if (row.outcome() == Row::refused) refused.insert(row.index());
    ImportRows rest = import.rows;
    rest.tasks.clear();
    rest.lines.clear();
    for (std::uint32_t i = 0; i < import.rows.tasks.size(); ++i) {
        if (refused.contains(i)) continue;
        rest.tasks.push_back(import.rows.tasks[i]);
        rest.lines.push_back(import.rows.lines[i]);
    }
    import.rows = std::move(rest);
}

void take_in(Session& session, const TaskImportOptions& options, const Import& import,
             const v1::TaskImportReply& trial) {
    const auto to_do = trial.added() + trial.changed() + trial.linked();
    if (to_do == 0) return;
    const auto question = session.say(trial.doubtful() > 0 ? "task_import.ask_doubts" : "task_import.ask",
                                      {std::to_string(to_do), std::to_string(trial.doubtful())});
    if (!confirm(session, question, options.yes)) return session.line(session.say("cli.ask.declined"));
    auto request = import_request(options, import);
    request.mutable_task_import()->set_dry_run(false);
    request.mutable_task_import()->set_seen(trial.seen());
    const auto done = ask_task_import(session, import, std::move(request));
    if (session.options.json) return session.print_json(done);
    print_import_counts(session, options, "task_import.done", done);
}

void import_file(Session& session, TaskImportOptions options) {
    options.defaults.issued = day_for_wire("--issued", options.issued);
    const auto columns = find_import_columns(options.columns, options.source);
    Import import;
    import.file = options.file;
    import.table = read_import_table(read_input(options.file), options.file, columns);
    for (const auto& remark : import.table.remarks)
        session.err() << text::render(session.lang(), remark) << '\n';
    import.rows = read_import_rows(import.table, columns, options.defaults);
    auto trial = ask_task_import(session, import, import_request(options, import));
    const auto refused = print_refusals(session, import, trial);
    if (refused > 0 && options.skip_refused && trial.refused() > 0) {
        leave_out_refused(import, trial);
        trial = ask_task_import(session, import, import_request(options, import));
    }
    const bool json = session.options.json;
    if (!json) print_import_trial(session, options, import, trial);
    if (refused > 0 && !options.skip_refused) {
        if (json) session.print_json(trial);
        session.err() << session.say_count("task_import.refused", refused) << '\n';
        return session.end_as_refused();
    }
    const bool nothing_to_do = trial.added() + trial.changed() + trial.linked() == 0;
    if (json && (options.dry_run || nothing_to_do)) return session.print_json(trial);
    if (options.dry_run) return session.line(session.say("cli.row.dry_run"));
    take_in(session, options, import, trial);
}

}  // namespace

void add_task_import(CLI::App& task_group, Session& session) {
    const auto options = make_options<TaskImportOptions>();
    auto* command = add_command(task_group, session, "import", "cli.task.import_about",
                                "dondoc task import xuat.xlsx --source qlvb --dry-run\n"
                                "dondoc task import xuat.xlsx --source qlvb --columns quan-ly-van-ban\n"
                                "dondoc task import viec.jsonl --source theo-doi --level province --yes");
    add_option(command, session, "FILE", options->file, "", "cli.option.import_file")->required();
    add_option(command, session, "--source", options->source, "NAME", "cli.option.import_source")->required();
    add_option(command, session, "--columns", options->columns, "FILE|NAME", "cli.option.import_columns");
    add_option(command, session, "--document", options->defaults.document, "NUMBER",
               "cli.option.import_document");
    add_option(command, session, "--issued", options->issued, "DATE", "cli.option.import_issued");
    add_option(command, session, "--level", options->defaults.level, "LEVEL", "cli.option.import_level");
    add_option(command, session, "--issuer", options->defaults.issuer, "TEXT", "cli.option.import_issuer");
    add_absent_option(command, session, options->absent);
    add_flag(command, session, "--new-document", options->new_document, "cli.option.import_new_document");
    add_flag(command, session, "--skip-refused", options->skip_refused, "cli.option.import_skip_refused");
    add_flag(command, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(command, session, "--yes", options->yes, "cli.option.yes");
    command->callback([&session, options] { import_file(session, *options); });
}  // namespace dondoc::cli

}  // namespace dondoc::cli
