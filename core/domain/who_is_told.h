// SPDX-License-Identifier: Apache-2.0
// Who is told in whose place, and of which work nobody of an agency is told.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/person.h"

namespace dondoc {

// Who is told in the person's place: the deputy, or the deputy's, as long as somebody stands in; a circle
// ends with the last who is in it. `stands_in` says for whom it is asked who does today.
PersonId in_place_of(PersonId person, const std::function<std::optional<PersonId>(PersonId)>& stands_in);

// Somebody of an agency, as far as it decides who is told.
struct Colleague {
    PersonId id;
    std::vector<Told> told;
    bool has_way = false;  // as has_way() says
    std::optional<Deputy> deputy;
};

// Something may arrive by one of the channels. Mail needs an address; what others need is known only to the
// program that sends.
bool has_way(const std::vector<std::string>& channels, bool has_address);

// Of which work nobody is told. Whoever cooperates may choose not to hear of it; what an agency leads it
// answers for, and nobody says a second time that it is new, or near.
enum class Untold {
    Nothing,
    BeforeOverdue,     // heads hear of what is overdue, nobody of anything before that
    Led,               // somebody hears of what the agency cooperates in, nobody of what it leads
    LedBeforeOverdue,  // both: of what it leads heads hear once it is overdue
    Everything         // nobody is there, or is told and has a way
};
std::string_view name_of(Untold untold);  // "before_overdue", as in keys of the catalogue

Untold untold_of(const std::vector<Colleague>& colleagues, local_days today);

}  // namespace dondoc
