#include "cli/agency_request.h"

namespace dondoc::cli {

v1::AgencyImportRequest to_request(const Register& agencies) {
    v1::AgencyImportRequest request;
    for (const auto& agency : agencies.agencies) {
        auto& entry = *request.add_agencies();
        entry.set_code(agency.code);
        entry.set_name(agency.name);
        for (const auto& alias : agency.aliases) entry.add_aliases(alias);
        entry.set_level(agency.level);
        if (agency.valid_from) entry.set_valid_from(iso_day(*agency.valid_from));
        if (agency.valid_to) entry.set_valid_to(iso_day(*agency.valid_to));
    }
    for (const auto& group : agencies.groups) {
        auto& entry = *request.add_groups();
        entry.set_name(group.name);
        for (const auto& alias : group.aliases) entry.add_aliases(alias);
        for (const auto& member : group.members) entry.add_members(member);
    }
    return request;
}

}  // namespace dondoc::cli
