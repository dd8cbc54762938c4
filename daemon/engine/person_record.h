// SPDX-License-Identifier: Apache-2.0
// Writing persons and what happened to them. Mail addresses and numbers stand in the person's row alone.
#pragma once

#include <optional>
#include <string>

#include "dondoc/v1/person.pb.h"
#include "engine/work.h"
#include "store/persons.h"

namespace dondoc::engine {

store::PersonKeys keys_of(const PersonFacts& facts);

// With the texts by which it is found.
void write_person(Work& work, store::Person& person);

void note_person(Work& work, PersonId person, const char* action, const std::string& by,
                 const v1::PersonChangeDetail& detail);

// What differs, field by field; of what is private only that it does.
v1::PersonChangeDetail difference(const PersonFacts& before, const PersonFacts& after);
// The same with every value: for those who may see them, never for the history.
v1::PersonChangeDetail full_difference(const PersonFacts& before, const PersonFacts& after);
v1::PersonChangeDetail move_change(Work& work, std::optional<AgencyId> before, std::optional<AgencyId> after);
v1::PersonChangeDetail deputy_change(Work& work, const std::optional<Deputy>& before,
                                     const std::optional<Deputy>& after);
// The deputy is no longer there.
v1::PersonChangeDetail deputy_change(Work& work, PersonId before, std::nullopt_t);

}  // namespace dondoc::engine
