// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/meaning.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "language/readers.h"
#include "plan/formats/numbering.h"
#include "plan/meaning/around_tables.h"
#include "plan/meaning/body.h"
#include "plan/meaning/duty_rows.h"
#include "plan/meaning/outline.h"
#include "plan/meaning/row_words.h"
#include "plan/meaning/tables_beside.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_lines_named = 30;

// Tables that are one, in the order of their rows: it goes on under the same header on the next page.
struct Sequence {
    std::uint32_t table = 0;
    std::vector<BodyRow> rows;
    ColumnNames names;
    std::string header_words;
    std::vector<std::string> above;  // the lines above it, from top to bottom
    bool has_term = false;
    bool has_lead = false;
};

class PlanReader {
  public:
    PlanTableReading take(const Grid& grid) {
        reading_.problems = grid.problems;
        auto sequences = sequences_of(grid);
        if (sequences.empty()) refuse_without_header(grid);
        for (const auto& table : grid.tables) sheets_[table.number] = table.name;
        for (auto& sequence : sequences) {
            outline_.clear();
            printed_ = {};
            names_ = &sequence.names;
            after_heading_ = waits_for_title_ = false;
            const auto first = reading_.rows.size();
            read(sequence.rows);
            flush();
            take_from_above(sequence, first);
            name_columns_beside(sequence.table, std::span(reading_.rows).subspan(first), reading_.problems);
        }
        if (reading_.rows.empty()) throw UserError("plan.no_tasks", {});
        for (auto& problem : repeated_tables(reading_.rows)) reading_.problems.push_back(std::move(problem));
        report_lines("plan.merged_cells", merged_at_);
        report_lines("plan.totals", totals_at_);
        return std::move(reading_);
    }

  private:
    // A quote that nothing closes may have swallowed the header, or it is hidden.
    [[noreturn]] static void refuse_without_header(const Grid& grid) {
        for (const auto& problem : grid.problems)
            if (problem.key == "plan.open_quote" || problem.key == "plan.sheet_hidden" ||
                problem.key == "plan.section_hidden")
                throw UserError(problem.key, problem.args);
        for (const auto& table : grid.tables)
            if (const auto why = why_skipped(table); why && why->key == "plan.card")
                throw UserError(why->key, why->args);
        throw UserError("plan.no_header", {});
    }

    std::vector<Sequence> sequences_of(const Grid& grid) {
        std::vector<Sequence> sequences;
        std::optional<Header> previous;
        std::size_t prose = 0;  // lines up to here belong to tables before
        for (const auto& table : grid.tables) {
            const auto lines = lines_between(grid, prose, table.prose_before);
            const auto beside = tables_beside(table);
            for (const auto& part : beside.empty() ? std::span(&table, 1) : std::span(beside)) {
                auto body = body_of(part, previous);
                if (!body) {
                    if (auto why = why_skipped(part)) reading_.problems.push_back(std::move(*why));
                    continue;
                }
                prose = std::max(prose, table.prose_before);
                add_sequence(std::move(*body), table.number, lines, sequences);
            }
        }
        return sequences;
    }

    void add_sequence(Body body, std::uint32_t table, std::vector<std::string> above,
                      std::vector<Sequence>& sequences) {
        for (auto& problem : body.problems) add_problem(std::move(problem));
        above.insert(above.end(), body.above.begin(), body.above.end());
        if (!sequences.empty() && sequences.back().header_words == body.header_words &&
            goes_on(sequences.back(), body)) {
            auto& rows = sequences.back().rows;
            body.rows.front().after_break = true;
            rows.insert(rows.end(), std::make_move_iterator(body.rows.begin()),
                        std::make_move_iterator(body.rows.end()));
            return;
        }
        sequences.push_back({table, std::move(body.rows), std::move(body.names), std::move(body.header_words),
                             std::move(above), body.has_term, body.has_lead});
    }

    static std::vector<std::string> lines_between(const Grid& grid, std::size_t from, std::size_t to) {
        std::vector<std::string> lines;
        for (auto i = from; i < std::min(to, grid.prose.size()); ++i) lines.push_back(grid.prose[i].text);
        return lines;
    }

    // A table under the same header goes on with the one before it unless it counts from the start.
    static bool goes_on(const Sequence& before, const Body& body) {
        if (body.rows.empty() || before.rows.empty()) return false;
        const auto number = parse_numbering(body.rows.front().cell(Column::Number).text());
        return number.style == Numbering::Style::None || number.dotted() || number.parts.back() != 1;
    }

    // What a line above the table says for all of its rows, where it has no column for it.
    void take_from_above(const Sequence& sequence, std::size_t first) {
        const auto take = [&](const char* field, const char* problem, const std::optional<std::string>& said,
                              auto set) {
            if (!said || first == reading_.rows.size()) return;
            for (auto i = first; i < reading_.rows.size(); ++i) {
                set(reading_.rows[i], *said);
                auto& origin = *reading_.rows[i].add_origins();
                origin.set_field(field);
                origin.set_how(v1::CellOrigin::above_table);
            }
            reading_.problems.push_back({problem, {std::to_string(sequence.table), *said}});
        };
        const auto sheet_of = [&](const v1::PlanRow& row) -> const std::string& {
            return sheets_[row.source().table()];
        };
        const auto term = sequence.has_term ? std::nullopt : term_said_in(sequence.above);
        take("deadline_text", "plan.term_above", term,
             [](v1::PlanRow& row, const std::string& text) { row.set_deadline_text(text); });
        for (auto i = first; !sequence.has_term && !term && i < reading_.rows.size(); ++i)
            take_term_from_heading(reading_.rows[i], sheet_of(reading_.rows[i]));
        if (sequence.has_lead) return;
        const auto said = lead_said_in(sequence.above);
        take("lead_text", "plan.lead_above", said,
             [](v1::PlanRow& row, const std::string& text) { row.set_lead_text(text); });
        for (auto i = first; !said && i < reading_.rows.size(); ++i)
            take_lead_from_heading(reading_.rows[i], sheet_of(reading_.rows[i]));
    }

    void add_problem(Message problem) {
        auto& all = reading_.problems;
        if (std::find(all.begin(), all.end(), problem) == all.end()) all.push_back(std::move(problem));
    }

    void read(std::vector<BodyRow>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto& row = rows[i];
            const auto* next = i + 1 < rows.size() ? &rows[i + 1] : nullptr;
            number_from_title(row);
            if (is_total(row)) {
                totals_at_.push_back(row.line);
                say_what_is_lost(row.doubts, reading_.problems);
                continue;
            }
            if (next) {
                number_from_title(rows[i + 1]);
                mend_cut_heading(row, *next);
            }
            if (continues_last_row(row))
                append(row);
            else if (is_heading(row, next))
                add_heading(row);
            else
                add_duty(std::move(row));
        }
    }

    // "1.2. Rà soát ..." in the column of titles, where the plan has no column of numbers or leaves it empty.
    static void number_from_title(BodyRow& row) {
        if (row.has(Column::Number) || !row.has(Column::Title)) return;
        auto& paragraphs = row.cell(Column::Title).paragraphs;
        auto [number, title] = split_number(paragraphs.front());
        if (number.empty()) return;
        row.cell(Column::Number).paragraphs = {std::move(number)};
        paragraphs.front() = std::move(title);
    }

    BodyRow* last_row() { return groups_.empty() ? nullptr : &groups_.back().rows.back(); }

    // The second part of a row that a page break split.
    bool continues_last_row(const BodyRow& row) {
        if (row.has(Column::Number) || row.across || after_heading_ || !last_row()) return false;
        // Within a merged number or title a row is a second duty, or what one cell of the duty adds.
        if (row.continues_above(Column::Number) || row.continues_above(Column::Title)) return false;
        const auto& last = *last_row();
        constexpr std::array columns{Column::Title,    Column::Requirement, Column::Solution,
                                     Column::Deadline, Column::Lead,        Column::Cooperating};
        if (row.has(Column::Title)) {
            if (is_lower_case(row.cell(Column::Title).text())) return true;
            if (!row.after_break || is_bullet(row.cell(Column::Title).text())) return false;
            return is_unfinished(last.cell(Column::Title).text()) ||
                   (!row.has(Column::Deadline) && !row.has(Column::Lead) && !row.other_filled &&
                    !is_upper_case(row.cell(Column::Title).text()));
        }
        if (!row.has(Column::Lead) && !row.has(Column::Solution) && !row.has(Column::Deadline))
            return row.has_duty();
        if (!row.after_break) return false;
        return std::any_of(columns.begin(), columns.end(), [&](Column column) {
            return row.has(column) && (is_lower_case(row.cell(column).paragraphs.front()) ||
                                       is_unfinished(last.cell(column).text()));
        });
    }

    void append(const BodyRow& row) {
        auto& last = *last_row();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& more = row.cells[i].paragraphs;
            auto& paragraphs = last.cells[i].paragraphs;
            if (more.empty()) continue;
            const bool joins = !paragraphs.empty() && (row.after_break || is_lower_case(more.front()));
            if (joins) paragraphs.back() += " " + more.front();
            paragraphs.insert(paragraphs.end(), more.begin() + (joins ? 1 : 0), more.end());
        }
        last.doubts.insert(last.doubts.end(), row.doubts.begin(), row.doubts.end());
        last.beside.insert(last.beside.end(), row.beside.begin(), row.beside.end());
    }

    bool is_heading(const BodyRow& row, const BodyRow* next) const {
        if (has_figures_only(row)) return has_rows_below(row, next);
        if (row.has_duty()) return false;
        if (row.across) return true;
        const auto number_text = row.cell(Column::Number).text();
        const auto number = parse_numbering(number_text);
        const auto title = row.cell(Column::Title).text();
        if (!row.has(Column::Title)) {
            // "IV" alone, its title in the next row; or number and title, or the title alone, in the first
            // cell.
            return number.style != Numbering::Style::Arabic || !next || !next->has_duty();
        }
        if (!row.has(Column::Number)) {
            if (is_upper_case(title)) return true;
            if (row.continues_duty()) return false;
            return !row.other_filled && !is_bullet(title);
        }
        const bool chapter =
            number.style == Numbering::Style::Roman || number.style == Numbering::Style::UpperLetter;
        if (chapter || is_upper_case(title)) return true;
        if (row.continues_duty()) return false;
        const auto next_number = next ? parse_numbering(next->cell(Column::Number).text()) : Numbering{};
        if (is_below(next_number, number)) return true;
        if (row.other_filled) return false;  // it has points of its own: its other cells are merged
        // Nothing below it: a task whose other cells are empty.
        const bool next_is_sibling = next && comes_after(next_number, number);
        const bool next_is_chapter = next && !next->has_duty() &&
                                     (next_number.style == Numbering::Style::Roman ||
                                      next_number.style == Numbering::Style::UpperLetter);
        if (!next || next_is_sibling || next_is_chapter) return false;
        if (!next->has(Column::Number) && !next->has(Column::Title) && next->has_duty()) return false;
        return !(follows_a_task(number) && !next->has_duty());
    }

    // Points or a percentage in the column of aims: a group of tasks has them, too.
    static bool has_figures_only(const BodyRow& row) {
        if (!row.has(Column::Requirement) || row.has(Column::Solution) || row.has(Column::Deadline) ||
            row.has(Column::Lead) || row.has(Column::Cooperating))
            return false;
        return row.cell(Column::Requirement).text().find_first_not_of("0123456789.,%/ ") == std::string::npos;
    }

    static bool has_rows_below(const BodyRow& row, const BodyRow* next) {
        if (!next || !row.has(Column::Title)) return false;
        const auto number = parse_numbering(row.cell(Column::Number).text());
        const auto below = parse_numbering(next->cell(Column::Number).text());
        if (is_below(below, number)) return true;
        const bool chapter =
            number.style == Numbering::Style::Roman || number.style == Numbering::Style::UpperLetter;
        return chapter && below.style == Numbering::Style::Arabic;
    }

    bool follows_a_task(const Numbering& number) const {
        return !groups_.empty() && comes_after(number, groups_.back().number);
    }

    // The title of a heading that was broken over lines, or by the end of a page.
    bool goes_on_with(const BodyRow& row, const std::string& title) const {
        if (waits_for_title_ || is_lower_case(title)) return true;
        const auto& before = reading_.headings.back().title();
        if (is_unfinished(before)) return true;
        return row.after_break && is_upper_case(before) && is_upper_case_word(title);
    }

    void add_heading(const BodyRow& row) {
        say_what_is_lost(row.doubts, reading_.problems);
        auto number = row.cell(Column::Number).text();
        auto title = row.cell(Column::Title).text();
        if (title.empty()) {
            auto split = split_number(number);
            const bool whole_number = parse_numbering(number).style != Numbering::Style::None;
            if (!whole_number) {
                title = std::move(split.title);
                number = std::move(split.number);
            }
        }
        if (number.empty() && after_heading_ && goes_on_with(row, title)) {
            outline_.extend_title(title);
            auto& heading = reading_.headings.back();
            heading.set_title(heading.title().empty() ? title : heading.title() + " " + title);
            waits_for_title_ = false;
            return;
        }
        flush();
        outline_.enter(parse_numbering(number), title);
        waits_for_title_ = title.empty();
        after_heading_ = true;
        v1::PlanHeading heading;
        heading.set_number(number);
        heading.set_title(title);
        heading.mutable_source()->set_table(row.table);
        heading.mutable_source()->set_line(row.line);
        reading_.headings.push_back(std::move(heading));
    }

    void add_duty(BodyRow row) {
        const auto printed = row.cell(Column::Number).text();
        if (belongs_to_last_group(row, printed)) {
            groups_.back().rows.push_back(std::move(row));
            return;
        }
        const auto number = parse_numbering(printed);
        const auto before = outline_.section();
        outline_.place_task(number);
        if (outline_.section() != before) flush(before);
        after_heading_ = waits_for_title_ = false;
        groups_.push_back({number, printed, {}});
        groups_.back().rows.push_back(std::move(row));
    }

    // A second duty under one number: the number and title are not printed again, or both are.
    bool belongs_to_last_group(const BodyRow& row, const std::string& printed) const {
        if (groups_.empty() || after_heading_) return false;
        const auto& group = groups_.back();
        if (printed.empty()) return !row.has(Column::Title);
        if (printed != group.printed_number) return false;
        return !row.has(Column::Title) ||
               is_same_title(row.cell(Column::Title).text(), group.rows.front().cell(Column::Title).text());
    }

    void flush() { flush(outline_.section()); }
    void flush(const std::string& section) {
        auto duties = duties_of(std::exchange(groups_, {}), section, *names_, printed_);
        for (auto& row : duties.rows) reading_.rows.push_back(std::move(row));
        for (auto& problem : duties.problems) reading_.problems.push_back(std::move(problem));
        merged_at_.insert(merged_at_.end(), duties.merged_at.begin(), duties.merged_at.end());
    }

    void report_lines(const char* key, const std::vector<std::uint32_t>& at) {
        if (at.empty()) return;
        std::string lines;
        for (std::size_t i = 0; i < std::min(at.size(), most_lines_named); ++i)
            lines += (i ? ", " : "") + std::to_string(at[i]);
        if (at.size() > most_lines_named) lines += ", …";
        reading_.problems.push_back({key, {std::to_string(at.size()), lines}});
    }

    PlanTableReading reading_;
    std::map<std::uint32_t, std::string> sheets_;  // names of tables by their numbers
    Outline outline_;
    PrintedAbove printed_;
    const ColumnNames* names_ = nullptr;  // of the table that is being read
    std::vector<Group> groups_;           // of the section that is being read
    bool after_heading_ = false;
    bool waits_for_title_ = false;  // the heading's number stood alone in its row
    std::vector<std::uint32_t> merged_at_;
    std::vector<std::uint32_t> totals_at_;  // lines of rows that were left out
};

}  // namespace

std::vector<ProseLine> prose_of(const Grid& grid) {
    std::vector<bool> is_plan{false};
    std::optional<Header> previous;
    for (const auto& table : grid.tables) is_plan.push_back(body_of(table, previous).has_value());
    std::vector<ProseLine> prose;
    for (const auto& line : grid.prose)
        if (line.table >= is_plan.size() || !is_plan[line.table]) prose.push_back(line);
    return prose;
}

PlanTableReading read_grid(const Grid& grid) {
    return PlanReader().take(grid);
}

}  // namespace dondoc::plan
