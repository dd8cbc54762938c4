// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/sheet/sheet_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "domain/decided_term.h"
#include "domain/document_level.h"
#include "language/readers.h"
#include "plan/formats/cell_text.h"
#include "plan/preview.h"
#include "plan/sheet/sheet_cells.h"
#include "plan/sheet/sheet_columns.h"
#include "wire/deadline.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t header_within = 30;      // rows
constexpr std::size_t titles_of_a_header = 5;  // known ones; fewer are a row of the document's facts

using Cells = std::array<std::string, sheet_columns>;

// One line, as the texts of a plan are.
std::string tidied(const std::string& text) {
    if (text.find_first_of("\r\n") == std::string::npos) return language::normalize(text);
    return cell_of(text).text();
}

bool is_failed_formula(const std::string& text) {
    for (const auto* mark : {"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "Err:5"})
        if (text.starts_with(mark)) return true;
    return false;
}

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find_first_of(";\r\n", at), text.size());
        auto part = language::normalize(text.substr(at, end - at));
        if (!part.empty()) parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

std::vector<std::string> names_of(const std::string& text) {
    auto names = parts_of(text);
    for (auto& name : names)
        if (name.starts_with("'@")) name.erase(0, 1);  // of a CSV file that was saved as XLSX
    return names;
}

// "Cấp tỉnh", "Tỉnh" and "province" alike; what is no level stays as it is written.
std::string level_named(const std::string& word) {
    constexpr std::string_view before = "cấp ";
    const auto bare = [&](const std::string& text) {
        auto folded = language::fold(text);
        if (folded.starts_with(before)) folded.erase(0, before.size());
        return folded;
    };
    for (const auto level : document_levels)
        for (const auto lang : {text::Lang::Vi, text::Lang::En})
            if (bare(text::render(lang, "cli.level." + std::string{level})) == bare(word))
                return std::string{level};
    return word;
}

class SheetRows {
  public:
    explicit SheetRows(std::vector<SheetLine> lines) : lines_(std::move(lines)) {}

    SheetReading take() {
        check_version();
        const auto header = find_header();
        for (std::size_t i = 1; i < header; ++i) read_fact(lines_[i]);
        for (auto i = header + 1; i < lines_.size(); ++i) read_row(lines_[i]);
        return std::move(reading_);
    }

  private:
    void mistake(std::uint32_t line, std::string column, Message what) {
        reading_.mistakes.push_back({line, std::move(column), std::move(what)});
    }
    void mistake(std::uint32_t line, SheetColumn column, Message what) {
        mistake(line, reading_.titles[static_cast<std::size_t>(column)], std::move(what));
    }

    void check_version() const {
        const auto& cells = lines_.front().cells;
        const auto version = cells.size() > 1 ? language::normalize(cells[1]) : std::string{};
        if (version != sheet_version) throw UserError("sheet.version", {version.empty() ? "?" : version});
    }

    std::size_t find_header() {
        for (std::size_t i = 1; i < std::min(lines_.size(), header_within); ++i) {
            const auto& cells = lines_[i].cells;
            const auto known = std::ranges::count_if(
                cells, [](const std::string& cell) { return column_with_title(cell).has_value(); });
            if (static_cast<std::size_t>(known) < titles_of_a_header) continue;
            read_header(lines_[i]);
            return i;
        }
        throw UserError("sheet.no_header");
    }

    // Columns that the file does not know are the operator's own notes.
    void read_header(const SheetLine& line) {
        std::size_t vietnamese = 0;
        reading_.titles.resize(sheet_columns);
        std::array<bool, sheet_columns> there{};
        for (const auto& cell : line.cells) {
            columns_.push_back(column_with_title(cell));
            if (!columns_.back()) continue;
            const auto index = static_cast<std::size_t>(*columns_.back());
            if (there[index]) mistake(line.line, cell, {"sheet.column_twice", {cell}});
            there[index] = true;
            vietnamese +=
                language::fold(cell) == language::fold(title_of(*columns_.back(), text::Lang::Vi)) ? 1 : 0;
        }
        const auto lang = vietnamese >= titles_of_a_header ? text::Lang::Vi : text::Lang::En;
        for (std::size_t i = 0; i < sheet_columns; ++i) {
            const auto column = static_cast<SheetColumn>(i);
            reading_.titles[i] = title_of(column, lang);
            const bool needed = column != SheetColumn::RoleNotes && column != SheetColumn::Problems &&
                                column != SheetColumn::Source;
            if (needed && !there[i])
                throw UserError("sheet.no_column", {reading_.titles[i]}, std::to_string(line.line));
        }
    }

    void read_fact(const SheetLine& line) {
        if (line.cells.empty()) return;
        const auto fact = fact_with_label(line.cells[0]);
        if (!fact) return;
        const auto value = line.cells.size() > 1 ? tidied(line.cells[1]) : std::string{};
        auto& document = reading_.document;
        switch (*fact) {
            case SheetFact::Number:
                document.set_number(value);
                break;
            case SheetFact::Issued: {
                if (value.empty()) break;
                const auto day = parse_sheet_day(value);
                if (day)
                    document.set_issued(iso_day(*day));
                else
                    mistake(line.line, line.cells[0], {"sheet.bad_day", {value}});
                break;
            }
            case SheetFact::Level:
                document.set_level(level_named(value));
                if (!value.empty() && !is_document_level(document.level()))
                    mistake(line.line, line.cells[0], {"plan.level", {value}});
                break;
            case SheetFact::Issuer:
                document.set_issuer(value);
                break;
            case SheetFact::Title:
                document.set_title(value);
                break;
        }
    }

    void read_row(const SheetLine& line) {
        Cells cells;
        bool blank = true;
        for (std::size_t i = 0; i < std::min(line.cells.size(), columns_.size()); ++i) {
            if (!columns_[i]) continue;
            auto& cell = cells[static_cast<std::size_t>(*columns_[i])];
            cell = line.cells[i];
            if (is_failed_formula(cell)) mistake(line.line, *columns_[i], {"sheet.formula", {cell}});
            blank = blank && language::normalize(cell).empty();
        }
        if (blank) return;
        const auto text = [&](SheetColumn column) { return tidied(cells[static_cast<std::size_t>(column)]); };
        v1::PlanRow row;
        row.set_number(text(SheetColumn::Number));
        row.set_section(text(SheetColumn::Section));
        row.set_title(text(SheetColumn::Title));
        row.set_requirement(text(SheetColumn::Requirement));
        row.set_solution(text(SheetColumn::Solution));
        row.set_deadline_text(text(SheetColumn::DeadlineText));
        row.set_lead_text(text(SheetColumn::LeadText));
        row.set_cooperating_text(text(SheetColumn::CooperatingText));
        if (row.title().empty()) mistake(line.line, SheetColumn::Title, {"sheet.no_title", {}});
        read_source(line.line, text(SheetColumn::Source), *row.mutable_source());
        read_decisions(line.line, cells, row);
        reading_.rows.push_back(std::move(row));
        reading_.lines.push_back(line.line);
    }

    void read_source(std::uint32_t line, const std::string& text, v1::Source& source) {
        source.set_line(line);  // of a row that was added
        if (text.empty()) return;
        std::uint32_t table = 0, row = 0;
        const auto* end = text.data() + text.size();
        const auto [slash, table_error] = std::from_chars(text.data(), end, table);
        const bool has_both = table_error == std::errc{} && slash != end && *slash == '/';
        const auto result = has_both ? std::from_chars(slash + 1, end, row)
                                     : std::from_chars_result{end, std::errc::invalid_argument};
        if (result.ec != std::errc{} || result.ptr != end) return;  // it is only to look at
        source.set_table(table);
        source.set_line(row);
    }

    void read_decisions(std::uint32_t line, const Cells& cells, v1::PlanRow& row) {
        const auto cell = [&](SheetColumn column) { return cells[static_cast<std::size_t>(column)]; };
        const auto key_text = language::normalize(cell(SheetColumn::Key));
        const auto key = parse_key(key_text);
        if (!key && !key_text.empty()) {
            mistake(line, SheetColumn::Key, {"sheet.bad_key", {key_text}});
            return;
        }
        read_deadline(line, cells, key, row);
        const auto lead = names_of(cell(SheetColumn::Lead));
        if (key ? key->lead != digest_of(lead) : !lead.empty()) {
            auto& names = *row.mutable_decided()->mutable_lead();
            for (const auto& name : lead) names.add_names(name);
        }
        const auto cooperating = names_of(cell(SheetColumn::Cooperating));
        if (key ? key->cooperating != digest_of(cooperating) : !cooperating.empty()) {
            auto& names = *row.mutable_decided()->mutable_cooperating();
            for (const auto& name : cooperating) names.add_names(name);
        }
    }

    void read_deadline(std::uint32_t line, const Cells& cells, const std::optional<RowKey>& key,
                       v1::PlanRow& row) {
        const auto before = reading_.mistakes.size();
        std::set<std::string> hours;  // of all that is due: a term has one
        const auto days_in = [&](SheetColumn column) {
            std::vector<local_days> days;
            for (const auto& part : parts_of(cells[static_cast<std::size_t>(column)])) {
                const auto moment = parse_sheet_moment(part);
                if (moment) days.push_back(moment->day);
                if (moment && column == SheetColumn::Due)
                    hours.insert(moment->hour ? clock_text(*moment->hour) : "");
                if (!moment) mistake(line, column, {"sheet.bad_day", {part}});
            }
            return days;
        };
        auto due = days_in(SheetColumn::Due);
        const auto start = days_in(SheetColumn::Start);
        const auto kind_text = language::normalize(cells[static_cast<std::size_t>(SheetColumn::Kind)]);
        const auto kind = kind_with_word(kind_text);
        if (!kind && !kind_text.empty())
            mistake(line, SheetColumn::Kind, {"sheet.bad_kind", {kind_text, all_kinds()}});
        if (start.size() > 1)
            mistake(line, SheetColumn::Start,
                    {"sheet.bad_day", {cells[static_cast<std::size_t>(SheetColumn::Start)]}});
        if (hours.size() > 1)
            mistake(line, SheetColumn::Due,
                    {"sheet.two_hours", {cells[static_cast<std::size_t>(SheetColumn::Due)]}});
        if (reading_.mistakes.size() > before) return;

        std::ranges::sort(due);
        v1::Deadline deadline;
        for (const auto day : due) deadline.add_due(iso_day(day));
        if (!hours.empty()) deadline.set_hour(*hours.begin());
        if (!start.empty()) deadline.set_start(iso_day(start.front()));
        const bool has_days = !due.empty() || !start.empty();
        const bool days_mended = key ? key->days != digest_of_days(deadline) : has_days;
        const bool kind_mended = key ? !kind || key->kind != digest_of(*kind) : kind.has_value();
        if (!days_mended && !kind_mended) return;
        deadline.set_kind(kind && kind_mended ? *kind : kind_of_days(due.size(), !start.empty()));
        *row.mutable_decided()->mutable_deadline() = deadline;
        check(line, row.decided());
    }

    // Where days were mended and their kind was left as it was.
    static v1::DeadlineKind::Kind kind_of_days(std::size_t due, bool starts) {
        if (due == 1) return v1::DeadlineKind::date;
        if (due > 1) return v1::DeadlineKind::recurring;
        return starts ? v1::DeadlineKind::from : v1::DeadlineKind::none;
    }

    void check(std::uint32_t line, const v1::Decision& decision) {
        const auto issued = parse_iso_day(reading_.document.issued());
        if (!issued) return;  // whoever knows it checks
        try {
            term_of(*wire::from_wire(decision).term, *issued);
        } catch (const UserError& error) {
            const auto& key = error.message().key;
            const bool is_start = key == "decision.needs_start" || key == "decision.start_after_due";
            mistake(line, is_start ? SheetColumn::Start : SheetColumn::Due, error.message());
        }
    }

    std::string all_kinds() const {
        const bool vietnamese = reading_.titles[0] == title_of(SheetColumn::Number, text::Lang::Vi);
        std::string words;
        for (int i = v1::DeadlineKind::Kind_MIN; i <= v1::DeadlineKind::Kind_MAX; ++i)
            words += (words.empty() ? "" : ", ") + kind_word(static_cast<v1::DeadlineKind::Kind>(i),
                                                             vietnamese ? text::Lang::Vi : text::Lang::En);
        return words;
    }

    std::vector<SheetLine> lines_;
    std::vector<std::optional<SheetColumn>> columns_;
    SheetReading reading_;
};

}  // namespace

std::optional<SheetMistake> SheetReading::place_of(const std::string& wire_place) const {
    constexpr std::string_view begin = "rows[";
    if (!wire_place.starts_with(begin)) return std::nullopt;
    std::size_t index = 0;
    const auto* end = wire_place.data() + wire_place.size();
    const auto [rest, error] = std::from_chars(wire_place.data() + begin.size(), end, index);
    if (error != std::errc{} || index >= lines.size()) return std::nullopt;
    const std::string_view field(rest, static_cast<std::size_t>(end - rest));
    auto column = SheetColumn::Title;
    if (field.find("deadline") != std::string_view::npos) column = SheetColumn::Due;
    if (field.find("lead") != std::string_view::npos && column != SheetColumn::Due)
        column = SheetColumn::Lead;
    if (field.find("cooperating") != std::string_view::npos) column = SheetColumn::Cooperating;
    return SheetMistake{lines[index], titles[static_cast<std::size_t>(column)], {}};
}

std::optional<SheetReading> read_sheet_file(std::string_view bytes) {
    auto lines = sheet_lines(bytes);
    if (!lines) return std::nullopt;
    return SheetRows(std::move(*lines)).take();
}

}  // namespace dondoc::plan
