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
    const Criterion* criterion = nullptr;  // the engine's

    bool wants(const store::AssignmentAsOf& assignment) const;
};

// `scope`: the agency whose key asks; nullopt: one that may see everything. Throws UserError "report.*",
// "value.day", "agency.unknown", "access.foreign", "access.denied", "plan.*" (document_lookup.h).
ReportQuestion understand(Engine& engine, const v1::ReportRequest& asked, std::optional<AgencyId> scope);

}  // namespace dondoc::engine
