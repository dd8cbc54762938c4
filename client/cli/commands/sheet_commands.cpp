// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/sheet_commands.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"
#include "cli/pages/assignment_list.h"
#include "cli/pages/life_text.h"
#include "cli/pages/wording.h"
#include "cli/terminal/width.h"
#include "filled/progress_sheet.h"
#include "language/words/normalize.h"

namespace dondoc::cli {
namespace {

struct SheetOptions : ListOptions {
    std::string responsible, output;
    bool force = false;
};

struct UpdateOptions {
    std::string file;
    bool dry_run = false, yes = false;
};

void write_progress_sheet(Session& session, const SheetOptions& options) {
    if (!language::fold(options.output).ends_with(".xlsx"))
        throw UsageError("update.not_xlsx", {options.output});
    auto request = list_request(options);
    auto& list = *request.mutable_task_list();
    list.set_responsible(options.responsible);
    list.set_limit(filled::most_sheet_rows);
    filled::only_open_work(list);
    const auto page = full_page(session, std::move(request));
    if (!page.next().empty()) throw UserError("update.too_long", {std::to_string(filled::most_sheet_rows)});
    if (page.rows().empty()) return session.line(session.say("cli.task.empty"));
    write_output(options.output,
                 filled::make_progress_sheet({page.rows().begin(), page.rows().end()}, session.lang()),
                 options.force);
    session.line(session.say("update.written", {std::to_string(page.rows_size()), options.output}));
}

v1::AssignmentUpdateReply ask_update(Session& session, const std::vector<filled::FilledRow>& rows,
                                     bool dry_run) {
    v1::Request request;
    auto& wanted = *request.mutable_assignment_update();
    for (const auto& row : rows) *wanted.add_rows() = filled::wanted_of(row);
    wanted.set_dry_run(dry_run);
    return session.ask(std::move(request), true).assignment_update();
}

std::string row_name(const Session& session, const filled::FilledRow& row, const v1::AssignmentRow& known) {
    return session.say("update.row", {std::to_string(row.line), std::to_string(row.assignment),
                                      known.document(), known.task_number(), known.title()});
}

struct Looked {
    std::vector<filled::FilledRow> good;
    std::size_t refused = 0, done_before = 0;
};

void print_refused_row(Session& session, const filled::FilledRow& row, const v1::AssignmentRow& known,
                       const std::string& why) {
    session.line(printable(row_name(session, row, known)));
    session.line("  " + printable(session.say("update.refused", {why})));
}

Looked look_through(Session& session, const std::vector<filled::FilledRow>& rows,
                    const v1::AssignmentUpdateReply& trial) {
    Looked looked;
    const bool speaks = !session.options.json;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        const auto& reply = trial.rows(static_cast<int>(i));
        const auto fate = filled::fate_of(row, reply);
        if (fate == filled::Fate::DoneBefore) {
            ++looked.done_before;
        } else if (fate == filled::Fate::Refused) {
            ++looked.refused;
            if (!speaks) continue;
            print_refused_row(session, row, reply.before(), reply.error().message());
            for (const auto& entry : reply.meanwhile())
                session.line("    " + printable(session.say(
                                          "update.meanwhile",
                                          {spoken_instant(entry.time()),
                                           action_word(session.lang(), entry.action()), entry.by()})));
        } else {
            looked.good.push_back(row);
            if (!speaks) continue;
            session.line(printable(row_name(session, row, reply.before())));
            session.line("  " + printable(filled::wish_text(session.lang(), row)));
        }
    }
    return looked;
}

void update_from_sheet(Session& session, const UpdateOptions& options) {
    auto rows = filled::read_progress_sheet(read_input(options.file));
    std::size_t mistaken = 0;
    std::erase_if(rows, [&](const filled::FilledRow& row) {
        if (!row.mistake) return false;
        ++mistaken;
        print_refused_row(session, row, {}, text::render(session.lang(), *row.mistake));
        return true;
    });
    const auto trial = rows.empty() ? v1::AssignmentUpdateReply{} : ask_update(session, rows, true);
    const auto looked = look_through(session, rows, trial);
    const auto refused = looked.refused + mistaken;
    const auto refuse_rest = [&] {
        if (refused > 0) throw UserError("update.some_refused", {std::to_string(refused)}, options.file);
    };
    if (!session.options.json)
        session.line(session.say("update.would", {std::to_string(looked.good.size()), std::to_string(refused),
                                                  std::to_string(looked.done_before)}));
    if (looked.good.empty() || options.dry_run) {
        if (session.options.json) session.print_json(trial);
        return refuse_rest();
    }
    if (!confirm(session, session.say("update.ask"), options.yes))
        return session.line(session.say("update.nothing"));
    const auto done = ask_update(session, looked.good, false);
    if (session.options.json)
        session.print_json(done);
    else
        session.line(session.say("update.done", {std::to_string(done.rows_size())}));
    refuse_rest();
}

}  // namespace

void add_assignment_sheet(CLI::App& assignment_group, Session& session) {
    const auto options = make_options<SheetOptions>();
    auto* sheet = add_command(assignment_group, session, "sheet", "update.sheet_about",
                              "dondoc assignment sheet --agency SNV -o phieu.xlsx\n"
                              "dondoc assignment sheet --responsible \"Nguyễn Văn An\" -o an.xlsx");
    add_option(sheet, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_option(sheet, session, "--document", options->document, "NUMBER", "cli.option.document");
    add_option(sheet, session, "--responsible", options->responsible, "PERSON", "cli.option.of_responsible");
    add_option(sheet, session, "-o,--output", options->output, "FILE", "update.option.output")->required();
    add_flag(sheet, session, "--force", options->force, "cli.option.force");
    sheet->callback([&session, options] { write_progress_sheet(session, *options); });

    const auto given = make_options<UpdateOptions>();
    auto* update =
        add_command(assignment_group, session, "update", "update.about",
                    "dondoc assignment update phieu.xlsx --dry-run\ndondoc assignment update phieu.xlsx");
    add_option(update, session, "FILE", given->file, "", "update.option.file")->required();
    add_flag(update, session, "--dry-run", given->dry_run, "cli.option.dry_run");
    add_flag(update, session, "--yes", given->yes, "cli.option.yes");
    update->callback([&session, given] { update_from_sheet(session, *given); });
}

}  // namespace dondoc::cli
