// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/assignment_list.h"

#include <algorithm>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/children_page.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

std::string id_text(std::uint64_t id) {
    return id == 0 ? "-" : std::to_string(id);
}

}  // namespace

Tone tone_of(const v1::AssignmentRow& row) {
    return row.has_days_waiting() ? Tone::Plain : tone_of(row.timeliness());
}

void add_list_options(CLI::App* command, const Session& session, ListOptions& options) {
    add_option(command, session, "--agency", options.agency, "CODE", "cli.option.agency");
    add_flag(command, session, "--cooperating", options.cooperating, "cli.option.cooperating_in");
    add_option(command, session, "--document", options.document, "NUMBER", "cli.option.document");
    add_option(command, session, "--level", options.level, "LEVEL", "cli.option.level_filter");
    add_option(command, session, "--sort", options.sort, "ORDER", "cli.option.sort");
    add_flag(command, session, "--reverse", options.reverse, "cli.option.reverse");
    add_option(command, session, "--limit", options.limit, "N", "cli.option.limit");
    add_option(command, session, "--after", options.after, "PLACE", "cli.option.after_place");
    add_option(command, session, "--offset", options.offset, "N", "cli.option.offset");
}

v1::Request list_request(const ListOptions& options) {
    v1::Request request;
    auto& list = *request.mutable_task_list();
    list.set_agency(options.agency);
    if (options.cooperating) list.set_role("cooperating");
    list.set_document(options.document);
    list.set_level(options.level);
    const bool descending = options.sort.starts_with('-');
    v1::ListSort::By by{};
    if (!options.sort.empty() && !v1::ListSort::By_Parse(options.sort.substr(descending ? 1 : 0), &by))
        throw UsageError("cli.usage.bad_sort", {options.sort});
    list.set_sort(by);
    list.set_reverse(options.reverse != descending);
    list.set_limit(options.limit);
    list.set_after(options.after);
    list.set_offset(options.offset);
    return request;
}

namespace {

constexpr int usual_rows = 100, most_rows = 1000;  // of the wire

}  // namespace

// The daemon looks at so many assignments at a time.
v1::TaskListReply full_page(Session& session, v1::Request request) {
    auto& wanted = *request.mutable_task_list();
    const int limit = wanted.limit() == 0
                          ? usual_rows
                          : static_cast<int>(std::min<std::uint32_t>(wanted.limit(), most_rows));
    auto page = session.ask(v1::Request{request}).task_list();
    auto skipped = page.skipped();
    while (!page.next().empty() && page.rows_size() < limit) {
        wanted.set_after(page.next());
        wanted.set_limit(static_cast<std::uint32_t>(limit - page.rows_size()));
        wanted.set_offset(wanted.offset() - std::min(wanted.offset(), skipped));
        const auto more = session.ask(v1::Request{request}).task_list();
        page.mutable_rows()->MergeFrom(more.rows());
        page.set_next(more.next());
        skipped = more.skipped();
        page.set_skipped(page.skipped() + skipped);
    }
    return page;
}

namespace {

void print_extent(Session& session, const ListOptions& options, const v1::TaskListReply& page) {
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    const auto shown = static_cast<std::uint64_t>(page.rows_size());
    if (!page.next().empty()) {
        session.line(page.uncounted()
                         ? session.say("cli.list.shown", {number(shown)})
                         : session.say("cli.list.shown_of", {number(shown), number(page.total())}));
        return session.line(session.say("cli.list.go_on", {page.next()}));
    }
    if (!options.after.empty() || options.offset > 0) return session.line(session.say("cli.list.last_page"));
    // A row without an assignment is a task that nobody leads.
    const bool of_tasks = !page.rows().empty() && page.rows(0).assignment() == 0;
    session.line(session.say_count(of_tasks ? "cli.list.total_tasks" : "cli.list.total",
                                   page.uncounted() ? shown : page.total()));
    if (session.terminal().out_is_terminal)
        session.line(coloured(session.say("cli.list.legend"), Tone::Faint, session.terminal().colours));
}

// On 80 columns a title between the other columns is a few letters: it has a line of its own.
constexpr std::size_t narrow = 100;

bool is_narrow(const Session& session) {
    return session.terminal().width > 0 && session.terminal().width < narrow;
}

Table wide_table(const Session& session, const v1::TaskListReply& page) {
    Table table({{session.say("cli.column.assignment"), Align::Right},
                 {session.say("cli.column.task"), Align::Right},
                 {session.say("cli.column.document")},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Cut},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.due"), Align::Left, Fit::Cut},
                 {session.say("cli.column.standing"), Align::Left, Fit::Wrap}});
    for (const auto& row : page.rows())
        table.add({id_text(row.assignment()),
                   id_text(row.task()),
                   row.document(),
                   row.task_number(),
                   row.title(),
                   row.agency(),
                   due_text(session.lang(), row),
                   {standing_in_full(session.lang(), row), tone_of(row)}});
    return table;
}

Table narrow_table(const Session& session, const v1::TaskListReply& page) {
    Table table({{session.say("cli.column.assignment"), Align::Right},
                 {session.say("cli.column.task"), Align::Right},
                 {session.say("cli.column.agency"), Align::Left, Fit::Cut},
                 {session.say("cli.column.due"), Align::Left, Fit::Cut},
                 {session.say("cli.column.standing"), Align::Left, Fit::Wrap}});
    for (const auto& row : page.rows())
        table.add({id_text(row.assignment()),
                   id_text(row.task()),
                   row.agency(),
                   due_text(session.lang(), row),
                   {standing_in_full(session.lang(), row), tone_of(row)}},
                  row.document() + ", " + row.task_number() + ": " + row.title());
    return table;
}

void print_list_page(Session& session, const v1::TaskListReply& page) {
    session.print(is_narrow(session) ? narrow_table(session, page) : wide_table(session, page));
}

}  // namespace

void print_assignments(Session& session, const std::vector<v1::AssignmentRow>& rows) {
    v1::TaskListReply page;
    page.mutable_rows()->Assign(rows.begin(), rows.end());
    print_list_page(session, page);
}

void show_assignments(Session& session, const ListOptions& options, v1::Request request,
                      std::string_view empty) {
    const auto page = full_page(session, std::move(request));
    if (session.options.json) return session.print_json(page);
    if (page.rows().empty()) {
        const bool beyond = !options.after.empty() || page.total() > 0;
        return session.line(session.say(beyond ? "cli.list.beyond" : empty));
    }
    print_list_page(session, page);
    print_extent(session, options, page);
}

}  // namespace dondoc::cli
