// SPDX-License-Identifier: Apache-2.0
// A second reading of a term, simpler than the first and independent of it: the days, months, quarters and
// years that stand in the phrase in figures have to be found again in the days that were read. Where they are
// not, the row is marked.
#pragma once

#include <string_view>

#include "domain/deadline.h"

namespace dondoc::language {

// False: something is named that the term does not account for, or the other way round.
bool accounts_for_literals(std::string_view phrase, const Deadline& deadline, local_days issued);

}  // namespace dondoc::language
