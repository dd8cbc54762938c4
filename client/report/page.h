// SPDX-License-Identifier: GPL-3.0-or-later
// A report as it is laid out, whatever it is then written as: facts, warnings, and sections with a table and
// perhaps a chart. Every figure is a value, so that a spreadsheet gets numbers and a person gets words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "domain/civil.h"
#include "text/catalogue.h"

namespace dondoc::report {

// Per cent in hundredths: 98.63 % is 9863.
struct Percent {
    std::int64_t hundredths = 0;
};
using Value = std::variant<std::string, std::int64_t, Percent, local_days>;

enum class Mark { None, Good, Warning, Bad };

struct Cell {
    Value value;
    Mark mark = Mark::None;

    Cell(std::string text, Mark marked = Mark::None) : value(std::move(text)), mark(marked) {}
    Cell(const char* text) : value(std::string(text)) {}
    Cell(std::uint64_t count, Mark marked = Mark::None)
        : value(static_cast<std::int64_t>(count)), mark(marked) {}
    Cell(Percent percent) : value(percent) {}
    Cell(local_days day) : value(day) {}
};

struct Column {
    std::string title;
    enum class Kind { Text, Prose, Figure, Day } kind = Kind::Figure;
    bool detail = false;  // left out where there is little room
};

// Bars of parts, one below the other, all to one scale. As many colours as there are parts in a bar.
struct Chart {
    enum class Colour { Good, Late, Waiting, Bad, Open, Standing, Plain };
    struct Bar {
        std::string label;
        std::vector<std::int64_t> parts;
    };
    std::string title;
    std::vector<std::pair<std::string, Colour>> legend;
    std::vector<Bar> bars;
};

struct Section {
    std::string name;  // short, of a sheet; each its own
    std::string title;
    std::vector<std::string> notes;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  // as many cells as there are columns, here and below
    std::vector<Cell> total;              // empty: none
    std::optional<Chart> chart;
};

struct Page {
    text::Lang lang;
    std::string title;
    std::vector<std::pair<std::string, std::string>> facts;       // what it is of, as of when, from where
    std::vector<std::pair<std::string, std::string>> highlights;  // the few figures that are looked for first
    std::vector<std::string> warnings;                            // where a figure is not what it seems
    std::vector<Section> sections;
};

// As style sheets call it: "prose", "warning"; empty: a mark that is none.
std::string_view style_name(Column::Kind kind);
std::string_view style_name(Mark mark);

// As a person reads it: "98,63 %" in Vietnamese, "31/12/2023".
std::string shown(const Value& value, text::Lang lang);

}  // namespace dondoc::report
