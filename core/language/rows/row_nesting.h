// SPDX-License-Identifier: Apache-2.0
// The numbers of a plan's rows -> which row is a part of which: "4.1" and "4.2" of "4".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace dondoc::language {

struct NumberedRow {
    std::string_view number;
    std::string_view section;
    bool is_container = false;  // its term says that it follows others
};

// Of each row the index of the container above it, in the same section, whose number is its own less the last
// part. nullopt: there is none, or there are several rows with that number. Preview and import both ask here.
std::vector<std::optional<std::size_t>> parents_by_number(const std::vector<NumberedRow>& rows);

}  // namespace dondoc::language
