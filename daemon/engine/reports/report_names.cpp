// SPDX-License-Identifier: Apache-2.0
#include "engine/reports/report_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "domain/agencies_in_time.h"

namespace dondoc::engine {
namespace {

std::ptrdiff_t rank_of(std::string_view level) {
    static constexpr std::array<std::string_view, 4> levels{"central", "province", "district", "commune"};
    return std::ranges::find(levels, level) - levels.begin();
}

}  // namespace

ReportNames::ReportNames(store::Agencies& agencies, local_days day) : agencies_(agencies) {
    auto all = agencies.load().agencies;
    std::ranges::stable_sort(all, {}, [](const Agency& agency) { return rank_of(agency.level); });
    for (const auto& agency : all) {
        const auto then = name_on(agency, day);
        by_present_code_.emplace(agency.code, Name{then.code, then.name, by_present_code_.size()});
    }
}

ReportNames::Name ReportNames::of(AgencyId id) const {
    const auto present = agencies_.get(id);
    const auto known = by_present_code_.find(present.code);
    if (known != by_present_code_.end()) return known->second;
    return {present.code, present.name, by_present_code_.size()};  // called so while the report is being made
}

}  // namespace dondoc::engine
