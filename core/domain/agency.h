// SPDX-License-Identifier: Apache-2.0
// Agencies and the named groups that are expanded when a task is assigned.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/civil.h"
#include "domain/person.h"

namespace dondoc {

// Code of an agency as registered: 1 to 35 characters of A-Z a-z 0-9 . _ - (QĐ 20/2020/QĐ-TTg bounds its
// codes to 35).
bool is_agency_code(std::string_view text);

// How an agency was called, up to and with that day. A renamed agency stays the same agency.
struct FormerName {
    local_days until;
    std::string code;
    std::string name;
    bool operator==(const FormerName&) const = default;
};

struct Agency {
    std::string code;
    std::string name;  // canonical
    std::vector<std::string> aliases;
    std::string level;  // "central", "province", "district", "commune"
    std::optional<local_days> valid_from;
    std::optional<local_days> valid_to;   // last day on which it exists
    std::vector<FormerName> former = {};  // oldest first
    bool operator==(const Agency&) const = default;
};

enum class SuccessionKind {
    Merge,    // some go over into one, which may be one of them
    Split,    // one goes over into several, of which it may be one
    Rename,   // the same agency, with another name or code
    Dissolve  // some cease; who takes over may be nobody, one or several
};
std::string_view name_of(SuccessionKind kind);  // "merge", as in files
std::optional<SuccessionKind> succession_kind(std::string_view name);

// Which agencies went over into which.
struct Succession {
    SuccessionKind kind = SuccessionKind::Merge;
    local_days day;                 // the first on which it holds
    std::string document;           // the deciding one
    std::vector<std::string> from;  // codes
    std::vector<std::string> to;
    bool operator==(const Succession&) const = default;
};

struct AgencyGroup {
    std::string name;  // canonical, without the "@" that readings put before it
    std::vector<std::string> aliases;
    std::vector<std::string> members;  // codes
    bool operator==(const AgencyGroup&) const = default;
};

struct Register {
    std::vector<Agency> agencies;
    std::vector<AgencyGroup> groups;
    std::vector<Succession> successions = {};  // earliest day first
    std::string province = {};  // "tỉnh Thái Nguyên": of which a file is; empty: it does not say
    std::vector<PersonEntry> persons = {};  // as a file says them
};

}  // namespace dondoc
