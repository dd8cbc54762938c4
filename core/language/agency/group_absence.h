// SPDX-License-Identifier: Apache-2.0
// Members of a group that did not exist on the day a document was written: what "UBND các xã" is assigned on
// the day before the communes begin would be nobody's.
#pragma once

#include <string>
#include <vector>

#include "domain/agency.h"
#include "domain/message.h"

namespace dondoc::language {

struct AbsentMember {
    std::string code;
    std::string name;
    local_days day;                   // its first one, of one that comes later; else its last one
    bool comes_later = false;         // else it had ended
    std::vector<std::string> takers;  // codes of who can be assigned in its place: itself when it comes later
    std::vector<std::string> taker_names;
    bool operator==(const AbsentMember&) const = default;
};

// Those of the group that did not exist on that day. Not those whose work is in the group all the same: who
// took over is a member too, or, of one that comes later, an agency that it comes from.
std::vector<AbsentMember> absent_members(const Register& agencies, const AgencyGroup& group,
                                         local_days written);

// What to ask whoever enters the plan: who is absent, since when, who takes over. One question for those that
// come later, one for those that had ended. `all`: members of the group.
std::vector<Message> absence_questions(const std::string& group, std::size_t all,
                                       const std::vector<AbsentMember>& absent);

}  // namespace dondoc::language
