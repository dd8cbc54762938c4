// SPDX-License-Identifier: Apache-2.0
#include "engine/register_import.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "domain/limits.h"
#include "engine/request_place.h"

namespace dondoc::engine {
namespace {

constexpr std::array<std::string_view, 4> levels{"central", "province", "district", "commune"};

void check_register(const Register& content) {
    std::set<std::string> codes;
    for (std::size_t i = 0; i < content.agencies.size(); ++i) {
        const auto& agency = content.agencies[i];
        if (!is_agency_code(agency.code))
            throw UserError("agency.bad_code", {agency.code}, place_in("agencies", i, "code"));
        if (!codes.insert(agency.code).second)
            throw UserError("agency.twice", {agency.code}, place_in("agencies", i, "code"));
        require_length(agency.name, max_name_bytes, place_in("agencies", i, "name"));
        for (const auto& alias : agency.aliases)
            require_length(alias, max_name_bytes, place_in("agencies", i, "aliases"));
        if (agency.name.empty())
            throw UserError("agency.no_name", {agency.code}, place_in("agencies", i, "name"));
        if (std::ranges::find(levels, agency.level) == levels.end())
            throw UserError("agency.level", {agency.code, agency.level}, place_in("agencies", i, "level"));
    }
    for (std::size_t i = 0; i < content.groups.size(); ++i) {
        const auto& group = content.groups[i];
        if (group.name.empty()) throw UserError("group.no_name", {}, place_in("groups", i, "name"));
        require_length(group.name, max_name_bytes, place_in("groups", i, "name"));
        for (const auto& alias : group.aliases)
            require_length(alias, max_name_bytes, place_in("groups", i, "aliases"));
    }
}

}  // namespace

RegisterImport import_register(Work& work, const Register& content) {
    check_register(content);
    work.register_changed = true;
    RegisterImport result;
    for (std::size_t i = 0; i < content.agencies.size(); ++i) {
        auto agency = content.agencies[i];
        if (const auto known = work.store.agencies.find(agency.code)) {
            if (known->code != agency.code)
                throw UserError("agency.former_code", {agency.code, known->code},
                                place_in("agencies", i, "code"));
            if (!agency.valid_to && work.store.successions.ended_by(known->id))
                agency.valid_to = work.store.agencies.read(agency.code)->valid_to;
        }
        switch (work.store.agencies.put(agency)) {
            case store::Agencies::Change::Added:
                ++result.added;
                break;
            case store::Agencies::Change::Changed:
                ++result.changed;
                break;
            case store::Agencies::Change::Unchanged:
                ++result.unchanged;
                break;
        }
    }
    for (std::size_t i = 0; i < content.groups.size(); ++i) {
        const auto& group = content.groups[i];
        for (const auto& member : group.members)
            if (!work.store.agencies.find(member))
                throw UserError("group.unknown_member", {group.name, member},
                                place_in("groups", i, "members"));
        work.store.agencies.put(group);
        ++result.groups;
    }
    return result;
}

}  // namespace dondoc::engine
