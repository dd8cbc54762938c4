// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that each stand for a time: "Quý I" | "Quý II", "2024" | "2025", "T3" | "T4" below "Tháng thực
// hiện". Their cells hold marks, or what is to be reached by then.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/meaning/header.h"

namespace dondoc::plan {

// The time that a title names, as a term that can be read ("Tháng 3" for "T3", or for "3" below `above`,
// which speaks of months), otherwise as printed; empty: it names none. `above` is folded.
std::string time_named(const std::string& title, const std::string& above);

// "II" and "4, 5" below a column that is called "Quý" or "Tháng": with that word, otherwise as it is.
std::string with_unit_of(const std::string& title, const std::string& text);

// The column of `above` whose cell spans the one at `at`.
std::size_t spanning(const std::vector<std::string>& above, std::size_t at);

// One of several times under a cell that spans them all; a single one is a row's own term.
bool is_time_of_columns(const std::vector<std::string>& cells, const std::vector<std::string>& above,
                        std::size_t at);

// "Quý I" under "2024", or under "Thời gian thực hiện năm 2024": with its year.
std::string time_under(const std::string& text, const std::string& time_above,
                       const std::string& words_above);

// Times side by side in the header's `row` that no cell above joins, where nothing but marks stands in them
// from row `first` on: together they are the table's terms. Fills `columns`, and of each its time.
void take_marked_times(const Table& table, std::size_t row, std::size_t first,
                       std::vector<std::optional<Column>>& columns, std::vector<std::string>& times);

// "x", "✓": the row's work is done at the column's time.
bool is_time_mark(std::string_view cell);

// What the cells of a row under times say together. `doubts` is told where marks stand side by side in
// several months: that may be a stretch of time, or as many terms.
std::string terms_of_times(const std::vector<std::string>& times, const std::vector<std::string>& texts,
                           std::vector<Message>& doubts);

std::optional<std::string> year_in(std::string_view text);

}  // namespace dondoc::plan
