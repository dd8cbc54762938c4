// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of a report that somebody has filled in, as an issued one shows why: "208.301/209.049 ...
// 99,65%" is 99,64, a percentage that is the count above it, a total that is less than its parts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"
#include "plan/formats/grid.h"

namespace dondoc::plan {

struct FigureFinding {
    std::string where;  // the beginning of the text, or the row's number
    Message what;       // "figures.*"
};

// "44/149 nhiệm vụ, đạt 29,53%": a part, its whole and, without another figure between them, their
// percentage. Numbers are written as in Vietnamese, 208.301 and 99,64. A part that is more than its whole is
// no such pair, but a day.
std::vector<FigureFinding> check_text(std::string_view text);

// Every paragraph and cell, and tables that have a column of units and one of figures.
std::vector<FigureFinding> check_figures(const Grid& grid);

// Whether there is any percentage in it that could be checked.
bool has_percentages(const Grid& grid);

}  // namespace dondoc::plan
