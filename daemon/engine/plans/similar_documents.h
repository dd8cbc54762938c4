// SPDX-License-Identifier: Apache-2.0
// A number or a date that was mistyped makes a second document of the first. It is refused before it does.
#pragma once

#include <vector>

#include "engine/plans/plan_import.h"

namespace dondoc::engine {

// Throws UserError "plan.similar_document" where a document in force has the same number and year and another
// issuer or day of issue, and "plan.similar_rows" where one has four fifths of these rows, and at least
// three, and has few others. Documents that were withdrawn do not count.
void refuse_similar(Work& work, const store::Document& document, const std::vector<ReadRow>& rows);

}  // namespace dondoc::engine
