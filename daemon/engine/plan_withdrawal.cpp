#include "engine/plan_withdrawal.h"

#include <algorithm>
#include <vector>

#include "domain/limits.h"
#include "domain/state_digest.h"
#include "engine/plan_amendment.h"
#include "engine/seen_state.h"

namespace dondoc::engine {
namespace {

store::Document find_document(Work& work, const Withdrawal& wanted) {
    if (wanted.number.empty()) throw UserError("plan.no_number", {}, "document");
    auto found = work.store.plans.list();
    std::erase_if(found, [&](const store::Document& document) {
        return document.number != wanted.number ||
               (!wanted.issuer.empty() && document.issuer != wanted.issuer) ||
               (wanted.issued && document.issued != *wanted.issued);
    });
    if (found.empty()) throw UserError("plan.unknown_document", {wanted.number}, "document");
    const auto is_in_force = [](const store::Document& document) { return !document.withdrawn_at; };
    const auto in_force = std::ranges::count_if(found, is_in_force);
    if (in_force == 0)
        throw UserError("plan.withdrawn_already",
                        {wanted.number, spoken_day(civil_day(*found.back().withdrawn_at))}, "document");
    std::erase_if(found, [&](const store::Document& document) { return !is_in_force(document); });
    if (found.size() > 1) {
        std::string which;
        for (const auto& document : found)
            which += (which.empty() ? "" : "; ") + spoken_day(document.issued) + " " + document.issuer;
        throw UserError("plan.ambiguous_document",
                        {wanted.number, std::to_string(found.size()), std::move(which)}, "document");
    }
    return found.front();
}

}  // namespace

Withdrawn withdraw_plan(Work& work, const Withdrawal& wanted) {
    Withdrawn result;
    result.document = find_document(work, wanted);
    if (wanted.reason.empty()) throw UserError("plan.no_reason", {}, "reason");
    require_length(wanted.reason, max_note_bytes, "reason");

    const auto tasks = work.store.plans.tasks_of(result.document.id);
    StateDigest digest;
    digest.add(result.document.id.value);
    for (const auto task : tasks) {
        digest.add(task.value);
        for (const auto id : work.store.plan_changes.assignments_of(task)) {
            const auto state = work.store.assignments.get(id)->state;
            digest.add(id.value);
            digest.add(static_cast<std::int64_t>(state));
            if (!is_open(state)) ++result.kept;
        }
    }
    if (!wanted.trial) require_seen(work, wanted.seen, digest.text(), result.document.number);
    result.seen = seen_now(work, digest.text());

    for (const auto task : tasks)
        result.revoked += drop_task(work, work.store.plans.task(task).value(), wanted.reason, wanted.by);
    result.tasks = static_cast<std::int64_t>(tasks.size());
    result.document.withdrawn_at = work.now;
    work.store.plan_changes.update_document(result.document);
    return result;
}

}  // namespace dondoc::engine
