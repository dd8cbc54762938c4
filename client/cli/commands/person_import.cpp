// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/person_import.h"

#include <string>
#include <string_view>

#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/pages/fields.h"
#include "cli/terminal/width.h"
#include "filled/person_file.h"
#include "words/person_text.h"

namespace dondoc::cli {
namespace {

struct ImportOptions {
    std::string file, agency;
    bool office = false, dry_run = false, yes = false;
};

// Rows that name no agency are of the one that the options say, and never by chance of the office.
void fill_in_agencies(Session& session, const ImportOptions& options, filled::PersonFile& file) {
    if (file.lines.empty() || options.office || !session.profile().agency.empty()) return;
    if (!filled::give_agency(file, options.agency)) throw UsageError("cli.person.where");
}

v1::PersonImportReply ask_person_import(Session& session, const ImportOptions& options,
                                        const filled::PersonFile& file, const std::string& seen,
                                        bool dry_run) {
    v1::Request request;
    auto& wanted = *request.mutable_person_import();
    wanted.mutable_entries()->Assign(file.entries.begin(), file.entries.end());
    wanted.set_dry_run(dry_run);
    wanted.set_seen(seen);
    try {
        return session.ask(std::move(request), true).person_import();
    } catch (const client::Refused& refused) {
        auto error = refused.error();
        error.set_place(file.place_of(session.lang(), options.file, error.place()));
        throw client::Refused(std::move(error));
    }
}

void print_differences(Session& session, const filled::PersonFile& file, const v1::PersonImportReply& reply) {
    for (const auto& difference : reply.differences()) {
        const auto index = static_cast<std::size_t>(difference.entry());
        const auto row = std::to_string(index < file.lines.size() ? file.lines[index] : index + 1);
        session.line(printable(
            session.say(difference.person() == 0 ? "cli.person.difference_new" : "cli.person.difference",
                        {row, difference.name(), words::agency_text(session.lang(), difference.agency())})));
        session.line("  " + printable(words::changes_text(session.lang(), difference.changed())));
    }
}

void import_persons(Session& session, const ImportOptions& options) {
    auto file = filled::read_persons(read_input(options.file), options.file);
    fill_in_agencies(session, options, file);
    for (const auto& remark : file.remarks) session.err() << text::render(session.lang(), remark) << '\n';
    const auto trial = ask_person_import(session, options, file, {}, true);
    const auto print_counts = [&](std::string_view sentence, const v1::PersonImportReply& reply) {
        session.line(session.say(sentence, words::person_counts(reply)));
    };
    if (!session.options.json) {
        print_differences(session, file, trial);
        print_counts("cli.person.would_import", trial);
        print_warnings(session, trial.warnings());
    }
    if (options.dry_run || trial.differences().empty()) {
        if (session.options.json) session.print_json(trial);
        return;
    }
    if (!confirm(session, session.say("cli.person.ask_import"), options.yes))
        return session.line(session.say("cli.person.not_imported"));
    const auto done = ask_person_import(session, options, file, trial.seen(), false);
    if (session.options.json) return session.print_json(done);
    print_counts("cli.person.imported", done);
}

}  // namespace

void add_person_import(CLI::App& person_group, Session& session) {
    const auto options = make_options<ImportOptions>();
    auto* command = add_command(person_group, session, "import", "cli.person.import_about",
                                "dondoc person import danh-sach.xlsx --dry-run\n"
                                "dondoc person import snv.csv --agency SNV");
    add_option(command, session, "FILE", options->file, "", "cli.option.persons_file")->required();
    add_option(command, session, "--agency", options->agency, "CODE", "cli.option.persons_agency");
    add_flag(command, session, "--office", options->office, "cli.option.person_office");
    add_flag(command, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(command, session, "--yes", options->yes, "cli.option.yes");
    command->callback([&session, options] { import_persons(session, *options); });
}  // namespace dondoc::cli

}  // namespace dondoc::cli
