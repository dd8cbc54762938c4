// SPDX-License-Identifier: GPL-3.0-or-later
// A table for people: columns sized to the terminal, aligned by what is seen.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace dondoc::cli {

enum class Align { Left, Right };
// What a column does when the table is too wide. Keep never gives way; Leave goes first, as a whole, like a
// column in which nothing stands. Titles are broken at their spaces.
enum class Fit { Keep, Cut, Wrap, Leave };
enum class Tone { Plain, Good, Warning, Bad, Faint };

struct Column {
    std::string title;
    Align align = Align::Left;
    Fit fit = Fit::Keep;
};

struct Cell {
    Cell(std::string text_, Tone tone_ = Tone::Plain) : text(std::move(text_)), tone(tone_) {}
    Cell(const char* text_) : text(text_) {}
    std::string text;
    Tone tone = Tone::Plain;
};

struct TableStyle {
    std::size_t width = 0;  // columns of the terminal; 0: as wide as it gets, nothing is cut or wrapped
    bool colours = false;
};

class Table {
  public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    // As many cells as there are columns. `below` stands in a line of its own under the row, cut to the
    // width.
    void add(std::vector<Cell> row, const std::string& below = {});
    bool empty() const noexcept { return rows_.empty(); }
    void print(std::ostream& out, const TableStyle& style) const;

  private:
    struct Room {
        std::size_t full, least;  // with what stands in it on one line, and at least
    };
    Room room_of(std::size_t column) const;
    std::vector<std::size_t> shown_columns(std::size_t available) const;
    std::vector<std::size_t> widths(const std::vector<std::size_t>& shown, std::size_t available) const;

    std::vector<Column> columns_;
    struct Row {
        std::vector<Cell> cells;
        std::string below;
    };
    std::vector<Row> rows_;
};

// `text` in the colour of its tone, or as it is.
std::string coloured(std::string text, Tone tone, bool colours);

}  // namespace dondoc::cli
