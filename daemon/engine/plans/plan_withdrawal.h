// SPDX-License-Identifier: Apache-2.0
// Taking back a document that should not have been imported.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/work.h"

namespace dondoc::engine {

struct Withdrawal {
    std::string number;
    std::string issuer;                // empty: any
    std::optional<local_days> issued;  // nullopt: any
    std::string reason;
    std::string by;    // name of the key that asks
    std::string seen;  // Withdrawn::seen of a trial
    bool trial = false;
};

struct Withdrawn {
    store::Document document;
    std::int64_t tasks = 0;
    std::int64_t revoked = 0;  // assignments
    std::int64_t kept = 0;     // assignments that were not open and stay as they are
    std::string seen;
};

// Revokes every open assignment of the document with the reason and drops its tasks; deletes nothing. The
// document may be imported again, which opens again what was revoked. Throws UserError
// "list.document_unknown", "plan.ambiguous_document", "plan.withdrawn_already", "plan.no_reason",
// "plan.changed_meanwhile", "plan.other_than_seen".
Withdrawn withdraw_plan(Work& work, const Withdrawal& wanted);

}  // namespace dondoc::engine
