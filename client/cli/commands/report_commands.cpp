// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/report_commands.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands/page_files.h"
#include "cli/commands/report_letter.h"
#include "cli/frame/command.h"
#include "cli/pages/report_text.h"
#include "report/pages.h"

namespace dondoc::cli {
namespace {

struct ReportOptions {
    std::string as_of, given_from, given_to, issued;
    std::vector<std::string> levels;
    std::string document, issuer, agency, by, criterion, agency_level, group;
    std::uint32_t days = 0, least = 0, year = 0, limit = 0;
    bool all_levels = false, restated = false;
    PageFiles files;
    std::string docx, docx_template;
};

v1::Request report_request(v1::ReportKind::Kind kind, const ReportOptions& options) {
    v1::Request request;
    auto& asked = *request.mutable_report();
    asked.set_kind(kind);
    asked.set_as_of(day_for_wire("--as-of", options.as_of));
    for (const auto& level : options.levels) asked.add_levels(level);
    asked.set_document(options.document);
    asked.set_issued(day_for_wire("--issued", options.issued));
    asked.set_issuer(options.issuer);
    asked.set_agency(options.agency);
    asked.set_given_from(day_for_wire("--given-from", options.given_from));
    asked.set_given_to(day_for_wire("--given-to", options.given_to));
    asked.set_days(options.days);
    asked.set_least(options.least);
    asked.set_by(options.by);
    asked.set_criterion(options.criterion);
    asked.set_year(options.year);
    asked.set_limit(options.limit);
    asked.set_all_levels(options.all_levels);
    asked.set_restated(options.restated);
    asked.set_agency_level(options.agency_level);
    asked.set_group(options.group);
    return request;
}

// Tables that programs read have every row; a page for people has the first of them.
v1::Report ask_report(Session& session, v1::ReportKind::Kind kind, const ReportOptions& options) {
    auto request = report_request(kind, options);
    const bool whole = options.limit == 0 && (!options.files.csv.empty() || !options.files.xlsx.empty());
    if (whole) return report::ask_whole_report(asking(session), std::move(*request.mutable_report()));
    return session.ask(std::move(request), true).report();
}

void make_report(Session& session, v1::ReportKind::Kind kind, const ReportOptions& options) {
    require_one_output(session, options.files, options.docx);
    const auto report = ask_report(session, kind, options);
    const auto page = report::make_page(report, session.lang());
    const auto as_letter = [&](const report::Page& shown) {
        const auto document =
            options.docx_template.empty() ? shipped_report_template() : read_input(options.docx_template);
        return report_letter(report, shown, document);
    };
    show_page(session, page, report, options.files, {{options.docx, as_letter}});
}

// The letter says how work stands; how often it was updated, and points, are in no letter.
bool has_letter(v1::ReportKind::Kind kind) {
    return kind != v1::ReportKind::stale && kind != v1::ReportKind::updates &&
           kind != v1::ReportKind::criterion;
}

// One report: its command with what all of them take.
CLI::App* add_report(CLI::App& group, Session& session, v1::ReportKind::Kind kind,
                     const std::shared_ptr<ReportOptions>& options, std::string examples) {
    const auto& name = v1::ReportKind::Kind_Name(kind);
    auto* command = add_command(group, session, name, "cli.report.about." + name, std::move(examples));
    add_option(command, session, "--as-of", options->as_of, "DATE", "cli.option.report_as_of");
    add_page_options(command, session, options->files);
    if (has_letter(kind)) {
        add_option(command, session, "--docx", options->docx, "FILE", "cli.option.report_docx");
        add_option(command, session, "--template", options->docx_template, "FILE",
                   "cli.option.report_template");
    }
    add_option(command, session, "--given-from", options->given_from, "DATE", "cli.option.report_given_from");
    add_option(command, session, "--given-to", options->given_to, "DATE", "cli.option.report_given_to");
    if (kind != v1::ReportKind::agency)
        add_flag(command, session, "--restated", options->restated, "cli.option.report_restated");
    command->callback([&session, options, kind] { make_report(session, kind, *options); });
    return command;
}

void add_document(CLI::App* command, Session& session, ReportOptions& options) {
    add_option(command, session, "--issued", options.issued, "DATE", "cli.option.issued");
    add_option(command, session, "--issuer", options.issuer, "NAME", "cli.option.report_issuer");
}

void add_report_filters(CLI::App* command, Session& session, ReportOptions& options) {
    add_option(command, session, "--level", options.levels, "LEVEL", "cli.option.report_level")
        ->delimiter(',');
    add_option(command, session, "--document", options.document, "NUMBER", "cli.option.document");
    add_document(command, session, options);
}

void add_limit(CLI::App* command, Session& session, ReportOptions& options) {
    add_option(command, session, "--limit", options.limit, "N", "cli.option.report_limit");
}

void add_days(CLI::App* command, Session& session, ReportOptions& options) {
    add_option(command, session, "--days", options.days, "N", "cli.option.report_days")
        ->check(CLI::PositiveNumber);
}

}  // namespace

void add_report_commands(CLI::App& app, Session& session) {
    using Kind = v1::ReportKind;
    auto* group = add_group(app, session, "report", "cli.report.about");
    const auto options = make_options<ReportOptions>();

    auto* government = add_report(*group, session, Kind::government, options,
                                  "dondoc report government --as-of 30/9/2023\n"
                                  "dondoc report government --html bao-cao.html --xlsx bao-cao.xlsx\n"
                                  "dondoc report government --all-levels --agency SNV");
    add_report_filters(government, session, *options);
    add_option(government, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_flag(government, session, "--all-levels", options->all_levels, "cli.option.report_all_levels");

    auto* plan = add_report(*group, session, Kind::plan, options,
                            "dondoc report plan 122/KH-UBND\n"
                            "dondoc report plan 122/KH-UBND --as-of 30/9/2023 --html kh-122.html");
    add_option(plan, session, "NUMBER", options->document, "", "cli.option.document")->required();
    add_document(plan, session, *options);
    add_limit(plan, session, *options);

    auto* agency = add_report(*group, session, Kind::agency, options,
                              "dondoc report agency SNV\ndondoc report agency SNV --html snv.html");
    add_option(agency, session, "CODE", options->agency, "", "cli.option.report_own");
    add_report_filters(agency, session, *options);
    add_limit(agency, session, *options);

    auto* ranking = add_report(*group, session, Kind::ranking, options,
                               "dondoc report ranking\ndondoc report ranking --by completion --least 10\n"
                               "dondoc report ranking --agency-level commune");
    add_report_filters(ranking, session, *options);
    add_option(ranking, session, "--agency-level", options->agency_level, "LEVEL",
               "cli.option.report_agency_level");
    add_option(ranking, session, "--group", options->group, "NAME", "cli.option.report_group");
    add_option(ranking, session, "--by", options->by, "RANKING", "cli.option.report_by")
        ->check(CLI::IsMember(values_of("RANKING")));
    add_option(ranking, session, "--least", options->least, "N", "cli.option.report_least")
        ->check(CLI::PositiveNumber);

    auto* overdue = add_report(*group, session, Kind::overdue, options,
                               "dondoc report overdue --as-of 30/9/2023\n"
                               "dondoc report overdue --level province --xlsx qua-han.xlsx");
    add_report_filters(overdue, session, *options);
    add_option(overdue, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_limit(overdue, session, *options);

    auto* stale = add_report(*group, session, Kind::stale, options,
                             "dondoc report stale --days 30\ndondoc report stale --agency SNV");
    add_report_filters(stale, session, *options);
    add_option(stale, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_days(stale, session, *options);
    add_limit(stale, session, *options);

    auto* updates = add_report(*group, session, Kind::updates, options, "dondoc report updates --days 30");
    add_report_filters(updates, session, *options);
    add_days(updates, session, *options);

    auto* criterion = add_report(*group, session, Kind::criterion, options,
                                 "dondoc report criterion vi-du --year 2023 --as-of 31/12/2023");
    add_option(criterion, session, "ID", options->criterion, "", "cli.option.report_criterion");
    add_option(criterion, session, "--year", options->year, "YEAR", "cli.option.report_year");
    add_report_filters(criterion, session, *options);
}

}  // namespace dondoc::cli
