// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/task_reconcile.h"

#include <google/protobuf/struct.pb.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "cli/commands/columns_file.h"
#include "cli/commands/import_table.h"
#include "cli/commands/page_files.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/frame/values.h"
#include "report/wording.h"
#include "sheet/csv.h"
#include "sheet/xlsx_workbook.h"

namespace dondoc::cli {
namespace {

using State = v1::ImportedState;
using Kind = report::Column::Kind;

struct ReconcileOptions {
    std::string file, source, columns, issued, output;
    ImportDefaults defaults;
    PageFiles files;
    bool force = false;
};

std::string joined_days(const std::vector<std::string>& days) {
    std::string text;
    for (const auto& day : days) text += (text.empty() ? "" : ", ") + spoken_iso_day(day);
    return text;
}

// Open and in progress are told apart by nobody in the same way.
bool is_open_there(State::State state) {
    return state == State::open || state == State::in_progress;
}

std::string reconciled_word(text::Lang lang, State::State state) {
    return text::render(lang, "reconcile.state." + State::State_Name(state));
}

// The day that a phrase names; empty: it names none, or more than one.
std::string day_of(const std::string& phrase) {
    const auto last = phrase.rfind(' ');
    const auto day = parse_day(last == std::string::npos ? phrase : phrase.substr(last + 1));
    return day ? iso_day(*day) : std::string{};
}

class Comparison {
  public:
    Comparison(const ImportColumns& columns, text::Lang lang, Reconciled& found)
        : columns_(columns), lang_(lang), found_(found) {}

    void compare(const v1::ImportedTask& there, const SourceTask& here) {
        const auto before = found_.differences.size();
        there_ = &there;
        compare_title(here.task.row().title());
        compare_state(here.task);
        compare_deadline(here.task);
        compare_completed(here.task);
        if (found_.differences.size() == before) ++found_.same;
    }

  private:
    void differs(const char* field, std::string here, std::string there) {
        found_.differences.push_back(
            {there_->id(), there_->row().title(), field, std::move(here), std::move(there)});
    }

    void compare_title(const std::string& here) {
        auto wanted = there_->row().title();
        const auto cut =
            std::ranges::find_if(columns_.cuts, [&](const auto& mark) { return wanted.ends_with(mark); });
        if (cut != columns_.cuts.end()) {
            wanted.resize(wanted.size() - cut->size());
            if (folded(here).starts_with(folded(wanted))) return;
        }
        if (folded(here) != folded(wanted)) differs("title", here, there_->row().title());
    }

    void compare_state(const v1::TaskShowReply& task) {
        if (there_->state() == State::unsaid) return;
        const auto here = standing_here(task);
        if (here == there_->state() || (is_open_there(here) && is_open_there(there_->state()))) return;
        differs("state", reconciled_word(lang_, here), reconciled_word(lang_, there_->state()));
    }

    void compare_deadline(const v1::TaskShowReply& task) {
        const auto& phrase = there_->row().deadline_text();
        if (phrase.empty() && !columns_.titles.contains("deadline")) return;
        const auto days = days_here(task);
        const auto& phrase_here = task.row().deadline_text();
        const auto day = day_of(phrase);
        const bool same = days.empty() || day.empty() ? folded(phrase) == folded(phrase_here)
                                                      : days.size() == 1 && days.front() == day;
        // What stands here with no day in it is read by its phrase.
        if (same || (!day.empty() && days.empty() && day_of(phrase_here) == day)) return;
        differs("deadline", days.empty() ? phrase_here : joined_days(days), phrase);
    }

    void compare_completed(const v1::TaskShowReply& task) {
        const auto here = completed_here(task);
        if (there_->completed_on().empty() || here.empty() || here == there_->completed_on()) return;
        differs("completed", spoken_iso_day(here), spoken_iso_day(there_->completed_on()));
    }

    const ImportColumns& columns_;
    text::Lang lang_;
    Reconciled& found_;
    const v1::ImportedTask* there_ = nullptr;
};

report::Section section_of(const report::Words& say, const char* name, std::vector<report::Column> columns) {
    const auto title = say(std::string{"reconcile."} + name);
    return {title, title, {}, std::move(columns), {}, {}, {}};
}

void add_signatures(const report::Words& say, report::Page& page) {
    auto section = section_of(say, "signatures",
                              {{say("reconcile.signs"), Kind::Text},
                               {say("reconcile.name"), Kind::Text},
                               {say("reconcile.day"), Kind::Text},
                               {say("reconcile.signature"), Kind::Prose}});
    for (const auto* who : {"reconcile.clerk", "reconcile.head", "reconcile.other_side"})
        section.rows.push_back({say(who), "", "", ""});
    page.sections.push_back(std::move(section));
}

// The same for programs.
google::protobuf::Struct json_of(const Reconciled& found) {
    google::protobuf::Struct object;
    auto& fields = *object.mutable_fields();
    fields["same"].set_number_value(static_cast<double>(found.same));
    auto& differences = *fields["differences"].mutable_list_value();
    for (const auto& one : found.differences) {
        auto& row = *differences.add_values()->mutable_struct_value()->mutable_fields();
        row["id"].set_string_value(one.id);
        row["field"].set_string_value(one.field);
        row["here"].set_string_value(one.here);
        row["there"].set_string_value(one.there);
    }
    for (const auto* task : found.only_there)
        fields["only_there"].mutable_list_value()->add_values()->set_string_value(task->id());
    for (const auto* task : found.only_here)
        fields["only_here"].mutable_list_value()->add_values()->set_string_value(task->id);
    return object;
}

ImportRows read_import_file(Session& session, const ReconcileOptions& options, const ImportColumns& columns) {
    auto defaults = options.defaults;
    defaults.issued = day_for_wire("--issued", options.issued);
    if (defaults.level.empty()) defaults.level = "province";  // no level is compared
    const auto table = read_import_table(read_input(options.file), options.file, columns);
    auto rows = read_import_rows(table, columns, defaults);
    for (const auto& refusal : rows.refused)
        session.err() << session.say("sheet.mistake",
                                     {options.file, std::to_string(refusal.line), refusal.column,
                                      text::render(session.lang(), refusal.what)})
                      << '\n';
    return rows;
}

void print_reconciled(Session& session, const ReconcileOptions& options) {
    require_one_output(session, options.files);
    const auto columns = find_import_columns(options.columns, options.source);
    const auto rows = read_import_file(session, options, columns);
    const auto here = tasks_of_source(session, options.source);
    const auto found = reconcile(rows.tasks, here, columns, session.lang());
    v1::Request clock;
    clock.mutable_clock_show();
    const auto today = session.ask(std::move(clock)).clock().today();
    auto page = reconcile_page(found, options.source, options.file, today, session.lang());
    if (!rows.refused.empty())
        page.warnings.push_back(session.say("reconcile.refused", {std::to_string(rows.refused.size())}));
    show_page(session, page, json_of(found), options.files);
    const bool same = found.differences.empty() && found.only_here.empty() && found.only_there.empty();
    if (!same || !rows.refused.empty()) session.end_as_refused();
}

std::string csv_of(const std::vector<std::vector<std::string>>& lines) {
    std::string csv{sheet::byte_order_mark};
    for (const auto& line : lines) csv += sheet::csv_line(line, lines.front().size());
    return csv;
}

std::string xlsx_of(const std::vector<std::vector<std::string>>& lines) {
    sheet::XlsxWorkbook book;
    auto* sheet = book.add_sheet();
    auto* look = book.add_format();
    for (std::size_t row = 0; row < lines.size(); ++row)
        for (std::size_t column = 0; column < lines[row].size(); ++column)
            sheet::XlsxWorkbook::write_text(sheet, static_cast<lxw_row_t>(row), column, lines[row][column],
                                            look);
    return book.bytes();
}

void export_tasks(Session& session, const ReconcileOptions& options) {
    const auto columns = find_import_columns(options.columns, options.source);
    const auto tasks = tasks_of_source(session, options.source);
    if (tasks.empty()) throw UserError("source.unknown", {options.source});
    const auto lines = in_their_columns(tasks, columns);
    const bool as_workbook = options.output.ends_with(".xlsx");
    const auto content = as_workbook ? xlsx_of(lines) : csv_of(lines);
    if (options.output == "-") {
        session.out() << content;
        return;
    }
    write_output(options.output, content, options.force);
    session.line(session.say("reconcile.exported", {std::to_string(tasks.size()), options.output}));
}

}  // namespace

Reconciled reconcile(const std::vector<v1::ImportedTask>& there, const std::vector<SourceTask>& here,
                     const ImportColumns& columns, text::Lang lang) {
    Reconciled found;
    Comparison comparison{columns, lang, found};
    std::map<std::string_view, const SourceTask*> known;
    for (const auto& task : here) known.emplace(task.id, &task);
    for (const auto& task : there) {
        const auto same = known.find(task.id());
        if (same == known.end()) {
            found.only_there.push_back(&task);
            continue;
        }
        comparison.compare(task, *same->second);
        known.erase(same);
    }
    for (const auto& [id, task] : known)  // what was taken back here need not be there
        if (standing_here(task->task) != State::withdrawn) found.only_here.push_back(task);
    return found;
}

report::Page reconcile_page(const Reconciled& found, const std::string& source, const std::string& file,
                            const std::string& today, text::Lang lang) {
    const report::Words say{lang};
    report::Page page;
    page.lang = lang;
    page.title = say("reconcile.title", {source});
    page.facts = {{say("reconcile.file"), file}, {say("reconcile.day"), spoken_iso_day(today)}};
    page.highlights = {{say("reconcile.same"), std::to_string(found.same)},
                       {say("reconcile.differs"), std::to_string(found.differences.size())},
                       {say("reconcile.only_there"), std::to_string(found.only_there.size())},
                       {say("reconcile.only_here"), std::to_string(found.only_here.size())}};
    auto differs = section_of(say, "differs",
                              {{say("cli.column.id_there"), Kind::Text},
                               {say("cli.column.title"), Kind::Prose},
                               {say("reconcile.field"), Kind::Text},
                               {say("reconcile.here"), Kind::Prose},
                               {say("reconcile.there"), Kind::Prose}});
    for (const auto& one : found.differences)
        differs.rows.push_back({one.id, one.title, say("reconcile.field." + one.field), one.here, one.there});
    const std::vector<report::Column> listed{{say("cli.column.id_there"), Kind::Text},
                                             {say("cli.column.document"), Kind::Text},
                                             {say("cli.column.title"), Kind::Prose},
                                             {say("cli.column.state"), Kind::Text}};
    auto only_there = section_of(say, "only_there", listed);
    for (const auto* task : found.only_there)
        only_there.rows.push_back(
            {task->id(), task->document().number(), task->row().title(),
             task->state() == State::unsaid ? "" : reconciled_word(lang, task->state())});
    auto only_here = section_of(say, "only_here", listed);
    for (const auto* task : found.only_here)
        only_here.rows.push_back({task->id, task->task.document().number(), task->task.row().title(),
                                  reconciled_word(lang, standing_here(task->task))});
    for (auto* section : {&differs, &only_there, &only_here})
        if (!section->rows.empty()) page.sections.push_back(std::move(*section));
    add_signatures(say, page);
    return page;
}

std::vector<std::vector<std::string>> in_their_columns(const std::vector<SourceTask>& tasks,
                                                       const ImportColumns& columns) {
    std::vector<std::string> fields, titles;
    for (const auto field : import_fields()) {
        const auto known = columns.titles.find(std::string{field});
        if (known == columns.titles.end()) continue;
        fields.emplace_back(field);
        titles.push_back(known->second.front());
    }
    std::vector<std::vector<std::string>> lines{titles};
    for (const auto& [id, task] : tasks) {
        const auto state = standing_here(task);
        const auto word = columns.words.find(state);
        std::string lead, cooperating, result;
        for (const auto& row : task.assignments()) lead += (lead.empty() ? "" : "; ") + row.agency_name();
        for (const auto& code : task.cooperating()) cooperating += (cooperating.empty() ? "" : "; ") + code;
        for (const auto& entry : task.life())
            if (!entry.detail().result().number().empty()) result = entry.detail().result().number();
        const auto days = days_here(task);
        const std::map<std::string, std::string> values{
            {"id", id},
            {"document", task.document().number()},
            {"issued", spoken_iso_day(task.document().issued())},
            {"level", task.document().level()},
            {"issuer", task.document().issuer()},
            {"document_title", task.document().title()},
            {"number", task.row().number()},
            {"section", task.row().section()},
            {"title", task.row().title()},
            {"requirement", task.row().requirement()},
            {"solution", task.row().solution()},
            {"deadline", days.empty() ? task.row().deadline_text() : joined_days(days)},
            {"lead", lead},
            {"cooperating", cooperating},
            {"priority", task.priority()},
            {"state", word == columns.words.end() ? State::State_Name(state) : word->second},
            {"completed", spoken_iso_day(completed_here(task))},
            {"result", state == State::completed ? result : ""},
            {"received", ""}};
        std::vector<std::string> line;
        for (const auto& field : fields) line.push_back(values.at(field));
        lines.push_back(std::move(line));
    }
    return lines;
}

void add_task_reconcile(CLI::App& task_group, Session& session) {
    const auto options = make_options<ReconcileOptions>();
    const auto add_source = [&](CLI::App* command) {
        add_option(command, session, "--source", options->source, "NAME", "cli.option.import_source")
            ->required();
        add_option(command, session, "--columns", options->columns, "FILE|NAME", "cli.option.import_columns");
    };
    auto* compare = add_command(task_group, session, "reconcile", "cli.task.reconcile_about",
                                "dondoc task reconcile xuat.xlsx --source qlvb --columns quan-ly-van-ban\n"
                                "dondoc task reconcile xuat.xlsx --source qlvb --html doi-chieu.html");
    add_option(compare, session, "FILE", options->file, "", "cli.option.import_file")->required();
    add_source(compare);
    add_option(compare, session, "--document", options->defaults.document, "NUMBER",
               "cli.option.import_document");
    add_option(compare, session, "--issued", options->issued, "DATE", "cli.option.import_issued");
    add_option(compare, session, "--level", options->defaults.level, "LEVEL", "cli.option.import_level");
    add_page_options(compare, session, options->files);
    compare->callback([&session, options] { print_reconciled(session, *options); });

    auto* to_file =
        add_command(task_group, session, "export", "cli.task.export_about",
                    "dondoc task export --source qlvb --columns quan-ly-van-ban -o tinh-hinh.xlsx\n"
                    "dondoc task export --source qlvb -o -");
    add_source(to_file);
    add_option(to_file, session, "-o,--output", options->output, "FILE", "cli.option.task_export")
        ->required();
    add_flag(to_file, session, "--force", options->force, "cli.option.force");
    to_file->callback([&session, options] { export_tasks(session, *options); });
}

}  // namespace dondoc::cli
