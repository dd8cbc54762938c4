// SPDX-License-Identifier: Apache-2.0
// Which row of an amended plan is which row of the plan that is there. Rows get renumbered, inserted, split
// and reworded, so a row is known by what it says first and by its number second.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dondoc::language {

struct RowIdentity {
    std::string number;
    std::string section;
    std::string title;
    std::string requirement;
};

// For every row of `now` the index of its row in `before`; nullopt: a new one. No row of `before` is given
// twice; those that are not given are gone. The same input always gives the same answer:
//
// 1. rows that are the same in all four texts, then in title, requirement and section, then in title and
//    requirement; equal ones in their order;
// 2. of what is left, pairs that are alike, most alike first: nine in twenty of their words where number and
// section
//    are the same too, otherwise two thirds.
//
// Texts are compared folded (normalize.h).
std::vector<std::optional<std::size_t>> match_rows(const std::vector<RowIdentity>& before,
                                                   const std::vector<RowIdentity>& now);

// The same, but only rows with the same title and requirement (step 1).
std::vector<std::optional<std::size_t>> match_same_rows(const std::vector<RowIdentity>& before,
                                                        const std::vector<RowIdentity>& now);

}  // namespace dondoc::language
