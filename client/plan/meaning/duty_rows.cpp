// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/duty_rows.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "language/readers.h"
#include "plan/formats/cell_text.h"
#include "plan/formats/text_search.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_mirrored = 2000;  // bytes; the search for mirrored cells is not linear

// "Các sở, ban, ngành; UBND cấp huyện": many, not one agency.
bool is_collective(const std::string& text) {
    const auto folded = language::fold(text);
    return begins_with_any(folded, {"các ", "ubnd cấp", "ubnd các", "một số", "sở, ban", "sở, ngành"}) ||
           holds_any(folded, {"liên quan", "; các sở, ban"});
}

// Agencies that slipped into the column of terms.
bool is_agency_list(const std::string& text) {
    const auto folded = language::fold(text);
    if (!begins_with_any(folded, {"các ", "sở ", "ubnd", "ủy ban", "uỷ ban", "văn phòng", "ban ", "công an",
                                  "thanh tra", "cục ", "chi cục", "kho bạc", "đài ", "báo ", "trung tâm",
                                  "đơn vị", "cơ quan", "bộ chỉ huy", "hội "}))
        return false;
    const auto reading = language::read_deadline(text, {civil(2024, 1, 1)});
    return std::holds_alternative<Unread>(reading.deadline.term) || !reading.problems.empty();
}

// Cuts "Sở A Các sở, UBND" | "Các sở, UBND Sở A": the same two parts in turn, whose separator was lost.
std::size_t mirror_point(const std::string& lead, const std::string& cooperating) {
    if (lead.size() != cooperating.size() || lead == cooperating || lead.size() > longest_mirrored) return 0;
    for (auto space = lead.find(' '); space != std::string::npos; space = lead.find(' ', space + 1)) {
        const std::string_view first(lead.data(), space);
        const std::string_view second(lead.data() + space + 1, lead.size() - space - 1);
        if (first.back() == ';' || first.back() == ',') continue;
        if (cooperating.starts_with(second) && cooperating.ends_with(first) &&
            cooperating[second.size()] == ' ')
            return space;
    }
    return 0;
}

// The one place where a sentence ends and the next begins; 0: none, or several.
std::size_t sentence_break(const std::string& text) {
    std::size_t found = 0;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] != '.' || text[i + 1] != ' ') continue;
        const auto next = text.substr(i + 2, 4);
        if (language::fold(next) == language::normalize(next)) continue;  // goes on in lower case
        if (found) return 0;
        found = i + 1;
    }
    return found;
}

// "nt", ditto marks: as above.
bool is_ditto(const Cell& cell) {
    std::string text;
    for (const char c : language::fold(cell.text().substr(0, 40)))
        if (std::string_view(" .-()'").find(c) == std::string_view::npos) text += c;
    return text == "nt" || text == "nhưtrên" || text == "\"" || text == "\"\"" || text == "//" ||
           text == "″" || text == "”" || text == "“" || text == "〃";
}

class GroupSplitter {
  public:
    GroupSplitter(Group& group, std::vector<Message>& problems) : group_(group), problems_(problems) {}

    void split() {
        share_paragraphs();
        split_paired_paragraphs();
        split_mirrored();
    }

  private:
    std::string line(const BodyRow& row) const { return std::to_string(row.line); }

    // The first row's cell holds one paragraph for each row of the group, and the others are empty.
    void share_paragraphs() {
        if (group_.rows.size() < 2) return;
        auto& paragraphs = group_.rows.front().cell(Column::Solution).paragraphs;
        if (paragraphs.size() != group_.rows.size()) return;
        for (std::size_t i = 1; i < group_.rows.size(); ++i)
            if (group_.rows[i].has(Column::Solution) || group_.rows[i].merges_stated) return;
        for (std::size_t i = 1; i < group_.rows.size(); ++i)
            group_.rows[i].cell(Column::Solution).paragraphs = {paragraphs[i]};
        paragraphs.resize(1);
        problems_.push_back({"plan.paired_paragraphs", {group_.printed_number, line(group_.rows.front())}});
    }

    // How many paragraphs all of the cells have that name who does what by when; 0: they do not pair.
    static std::size_t blocks_of(const BodyRow& row) {
        const auto count = row.cell(Column::Lead).paragraphs.size();
        if (count < 2) return 0;
        const auto pairs = [&](Column column) { return row.cell(column).paragraphs.size() == count; };
        const bool duties =
            pairs(Column::Solution) || (!row.has(Column::Solution) && pairs(Column::Requirement));
        return duties || (pairs(Column::Deadline) && pairs(Column::Cooperating)) ? count : 0;
    }

    // As many terms as leads, each in a line of its own: each may have its own term.
    static void mark_terms_beside_leads(BodyRow& row) {
        const auto& terms = row.cell(Column::Deadline).paragraphs;
        if (terms.size() < 2 || terms.size() != row.cell(Column::Lead).paragraphs.size()) return;
        const bool all_terms = std::all_of(terms.begin(), terms.end(), [](const std::string& text) {
            const auto reading = language::read_deadline(text, {civil(2024, 1, 1)});
            return kind_of(reading.deadline.term) != DeadlineKind::None && reading.problems.empty();
        });
        if (all_terms)
            row.doubts.push_back(
                {"row.terms_beside_leads",
                 {in_quotes(row.cell(Column::Lead).text()), in_quotes(row.cell(Column::Deadline).text())}});
    }

    // A row whose duties, leads and terms are paragraphs side by side is several. Where it is the only one of
    // its number, its terms have to pair as well: agencies that share one duty are written below each other,
    // too.
    void split_paired_paragraphs() {
        const bool several = group_.rows.size() > 1;
        std::vector<BodyRow> rows;
        for (auto& row : group_.rows) {
            const auto blocks = blocks_of(row);
            const bool paired = several ? row.cell(Column::Solution).paragraphs.size() == blocks
                                        : row.cell(Column::Deadline).paragraphs.size() == blocks;
            if (blocks == 0 || !paired) {
                mark_terms_beside_leads(row);
                rows.push_back(std::move(row));
                continue;
            }
            problems_.push_back({"plan.paired_paragraphs", {group_.printed_number, line(row)}});
            for (std::size_t i = 0; i < blocks; ++i) rows.push_back(block_of(row, i, blocks));
        }
        group_.rows = std::move(rows);
    }

    // What is no paragraph of the block stands in the first one, where it is merged over them all.
    static BodyRow block_of(const BodyRow& row, std::size_t i, std::size_t blocks) {
        auto part = row;
        for (const auto column :
             {Column::Solution, Column::Requirement, Column::Lead, Column::Cooperating, Column::Deadline}) {
            const auto& paragraphs = row.cell(column).paragraphs;
            if (paragraphs.size() == blocks) {
                part.cell(column).paragraphs = {paragraphs[i]};
            } else if (i > 0) {
                share(part, column);
            }
        }
        if (i == 0) return part;
        share(part, Column::Title);
        part.cell(Column::Number) = {};
        part.doubts.clear();
        return part;
    }

    // The text stands in the part before, and counts for this one, too.
    static void share(BodyRow& part, Column column) {
        if (part.has(column)) part.continues[static_cast<std::size_t>(column)] = true;
        part.cell(column) = {};
    }

    void split_mirrored() {
        std::vector<BodyRow> rows;
        for (auto& row : group_.rows) {
            const auto lead = row.cell(Column::Lead).text();
            const auto cooperating = row.cell(Column::Cooperating).text();
            const auto cut = mirror_point(lead, cooperating);
            if (!cut) {
                rows.push_back(std::move(row));
                continue;
            }
            problems_.push_back({"plan.mirrored_cells", {group_.printed_number, line(row)}});
            const auto first = lead.substr(0, cut);
            const auto second = lead.substr(cut + 1);
            auto other = row;
            for (std::size_t i = 0; i < known_columns; ++i) share(other, static_cast<Column>(i));
            other.cell(Column::Lead).paragraphs = {second};
            other.cell(Column::Cooperating).paragraphs = {first};
            const auto duty = row.cell(Column::Solution).text();
            if (const auto end = sentence_break(duty)) {
                row.cell(Column::Solution).paragraphs = {duty.substr(0, end)};
                other.cell(Column::Solution).paragraphs = {duty.substr(end + 1)};
            }
            row.cell(Column::Lead).paragraphs = {first};
            row.cell(Column::Cooperating).paragraphs = {second};
            rows.push_back(std::move(row));
            rows.push_back(std::move(other));
        }
        group_.rows = std::move(rows);
    }

    Group& group_;
    std::vector<Message>& problems_;
};

class Merger {
  public:
    Merger(Duties& duties, const std::string& section, const ColumnNames& names, PrintedAbove& printed)
        : duties_(duties), section_(section), names_(names), printed_(printed) {}

    void add(const Group& group) {
        auto number = group.printed_number;
        if (group.rows.size() > 1)
            while (!number.empty() && (number.back() == '.' || number.back() == ')')) number.pop_back();
        std::string title;
        for (std::size_t i = 0; i < group.rows.size(); ++i) {
            auto row = group.rows[i];
            auto& printed_title = printed_.text[static_cast<std::size_t>(Column::Title)];
            if (row.has(Column::Title)) title = printed_title = row.cell(Column::Title).text();
            if (title.empty() && row.continues_above(Column::Title)) title = printed_title;
            v1::PlanRow out;
            out.set_number(group.rows.size() > 1 ? number + letter(i) : number);
            out.set_section(section_);
            out.set_title(title);
            put_displaced_cell_back(row, group.printed_number);
            const bool own = i == 0 && row.has(Column::Lead) && row.has(Column::Deadline);
            out.set_requirement(take(row, Column::Requirement, "requirement", out));
            out.set_solution(take(row, Column::Solution, "solution", out));
            out.set_lead_text(take(row, Column::Lead, "lead_text", out));
            out.set_deadline_text(take(row, Column::Deadline, "deadline_text", out));
            // A task with a lead and a term of its own that names nobody to cooperate has nobody.
            if (own && !row.has(Column::Cooperating) && !row.continues_above(Column::Cooperating))
                above(Column::Cooperating) = {};
            out.set_cooperating_text(take(row, Column::Cooperating, "cooperating_text", out));
            if (out.cooperating_text() == out.lead_text()) out.clear_cooperating_text();
            out.mutable_source()->set_table(row.table);
            out.mutable_source()->set_line(row.line);
            say_what_was_taken(out);
            for (const auto& doubt : row.doubts) add_doubt(out, doubt);
            for (auto& [column, text] : row.beside) {
                auto& beside = *out.add_beside();
                beside.set_column(std::move(column));
                beside.set_text(std::move(text));
            }
            duties_.rows.push_back(std::move(out));
        }
    }

  private:
    struct Above {
        std::string text;
        std::uint32_t line = 0;
    };
    Above& above(Column column) { return above_[static_cast<std::size_t>(column)]; }

    static void add_doubt(v1::PlanRow& row, const Message& message) {
        auto& doubt = *row.add_doubts();
        doubt.set_key(message.key);
        for (const auto& arg : message.args) doubt.add_args(arg);
    }

    std::string take(const BodyRow& row, Column column, const char* field, v1::PlanRow& out) {
        const auto at = static_cast<std::size_t>(column);
        auto& last = above_[at];
        auto& printed = printed_.text[at];
        if (row.has(column) && !is_ditto(row.cell(column))) {
            last = {row.cell(column).text(), row.line};
            printed = last.text;
            printed_.line[at] = row.line;
            return taken(out, field, column, row, v1::CellOrigin::own, last);
        }
        printed_.taken_bytes += std::max(last.text.size(), printed.size());
        if (printed_.taken_bytes > max_bytes) throw UserError("plan.too_much_text", {});
        if (row.has(column)) return taken(out, field, column, row, v1::CellOrigin::ditto, last);
        if (row.continues_above(column) || row.continues_page[at]) {
            last = {printed, printed_.line[at]};
            if (row.continues_page[at]) over_page_[at] = true;
            const bool over_page = over_page_[at] && !last.text.empty();
            return taken(out, field, column, row,
                         over_page ? v1::CellOrigin::over_page : v1::CellOrigin::merged, last);
        }
        over_page_[at] = false;
        if (row.merges_stated) {
            last = {};
            printed.clear();
        } else if (!last.text.empty() &&
                   (duties_.merged_at.empty() || duties_.merged_at.back() != row.line)) {
            duties_.merged_at.push_back(row.line);
        }
        return taken(out, field, column, row, v1::CellOrigin::taken_over, last);
    }

    // Notes where a text comes from.
    std::string taken(v1::PlanRow& out, const char* field, Column column, const BodyRow& row,
                      v1::CellOrigin::How how, const Above& from) {
        const auto at = static_cast<std::size_t>(column);
        if (how == v1::CellOrigin::own || how == v1::CellOrigin::ditto) over_page_[at] = false;
        if (from.text.empty()) return {};
        auto& origin = *out.add_origins();
        origin.set_field(field);
        origin.set_header(names_[at]);
        origin.set_column(row.columns[at]);
        origin.set_line(from.line);
        origin.set_how(how);
        return from.text;
    }

    // Column by column where an empty cell was filled though the file does not say that it is merged.
    static void say_what_was_taken(v1::PlanRow& out) {
        for (const auto& [how, key] : {std::pair{v1::CellOrigin::taken_over, "row.taken_over"},
                                       std::pair{v1::CellOrigin::over_page, "row.over_page"}}) {
            std::string columns;
            std::uint32_t line = 0;
            for (const auto& origin : out.origins()) {
                if (origin.how() != how) continue;
                if (origin.field() == "cooperating_text" && out.cooperating_text().empty()) continue;
                columns += (columns.empty() ? "“" : ", “") + origin.header() + "”";
                line = origin.line();
            }
            if (!columns.empty()) add_doubt(out, {key, {columns, std::to_string(line)}});
        }
    }

    // Agencies that stand in the column of terms while their own columns are empty: they replace what is of
    // their kind in the row above, and the term is not known, here and in the merged cells below.
    void put_displaced_cell_back(BodyRow& row, const std::string& number) {
        if (row.has(Column::Lead) || row.has(Column::Cooperating) || !row.has(Column::Deadline)) return;
        if (row.merges_stated) return;
        const auto text = row.cell(Column::Deadline).text();
        if (!is_agency_list(text)) return;
        const bool lead_alike = is_collective(above(Column::Lead).text) == is_collective(text);
        const bool cooperating_alike = is_collective(above(Column::Cooperating).text) == is_collective(text);
        const bool no_lead = above(Column::Lead).text.empty();
        const auto column =
            no_lead || (lead_alike && !cooperating_alike) ? Column::Lead : Column::Cooperating;
        row.cell(column) = row.cell(Column::Deadline);
        row.cell(Column::Deadline) = {};
        above(Column::Deadline) = {};
        duties_.problems.push_back(
            {column == Column::Lead ? "plan.displaced_lead" : "plan.displaced_cooperating",
             {number, std::to_string(row.line), text}});
    }

    Duties& duties_;
    const std::string& section_;
    const ColumnNames& names_;
    PrintedAbove& printed_;
    std::array<Above, known_columns> above_;
    std::array<bool, known_columns>
        over_page_{};  // the merged cell that is being read began on the page before
};

}  // namespace

Duties duties_of(std::vector<Group> groups, const std::string& section, const ColumnNames& names,
                 PrintedAbove& printed) {
    Duties duties;
    Merger merger(duties, section, names, printed);
    for (auto& group : groups) {
        GroupSplitter(group, duties.problems).split();
        merger.add(group);
    }
    return duties;
}

}  // namespace dondoc::plan
