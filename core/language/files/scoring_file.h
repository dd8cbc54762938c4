// SPDX-License-Identifier: Apache-2.0
// The criteria of a self-scoring as a file: config/scoring/vi-du.toml documents the format.
#pragma once

#include <string>
#include <string_view>

#include "domain/self_scoring.h"

namespace dondoc::language {

// Throws UserError "config.*" or "scoring.*" whose place is "file:line", the one that stands first.
ScoringTable parse_scoring_table(std::string_view text, const std::string& file_name);

}  // namespace dondoc::language
