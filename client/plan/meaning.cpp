#include "plan/meaning.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "language/readers.h"
#include "plan/body.h"
#include "plan/duty_rows.h"
#include "plan/numbering.h"
#include "plan/outline.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_lines_named = 30;

bool is_lower_case(const std::string& text) {  // begins with a small letter
    std::size_t at = 0;
    while (at < text.size() && std::string_view(" \"'([").find(text[at]) != std::string_view::npos) ++at;
    if (at == text.size()) return false;
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const auto first = text.substr(at, end - at);
    const bool letter = static_cast<unsigned char>(first[0]) >= 0x80 || (first[0] >= 'a' && first[0] <= 'z');
    return letter && language::fold(first) == first && first != "–" && first != "•";
}

bool is_upper_case(const std::string& text) {  // every letter a capital: chapters are written so
    const auto folded = language::fold(text);
    if (text.size() > 600) return false;
    std::size_t small = 0;
    std::size_t capital = 0;
    for (std::size_t i = 0; i < text.size() && text.size() == folded.size(); ++i) {
        const bool letter = (folded[i] >= 'a' && folded[i] <= 'z');
        if (!letter) continue;
        ++(text[i] == folded[i] ? small : capital);
    }
    return capital >= 3 && small * 10 <= capital;
}

bool is_bullet(const std::string& text) {
    return text.starts_with("- ") || text.starts_with("+ ") || text.starts_with("* ") ||
           text.starts_with("• ");
}

bool is_unfinished(const std::string& text) {
    if (text.empty()) return false;
    const auto folded = language::fold(text);
    for (const std::string_view end : {" và", ",", " của", " sở", " các", " với", " tại", " cho", " về", "-"})
        if (folded.ends_with(end)) return true;
    return false;
}

// The same title printed again on the next page, slips of the scanner aside.
bool is_same_title(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const auto x = language::fold(a);
    const auto y = language::fold(b);
    if (x == y) return true;
    const auto shorter = std::min(x.size(), y.size());
    if (shorter < 12 || std::max(x.size(), y.size()) > shorter + shorter / 10) return false;
    std::size_t head = 0;
    while (head < shorter && x[head] == y[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && x[x.size() - 1 - tail] == y[y.size() - 1 - tail]) ++tail;
    return (head + tail) * 10 >= shorter * 9;
}

// "Tổng cộng", "Cộng (I+II):" with sums or nothing beside it: counts the rows above and is none of them.
bool is_total(const BodyRow& row) {
    if (row.has(Column::Lead) || row.has(Column::Cooperating) || row.has(Column::Deadline)) return false;
    if (row.has(Column::Number) && row.has(Column::Title)) return false;
    const auto& cell = row.has(Column::Number) ? row.cell(Column::Number) : row.cell(Column::Title);
    auto words = language::fold(cell.text());
    if (const auto sum = words.find('('); sum != std::string::npos) words.resize(sum);
    const auto end = words.find_last_not_of(" :.*");
    words.resize(end == std::string::npos ? 0 : end + 1);
    constexpr std::array<std::string_view, 6> totals{"tổng cộng", "cộng",      "tổng số",
                                                     "tổng",      "tổng điểm", "tổng cộng điểm"};
    return std::find(totals.begin(), totals.end(), words) != totals.end();
}

class PlanReader {
  public:
    PlanTableReading take(const Grid& grid) {
        std::optional<Header> previous;
        std::string words;
        bool found = false;
        for (const auto& table : grid.tables) {
            auto body = body_of(table, previous);
            if (!body) {
                report_skipped(table);
                continue;
            }
            found = true;
            const bool goes_on = body->header_words == words && continues_the_table(*body);
            words = body->header_words;
            if (!goes_on) {
                flush();
                outline_.clear();
                printed_.text = {};
            } else if (!body->rows.empty()) {
                body->rows.front().after_break = true;
            }
            read(body->rows);
        }
        if (!found) throw UserError("plan.no_header", {});
        flush();
        if (reading_.rows.empty()) throw UserError("plan.no_tasks", {});
        report_lines("plan.merged_cells", merged_at_);
        report_lines("plan.totals", totals_at_);
        return std::move(reading_);
    }

  private:
    // A table under the same header goes on with the one before it unless it counts from the start.
    bool continues_the_table(const Body& body) const {
        if (body.rows.empty() || reading_.rows.empty()) return groups_.empty() ? false : !body.rows.empty();
        const auto number = parse_numbering(body.rows.front().cell(Column::Number).text());
        return number.style == Numbering::Style::None || number.dotted() || number.parts.back() != 1;
    }

    void read(std::vector<BodyRow>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto& row = rows[i];
            const auto* next = i + 1 < rows.size() ? &rows[i + 1] : nullptr;
            number_from_title(row);
            if (is_total(row)) {
                totals_at_.push_back(row.line);
                continue;
            }
            if (next) number_from_title(rows[i + 1]);
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
    }

    bool is_heading(const BodyRow& row, const BodyRow* next) const {
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

    bool follows_a_task(const Numbering& number) const {
        return !groups_.empty() && comes_after(number, groups_.back().number);
    }

    void add_heading(const BodyRow& row) {
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
        const bool goes_on = number.empty() && waits_for_title_;
        const bool second_line = number.empty() && after_heading_ && is_lower_case(title);
        if (goes_on || second_line) {
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
        auto duties = duties_of(std::exchange(groups_, {}), section, printed_);
        for (auto& row : duties.rows) reading_.rows.push_back(std::move(row));
        for (auto& problem : duties.problems) reading_.problems.push_back(std::move(problem));
        merged_at_.insert(merged_at_.end(), duties.merged_at.begin(), duties.merged_at.end());
    }

    // Letterheads and signatures are laid out as tables, too: those are small.
    void report_skipped(const Table& table) {
        constexpr std::size_t least_rows = 3, least_columns = 3, longest_quoted = 120;
        if (table.rows.size() < least_rows) return;
        std::string words;
        std::size_t columns = 0;
        for (const auto& cell : table.rows.front().cells) {
            if (cell.empty()) continue;
            ++columns;
            words += (words.empty() ? "" : " | ") + cell.text();
        }
        if (columns < least_columns) return;
        if (words.size() > longest_quoted) {
            auto end = longest_quoted;
            while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
            words = words.substr(0, end) + "…";
        }
        reading_.problems.push_back(
            {"plan.skipped_table", {std::to_string(table.number), std::to_string(table.rows.size()), words}});
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
    Outline outline_;
    PrintedAbove printed_;
    std::vector<Group> groups_;  // of the section that is being read
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
