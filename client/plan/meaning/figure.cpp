// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/figure.h"

#include <algorithm>
#include <cctype>

#include "domain/decimal.h"
#include "language/words/normalize.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_figure = 12;  // digits
constexpr int most_read_decimals = 4;

bool is_figure_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

std::optional<Figure> figure_at(std::string_view text, std::size_t at) {
    Figure figure;
    std::size_t digits = 0;
    const auto take = [&] {
        for (; at < text.size() && is_figure_digit(text[at]); ++at, ++digits)
            if (digits < longest_figure) figure.value = figure.value * 10 + (text[at] - '0');
    };
    take();
    if (digits == 0) return std::nullopt;
    const auto digits_behind = [&](std::size_t from) {
        std::size_t count = 0;
        while (from + count < text.size() && is_figure_digit(text[from + count])) ++count;
        return count;
    };
    while (at < text.size() && text[at] == '.' && digits_behind(at + 1) == 3) {
        ++at;
        take();
    }
    const bool has_decimals = at < text.size() && (text[at] == ',' || text[at] == '.') &&
                              digits_behind(at + 1) > 0 && digits_behind(at + 1) <= most_read_decimals;
    if (has_decimals) {
        const auto before = digits;
        ++at;
        take();
        figure.decimals = static_cast<int>(digits - before);
    }
    if (digits > longest_figure) return std::nullopt;
    figure.end = at;
    return figure;
}

std::optional<Figure> whole_figure(std::string_view text) {
    const auto figure = figure_at(text, 0);
    return figure && after_blanks(text, figure->end) == text.size() ? figure : std::nullopt;
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

std::string spoken_figure(std::int64_t value, int decimals) {
    auto text = decimal_text(value, decimals);
    std::ranges::replace(text, '.', ',');
    return text;
}

std::int64_t percentage(std::int64_t part, std::int64_t whole, int decimals) {
    std::int64_t scale = 100;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    return rounded_half_up(part * scale, whole);
}

FormColumns form_columns(const GridRow& row) {
    FormColumns columns;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto title = language::fold(row.cells[i].text());
        if (title == "đơn vị tính" || title == "đvt") columns.unit = i;
        if (title == "kết quả" || title == "số liệu" || title == "số lượng" || title == "giá trị")
            columns.value = i;
    }
    return columns;
}

std::string text_of(const GridRow& row, std::optional<std::size_t> column) {
    return column && *column < row.cells.size() ? row.cells[*column].text() : std::string{};
}

}  // namespace dondoc::plan
