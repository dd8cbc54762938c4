// SPDX-License-Identifier: GPL-3.0-or-later
// The XLSX form of a sheet.
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/civil.h"
#include "plan/sheet/sheet_columns.h"
#include "plan/sheet/sheet_writer.h"
#include "sheet/xlsx_workbook.h"

namespace dondoc::plan {
namespace {

constexpr int list_limit = 255;  // characters of the words that a cell lets choose from
constexpr lxw_color_t header_colour = 0xD9E2F3, doubt_colour = 0xFFF2CC;

// Characters wide, in the order of SheetColumn.
constexpr std::array<double, sheet_columns> widths{10, 22, 45, 30, 25, 22, 13, 16, 13,
                                                   28, 28, 28, 28, 18, 45, 10, 10};

// "31/12/2023"; several days, or none, stay text.
std::optional<lxw_datetime> single_day(const std::string& spoken) {
    if (spoken.size() != 10 || spoken[2] != '/') return std::nullopt;
    return lxw_datetime{std::atoi(spoken.substr(6).c_str()),
                        std::atoi(spoken.substr(3, 2).c_str()),
                        std::atoi(spoken.substr(0, 2).c_str()),
                        0,
                        0,
                        0};
}

class SheetFile {
  public:
    explicit SheetFile(const Sheet& sheet) : sheet_(sheet), page_(book_.add_sheet()) {}

    std::string bytes() {
        make_formats();
        set_columns();
        lxw_row_t at = 0;
        for (const auto& row : sheet_.head) write_head(at++, row);
        const auto header = at;
        for (std::size_t i = 0; i < sheet_.titles.size(); ++i)
            write(at, i, sheet_.titles[i], formats_.header);
        ++at;
        for (const auto& row : sheet_.rows) write_row(at++, row);
        ::worksheet_freeze_panes(page_, header + 1, 1);
        let_choose_kind(header + 1, at);
        return book_.bytes();
    }

  private:
    struct Formats {
        lxw_format *header, *label, *text, *day, *value, *doubt;
    };

    lxw_format* format(bool wrapped) {
        auto* made = book_.add_format();
        ::format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        ::format_set_num_format(made, "@");  // what is typed stays as it is typed: 3.10 is a number of a row
        if (wrapped) ::format_set_text_wrap(made);
        return made;
    }

    void make_formats() {
        formats_.text = format(true);
        formats_.value = format(false);  // the facts may run over the columns beside them
        formats_.label = format(false);
        ::format_set_bold(formats_.label);
        formats_.header = format(true);
        ::format_set_bold(formats_.header);
        ::format_set_bg_color(formats_.header, header_colour);
        ::format_set_bottom(formats_.header, LXW_BORDER_THIN);
        formats_.day = format(true);
        ::format_set_num_format(formats_.day, "dd/mm/yyyy");
        formats_.doubt = format(true);
        ::format_set_bg_color(formats_.doubt, doubt_colour);
    }

    void set_columns() {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            lxw_row_col_options options{};
            options.hidden = is(i, SheetColumn::Key);
            ::worksheet_set_column_opt(page_, column, column, widths[i],
                                       is_day(i) ? formats_.day : formats_.text, &options);
        }
    }

    static bool is(std::size_t column, SheetColumn wanted) {
        return column == static_cast<std::size_t>(wanted);
    }
    static bool is_day(std::size_t column) {
        return is(column, SheetColumn::Due) || is(column, SheetColumn::Start);
    }

    void write(lxw_row_t row, std::size_t column, const std::string& text, lxw_format* look) {
        sheet::XlsxWorkbook::write_text(page_, row, column, text, look);
    }

    void write_head(lxw_row_t at, const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            write(at, i, row[i], i == 0 ? formats_.label : formats_.value);
    }

    void write_row(lxw_row_t at, const std::vector<std::string>& row) {
        const bool doubtful = !row[static_cast<std::size_t>(SheetColumn::Problems)].empty();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool marked = doubtful && (is(i, SheetColumn::Number) || is(i, SheetColumn::Problems));
            auto day = is_day(i) ? single_day(row[i]) : std::nullopt;
            if (day)
                ::worksheet_write_datetime(page_, at, static_cast<lxw_col_t>(i), &*day, formats_.day);
            else
                write(at, i, row[i], marked ? formats_.doubt : formats_.text);
        }
    }

    void let_choose_kind(lxw_row_t first, lxw_row_t end) {
        std::vector<std::string> words;
        std::size_t length = 0;
        for (int i = v1::DeadlineKind::Kind_MIN; i <= v1::DeadlineKind::Kind_MAX; ++i) {
            words.push_back(kind_word(static_cast<v1::DeadlineKind::Kind>(i), sheet_.lang));
            length += sheet::characters(words.back()) + 1;
        }
        if (end == first || length > list_limit) return;
        sheet::XlsxWorkbook::offer_words(page_, {first, end - 1, static_cast<std::size_t>(SheetColumn::Kind)},
                                         std::move(words));
    }

    const Sheet& sheet_;
    sheet::XlsxWorkbook book_;
    lxw_worksheet* page_;
    Formats formats_{};
};

}  // namespace

std::string to_xlsx(const Sheet& sheet) {
    return SheetFile{sheet}.bytes();
}

}  // namespace dondoc::plan
