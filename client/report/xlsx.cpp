// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xlsx.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/plain_text.h"
#include "sheet/xlsx_workbook.h"

namespace dondoc::report {
namespace {

using sheet::characters;

constexpr lxw_color_t header_colour = 0xECEFF1, warning_colour = 0xFFF2CC, bad_colour = 0xF8CBAD;
constexpr std::size_t longest_sheet_name = 31;  // characters, of Excel

bool is_first_byte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// Characters wide: figures and days alike, words by the longest of them.
double width_of(const Section& section, std::size_t column) {
    constexpr std::size_t of_figures = 12, narrowest = 8, widest_word = 26, widest_text = 50;
    const auto kind = section.columns[column].kind;
    if (kind == Column::Kind::Figure || kind == Column::Kind::Day) return of_figures;
    std::size_t longest = characters(section.columns[column].title);
    for (const auto& row : section.rows)
        if (const auto* text = std::get_if<std::string>(&row[column].value))
            longest = std::max(longest, characters(*text));
    const auto widest = kind == Column::Kind::Text ? widest_word : widest_text;
    return static_cast<double>(std::clamp(longest + 2, narrowest, widest));
}

// Not every program finds out by itself how high a row of wrapped text is.
double height_of(const std::vector<std::string>& texts, const std::vector<double>& widths) {
    constexpr double line_points = 15;
    double lines = 1;
    for (std::size_t i = 0; i < texts.size(); ++i)
        lines = std::max(lines, std::ceil(static_cast<double>(characters(texts[i])) / (widths[i] - 2)));
    return lines * line_points;
}

// Excel forbids some signs in names of sheets, and long ones.
std::string sheet_name(std::string name) {
    std::erase_if(name, [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string::npos; });
    std::size_t count = 0, end = 0;
    for (; end < name.size(); ++end)
        if (is_first_byte(name[end]) && count++ == longest_sheet_name) break;
    return name.substr(0, end);
}

class ReportBook {
  public:
    explicit ReportBook(const Page& page) : page_(page) { make_formats(); }

    std::string bytes() {
        for (const auto& section : page_.sections) add_sheet(section);
        return book_.bytes();
    }

  private:
    // How a value of a kind looks, plain or marked.
    struct Looks {
        lxw_format *plain, *warning, *bad;
        lxw_format* of(Mark mark) const {
            return mark == Mark::Bad ? bad : mark == Mark::Warning ? warning : plain;
        }
    };

    lxw_format* format(const char* number, bool bold, lxw_color_t background = 0) {
        auto* made = book_.add_format();
        ::format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        ::format_set_text_wrap(made);
        ::format_set_num_format(made, number);
        if (bold) ::format_set_bold(made);
        if (background != 0) ::format_set_bg_color(made, background);
        return made;
    }
    Looks looks(const char* number, bool bold) {
        return {format(number, bold), format(number, bold, warning_colour), format(number, bold, bad_colour)};
    }

    void make_formats() {
        for (const bool total : {false, true}) {
            auto& formats = total ? total_ : plain_;
            formats = {looks("@", total), looks("0", total), looks("0.00%", total),
                       looks("dd/mm/yyyy", total)};
        }
        header_ = format("@", true, header_colour);
        ::format_set_bottom(header_, LXW_BORDER_THIN);
        figures_header_ = format("@", true, header_colour);  // above its figures, which stand at the right
        ::format_set_bottom(figures_header_, LXW_BORDER_THIN);
        ::format_set_align(figures_header_, LXW_ALIGN_RIGHT);
        heading_ = book_.add_format();
        ::format_set_bold(heading_);
        constexpr double heading_points = 14;
        ::format_set_font_size(heading_, heading_points);
        label_ = book_.add_format();
        ::format_set_bold(label_);
        running_ = book_.add_format();  // runs over the columns beside it
    }

    void write_text(lxw_row_t row, std::size_t column, const std::string& text, lxw_format* look) {
        sheet::XlsxWorkbook::write_text(sheet_, row, column, visible(text), look);
    }

    void write(lxw_row_t row, std::size_t column, const Cell& cell, bool total) {
        const auto& formats = total ? total_ : plain_;
        const auto at = static_cast<lxw_col_t>(column);
        if (const auto* text = std::get_if<std::string>(&cell.value))
            return write_text(row, column, *text, formats.text.of(cell.mark));
        if (const auto* day = std::get_if<local_days>(&cell.value)) {
            const date::year_month_day date{*day};
            lxw_datetime when{static_cast<int>(date.year()),
                              static_cast<int>(unsigned{date.month()}),
                              static_cast<int>(unsigned{date.day()}),
                              0,
                              0,
                              0};
            ::worksheet_write_datetime(sheet_, row, at, &when, formats.day.of(cell.mark));
            return;
        }
        if (const auto* percent = std::get_if<Percent>(&cell.value)) {
            constexpr double whole = 10'000;
            ::worksheet_write_number(sheet_, row, at, static_cast<double>(percent->hundredths) / whole,
                                     formats.percent.of(cell.mark));
            return;
        }
        ::worksheet_write_number(sheet_, row, at, static_cast<double>(std::get<std::int64_t>(cell.value)),
                                 formats.count.of(cell.mark));
    }

    void write_row(lxw_row_t at, const std::vector<Cell>& row, const std::vector<double>& widths,
                   bool total) {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < row.size(); ++i) {
            write(at, i, row[i], total);
            texts.push_back(shown(row[i].value, page_.lang));
        }
        ::worksheet_set_row(sheet_, at, height_of(texts, widths), nullptr);
    }

    lxw_row_t write_head(const Section& section) {
        lxw_row_t at = 0;
        write_text(at++, 0, page_.title, heading_);
        for (const auto& [label, value] : page_.facts) write_text(at++, 0, label + ": " + value, running_);
        for (const auto& warning : page_.warnings) write_text(at++, 0, "! " + warning, running_);
        ++at;
        write_text(at++, 0, section.title, label_);
        for (const auto& note : section.notes) write_text(at++, 0, note, running_);
        return at;
    }

    void add_sheet(const Section& section) {
        auto name = sheet_name(section.name);
        if (!names_.insert(name).second) name = std::to_string(names_.size() + 1) + " " + name;
        sheet_ = book_.add_sheet(sheet_name(name).c_str());
        auto at = write_head(section);
        std::vector<double> widths;
        std::vector<std::string> titles;
        for (std::size_t i = 0; i < section.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            widths.push_back(width_of(section, i));
            titles.push_back(section.columns[i].title);
            ::worksheet_set_column(sheet_, column, column, widths.back(), nullptr);
            const bool is_figures = section.columns[i].kind == Column::Kind::Figure;
            write_text(at, i, titles.back(), is_figures ? figures_header_ : header_);
        }
        ::worksheet_set_row(sheet_, at, height_of(titles, widths), nullptr);
        ::worksheet_freeze_panes(sheet_, at + 1, 0);
        ::worksheet_repeat_rows(sheet_, at, at);
        for (const auto& row : section.rows) write_row(++at, row, widths, false);
        if (!section.total.empty()) write_row(++at, section.total, widths, true);
        ::worksheet_set_landscape(sheet_);
        constexpr std::uint8_t a4 = 9;
        ::worksheet_set_paper(sheet_, a4);
        ::worksheet_fit_to_pages(sheet_, 1, 0);  // as wide as a page, as long as it gets
    }

    struct Formats {
        Looks text, count, percent, day;
    };

    const Page& page_;
    sheet::XlsxWorkbook book_;
    lxw_worksheet* sheet_ = nullptr;
    std::set<std::string> names_;
    Formats plain_{}, total_{};
    lxw_format *header_ = nullptr, *figures_header_ = nullptr, *heading_ = nullptr, *label_ = nullptr,
               *running_ = nullptr;
};

}  // namespace

std::string to_xlsx(const Page& page) {
    return ReportBook{page}.bytes();
}

}  // namespace dondoc::report
