// SPDX-License-Identifier: Apache-2.0
// Which policy holds for an assignment: the first in the order of the file whose every condition fits. So
// that the order never decides by chance, two policies either fit nothing together, or the earlier one is a
// part of the later one: the particular stands before the general.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/alert_policy.h"

namespace dondoc {

// What a policy looks at.
struct AlertSubject {
    std::string_view level;  // of the document
    Priority priority;
    DeadlineKind kind;
    std::string_view agency;  // code of the lead agency
};

// Codes by the name of the group, without "@".
using GroupMembers = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

// nullptr: no policy fits, nobody is told.
const AlertPolicy* policy_for(const std::vector<AlertPolicy>& policies, const AlertSubject& subject,
                              const GroupMembers& groups);

// Why the last of `policies` cannot stand behind those before it.
struct PolicyConflict {
    enum class Kind {
        Unreachable,  // all that it fits is taken by the ones before it
        Crossing      // it and `other` share some, and neither is a part of the other
    };
    Kind kind;
    std::string other;  // name of a policy before it
};
// Groups are compared by name: who is in them is the register's, and may change.
std::optional<PolicyConflict> conflict_of_last(const std::vector<AlertPolicy>& policies);

}  // namespace dondoc
