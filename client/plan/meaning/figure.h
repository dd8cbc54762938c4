// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as they stand in reports, and the columns in which tables of forms have them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plan/formats/grid.h"

namespace dondoc::plan {

// A number with its decimals, as an integer of its last place.
struct Figure {
    std::int64_t value = 0;
    int decimals = 0;
    std::size_t end = 0;  // behind it
};

// "208.301", "1.234.567", "99,64", "99.64": a point before three digits parts thousands, anything else
// decimals. Nothing: none begins here, or it is too long to be one.
std::optional<Figure> figure_at(std::string_view text, std::size_t at);

// The text is this figure and nothing else.
std::optional<Figure> whole_figure(std::string_view text);

std::size_t after_blanks(std::string_view text, std::size_t at);

// 9964 with two decimals is "99,64".
std::string spoken_figure(std::int64_t value, int decimals);

// part / whole in per cent, half up, as an integer of the last of so many decimals. The whole is not 0.
std::int64_t percentage(std::int64_t part, std::int64_t whole, int decimals);

// Of a table of a form; nothing: its header was not met yet.
struct FormColumns {
    std::optional<std::size_t> unit, value;
};
FormColumns form_columns(const GridRow& header);

// Empty: the row has no such cell.
std::string text_of(const GridRow& row, std::optional<std::size_t> column);

}  // namespace dondoc::plan
