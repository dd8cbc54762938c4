// SPDX-License-Identifier: Apache-2.0
// What the inboxes and the ledger of a province say, as lines that a test can compare.
#pragma once

#include <string>
#include <vector>

#include "support/province.h"
#include "wire/time.h"

namespace dondoc::test {

// "2023-12-16 reminder -15d" for every alert of the inbox, in order.
inline std::vector<std::string> told(Province& province, const std::string& code) {
    std::vector<std::string> lines;
    for (const auto& event : province.inbox(code)) {
        if (event.kind() == v1::EventKind::assigned || event.kind() == v1::EventKind::changed) continue;
        for (const auto& item : event.digest().items()) {
            std::string steps;
            for (const auto& step : item.steps()) steps += " " + step;
            lines.push_back(iso_day(civil_day(wire::to_instant(event.time()))) + " " +
                            v1::EventKind::Kind_Name(event.kind()) + steps);
        }
    }
    return lines;
}

inline std::vector<std::string> ledger(Province& province, TaskId task) {
    std::vector<std::string> lines;
    for (const auto& record : province.store.alarms.history(task, std::nullopt, 1000))
        lines.push_back(record.step + (record.event ? "" : " skipped"));
    return lines;
}

inline std::vector<std::string> withheld(Province& province, TaskId task) {
    std::vector<std::string> lines;
    for (const auto& record : province.store.mutes.history(task, std::nullopt, 1000))
        lines.push_back(iso_day(civil_day(record.at)) + " " + record.step + ": " + record.reason);
    return lines;
}

}  // namespace dondoc::test
