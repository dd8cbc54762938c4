// SPDX-License-Identifier: Apache-2.0
// What people write of a person, in files and behind options -> facts; and facts as they are written.
#pragma once

#include "domain/person.h"

namespace dondoc::language {

// The facts with what the edit says. Throws UserError "person.no_name", "person.email", "person.phone",
// "person.lang", "person.channel", "person.channels", "person.quiet", "person.told", "person.told_head",
// "person.role", "value.too_long", with the name of the field as place.
PersonFacts edited(PersonFacts facts, const PersonEdit& edit);

// Every field as edited() reads it again: "lead, cooperating", "21:00-06:00".
PersonEdit written(const PersonFacts& facts);

}  // namespace dondoc::language
