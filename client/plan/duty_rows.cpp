#include "plan/duty_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/readers.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_mirrored = 2000;  // bytes; the search for mirrored cells is not linear

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return text.find(word) != std::string_view::npos; });
}
bool begins_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

// "Các sở, ban, ngành; UBND cấp huyện": many, not one agency.
bool is_collective(const std::string& text) {
    const auto folded = language::fold(text);
    return begins_any(folded, {"các ", "ubnd cấp", "ubnd các", "một số", "sở, ban", "sở, ngành"}) ||
           has_any(folded, {"liên quan", "; các sở, ban"});
}

// Agencies that slipped into the column of terms.
bool is_agency_list(const std::string& text) {
    const auto folded = language::fold(text);
    if (!begins_any(folded, {"các ", "sở ", "ubnd", "ủy ban", "uỷ ban", "văn phòng", "ban ", "công an",
                             "thanh tra", "cục ", "chi cục", "kho bạc", "đài ", "báo ", "trung tâm", "đơn vị",
                             "cơ quan", "bộ chỉ huy", "hội "}))
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
            if (group_.rows[i].has(Column::Solution) || group_.rows[i].merges_known) return;
        for (std::size_t i = 1; i < group_.rows.size(); ++i)
            group_.rows[i].cell(Column::Solution).paragraphs = {paragraphs[i]};
        paragraphs.resize(1);
        problems_.push_back({"plan.paired_paragraphs", {group_.printed_number, line(group_.rows.front())}});
    }

    // Within a group that has several rows, a row whose duties and leads are paragraphs side by side is
    // several, too.
    void split_paired_paragraphs() {
        if (group_.rows.size() < 2) return;
        std::vector<BodyRow> rows;
        for (auto& row : group_.rows) {
            const auto leads = row.cell(Column::Lead).paragraphs;
            const auto duties = row.cell(Column::Solution).paragraphs;
            if (leads.size() < 2 || leads.size() != duties.size()) {
                rows.push_back(std::move(row));
                continue;
            }
            problems_.push_back({"plan.paired_paragraphs", {group_.printed_number, line(row)}});
            const auto cooperating = row.cell(Column::Cooperating).paragraphs;
            for (std::size_t i = 0; i < leads.size(); ++i) {
                auto part = i == 0 ? row : BodyRow{};
                part.table = row.table;
                part.line = row.line;
                part.cell(Column::Lead).paragraphs = {leads[i]};
                part.cell(Column::Solution).paragraphs = {duties[i]};
                if (cooperating.size() == leads.size())
                    part.cell(Column::Cooperating).paragraphs = {cooperating[i]};
                rows.push_back(std::move(part));
            }
        }
        group_.rows = std::move(rows);
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
            BodyRow other;
            other.table = row.table;
            other.line = row.line;
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
    Merger(Duties& duties, const std::string& section, PrintedAbove& printed)
        : duties_(duties), section_(section), printed_(printed) {}

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
            out.set_requirement(take(row, Column::Requirement));
            out.set_solution(take(row, Column::Solution));
            out.set_lead_text(take(row, Column::Lead));
            out.set_deadline_text(take(row, Column::Deadline));
            // A task with a lead and a term of its own that names nobody to cooperate has nobody.
            if (own && !row.has(Column::Cooperating) && !row.continues_above(Column::Cooperating))
                above(Column::Cooperating).clear();
            out.set_cooperating_text(take(row, Column::Cooperating));
            if (out.cooperating_text() == out.lead_text()) out.clear_cooperating_text();
            out.mutable_source()->set_table(row.table);
            out.mutable_source()->set_line(row.line);
            duties_.rows.push_back(std::move(out));
        }
    }

  private:
    std::string& above(Column column) { return above_[static_cast<std::size_t>(column)]; }

    std::string take(const BodyRow& row, Column column) {
        auto& last = above(column);
        auto& printed = printed_.text[static_cast<std::size_t>(column)];
        if (row.has(column) && !is_ditto(row.cell(column))) {
            last = printed = row.cell(column).text();
            return last;
        }
        printed_.taken_bytes += last.size();
        if (printed_.taken_bytes > max_bytes) throw UserError("plan.too_much_text", {});
        if (row.continues_above(column)) {
            last = printed;
        } else if (row.merges_known && !row.has(column)) {
            last.clear();
            printed.clear();
        } else if (!last.empty() && (duties_.merged_at.empty() || duties_.merged_at.back() != row.line)) {
            duties_.merged_at.push_back(row.line);
        }
        return last;
    }

    // Agencies that stand in the column of terms while their own columns are empty: they replace what is of
    // their kind in the row above, and the term is not known, here and in the merged cells below.
    void put_displaced_cell_back(BodyRow& row, const std::string& number) {
        if (row.has(Column::Lead) || row.has(Column::Cooperating) || !row.has(Column::Deadline)) return;
        if (row.merges_known) return;
        const auto text = row.cell(Column::Deadline).text();
        if (!is_agency_list(text)) return;
        const bool lead_alike = is_collective(above(Column::Lead)) == is_collective(text);
        const bool cooperating_alike = is_collective(above(Column::Cooperating)) == is_collective(text);
        const bool no_lead = above(Column::Lead).empty();
        const auto column =
            no_lead || (lead_alike && !cooperating_alike) ? Column::Lead : Column::Cooperating;
        row.cell(column) = row.cell(Column::Deadline);
        row.cell(Column::Deadline) = {};
        above(Column::Deadline).clear();
        duties_.problems.push_back(
            {column == Column::Lead ? "plan.displaced_lead" : "plan.displaced_cooperating",
             {number, std::to_string(row.line), text}});
    }

    Duties& duties_;
    const std::string& section_;
    PrintedAbove& printed_;
    std::array<std::string, 7> above_;
};

}  // namespace

Duties duties_of(std::vector<Group> groups, const std::string& section, PrintedAbove& printed) {
    Duties duties;
    Merger merger(duties, section, printed);
    for (auto& group : groups) {
        GroupSplitter(group, duties.problems).split();
        merger.add(group);
    }
    return duties;
}

}  // namespace dondoc::plan
