// SPDX-License-Identifier: Apache-2.0
// A scoring table of a user as a file: config/criteria/vi-du.toml documents the format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/criterion.h"

namespace dondoc::language {

// Throws UserError "config.*" or "criterion.*" whose place is "file:line", the one that stands first.
Criterion parse_criterion(std::string_view text, const std::string& file_name);

// Throws UserError "criterion.years_cross" when two tables of one id are for the same year.
void require_one_for_each_year(const std::vector<Criterion>& criteria);

}  // namespace dondoc::language
