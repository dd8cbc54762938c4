// SPDX-License-Identifier: Apache-2.0
// Columns by a letter, and the header of a text's first table.
#pragma once

#include <optional>
#include <string>

#include "plan/formats/text_grid.h"
#include "plan/meaning/header.h"

namespace dondoc::plan {

constexpr auto N = Column::Number;
constexpr auto T = Column::Title;
constexpr auto R = Column::Requirement;
constexpr auto S = Column::Solution;
constexpr auto D = Column::Deadline;
constexpr auto L = Column::Lead;
constexpr auto C = Column::Cooperating;
constexpr auto O = Column::Other;

inline std::optional<Header> header_of(const std::string& text) {
    return header_at(read_text_grid(text).tables.at(0), 0);
}

}  // namespace dondoc::plan
