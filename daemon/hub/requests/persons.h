// SPDX-License-Identifier: Apache-2.0
// Persons as keys see them: the office and operators all, an agency its own.
#pragma once

#include <string>

#include "dondoc/v1/person.pb.h"
#include "hub/requests/requests.h"

namespace dondoc::hub {

// A person by its id, or by a name or mail address that only one of those has whom the key may see. Throws
// UserError "person.unknown", "person.ambiguous".
store::Person find_person(Call& call, const std::string& named, const char* place);

// The person's name, or nothing to a key that may not see it.
std::string name_for(Call& call, PersonId id);

// The same, of those who have not been removed. Throws also "person.removed".
store::Person find_present_person(Call& call, const std::string& named, const char* place);

// An agency looks after its own persons, operators after all; whoever only watches changes none. Throws
// "access.denied".
void require_may_change_persons(const Call& call);

v1::Person person_to_wire(Call& call, const store::Person& person);

// In the transaction of the call.
v1::PersonImportReply import_entries(Call& call,
                                     const google::protobuf::RepeatedPtrField<v1::PersonEntry>& entries,
                                     const std::string& seen);

}  // namespace dondoc::hub
