// SPDX-License-Identifier: Apache-2.0
// A document that was amended after it was taken in: what differs is carried out on what is there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/plans/plan_import.h"

namespace dondoc::engine {

// Added rows become tasks; rows that changed keep their task, its assignments and the alerts that were told;
// those whose term changed are planned anew; agencies that no longer lead lose their assignment with the
// amendment's reason unless it is completed; rows that are gone are dropped, which deletes nothing. Every
// agency is told what is new, different or taken back. A plan that says what the document says already
// changes nothing.
//
// Throws UserError "plan.differs" where the terms neither amend nor try, "plan.changed_meanwhile" and
// "plan.other_than_seen" (seen_state.h), "value.too_long" for the reason.
PlanImport amend_plan(Work& work, const store::Document& known, const store::Document& document,
                      const std::vector<ReadRow>& rows, const Progress& progress, const ImportTerms& terms);

struct RowChange;
// One row alone: what changed in it is carried out as by an amendment.
PlanImport amend_row(Work& work, const store::Document& document, const RowChange& change, const ReadRow& row,
                     const Amendment& amendment, AbsentMembers absent);
// Rows at the document's end. Throws "plan.absent_members", but not in a trial.
PlanImport append_rows(Work& work, const store::Document& document, std::vector<ReadRow> rows,
                       AbsentMembers absent, bool trial);

// Takes one task out of its document: what is open is revoked, what was completed stays. Tells everybody who
// had to do with it. Returns how many assignments were revoked.
std::int64_t drop_task(Work& work, store::Task task, const std::string& reason, const std::string& by);

}  // namespace dondoc::engine
