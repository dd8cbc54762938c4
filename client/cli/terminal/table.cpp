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

// What each column needs; when that is too much, the widest of those that give way gives first.
std::vector<std::size_t> Table::widths(std::size_t available) const {
    std::vector<std::size_t> widths, least;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto width = display_width(columns_[i].title);
        auto word = std::min(longest_word(columns_[i].title), longest_kept);
        for (const auto& row : rows_) {
            width = std::max(width, display_width(row.cells[i].text));
            if (columns_[i].fit == Fit::Wrap)
                word = std::max(word, std::min(longest_word(row.cells[i].text), longest_kept));
        }
        widths.push_back(width);
        least.push_back(columns_[i].fit == Fit::Wrap ? std::max(word, least_column) : least_column);
    }
    if (available == 0) return widths;
    std::size_t total = widths.empty() ? 0 : gap * (widths.size() - 1);
    for (const auto width : widths) total += width;
    while (total > available) {
        std::size_t widest = columns_.size();
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].fit != Fit::Keep && widths[i] > least[i] &&
                (widest == columns_.size() || widths[i] > widths[widest]))
                widest = i;
        if (widest == columns_.size()) break;
        --widths[widest];
        --total;
    }
    return widths;
}

void Table::print(std::ostream& out, const TableStyle& style) const {
    const auto column_widths = widths(style.width);
    const auto print_row = [&](const std::vector<Cell>& row) {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 1;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (columns_[i].fit == Fit::Wrap) {
                cells.push_back(wrap(row[i].text, column_widths[i]));
            } else {
                cells.push_back({cut(row[i].text, column_widths[i])});
            }
            height = std::max(height, cells.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string text;
            for (std::size_t i = 0; i < row.size(); ++i) {
                auto cell = line < cells[i].size() ? cells[i][line] : std::string{};
                const auto padding = column_widths[i] - std::min(column_widths[i], display_width(cell));
                cell = cell.empty() ? cell : coloured(std::move(cell), row[i].tone, style.colours);
                if (i > 0) text.append(gap, ' ');
                if (columns_[i].align == Align::Right) text.append(padding, ' ');
                text += cell;
                if (columns_[i].align == Align::Left) text.append(padding, ' ');
            }
            trim_right(text);
            out << text << '\n';
        }
    };
    std::vector<Cell> titles;
    for (const auto& column : columns_) titles.emplace_back(column.title, Tone::Faint);
    print_row(titles);
    constexpr std::size_t indent = 4;
    for (const auto& [cells, below] : rows_) {
        print_row(cells);
        if (below.empty()) continue;
        const auto room =
            style.width == 0 ? display_width(below) : style.width - std::min(style.width, indent);
        out << std::string(indent, ' ') << cut(below, room) << '\n';
    }
}

}  // namespace dondoc::cli
