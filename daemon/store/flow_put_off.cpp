// SPDX-License-Identifier: Apache-2.0
#include "store/flow_put_off.h"

namespace dondoc::store {

std::vector<DueFlowAlarm> flow_alarms_at(Database& database, sys_seconds at, AgencyId agency) {
    Statement select{
        database,
        "SELECT id, due, alarm_step FROM flow_item WHERE alarm_at = ? AND agency_id = ? ORDER BY id"};
    std::vector<DueFlowAlarm> alarms;
    for (auto rows = select.query(at, agency); rows.next();)
        alarms.push_back(
            {rows.id<FlowItemId>(0), agency, rows.instant(1), at, parse_step(rows.text(2)).value()});
    return alarms;
}

}  // namespace dondoc::store
