// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/document_head.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "language/readers.h"
#include "plan/meaning/head_words.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_head_lines = 60;  // of a head, with the text that may stand beside it
constexpr std::size_t most_table_rows = 20;  // above the plan's own rows
constexpr std::size_t most_title_lines = 4;
constexpr std::size_t longest_head_line = 600;  // bytes; what is longer is text

struct HeadLine {
    std::string text;  // normalized
    std::string folded;
};

bool is_blank_line(const HeadLine& line) {
    return line.text.empty();
}

// Rows above the titles of the plan's columns are few cells wide.
bool is_plan_row(const GridRow& row) {
    constexpr std::ptrdiff_t fewest_columns = 4;
    return std::ranges::count_if(row.cells, [](const Cell& cell) { return !cell.empty(); }) >= fewest_columns;
}

class HeadLines {
  public:
    explicit HeadLines(const Grid& grid) {
        for (const auto& table : grid.tables) {
            add(table);
            if (lines_.size() >= most_head_lines) break;
        }
        for (const auto& line : grid.prose) {
            if (lines_.size() >= 2 * most_head_lines) break;
            add(line.text);
        }
    }
    std::vector<HeadLine> take() { return std::move(lines_); }

  private:
    void add(const Table& table) {
        for (std::size_t i = 0; i < std::min(table.rows.size(), most_table_rows); ++i) {
            if (is_plan_row(table.rows[i])) return;
            for (const auto& cell : table.rows[i].cells) {
                for (const auto& paragraph : cell.paragraphs) add(paragraph);
                if (!cell.empty()) lines_.emplace_back();
            }
        }
    }
    // A letterhead of two columns may have become one line, with its blanks.
    void add(std::string_view text) {
        for (std::size_t at = 0; at <= text.size();) {
            const auto end =
                std::min({text.find('\t', at), text.find("   ", at), text.find('\n', at), text.size()});
            auto part = language::normalize(text.substr(at, end - at));
            std::erase(part, '*');
            if (part.size() > longest_head_line) part.clear();
            if (!part.empty() || at == 0) lines_.push_back({part, language::fold(part)});
            at = end + 1;
        }
    }

    std::vector<HeadLine> lines_;
};

bool is_motto(const std::string& folded) {
    return folded.starts_with("cộng hòa") || folded.starts_with("cộng hoà") ||
           folded.starts_with("độc lập") || folded.starts_with("đảng cộng sản");
}

// Where the text of the document begins.
bool begins_text(const HeadLine& line) {
    return line.folded.starts_with("căn cứ") || line.folded.starts_with("kính gửi") ||
           line.folded.starts_with("để ") || line.folded.starts_with("i. ") || line.folded.starts_with("1. ");
}

class HeadReader {
  public:
    explicit HeadReader(std::vector<HeadLine> lines) : lines_(std::move(lines)) {}

    DocumentHead take() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (begins_text(lines_[i])) break;
            read_number(i);
            read_belonging(lines_[i]);
            const bool below_number = !head_.number.empty() && i <= numbered_at_ + day_reach;
            if (!head_.issued && (below_number || is_place_and_day(lines_[i])))
                head_.issued = written_day(lines_[i].text);
            if (head_.title.empty()) read_title(i);
        }
        if (head_.issuer.empty()) head_.issuer = letterhead();
        return std::move(head_);
    }

  private:
    static constexpr std::size_t day_reach = 4;  // lines below the number

    void read_number(std::size_t i) {
        const auto& line = lines_[i];
        if (!head_.number.empty()) return;
        for (const std::string_view label : {"số:", "số "}) {
            if (!line.folded.starts_with(label)) continue;
            head_.number = number_at(line.text.substr(label.size()));
            if (head_.number.empty()) continue;
            numbered_at_ = i;
            return;
        }
    }

    // "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 3/4/2025 của UBND tỉnh Thái Nguyên)"
    void read_belonging(const HeadLine& line) {
        if (!head_.number.empty() || line.folded.find("kèm theo ") == std::string::npos) return;
        const std::string_view word = " số ";
        const auto label = line.text.find(word);
        if (label == std::string::npos) return;
        const auto rest = line.text.substr(label + word.size());
        head_.number = number_at(rest);
        if (head_.number.empty()) return;
        head_.issued = written_day(rest);
        const std::string_view of = " của ";
        if (const auto by = rest.find(of); by != std::string::npos) {
            auto name = rest.substr(by + of.size());
            name.resize(std::min(name.find_first_of("),;"), name.size()));
            head_.issuer = issuer_name(name);
        }
    }

    // "Thái Nguyên, ngày 13 tháng 5 năm 2023"
    static bool is_place_and_day(const HeadLine& line) {
        constexpr std::size_t longest = 90;
        return line.text.size() <= longest && line.folded.find(", ngày ") != std::string::npos &&
               !line.folded.starts_with("ngày");
    }

    void read_title(std::size_t i) {
        const auto& line = lines_[i];
        if (line.folded.starts_with("v/v ") || line.folded.starts_with("về việc ")) {
            head_.title = line.text;
            return;
        }
        const auto kind = document_kind(line.text);
        if (kind.empty()) return;
        auto title = kind;
        std::size_t taken = 0;
        for (auto next = i + 1; next < lines_.size() && taken < most_title_lines; ++next) {
            if (is_blank_line(lines_[next])) {
                if (taken > 0) break;
                continue;
            }
            if (begins_text(lines_[next]) || lines_[next].text.starts_with("---")) break;
            title += ' ' + lines_[next].text;
            ++taken;
        }
        if (taken > 0) head_.title = title;
    }

    // Above the number, without the motto of the state: the superior body, and the one that issues below it.
    std::string letterhead() const {
        if (head_.number.empty() || numbered_at_ == 0) return {};
        std::string name;
        for (std::size_t i = 0; i < numbered_at_; ++i) {
            auto text = lines_[i].text;
            const auto motto = lines_[i].folded.find("cộng hòa xã hội");
            if (motto != std::string::npos && motto <= text.size()) text.resize(motto);
            const auto folded = language::fold(text);
            if (text.empty() || is_motto(folded) || written_day(text) || folded.starts_with("số")) continue;
            if (text.find_first_not_of("-_=.* ") == std::string::npos) continue;
            const auto bracket = text.find(" (");
            text.resize(std::min(bracket, text.size()));
            name += (name.empty() ? "" : " ") + text;
        }
        constexpr std::size_t longest = 150;
        return name.size() <= longest ? issuer_name(name) : std::string{};
    }

    std::vector<HeadLine> lines_;
    std::size_t numbered_at_ = 0;
    DocumentHead head_;
};

}  // namespace

DocumentHead read_head(const Grid& grid) {
    return HeadReader(HeadLines(grid).take()).take();
}

}  // namespace dondoc::plan
