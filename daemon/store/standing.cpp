// SPDX-License-Identifier: Apache-2.0
#include "store/standing.h"

#include <optional>

namespace dondoc::store {

Timeliness class_of(Standing standing, local_days due, const Moment& moment) {
    switch (standing) {
        case Standing::OpenWithDay:
            return timeliness({Workflow::Assigned, due, std::nullopt}, moment.today, moment.due_soon_days);
        case Standing::OpenWithoutDay:
            return Timeliness::NoDeadline;
        case Standing::CompletedOnTime:
            return Timeliness::CompletedOnTime;
        case Standing::CompletedLate:
            return Timeliness::CompletedLate;
        case Standing::CompletedWithoutDay:
            return Timeliness::CompletedNoDeadline;
        case Standing::Withdrawn:
            break;
    }
    return Timeliness::Withdrawn;
}

std::string condition_of(Timeliness timeliness, const Moment& moment) {
    const auto day = [&](int after) {
        return std::to_string((moment.today + date::days{after}).time_since_epoch().count());
    };
    const auto standing = [](Standing wanted) {
        return "a.standing = " + std::to_string(static_cast<int>(wanted));
    };
    // Named by state, which lets SQLite take the index of the open ones.
    const std::string open = "a.state <= 3 AND a.due IS NOT NULL";
    switch (timeliness) {
        case Timeliness::NoDeadline:
            return standing(Standing::OpenWithoutDay);
        case Timeliness::InTime:
            return open + " AND a.due_key > " + day(moment.due_soon_days);
        case Timeliness::DueSoon:
            return open + " AND a.due_key > " + day(0) + " AND a.due_key <= " + day(moment.due_soon_days);
        case Timeliness::DueToday:
            return open + " AND a.due_key = " + day(0);
        case Timeliness::Overdue:
            return open + " AND a.due_key < " + day(0);
        case Timeliness::CompletedOnTime:
            return standing(Standing::CompletedOnTime);
        case Timeliness::CompletedLate:
            return standing(Standing::CompletedLate);
        case Timeliness::CompletedNoDeadline:
            return standing(Standing::CompletedWithoutDay);
        case Timeliness::Withdrawn:
            break;
    }
    return standing(Standing::Withdrawn);
}

}  // namespace dondoc::store
