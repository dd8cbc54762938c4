// SPDX-License-Identifier: Apache-2.0
// What a report was asked for: a request that was looked at and understood.
#pragma once

#include <optional>
#include <unordered_set>

#include "dondoc/v1/report.pb.h"
#include "engine/engine.h"
#include "store/history.h"

namespace dondoc::engine {

struct ReportQuestion {
    v1::ReportRequest asked;  // with its defaults filled in
    local_days as_of;
    sys_seconds instant;  // the last second of `as_of`, or now
    std::optional<AgencyId> agency;
    std::optional<std::unordered_set<AgencyId>> agencies;  // of one level, of one group; nullopt: all
    std::optional<store::Document> document;
    std::optional<std::unordered_set<DocumentId>> documents;  // nullopt: all
    std::optional<local_days> given_from, given_to;
    std::optional<Criterion> criterion;  // a copy: rules may be changed before it is answered

    bool is_agencys_own = false;  // the agency itself asks: of what was taken from it, the text of then

    bool wants(const store::AssignmentAsOf& assignment) const;
};

// Whom and what it is about. That the asker may see it has been looked at.
struct ReportSubject {
    std::optional<AgencyId> agency = std::nullopt;           // nullopt: all
    std::optional<store::Document> document = std::nullopt;  // nullopt: all
    bool is_agencys_own = false;                             // the agency itself asks
};

// Throws UserError "report.*", "value.day", "plan.no_number".
ReportQuestion understand(Engine& engine, const v1::ReportRequest& asked, const ReportSubject& subject);

}  // namespace dondoc::engine
