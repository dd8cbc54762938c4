// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/press_commands.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands/assignment_batch.h"
#include "cli/commands/press_letter.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"
#include "cli/pages/assignment_list.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

struct PressOptions {
    std::vector<std::uint64_t> assignments;
    std::string document, agency, way, number, day, note, letter, letter_template;
    BatchFilter filter;
    bool overdue = false, dry_run = false, yes = false, force = false;
};

v1::PressReply ask_press(Session& session, const PressOptions& options, const std::string& seen,
                         bool dry_run) {
    v1::Request request;
    auto& wanted = *request.mutable_press();
    wanted.mutable_assignments()->Assign(options.assignments.begin(), options.assignments.end());
    wanted.set_document(options.document);
    wanted.set_overdue(options.overdue);
    wanted.set_agency(options.agency);
    wanted.set_way(options.way);
    wanted.set_letter(options.number);
    wanted.set_day(day_for_wire("--day", options.day));
    wanted.set_note(options.note);
    wanted.set_seen(seen);
    wanted.set_dry_run(dry_run);
    return session.ask(std::move(request), true).press();
}

// The same before and after: what counts is the how manieth time it is.
void print_pressed(Session& session, const v1::PressReply& reply, std::string_view sentence) {
    session.line(
        session.say(sentence, {std::to_string(reply.assignments_size()), std::to_string(reply.told())}));
    Table table({{session.say("cli.column.assignment"), Align::Right},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.document")},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Cut},
                 {session.say("cli.column.due")},
                 {session.say("cli.column.standing"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.nth"), Align::Right}});
    for (auto row : reply.assignments()) {
        const auto nth = std::to_string(row.pressed());
        row.clear_pressed();
        table.add({std::to_string(row.assignment()),
                   row.agency(),
                   row.document(),
                   row.task_number(),
                   row.title(),
                   due_text(session.lang(), row),
                   {standing_in_full(session.lang(), row), tone_of(row)},
                   nth});
    }
    session.print(table);
}

// What is written from the template says what is noted with this pressing.
std::vector<std::pair<std::filesystem::path, std::string>> letters_of(const Session& session,
                                                                      const PressOptions& options,
                                                                      const v1::PressReply& reply,
                                                                      const std::string& document) {
    const auto day = parse_iso_day(day_for_wire("--day", options.day));
    const PressLetter letter{
        options.number, options.note,
        day.value_or(civil_day(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()))),
        session.lang()};
    return press_letters({reply.assignments().begin(), reply.assignments().end()}, letter, document,
                         options.letter);
}

// Whom a filter finds: what is overdue, and where days are given what is due on them.
std::vector<std::uint64_t> found_by(Session& session, const PressOptions& options) {
    if (!options.filter.from_file.empty()) return read_ids(options.filter.from_file);
    auto filter = options.filter;
    filter.document = options.document;
    filter.agency = options.agency;
    const bool by_days = !options.overdue && (!filter.due_from.empty() || !filter.due_to.empty());
    std::vector<std::uint64_t> ids;
    for (const auto& row : find_open(session, filter, false))
        if (row.state() != v1::Workflow::reported && (by_days || row.timeliness() == v1::Timeliness::overdue))
            ids.push_back(row.assignment());
    if (ids.empty()) throw UserError("cli.batch.none");
    if (ids.size() > most_at_once)
        throw UserError("cli.batch.too_many", {std::to_string(ids.size()), std::to_string(most_at_once)});
    return ids;
}

// The letter is filled before anybody is pressed: a template with a mistake in it presses nobody.
void press(Session& session, PressOptions options) {
    const bool has_to_be_looked_at = options.assignments.empty();
    if (options.filter.is_narrow()) {
        for (const auto id : found_by(session, options)) options.assignments.push_back(id);
        options.document.clear();
        options.agency.clear();
        options.overdue = false;
    }
    if (options.letter.empty() != options.letter_template.empty())
        throw UsageError("cli.press.letter_needs_template");
    const auto document =
        options.letter_template.empty() ? std::string{} : read_input(options.letter_template);
    const auto trial = ask_press(session, options, {}, true);
    auto letters = options.letter.empty() ? decltype(letters_of(session, options, trial, document)){}
                                          : letters_of(session, options, trial, document);
    if (options.dry_run) {
        if (session.options.json) return session.print_json(trial);
        return print_pressed(session, trial, "cli.press.would");
    }
    for (const auto& [file, bytes] : letters)
        if (!options.force && std::filesystem::exists(file))
            throw UserError("cli.file.exists", {}, file.string());
    if (has_to_be_looked_at && !options.yes && !session.options.json)
        print_pressed(session, trial, "cli.press.would");
    if (has_to_be_looked_at && !confirm(session, session.say("cli.press.ask"), options.yes))
        return session.line(session.say("cli.press.nobody"));
    const auto done = ask_press(session, options, trial.seen(), false);
    for (const auto& [file, bytes] : letters) write_output(file.string(), bytes, options.force);
    if (session.options.json) return session.print_json(done);
    print_pressed(session, done, "cli.press.done");
    for (const auto& [file, bytes] : letters)
        session.line(session.say("cli.press.letter_written", {file.string()}));
}

}  // namespace

void add_press_commands(CLI::App& app, Session& session) {
    const auto options = make_options<PressOptions>();
    auto* press_command =
        add_command(app, session, "press", "cli.press.about",
                    "dondoc press 12 14 --by phone --note \"đã gọi đồng chí Chánh Văn phòng\"\n"
                    "dondoc press --document 122/KH-UBND --by letter --number 512/UBND-TH\n"
                    "dondoc press --due-to 30/9/2025 --level province --by phone\n"
                    "dondoc press --overdue --by letter --number 512/UBND-TH --template mau.docx --letter "
                    "cv-@agency.docx");
    add_option(press_command, session, "ID", options->assignments, "", "cli.option.press_assignment");
    add_option(press_command, session, "--document", options->document, "NUMBER",
               "cli.option.press_document");
    add_flag(press_command, session, "--overdue", options->overdue, "cli.option.press_overdue");
    add_option(press_command, session, "--agency", options->agency, "CODE", "cli.option.press_agency");
    add_narrowing_options(press_command, session, options->filter);
    add_option(press_command, session, "--by", options->way, "WAY", "cli.option.press_by")->required();
    add_option(press_command, session, "--number", options->number, "NUMBER", "cli.option.press_number");
    add_option(press_command, session, "--day", options->day, "DATE", "cli.option.press_day");
    add_option(press_command, session, "--note", options->note, "TEXT", "cli.option.press_note");
    add_option(press_command, session, "--letter", options->letter, "FILE", "cli.option.press_letter");
    add_option(press_command, session, "--template", options->letter_template, "FILE",
               "cli.option.press_template");
    add_flag(press_command, session, "--force", options->force, "cli.option.force");
    add_flag(press_command, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(press_command, session, "--yes", options->yes, "cli.option.yes");
    press_command->callback([&session, options] { press(session, *options); });
}

}  // namespace dondoc::cli
