// SPDX-License-Identifier: Apache-2.0
#include "wire/agency.h"

#include "domain/civil.h"
#include "wire/time.h"

namespace dondoc::wire {

v1::AgencyEntry to_wire(const Agency& agency) {
    v1::AgencyEntry wire;
    wire.set_code(agency.code);
    wire.set_name(agency.name);
    for (const auto& alias : agency.aliases) wire.add_aliases(alias);
    wire.set_level(agency.level);
    if (agency.valid_from) wire.set_valid_from(iso_day(*agency.valid_from));
    if (agency.valid_to) wire.set_valid_to(iso_day(*agency.valid_to));
    for (const auto& former : agency.former) {
        auto& name = *wire.add_former();
        name.set_until(iso_day(former.until));
        name.set_code(former.code);
        name.set_name(former.name);
    }
    return wire;
}

v1::GroupEntry to_wire(const AgencyGroup& group) {
    v1::GroupEntry wire;
    wire.set_name(group.name);
    for (const auto& alias : group.aliases) wire.add_aliases(alias);
    for (const auto& member : group.members) wire.add_members(member);
    return wire;
}

Agency from_wire(const v1::AgencyEntry& wire) {
    Agency agency{wire.code(),
                  wire.name(),
                  {wire.aliases().begin(), wire.aliases().end()},
                  wire.level(),
                  to_day(wire.valid_from(), "valid_from"),
                  to_day(wire.valid_to(), "valid_to")};
    for (const auto& former : wire.former())
        agency.former.push_back({required_day(former.until(), "former.until"), former.code(), former.name()});
    return agency;
}

AgencyGroup from_wire(const v1::GroupEntry& wire) {
    return {wire.name(),
            {wire.aliases().begin(), wire.aliases().end()},
            {wire.members().begin(), wire.members().end()}};
}

}  // namespace dondoc::wire
