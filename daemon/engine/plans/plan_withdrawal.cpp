// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/plan_withdrawal.h"

#include <algorithm>
#include <vector>

#include "domain/limits.h"
#include "domain/state_digest.h"
#include "engine/change_digests.h"
#include "engine/document_lookup.h"
#include "engine/plans/plan_amendment.h"
#include "engine/seen_state.h"

namespace dondoc::engine {

Withdrawn withdraw_plan(Work& work, const Withdrawal& wanted) {
    Withdrawn result;
    result.document = find_document(work.store.plans.list(), {wanted.number, wanted.issuer, wanted.issued});
    if (wanted.reason.empty()) throw UserError("plan.no_reason", {}, "reason");
    require_length(wanted.reason, max_note_bytes, "reason");

    const auto tasks = work.store.plans.tasks_of(result.document.id);
    StateDigest digest;
    digest.add(result.document.id.value);
    for (const auto task : tasks) {
        digest.add(task.value);
        for (const auto& assignment : work.store.assignments.of_task(task)) {
            digest.add(assignment.id.value);
            digest.add(static_cast<std::int64_t>(assignment.state));
            if (!is_live(assignment.state)) ++result.kept;
        }
    }
    if (!wanted.trial) require_seen(work, wanted.seen, digest.text(), result.document.number);
    result.seen = seen_now(work, digest.text());

    ChangeDigests told{work};
    for (const auto task : tasks)
        result.revoked += drop_task(work, work.store.plans.task(task).value(), wanted.reason, wanted.by);
    result.tasks = static_cast<std::int64_t>(tasks.size());
    result.document.withdrawn_at = work.now;
    work.store.plan_changes.update_document(result.document);
    told.finish();
    return result;
}

}  // namespace dondoc::engine
