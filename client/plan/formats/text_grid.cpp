// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/text_grid.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/message.h"
#include "plan/formats/html_text.h"
#include "plan/formats/text_encoding.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_cell = 256u << 10;  // bytes
constexpr std::size_t widest_sentence = 2;        // cells
constexpr std::size_t longest_quoted =
    100'000;  // bytes that a quoted cell may take before its quote means nothing

void refuse_other_formats(std::string_view bytes) {
    if (bytes.size() > max_bytes)
        throw UserError("plan.too_big",
                        {std::to_string(bytes.size() >> 20), std::to_string(max_bytes >> 20)});
    if (bytes.starts_with("PK\x03\x04")) throw UserError("plan.office_file", {});
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw UserError("plan.old_office_file", {});
    if (bytes.starts_with("%PDF")) throw UserError("plan.pdf_file", {});
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) throw UserError("plan.utf16", {});
}

// Text has no control characters but line breaks and tabs, and is UTF-8 throughout.
void refuse_binary(std::string_view bytes) {
    std::size_t line = 1;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead == '\n') ++line;
        if (lead < 0x09 || (lead > 0x0D && lead < 0x20))
            throw UserError("plan.binary", {std::to_string(line)});
        const auto length = sequence_length(lead);
        bool valid = length > 0 && at + length <= bytes.size();
        for (std::size_t i = 1; valid && i < length; ++i)
            valid = (static_cast<unsigned char>(bytes[at + i]) & 0xC0) == 0x80;
        if (!valid) throw UserError("plan.not_utf8", {std::to_string(line)});
        at += length;
    }
}

class TextReader {
  public:
    TextReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    Grid take() {
        while (at_ < text_.size()) read_line();
        end_table();
        return std::move(grid_);
    }

  private:
    void read_line() {
        const auto first_line = line_;
        std::vector<std::string> cells(1);
        bool tabbed = false;
        bool blank = true;
        for (;;) {
            if (cells.back().empty() && at_ < text_.size() && text_[at_] == '"' &&
                read_quoted(cells.back())) {
                blank = false;
                continue;
            }
            if (at_ == text_.size()) break;
            const char c = text_[at_++];
            if (c == '\n') {
                ++line_;
                break;
            }
            if (c == '\r') {
                if (at_ < text_.size() && text_[at_] == '\n') ++at_;
                ++line_;
                break;
            }
            if (c == separator_) {
                tabbed = true;
                if (cells.size() == max_columns)
                    throw UserError("plan.too_wide", {std::to_string(max_columns)},
                                    std::to_string(first_line));
                cells.emplace_back();
                continue;
            }
            if (c != ' ' && c != '\v' && c != '\f') blank = false;
            if (cells.back().size() == longest_cell)
                throw UserError("plan.long_cell",
                                {std::to_string(first_line), std::to_string(longest_cell >> 10)});
            cells.back() += c;
        }
        if (tabbed)
            add_row(first_line, cells);
        else if (blank)
            add_blank(first_line);
        else
            add_prose(first_line, std::move(cells.front()));
    }

    // A cell "...": reads past its closing quote. False, and nothing is read, where none closes it.
    bool read_quoted(std::string& cell) {
        std::string value;
        std::size_t lines = 0;
        const auto limit = std::min(text_.size(), at_ + longest_quoted);
        if (at_ < unclosed_until_) return false;
        for (auto i = at_ + 1; i < limit; ++i) {
            if (text_[i] != '"') {
                if (text_[i] == '\n') ++lines;
                value += text_[i];
                continue;
            }
            if (i + 1 < text_.size() && text_[i + 1] == '"') {
                value += '"';
                ++i;
                continue;
            }
            const bool closes = i + 1 == text_.size() || text_[i + 1] == separator_ || text_[i + 1] == '\n' ||
                                text_[i + 1] == '\r';
            if (!closes) return false;
            cell = std::move(value);
            if (cell.empty()) cell.assign(1, ' ');
            at_ = i + 1;
            line_ += lines;
            return true;
        }
        if (unclosed_until_ == 0) grid_.problems.push_back({"plan.open_quote", {std::to_string(line_)}});
        unclosed_until_ = limit;  // so that a file full of quotes is still read in linear time
        return false;
    }

    static bool is_page_number(std::string_view prose) {
        const auto begin = prose.find_first_not_of(" -.–");
        const auto end = prose.find_last_not_of(" -.–");
        if (begin == std::string_view::npos) return true;
        prose = prose.substr(begin, end - begin + 1);
        return prose.size() <= 4 &&
               std::all_of(prose.begin(), prose.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    // Between two rows without a blank line, a line without tabs is a row that lost its empty cells.
    void add_prose(std::size_t line, std::string prose) {
        if (is_page_number(prose)) return;
        if (!table_.rows.empty() && !after_blank_) {
            add_row(line, {std::move(prose)});
            return;
        }
        end_table();
        add_line(line, std::move(prose));
    }

    void add_blank(std::size_t line) {
        after_blank_ = true;
        add_line(line, {});
    }

    void add_line(std::size_t line, std::string text, std::size_t table = 0) {
        grid_.prose.push_back(
            {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(table), std::move(text)});
    }

    // Two cells may as well be a sentence behind its number: "1.<tab>Sở Nội vụ".
    void add_narrow_row(std::size_t line, const std::vector<std::string>& cells) {
        std::string text;
        for (const auto& cell : cells) text += (text.empty() ? "" : " ") + cell;
        add_line(line, std::move(text), grid_.tables.size() + 1);
    }

    // "|---|:---|": the line that Markdown draws below a header.
    static bool is_rule(const std::vector<std::string>& cells) {
        std::size_t dashes = 0;
        for (const auto& cell : cells) {
            if (cell.find_first_not_of("-: ") != std::string::npos) return false;
            dashes = std::max(dashes, static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '-')));
        }
        return dashes >= 2;
    }

    void add_row(std::size_t line, const std::vector<std::string>& cells) {
        after_blank_ = false;
        if (is_rule(cells)) return;
        if (++rows_ > max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
        if (cells.size() <= widest_sentence) add_narrow_row(line, cells);
        if (table_.rows.empty()) {
            table_.prose_before = grid_.prose.size();
            table_.merges_stated =
                separator_ != '\t';  // a sheet's cells; a text with tabs may be a scanned page
        }
        GridRow row;
        row.line = static_cast<std::uint32_t>(line);
        for (const auto& cell : cells) row.cells.push_back({paragraphs_of(cell)});
        table_.rows.push_back(std::move(row));
    }

    void end_table() {
        after_blank_ = false;
        if (table_.rows.empty()) return;
        grid_.tables.push_back(std::move(table_));
        table_ = {};
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t rows_ = 0;
    std::size_t unclosed_until_ = 0;
    bool after_blank_ = false;
    Table table_;
    Grid grid_;
};

}  // namespace

Grid read_text_grid(std::string_view bytes, char separator) {
    refuse_other_formats(bytes);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    refuse_binary(bytes);
    return TextReader(bytes, separator).take();
}

}  // namespace dondoc::plan
