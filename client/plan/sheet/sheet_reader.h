// SPDX-License-Identifier: GPL-3.0-or-later
// The file in which an operator corrected a plan (sheet_columns.h) -> rows with what was decided.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/civil.h"
#include "domain/message.h"
#include "dondoc/v1/plan.pb.h"

namespace dondoc::plan {

struct SheetMistake {
    std::uint32_t line = 0;  // row of the sheet
    std::string column;      // its title, in the language of the file
    Message what;
};

struct SheetReading {
    v1::Document document;          // what the file says of it; days as on the wire
    std::vector<v1::PlanRow> rows;  // texts, source and `decided`
    std::vector<std::uint32_t> lines;
    std::vector<SheetMistake> mistakes;  // where there are any, the rows are not to be used

    // Row and column of what a daemon or a preview refused, "rows[12].decided.lead"; nothing: no row is
    // meant.
    std::optional<SheetMistake> place_of(const std::string& wire_place) const;

    std::vector<std::string> titles;  // by SheetColumn
};

// Whatever the file's name; nullopt: it is no file to correct. Throws UserError where it is one whose table
// cannot be found; what is wrong in single cells is in `mistakes`.
std::optional<SheetReading> read_sheet_file(std::string_view bytes);

// A day as people write it and spreadsheets change it: 31/12/2023, 31-12-23, 2023-12-31 00:00, 45291 (the
// days of a date cell that lost its format).
std::optional<local_days> parse_sheet_day(std::string_view text);
// The same with the hour of the day, which may stand before or behind it: "17:00 31/12/2023",
// "2023-12-31T17:00:00". Midnight and the last minute are what programs write of a day alone: no hour.
struct SheetMoment {
    local_days day;
    std::optional<std::chrono::minutes> hour;
};
std::optional<SheetMoment> parse_sheet_moment(std::string_view text);

}  // namespace dondoc::plan
