// SPDX-License-Identifier: GPL-3.0-or-later
// Rows below one heading -> tasks: sub-rows get their letters, cells merged over rows their texts.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/message.h"
#include "dondoc/v1/plan.pb.h"
#include "plan/formats/numbering.h"
#include "plan/meaning/body.h"

namespace dondoc::plan {

// The last printed text of each column, whatever the section: a merged cell may reach over headings.
struct PrintedAbove {
    std::array<std::string, known_columns> text;
    std::array<std::uint32_t, known_columns> line{};
    std::size_t taken_bytes =
        0;  // by cells merged with the one above, so that a large cell is not taken often
};

// One number of the plan; more than one row where several duties stand under it.
struct Group {
    Numbering number;
    std::string printed_number;
    std::vector<BodyRow> rows;
};

struct Duties {
    std::vector<v1::PlanRow> rows;
    std::vector<Message> problems;         // where the reading is doubtful: what, where, what to do
    std::vector<std::uint32_t> merged_at;  // lines where an empty cell took its text from the row above
};

// `groups` are all those of one section, in order. Empty cells are taken over from the row above column by
// column, and only within the section, and the row says so; where the format states which cells are merged
// only those are. Throws UserError where merged cells would multiply a text without measure.
Duties duties_of(std::vector<Group> groups, const std::string& section, const ColumnNames& names,
                 PrintedAbove& printed);

}  // namespace dondoc::plan
