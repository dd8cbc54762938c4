// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/pdf_cells.h"

#include <algorithm>
#include <cstdint>

#include "language/words/unicode.h"
#include "plan/formats/cell_text.h"

namespace dondoc::plan {
namespace {

double middle(const Word& word) {
    return (word.top + word.bottom) / 2;
}

// Words do not stand on a line of the table, unless they belong above it and it cut them off: a repeated
// header that had too little room.
double place_down(const Word& word) {
    return word.top + (word.bottom - word.top) / 5;
}

// "31/12/20" + "23", "KH-" + "UBND": one word in two lines.
bool breaks_a_word(const std::string& before, const std::string& after) {
    if (before.size() > 1 && before.back() == '-') return true;
    const bool number = before.find_first_not_of("0123456789/.-") == std::string::npos &&
                        before.find_first_of("/.-") != std::string::npos &&
                        language::is_digit(before.front());
    return number && (language::is_digit(after.front()) ||
                      (after.size() > 1 && after[0] == '/' && language::is_digit(after[1])));
}

std::string cell_text(const std::vector<Line>& lines, double room) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            const auto& before = lines[i - 1];
            const auto& first = *lines[i].words.front();
            const auto space = (first.bottom - first.top) / 4;
            const bool had_room = before.width() + space + (first.right - first.left) < room;
            if (breaks_a_word(before.words.back()->text, first.text))
                ;
            else
                text += had_room ? '\n' : ' ';
        }
        for (std::size_t k = 0; k < lines[i].words.size(); ++k)
            text += (k ? " " : "") + lines[i].words[k]->text;
    }
    return text;
}

}  // namespace

std::vector<Line> lines_of(std::vector<const Word*> words) {
    std::sort(words.begin(), words.end(),
              [](const Word* a, const Word* b) { return middle(*a) < middle(*b); });
    std::vector<Line> lines;
    double last = 0;
    for (const auto* word : words) {
        const auto half = (word->bottom - word->top) / 2;
        if (lines.empty() || middle(*word) - last > half) lines.emplace_back();
        last = middle(*word);
        lines.back().words.push_back(word);
    }
    for (auto& line : lines)
        std::sort(line.words.begin(), line.words.end(),
                  [](const Word* a, const Word* b) { return a->left < b->left; });
    return lines;
}

Table fill_table(const RuledTable& ruled, const std::vector<Word>& words) {
    Table table;
    table.rows.resize(ruled.rows);
    for (std::size_t row = 0; row < ruled.rows; ++row) {
        table.rows[row].line = static_cast<std::uint32_t>(row + 1);
        table.rows[row].cells.resize(ruled.columns);
    }
    std::vector<std::vector<Line>> lines;
    std::vector<double> room(ruled.columns);  // the longest line of each column
    for (const auto& cell : ruled.cells) {
        std::vector<const Word*> inside;
        for (const auto& word : words) {
            const auto x = (word.left + word.right) / 2;
            const auto y = place_down(word);
            if (x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom) inside.push_back(&word);
        }
        lines.push_back(lines_of(std::move(inside)));
        if (cell.columns == 1)
            for (const auto& line : lines.back())
                room[cell.column] = std::max(room[cell.column], line.width());
    }
    for (std::size_t i = 0; i < ruled.cells.size(); ++i) {
        const auto& cell = ruled.cells[i];
        const auto width = cell.columns == 1 ? room[cell.column] : (cell.right - cell.left) * 0.97;
        auto made = cell_of(cell_text(lines[i], width));
        made.span = static_cast<std::uint32_t>(cell.columns);
        table.rows[cell.row].cells[cell.column] = std::move(made);
        for (auto row = cell.row + 1; row < cell.row + cell.rows; ++row)
            for (auto column = cell.column; column < cell.column + cell.columns; ++column)
                table.rows[row].cells[column].continues_above = true;
    }
    return table;
}

std::vector<OutsideLine> lines_outside(const std::vector<RuledTable>& tables,
                                       const std::vector<Word>& words) {
    std::vector<const Word*> outside;
    for (const auto& word : words) {
        const bool inside = std::any_of(tables.begin(), tables.end(), [&](const RuledTable& table) {
            double top = table.cells.front().top;
            double bottom = table.cells.front().bottom;
            for (const auto& cell : table.cells) {
                top = std::min(top, cell.top);
                bottom = std::max(bottom, cell.bottom);
            }
            return middle(word) > top && middle(word) < bottom;
        });
        if (!inside) outside.push_back(&word);
    }
    std::vector<OutsideLine> lines;
    double last = 0;
    for (const auto& line : lines_of(std::move(outside))) {
        std::string text;
        for (const auto* word : line.words) text += (text.empty() ? "" : " ") + word->text;
        if (text.find_first_not_of("0123456789 -") == std::string::npos) continue;
        const auto& first = *line.words.front();
        if (!lines.empty() && first.top - last > first.bottom - first.top) lines.push_back({{}, first.top});
        last = first.bottom;
        lines.push_back({std::move(text), first.top});
    }
    return lines;
}

}  // namespace dondoc::plan
