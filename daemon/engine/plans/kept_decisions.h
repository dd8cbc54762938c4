// SPDX-License-Identifier: Apache-2.0
// What somebody decided by hand on rows (row_edit.h) holds when the document is imported again, as long as
// the document says of it what it said then.
#pragma once

#include <optional>
#include <vector>

#include "engine/plans/plan_import.h"

namespace dondoc::engine {

// The rows with the decisions that hold; nullopt: there is none. What the operator set in the file that is
// imported wins.
std::optional<std::vector<ReadRow>> with_kept_decisions(Work& work, const store::Document& known,
                                                        const std::vector<ReadRow>& rows);

}  // namespace dondoc::engine
