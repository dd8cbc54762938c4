// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells below a header tell of its columns where the words alone do not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/meaning/header.h"

namespace dondoc::plan {

// Columns whose words mean nothing here, by what stands in them from row `first` on: days, agencies, or the
// longest texts beside a column of numbers. Fills `columns`; returns those that it filled.
std::vector<std::size_t> guess_by_cells(const Table& table, std::size_t first,
                                        std::vector<std::optional<Column>>& columns);

// Its cells are the numbers of tasks and headings: "1", "2.1.3", "IV".
bool is_column_of_numbers(const Table& table, std::size_t first, std::size_t column);

// The rows of a table without a header of its own hold what `header` says: some days or agencies where it has
// them, or at least numbers.
bool goes_on_below(const Table& table, const Header& header);

// "Tiến độ" and "Kết quả" whose cells say what was done so far ("Đang rà soát", "80%") are neither term nor
// aim. `words`: the header's, folded.
void leave_status_aside(const Table& table, std::size_t first, const std::vector<std::string>& words,
                        Header& header);

}  // namespace dondoc::plan
