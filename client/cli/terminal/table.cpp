// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/table.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "cli/terminal/width.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_column = 8;  // of a column that gives way

std::string_view colour_of(Tone tone) {
    switch (tone) {
        case Tone::Good:
            return "\x1b[32m";
        case Tone::Warning:
            return "\x1b[33m";
        case Tone::Bad:
            return "\x1b[31m";
        case Tone::Faint:
            return "\x1b[2m";
        case Tone::Plain:
            break;
    }
    return {};
}

// A word that is broken is hard to read; one that is longer than this has to be.
constexpr std::size_t longest_kept = 16;

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        longest = std::max(longest, display_width(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

void trim_right(std::string& line) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
}

}  // namespace

std::string coloured(std::string text, Tone tone, bool colours) {
    const auto colour = colour_of(tone);
    if (!colours || colour.empty()) return text;
    return std::string(colour) + text + "\x1b[0m";
}

void Table::add(std::vector<Cell> row, const std::string& below) {
    assert(row.size() == columns_.size());
    for (auto& cell : row) cell.text = printable(cell.text);
    rows_.push_back({std::move(row), printable(below)});
}

Table::Room Table::room_of(std::size_t column) const {
    const auto& of = columns_[column];
    auto cells = std::min(longest_word(of.title), longest_kept), word = cells;
    for (const auto& row : rows_) {
        cells = std::max(cells, display_width(row.cells[column].text));
        word = std::max(word, std::min(longest_word(row.cells[column].text), longest_kept));
    }
    if (of.fit == Fit::Cut) return {cells, std::min(cells, least_column)};
    if (of.fit == Fit::Wrap) return {cells, std::min(cells, std::max(word, least_column))};
    return {cells, cells};
}

// All, or those that are left when columns have to go: first those in which nothing stands, then those that
// may leave, the last one first. Columns that give way have got to keep room to be read.
std::vector<std::size_t> Table::shown_columns(std::size_t available) const {
    constexpr std::size_t readable = 20;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < columns_.size(); ++i) shown.push_back(i);
    if (available == 0) return shown;
    const auto needed = [&] {
        std::size_t total = gap * (shown.size() - 1);
        for (const auto column : shown) {
            const auto room = room_of(column);
            total += std::max(room.least, std::min(room.full, readable));
        }
        return total;
    };
    const auto is_blank = [&](std::size_t column) {
        return std::ranges::all_of(rows_, [&](const Row& row) { return row.cells[column].text.empty(); });
    };
    const auto leave_out = [&](const auto& may_go) {
        for (auto at = shown.size(); at-- > 0 && shown.size() > 1 && needed() > available;)
            if (may_go(shown[at])) shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(at));
    };
    leave_out(is_blank);
    leave_out([&](std::size_t column) { return columns_[column].fit == Fit::Leave; });
    return shown;
}

// What each column needs; when that is too much, titles are broken, then the widest of those that give way
// gives first.
std::vector<std::size_t> Table::widths(const std::vector<std::size_t>& shown, std::size_t available) const {
    std::vector<std::size_t> widths, least;
    std::size_t total = shown.empty() ? 0 : gap * (shown.size() - 1), with_titles = total;
    for (const auto column : shown) {
        const auto room = room_of(column);
        widths.push_back(room.full);
        least.push_back(room.least);
        total += room.full;
        with_titles += std::max(room.full, display_width(columns_[column].title));
    }
    if (available == 0 || with_titles <= available) {
        for (std::size_t i = 0; i < shown.size(); ++i)
            widths[i] = std::max(widths[i], display_width(columns_[shown[i]].title));
        return widths;
    }
    while (total > available) {
        std::size_t widest = shown.size();
        for (std::size_t i = 0; i < shown.size(); ++i)
            if (widths[i] > least[i] && (widest == shown.size() || widths[i] > widths[widest])) widest = i;
        if (widest == shown.size()) break;
        --widths[widest];
        --total;
    }
    return widths;
}

void Table::print(std::ostream& out, const TableStyle& style) const {
    const auto shown = shown_columns(style.width);
    const auto column_widths = widths(shown, style.width);
    const auto print_row = [&](const std::vector<Cell>& row, bool is_head) {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 1;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const auto& text = row[shown[i]].text;
            if (is_head || columns_[shown[i]].fit == Fit::Wrap) {
                cells.push_back(wrap(text, column_widths[i]));
            } else {
                cells.push_back({cut(text, column_widths[i])});
            }
            height = std::max(height, cells.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string text;
            for (std::size_t i = 0; i < shown.size(); ++i) {
                const auto& column = columns_[shown[i]];
                auto cell = line < cells[i].size() ? cells[i][line] : std::string{};
                const auto padding = column_widths[i] - std::min(column_widths[i], display_width(cell));
                cell = cell.empty() ? cell : coloured(std::move(cell), row[shown[i]].tone, style.colours);
                if (i > 0) text.append(gap, ' ');
                if (column.align == Align::Right) text.append(padding, ' ');
                text += cell;
                if (column.align == Align::Left) text.append(padding, ' ');
            }
            trim_right(text);
            out << text << '\n';
        }
    };
    std::vector<Cell> titles;
    for (const auto& column : columns_) titles.emplace_back(column.title, Tone::Faint);
    print_row(titles, true);
    constexpr std::size_t indent = 4;
    for (const auto& [cells, below] : rows_) {
        print_row(cells, false);
        if (below.empty()) continue;
        const auto room =
            style.width == 0 ? display_width(below) : style.width - std::min(style.width, indent);
        out << std::string(indent, ' ') << cut(below, room) << '\n';
    }
}

}  // namespace dondoc::cli
