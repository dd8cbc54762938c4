// SPDX-License-Identifier: Apache-2.0
#include "engine/reports/report_names.h"

#include "domain/agencies_in_time.h"

namespace dondoc::engine {

ReportNames::ReportNames(store::Agencies& agencies, local_days day) : agencies_(agencies) {
    for (const auto& agency : agencies.load().agencies) {
        if (agency.former.empty()) continue;
        const auto then = name_on(agency, day);
        by_present_code_.emplace(agency.code, Name{then.code, then.name});
    }
}

ReportNames::Name ReportNames::of(AgencyId id) const {
    const auto present = agencies_.get(id);
    const auto then = by_present_code_.find(present.code);
    return then == by_present_code_.end() ? Name{present.code, present.name} : then->second;
}

}  // namespace dondoc::engine
