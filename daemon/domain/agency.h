// Agencies and the named groups that are expanded when a task is assigned.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/civil.h"

namespace dondoc {

// Code of an agency as registered: 1 to 35 characters of A-Z a-z 0-9 . _ - (QĐ 20/2020/QĐ-TTg bounds its
// codes to 35).
bool is_agency_code(std::string_view text);

struct Agency {
    std::string code;
    std::string name;  // canonical
    std::vector<std::string> aliases;
    std::string level;  // "central", "province", "district", "commune"
    std::optional<local_days> valid_from;
    std::optional<local_days> valid_to;  // last day on which it exists
    bool operator==(const Agency&) const = default;
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
};

}  // namespace dondoc
