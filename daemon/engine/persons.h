// SPDX-License-Identifier: Apache-2.0
// Persons: who is added, changed and removed, and who is responsible for an assignment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/person.pb.h"
#include "engine/work.h"
#include "store/persons.h"

namespace dondoc::engine {

inline constexpr int max_persons_of_agency = 1'000;

struct NewPerson {
    std::optional<AgencyId> agency;  // nullopt: of the office
    PersonEdit edit;
    bool another = false;  // somebody else than the one of the same name who is there
    std::string by;        // name of the key that asks, here and below
};
// What the edit does not say: told of what the agency leads and cooperates in, by mail where there is an
// address, may log in with the role of its agency or of the office. Throws what language::edited() throws,
// "person.role_of_agency", "person.same_name", "person.too_many".
store::Person add_person(Work& work, const NewPerson& wanted);
// The same for whoever has told apart those of one name and knows how many are there: of a list each is added
// without looking at all others.
store::Person add_another(Work& work, const NewPerson& wanted, int there);

struct PersonWish {
    PersonEdit edit;
    std::optional<std::optional<AgencyId>> agency;  // moves; to nullopt: to the office
    std::optional<Deputy> deputy;
    bool no_deputy = false;
    std::string by;
};
struct ChangedPerson {
    store::Person person;
    int released = 0;     // open assignments for which nobody is responsible any more
    int handed_over = 0;  // or somebody else
};
// Throws the same, "person.nothing_said", and "person.deputy_self", "person.deputy_elsewhere",
// "person.deputy_days", "person.deputy_passed".
ChangedPerson change_person(Work& work, store::Person person, const PersonWish& wanted);

// Throws "person.no_reason", "person.hand_over_self", "person.elsewhere".
ChangedPerson remove_person(Work& work, store::Person person, const std::string& reason,
                            const std::optional<store::Person>& hand_over, const std::string& by);

// An entry of a file, with the agency it names.
struct PersonOfFile {
    std::optional<AgencyId> agency;
    PersonEdit edit;
};
// Adds and changes; errors have the place "entries[12].edit.email". Throws the same, "person.twice",
// "person.which_of_same_name", and where `seen` is not empty "person.other_than_seen".
v1::PersonImportReply import_persons(Work& work, const std::vector<PersonOfFile>& entries,
                                     const std::string& seen, const std::string& by);

// nullopt: nobody any more. Throws "person.closed", "person.elsewhere", "person.same_responsible",
// "value.too_long".
store::Assignment set_responsible(Work& work, store::Assignment assignment,
                                  const std::optional<store::Person>& person, const std::string& note,
                                  const std::string& by);

// How a person is named in a sentence: "Nguyễn Văn An (12)".
std::string spoken_name(const store::Person& person);

}  // namespace dondoc::engine
