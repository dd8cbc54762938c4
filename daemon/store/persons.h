// SPDX-License-Identifier: Apache-2.0
// Persons of agencies and of the office, with the append-only history of each.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/who_is_told.h"
#include "store/database.h"
#include "store/while_unchanged.h"

namespace dondoc::store {

struct Person {
    PersonId id;
    std::optional<AgencyId> agency;  // nullopt: of the office
    PersonFacts facts;
    std::optional<Deputy> deputy;
    std::int64_t revision = 1;
    sys_seconds added_at{};
    std::optional<sys_seconds> removed_at;
};

struct PersonChange {
    sys_seconds at;
    std::string action;
    std::string by;      // name of the key
    std::string detail;  // a serialized dondoc.v1.PersonChangeDetail
};

struct PersonFilter {
    bool everybody = false;          // of every agency and of the office
    std::optional<AgencyId> agency;  // nullopt: of the office
    std::string words;               // part of PersonKeys::search; empty: all
    bool removed = false;            // also those who were removed
    PersonId after;
    int limit = 100;
};

// Texts by which a person is found.
struct PersonKeys {
    std::string name;    // folded, with its marks: who has another one is somebody else
    std::string search;  // name, position, mail address and number, folded and without marks
};

// What decides who is told, of agencies and of the office.
using Colleagues = std::map<std::optional<AgencyId>, std::vector<Colleague>>;

class Persons {
  public:
    explicit Persons(Database& database);

    std::optional<Person> get(PersonId id);
    // Those who are there, of an agency or of the office, by id.
    std::vector<Person> of(std::optional<AgencyId> agency);
    // Of all agencies and the office: those who are there and have the name, or the mail address.
    std::vector<Person> named(const std::string& folded_name, const std::string& email);
    std::vector<Person> list(const PersonFilter& filter);
    int count(std::optional<AgencyId> agency);
    // Of those who are there. Of all agencies: not within a transaction.
    std::vector<Colleague> colleagues(std::optional<AgencyId> agency);
    const Colleagues& all_colleagues();

    PersonId add(const Person& person, const PersonKeys& keys);
    // As it is given here; its revision must be the one on disk, and is one more afterwards.
    void write(Person& person, const PersonKeys& keys);
    void note(PersonId person, const PersonChange& change);
    std::vector<PersonChange> history(PersonId person);  // oldest first

    // Whose deputy the person is, among those who are there.
    std::vector<PersonId> stood_in_for(PersonId person);
    std::vector<AssignmentId> open_of(PersonId person);  // for which it is responsible, by id

  private:
    Database& database_;
    Statement get_, of_, named_, list_, count_, colleagues_, all_colleagues_;
    Statement insert_, update_, note_, history_, stood_in_for_, open_of_;
    WhileUnchanged<Colleagues> kept_;
};

}  // namespace dondoc::store
