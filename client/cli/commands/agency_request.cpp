// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/agency_request.h"

#include "filled/person_file.h"
#include "wire/agency.h"

namespace dondoc::cli {

v1::AgencyImportRequest to_request(const Register& agencies) {
    v1::AgencyImportRequest request;
    for (const auto& agency : agencies.agencies) *request.add_agencies() = wire::to_wire(agency);
    for (const auto& group : agencies.groups) *request.add_groups() = wire::to_wire(group);
    for (const auto& person : agencies.persons) *request.add_persons() = filled::to_wire(person);
    return request;
}

Register register_of(const v1::AgencyListReply& list) {
    Register known;
    for (const auto& entry : list.agencies()) known.agencies.push_back(wire::from_wire(entry));
    for (const auto& entry : list.groups()) known.groups.push_back(wire::from_wire(entry));
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
