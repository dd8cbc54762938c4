// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agency_request.h"

#include "cli/person_file.h"

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
    for (const auto& person : agencies.persons) *request.add_persons() = to_wire(person);
    return request;
}

Register register_of(const v1::AgencyListReply& list) {
    Register known;
    for (const auto& entry : list.agencies()) {
        Agency agency{entry.code(),
                      entry.name(),
                      {entry.aliases().begin(), entry.aliases().end()},
                      entry.level(),
                      parse_iso_day(entry.valid_from()),
                      parse_iso_day(entry.valid_to())};
        for (const auto& former : entry.former())
            if (const auto until = parse_iso_day(former.until()))
                agency.former.push_back({*until, former.code(), former.name()});
        known.agencies.push_back(std::move(agency));
    }
    for (const auto& entry : list.groups())
        known.groups.push_back({entry.name(),
                                {entry.aliases().begin(), entry.aliases().end()},
                                {entry.members().begin(), entry.members().end()}});
    for (const auto& entry : list.successions()) {
        const auto day = parse_iso_day(entry.day());
        if (!day || entry.kind() == v1::Succession::unspecified) continue;
        known.successions.push_back({static_cast<SuccessionKind>(static_cast<int>(entry.kind()) - 1),
                                     *day,
                                     entry.document(),
                                     {entry.from().begin(), entry.from().end()},
                                     {entry.to().begin(), entry.to().end()}});
    }
    return known;
}

}  // namespace dondoc::cli
