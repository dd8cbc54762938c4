// SPDX-License-Identifier: GPL-3.0-or-later
// Each record becomes a task by itself; then tasks of one id are put together. What is wrong with a record is
// noted and the others go on, so that a file is mended in one go.
#include "cli/commands/import_rows.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <utility>

#include "cli/frame/dates.h"
#include "cli/frame/values.h"
#include "domain/document_level.h"
#include "domain/document_number.h"
#include "domain/plain_text.h"
#include "domain/priority.h"
#include "language/readers.h"
#include "plan/sheet/sheet_reader.h"

namespace dondoc::cli {
namespace {

// "17h00", as terms write it.
std::string spoken_hour(std::chrono::minutes hour) {
    auto text = clock_text(hour);
    std::ranges::replace(text, ':', 'h');
    return text;
}

// One record being read.
class RecordReader {
  public:
    RecordReader(const ImportRecord& record, const ImportTable& table, const ImportColumns& columns,
                 const ImportDefaults& defaults, std::vector<ImportRefusal>& refused)
        : record_(record), table_(table), columns_(columns), defaults_(defaults), refused_(refused) {}

    // nullopt: it was refused.
    std::optional<v1::ImportedTask> read() {
        const auto before = refused_.size();
        task_.set_id(value("id"));
        if (task_.id().empty()) refuse("id", {"task_import.missing", {}});
        try {
            require_plain(task_.id(), "id");
        } catch (const UserError& error) {
            refuse("id", error.message());
        }
        read_document();
        read_row();
        read_priority();
        read_state();
        if (refused_.size() != before) return std::nullopt;
        return std::move(task_);
    }

  private:
    std::string value(const std::string& field) const {
        const auto found = record_.fields.find(field);
        return found == record_.fields.end() ? std::string{} : found->second;
    }
    // The same of a field for a day: nothing where what stands there stands for none, however it is written.
    std::string day_value(const std::string& field) const {
        auto said = value(field);
        const auto day = plan::parse_sheet_moment(said);
        if (columns_.is_no_day(said) || (day && columns_.is_no_day(spoken_day(day->day)))) return {};
        return said;
    }
    std::string column(const std::string& field) const {
        const auto found = table_.titles.find(field);
        return found == table_.titles.end() ? field : found->second;
    }
    void refuse(const std::string& field, Message what) {
        refused_.push_back({record_.line, column(field), std::move(what)});
    }
    // What a file without such a column leaves to the command is said by its own sentence, of the row.
    void refuse_empty(const std::string& field, const char* without_column) {
        if (table_.titles.contains(field)) return refuse(field, {"task_import.missing", {}});
        refused_.push_back({record_.line, {}, {without_column, {}}});
    }
    void doubt(std::string key, const std::vector<std::string>& args) {
        auto& doubt = *task_.mutable_row()->add_doubts();
        doubt.set_key(std::move(key));
        for (const auto& arg : args) doubt.add_args(arg);
    }

    std::string first_of(const std::string& said, const std::string& given, const char* field) const {
        if (!said.empty()) return said;
        if (!given.empty()) return given;
        const auto found = columns_.defaults.find(field);
        return found == columns_.defaults.end() ? std::string{} : found->second;
    }

    void read_document() {
        auto& document = *task_.mutable_document();
        try {
            document.set_number(printed_number(first_of(value("document"), defaults_.document, "")));
        } catch (const UserError& error) {
            refuse("document", error.message());
        }
        if (document.number().empty()) refuse_empty("document", "task_import.no_document");
        document.set_issued(defaults_.issued);
        if (const auto said = day_value("issued"); !said.empty()) {
            if (const auto day = plan::parse_sheet_moment(said))
                document.set_issued(iso_day(day->day));
            else
                refuse("issued", {"task_import.bad_day", {said}});
        } else if (document.issued().empty()) {
            refuse_empty("issued", "task_import.no_issued");
        }
        const auto level = first_of(value("level"), defaults_.level, "level");
        document.set_level(value_for_wire("LEVEL", level));
        if (level.empty())
            refuse("level", {"task_import.no_level", {}});
        else if (!is_document_level(document.level()))
            refuse("level", {"task_import.bad_level", {level}});
        document.set_issuer(first_of(value("issuer"), defaults_.issuer, "issuer"));
        document.set_title(value("document_title"));
    }

    void read_row() {
        auto& row = *task_.mutable_row();
        row.mutable_source()->set_line(record_.line);
        row.set_number(value("number"));
        row.set_section(value("section"));
        row.set_title(value("title"));
        row.set_requirement(value("requirement"));
        row.set_solution(value("solution"));
        row.set_lead_text(value("lead"));
        row.set_cooperating_text(value("cooperating"));
        if (row.title().empty()) refuse("title", {"task_import.missing", {}});
        for (const auto* field : {"title", "requirement", "solution"})
            if (columns_.is_cut(value(field))) doubt("row.cut", {column(field)});
        read_deadline(row);
    }

    void read_deadline(v1::PlanRow& row) {
        const auto said = day_value("deadline");
        if (said.empty()) return read_term_from_receipt(row);
        const auto written = plan::parse_sheet_moment(said);
        if (!written) return row.set_deadline_text(said);
        row.set_deadline_text(written->hour ? "Trước " + spoken_hour(*written->hour) + " ngày " +
                                                  spoken_day(written->day)
                                            : spoken_day(written->day));
    }

    // What has no term of its own has the one that the file of columns gives, counted from its receipt.
    void read_term_from_receipt(v1::PlanRow& row) {
        const auto said = day_value("received");
        if (columns_.term_from_receipt.empty() || said.empty()) return;
        if (const auto received = plan::parse_sheet_moment(said))
            row.set_deadline_text(columns_.term_from_receipt + " " + spoken_day(received->day));
        else
            refuse("received", {"task_import.bad_day", {said}});
    }

    void read_priority() {
        const auto said = value("priority");
        if (said.empty()) return;
        const auto wire = value_for_wire("PRIORITY", said);
        if (parse_priority(wire))
            task_.set_priority(wire);
        else
            doubt("row.unknown_priority", {said});
    }

    void read_state() {
        using State = v1::ImportedState;
        if (const auto said = value("state"); !said.empty()) {
            const auto known = columns_.states.find(folded(said));
            if (known != columns_.states.end())
                task_.set_state(known->second);
            else
                doubt("row.unknown_state", {said});
        }
        task_.set_result_number(value("result"));
        const auto said = day_value("completed");
        const bool has_day = !said.empty();
        const auto day = has_day ? plan::parse_sheet_moment(said) : std::nullopt;
        if (has_day && !day) refuse("completed", {"task_import.bad_day", {said}});
        if (task_.state() == State::completed && !has_day) doubt("row.completed_when", {});
        if (task_.state() != State::completed && has_day) doubt("row.completed_open", {said, value("state")});
        if (task_.state() == State::completed && day) task_.set_completed_on(iso_day(day->day));
    }

    const ImportRecord& record_;
    const ImportTable& table_;
    const ImportColumns& columns_;
    const ImportDefaults& defaults_;
    std::vector<ImportRefusal>& refused_;
    v1::ImportedTask task_;
};

// "A; B" and "B; C" -> "A; B; C". True: something was added.
bool join(std::string& names, const std::string& more) {
    std::vector<std::string> known;
    const auto take = [&known](const std::string& list) {
        bool any = false;
        for (std::size_t at = 0; at <= list.size();) {
            const auto end = std::min(list.find(';', at), list.size());
            auto name = language::normalize(list.substr(at, end - at));
            at = end + 1;
            if (name.empty() || std::ranges::find(known, name) != known.end()) continue;
            known.push_back(std::move(name));
            any = true;
        }
        return any;
    };
    take(names);
    if (!take(more)) return false;
    names.clear();
    for (const auto& name : known) names += (names.empty() ? "" : "; ") + name;
    return true;
}

// Whether they say the same but for agencies, and the line that they stand in.
bool is_same_task(v1::ImportedTask one, v1::ImportedTask other) {
    for (auto* task : {&one, &other}) {
        auto& row = *task->mutable_row();
        row.clear_lead_text();
        row.clear_cooperating_text();
        row.clear_source();
    }
    return one.SerializeAsString() == other.SerializeAsString();
}

}  // namespace

ImportRows read_import_rows(const ImportTable& table, const ImportColumns& columns,
                            const ImportDefaults& defaults) {
    ImportRows rows;
    std::map<std::string, std::size_t> known;
    for (const auto& record : table.records) {
        auto task = RecordReader{record, table, columns, defaults, rows.refused}.read();
        if (!task) continue;
        const auto [found, is_new] = known.emplace(task->id(), rows.tasks.size());
        if (is_new) {
            rows.tasks.push_back(std::move(*task));
            rows.lines.push_back(record.line);
            continue;
        }
        auto& first = rows.tasks[found->second];
        if (!is_same_task(first, *task)) {
            rows.refused.push_back(
                {record.line,
                 table.titles.at("id"),
                 {"task_import.other_row", {task->id(), std::to_string(rows.lines[found->second])}}});
            continue;
        }
        const bool leads = join(*first.mutable_row()->mutable_lead_text(), task->row().lead_text());
        const bool cooperates =
            join(*first.mutable_row()->mutable_cooperating_text(), task->row().cooperating_text());
        ++(leads || cooperates ? rows.joined : rows.doubled);
    }
    return rows;
}

std::string import_field_at(std::string_view wire_place) {
    static constexpr auto fields = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"lead_text", "lead"},
        {"cooperating_text", "cooperating"},
        {"deadline_text", "deadline"},
        {"document.number", "document"},
        {"document.issued", "issued"},
        {"document.level", "level"},
        {"document.issuer", "issuer"},
        {"document.title", "document_title"},
        {".title", "title"},
        {".requirement", "requirement"},
        {".number", "number"},
        {"result_number", "result"},
        {"completed_on", "completed"},
        {".date", "completed"},
        {"priority", "priority"},
        {".id", "id"},
    });
    for (const auto& [end, field] : fields)
        if (wire_place.ends_with(end)) return std::string{field};
    return {};
}

}  // namespace dondoc::cli
