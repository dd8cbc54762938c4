// SPDX-License-Identifier: Apache-2.0
#include "store/planned_moments.h"

namespace dondoc::store {

// Each kind has an index that begins with its moment. One statement: it is asked after every command.
PlannedMoments::PlannedMoments(Database& database)
    : first_(database,
             "SELECT min(at) FROM (SELECT min(at) AS at FROM alarm UNION ALL SELECT min(at) FROM watch "
             "UNION ALL SELECT min(at) FROM opening UNION ALL SELECT min(at) FROM review UNION ALL "
             "SELECT min(alarm_at) FROM flow_item WHERE alarm_at IS NOT NULL)") {}

std::optional<sys_seconds> PlannedMoments::first() {
    auto rows = first_.query();
    if (!rows.next()) return std::nullopt;
    return rows.maybe_instant(0);
}

}  // namespace dondoc::store
