// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/flow_commands.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/flow_import.h"
#include "cli/commands/page_files.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "cli/pages/wording.h"
#include "report/flow_page.h"
#include "words/flow_text.h"

namespace dondoc::cli {
namespace {

struct FlowOptions {
    std::string agency, source, procedure, state, id, from, to;
    std::vector<std::string> by;
    std::uint32_t due_within = 0, limit = 0;
    PageFiles files;
};

Tone flow_tone(v1::FlowClass::Class which) {
    switch (which) {
        case v1::FlowClass::overdue:
            return Tone::Bad;
        case v1::FlowClass::late:
            return Tone::Warning;
        case v1::FlowClass::on_time:
            return Tone::Good;
        default:
            return Tone::Plain;
    }
}

void list_flow(Session& session, const FlowOptions& options) {
    constexpr std::uint32_t usual = 100;
    v1::Request request;
    auto& wanted = *request.mutable_flow_list();
    wanted.set_agency(options.agency);
    wanted.set_source(options.source);
    wanted.set_procedure(options.procedure);
    wanted.set_due_within(options.due_within);
    if (!options.state.empty()) {
        v1::FlowClass::Class which{};
        v1::FlowClass::Class_Parse(options.state, &which);
        wanted.set_class_(which);
    }
    // One answer looks at a bounded number of dossiers, and may have fewer than were asked for.
    const auto limit = options.limit == 0 ? usual : options.limit;
    v1::FlowListReply list;
    do {
        wanted.set_limit(std::min<std::uint32_t>(limit - static_cast<std::uint32_t>(list.rows_size()), 1000));
        const auto reply = session.ask(v1::Request{request});
        list.mutable_rows()->MergeFrom(reply.flow_list().rows());
        list.set_next(reply.flow_list().next());
        wanted.set_after(list.next());
    } while (!list.next().empty() && static_cast<std::uint32_t>(list.rows_size()) < limit);
    if (session.options.json) return session.print_json(list);
    if (list.rows().empty()) return session.line(session.say("cli.flow.empty"));
    Table table({{session.say("cli.column.id_there")},
                 {session.say("cli.column.agency")},
                 {session.say("cli.flow.procedure"), Align::Left, Fit::Wrap},
                 {session.say("cli.flow.received")},
                 {session.say("cli.column.due")},
                 {session.say("cli.column.standing")}});
    for (const auto& row : list.rows())
        table.add({row.item().id(),
                   row.item().office(),
                   row.procedure_name(),
                   words::flow_instant(row.item().received()),
                   words::flow_instant(row.due()),
                   {words::flow_standing(session.lang(), row), flow_tone(row.class_())}});
    session.print(table);
    if (!list.next().empty()) session.line(session.say("cli.flow.more", {std::to_string(limit)}));
}

void show_flow_item(Session& session, const v1::FlowShowReply::Item& shown) {
    const auto& row = shown.row();
    const auto& item = row.item();
    print_heading(session, item.id() + " (" + row.source() + ")");
    print_fields(session, {{session.say("cli.flow.procedure"), item.procedure() + " " + row.procedure_name()},
                           {session.say("cli.column.agency"), item.office()},
                           {session.say("cli.column.state"),
                            session.say("cli.flow.state." + v1::FlowState::State_Name(item.state()))},
                           {session.say("cli.flow.received"), words::flow_instant(item.received())},
                           {session.say("cli.flow.finished"), words::flow_instant(item.finished())},
                           {session.say("cli.column.due"), words::flow_instant(row.due())},
                           {session.say("cli.column.standing"), words::flow_standing(session.lang(), row)},
                           {session.say("cli.flow.counted"), words::flow_counted(session.lang(), shown)}});
    if (!item.pauses().empty()) {
        print_heading(session, session.say("cli.flow.pauses"));
        Table pauses({{session.say("cli.flow.from")}, {session.say("cli.flow.to")}});
        for (const auto& pause : item.pauses())
            pauses.add({words::flow_instant(pause.from()), pause.to().empty()
                                                               ? session.say("cli.flow.goes_on")
                                                               : words::flow_instant(pause.to())});
        session.print(pauses);
    }
    if (!shown.told().empty()) {
        print_heading(session, session.say("cli.flow.told"));
        Table told({{session.say("cli.flow.at")},
                    {session.say("cli.flow.what"), Align::Left, Fit::Wrap},
                    {session.say("cli.column.due")}});
        for (const auto& step : shown.told())
            told.add({words::flow_instant(step.at()),
                      step_text(session.lang(), step.step()) +
                          (step.event() == 0 ? " " + session.say("cli.flow.skipped") : ""),
                      spoken_iso_day(step.due())});
        session.print(told);
    }
    if (!shown.next_step().empty())
        session.line(session.say("cli.flow.next", {step_text(session.lang(), shown.next_step()),
                                                   words::flow_instant(shown.next_at())}));
}

void show_flow(Session& session, const FlowOptions& options) {
    v1::Request request;
    request.mutable_flow_show()->set_id(options.id);
    request.mutable_flow_show()->set_source(options.source);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.flow_show());
    for (const auto& shown : reply.flow_show().items()) show_flow_item(session, shown);
}

void report_flow(Session& session, const FlowOptions& options) {
    require_one_output(session, options.files);
    v1::Request request;
    auto& wanted = *request.mutable_flow_report();
    wanted.set_from(day_for_wire("--from", options.from));
    wanted.set_to(day_for_wire("--to", options.to));
    wanted.set_agency(options.agency);
    wanted.set_source(options.source);
    wanted.set_procedure(options.procedure);
    const auto has = [&](std::string_view name) {
        return std::ranges::find(options.by, name) != options.by.end();
    };
    wanted.set_by_agency(has("agency"));
    wanted.set_by_procedure(has("procedure"));
    const auto reply = session.ask(std::move(request), true);
    show_page(session, report::flow_page(reply.flow_report(), session.lang()), reply.flow_report(),
              options.files);
}

void add_flow_filters(CLI::App* command, Session& session, FlowOptions& options) {
    add_option(command, session, "--agency", options.agency, "CODE", "cli.option.agency");
    add_option(command, session, "--source", options.source, "NAME", "cli.option.flow_source");
    add_option(command, session, "--procedure", options.procedure, "CODE", "cli.option.flow_procedure");
}

}  // namespace

void add_flow_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "flow", "cli.flow.about");
    const auto options = make_options<FlowOptions>();
    add_flow_import(*group, session);

    auto* list =
        add_command(*group, session, "list", "cli.flow.list_about",
                    "dondoc flow list --state overdue\ndondoc flow list --agency STP --due-within 3\n"
                    "dondoc flow list --state late --procedure 1.004194");
    add_flow_filters(list, session, *options);
    add_option(list, session, "--state", options->state, "DOSSIER_STATE", "cli.option.flow_state")
        ->check(CLI::IsMember(values_of("DOSSIER_STATE")));
    add_option(list, session, "--due-within", options->due_within, "N", "cli.option.flow_due_within");
    add_option(list, session, "--limit", options->limit, "N", "cli.option.flow_limit");
    list->callback([&session, options] { list_flow(session, *options); });

    auto* show =
        add_command(*group, session, "show", "cli.flow.show_about", "dondoc flow show H56.12-250715-0001");
    add_option(show, session, "ID", options->id, "", "cli.option.flow_id")->required();
    add_option(show, session, "--source", options->source, "NAME", "cli.option.flow_source");
    show->callback([&session, options] { show_flow(session, *options); });

    auto* report = add_command(*group, session, "report", "cli.flow.report_about",
                               "dondoc flow report --from 15/12/2024 --to 14/3/2025\n"
                               "dondoc flow report --from 1/1/2025 --by agency --xlsx ho-so.xlsx\n"
                               "dondoc flow report --from 1/1/2025 --agency STP --by procedure");
    add_option(report, session, "--from", options->from, "DATE", "cli.option.flow_from")->required();
    add_option(report, session, "--to", options->to, "DATE", "cli.option.flow_to");
    add_flow_filters(report, session, *options);
    add_option(report, session, "--by", options->by, "DOSSIER_ROW", "cli.option.flow_by")
        ->delimiter(',')
        ->check(CLI::IsMember(values_of("DOSSIER_ROW")));
    add_page_options(report, session, options->files);
    report->callback([&session, options] { report_flow(session, *options); });
}

}  // namespace dondoc::cli
