// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan_progress.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/assignment_list.h"
#include "filled/progress_sheet.h"
#include "plan/meaning/progress_words.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t rows_of_request = 300;  // rows of one request
constexpr std::uint32_t page_rows = 1000;

struct Said {
    const v1::PlanRow* row = nullptr;
    std::string text;  // "Tiến độ: 80%; Kết quả: đang rà soát"
    std::optional<plan::SaidProgress> progress;
};

struct Left {
    std::string number, text, why;
};

// The surer of two: done, then a share, then under way.
bool says_more(const plan::SaidProgress& one, const plan::SaidProgress& other) {
    const auto weight = [](const plan::SaidProgress& said) {
        return std::pair{said.kind, said.percent.has_value() + said.day.has_value()};
    };
    return weight(one) > weight(other);
}

std::vector<Said> said_in(const PlanSource& source) {
    std::vector<Said> all;
    for (const auto& row : source.reading.rows) {
        Said said{&row, {}, std::nullopt};
        for (const auto& beside : row.beside()) {
            if (!plan::names_progress(beside.column())) continue;
            said.text += (said.text.empty() ? "" : "; ") + beside.column() + ": " + beside.text();
            const auto read = plan::read_progress(beside.text());
            if (read && (!said.progress || says_more(*read, *said.progress))) said.progress = read;
        }
        if (!said.text.empty()) all.push_back(std::move(said));
    }
    return all;
}

std::string columns_of(const PlanSource& source) {
    std::vector<std::string> columns;
    for (const auto& row : source.reading.rows)
        for (const auto& beside : row.beside())
            if (plan::names_progress(beside.column()) &&
                std::ranges::find(columns, beside.column()) == columns.end())
                columns.push_back(beside.column());
    std::string names;
    for (const auto& column : columns) names += (names.empty() ? "“" : ", “") + column + "”";
    return names;
}

using Known = std::multimap<std::pair<std::string, std::string>, v1::AssignmentRow>;

// By number and title of their task.
Known known_assignments(Session& session, const std::string& document) {
    Known known;
    v1::Request request;
    request.mutable_task_list()->set_document(document);
    request.mutable_task_list()->set_limit(page_rows);
    for (;;) {
        const auto page = full_page(session, request);
        for (const auto& row : page.rows()) known.emplace(std::pair{row.task_number(), row.title()}, row);
        if (page.next().empty()) return known;
        request.mutable_task_list()->set_after(page.next());
    }
}

filled::FilledRow wanted_row(const Said& said, const v1::AssignmentRow& known) {
    filled::FilledRow wanted;
    wanted.line = said.row->source().line();
    wanted.assignment = known.assignment();
    wanted.revision = known.revision();
    wanted.was = known.state();
    wanted.note = said.text;
    if (said.progress->day) {
        wanted.state = v1::Workflow::reported;
        wanted.date = iso_day(*said.progress->day);
    } else {
        wanted.percent = said.progress->percent;
    }
    return wanted;
}

// Why nothing is reported for a row; empty: it is. `known`: its one assignment.
std::string reason_to_leave(const Session& session, const Said& said, const Known& known) {
    if (!said.progress) return session.say("cli.progress_left.unread");
    const auto [first, last] = known.equal_range({said.row->number(), said.row->title()});
    if (std::distance(first, last) != 1) return session.say("cli.progress_left.several");
    const auto& row = first->second;
    const bool untouched = row.state() == v1::Workflow::assigned || row.state() == v1::Workflow::received;
    return untouched ? std::string{} : session.say("cli.progress_left.known");
}

v1::AssignmentUpdateReply update(Session& session, const std::vector<filled::FilledRow>& rows, bool dry_run) {
    v1::Request request;
    for (const auto& row : rows) *request.mutable_assignment_update()->add_rows() = filled::wanted_of(row);
    request.mutable_assignment_update()->set_dry_run(dry_run);
    return session.ask(std::move(request), true).assignment_update();
}

void print_left(Session& session, const std::vector<Left>& left) {
    if (left.empty()) return;
    session.line(session.say("cli.progress_left.heading", {std::to_string(left.size())}));
    Table table({{session.say("cli.column.number")},
                 {session.say("cli.column.said"), Align::Left, Fit::Cut},
                 {session.say("cli.column.problem"), Align::Left, Fit::Wrap}});
    for (const auto& [number, text, why] : left) table.add({number, text, why});
    session.print(table);
}

}  // namespace

void print_said_progress(Session& session, const PlanSource& source) {
    const auto all = said_in(source);
    if (all.empty()) return;
    Table table({{session.say("cli.column.number")},
                 {session.say("cli.column.said"), Align::Left, Fit::Cut},
                 {session.say("cli.column.understood"), Align::Left, Fit::Cut}});
    for (const auto& said : all) {
        const auto& read = said.progress;
        const char* key = !read                                              ? "cli.progress_read.nothing"
                          : read->kind == plan::SaidProgress::Kind::NotBegun ? "cli.progress_read.not_begun"
                          : read->day                                        ? "cli.progress_read.done_on"
                          : read->percent                                    ? "cli.progress_read.share"
                                                                             : "cli.progress_read.under_way";
        const auto value = !read       ? std::string{}
                           : read->day ? spoken_day(*read->day)
                                       : std::to_string(read->percent.value_or(0));
        table.add({said.row->number(), said.text, session.say(key, {value})});
    }
    session.print(table);
}

void say_progress_is_unused(Session& session, const PlanSource& source) {
    if (const auto columns = columns_of(source); !columns.empty())
        session.line(session.say("cli.plan.progress_unused", {columns}));
}

void take_progress(Session& session, const PlanSource& source, bool dry_run) {
    const auto all = said_in(source);
    const bool speaks = !session.options.json;
    if (all.empty()) {
        if (speaks) session.line(session.say("cli.plan.no_progress"));
        return;
    }
    const auto known = dry_run ? Known{} : known_assignments(session, source.document.number());
    std::vector<filled::FilledRow> wanted;
    std::vector<const Said*> of_wanted;
    std::vector<Left> left;
    std::size_t understood = 0;
    for (const auto& said : all) {
        if (said.progress && said.progress->kind == plan::SaidProgress::Kind::NotBegun) continue;
        understood += said.progress ? 1 : 0;
        if (dry_run && said.progress) continue;
        if (auto why = reason_to_leave(session, said, known); !why.empty()) {
            left.push_back({said.row->number(), said.text, std::move(why)});
            continue;
        }
        wanted.push_back(wanted_row(said, known.find({said.row->number(), said.row->title()})->second));
        of_wanted.push_back(&said);
    }
    std::size_t taken = 0;
    for (std::size_t first = 0; first < wanted.size(); first += rows_of_request) {
        const auto end = std::min(wanted.size(), first + rows_of_request);
        const std::vector<filled::FilledRow> some(wanted.begin() + static_cast<std::ptrdiff_t>(first),
                                                  wanted.begin() + static_cast<std::ptrdiff_t>(end));
        const auto trial = update(session, some, true);
        std::vector<filled::FilledRow> good;
        for (std::size_t i = 0; i < some.size(); ++i) {
            const auto& reply = trial.rows(static_cast<int>(i));
            if (filled::fate_of(some[i], reply) == filled::Fate::Taken)
                good.push_back(some[i]);
            else
                left.push_back({of_wanted[first + i]->row->number(), of_wanted[first + i]->text,
                                reply.error().message()});
        }
        if (!good.empty()) update(session, good, false);
        taken += good.size();
    }
    if (!speaks) return;
    session.line(
        dry_run ? session.say("cli.plan.progress_would", {std::to_string(understood), columns_of(source)})
                : session.say("cli.plan.progress_taken", {std::to_string(taken), columns_of(source)}));
    print_left(session, left);
}

}  // namespace dondoc::cli
