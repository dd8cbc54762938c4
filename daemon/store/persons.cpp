// SPDX-License-Identifier: Apache-2.0
#include "store/persons.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "store/bits.h"
#include "store/text_list.h"

namespace dondoc::store {
namespace {

const std::string person_columns =
    "SELECT id, agency_id, name, position, email, phone, lang, channels, quiet_from, quiet_until, told, "
    "role, "
    "deputy_id, deputy_from, deputy_to, revision, added_at, removed_at FROM person ";

const std::string colleague_columns =
    "SELECT id, told, channels, email <> '', deputy_id, deputy_from, deputy_to, agency_id FROM person "
    "WHERE removed_at IS NULL ";

std::vector<Told> told_of(std::int64_t bits) {
    std::vector<Told> told;
    for (const auto& [as, name] : told_names)
        if ((bits & bit_of(as)) != 0) told.push_back(as);
    return told;
}

std::optional<std::int64_t> minutes_of(const std::optional<QuietHours>& quiet,
                                       std::chrono::minutes QuietHours::*end) {
    if (!quiet) return std::nullopt;
    return ((*quiet).*end).count();
}

Person read_person(const Rows& rows) {
    Person person;
    person.id = rows.id<PersonId>(0);
    if (!rows.is_null(1)) person.agency = rows.id<AgencyId>(1);
    auto& facts = person.facts;
    facts.name = rows.text(2);
    facts.position = rows.text(3);
    facts.email = rows.text(4);
    facts.phone = rows.text(5);
    facts.lang = rows.text(6);
    facts.channels = split(rows.text(7));
    if (!rows.is_null(8))
        facts.quiet = {std::chrono::minutes{rows.integer(8)}, std::chrono::minutes{rows.integer(9)}};
    facts.told = told_of(rows.integer(10));
    if (!rows.is_null(11)) facts.role = static_cast<Role>(rows.integer(11));
    if (!rows.is_null(12)) person.deputy = {rows.id<PersonId>(12), rows.day(13), rows.day(14)};
    person.revision = rows.integer(15);
    person.added_at = rows.instant(16);
    person.removed_at = rows.maybe_instant(17);
    return person;
}

Colleague read_colleague(const Rows& rows) {
    Colleague one{rows.id<PersonId>(0),
                  told_of(rows.integer(1)),
                  has_way(split(rows.text(2)), rows.integer(3) != 0),
                  {}};
    if (!rows.is_null(4)) one.deputy = {rows.id<PersonId>(4), rows.day(5), rows.day(6)};
    return one;
}

std::vector<Person> read_persons(Rows rows) {
    std::vector<Person> persons;
    while (rows.next()) persons.push_back(read_person(rows));
    return persons;
}

}  // namespace

Persons::Persons(Database& database)
    : database_(database),
      get_(database, person_columns + "WHERE id = ?"),
      of_(database, person_columns + "WHERE agency_id IS ? AND removed_at IS NULL ORDER BY id"),
      named_(database, person_columns +
                           "WHERE removed_at IS NULL AND (folded = ?1 OR (email <> '' AND email = ?2 "
                           "COLLATE NOCASE)) ORDER BY id"),
      list_(database, person_columns +
                          "WHERE id > ?1 AND (?2 OR agency_id IS ?3) AND (?4 OR removed_at IS NULL) AND "
                          "instr(search, ?5) > 0 ORDER BY id LIMIT ?6"),
      count_(database, "SELECT count(*) FROM person WHERE agency_id IS ? AND removed_at IS NULL"),
      colleagues_(database, colleague_columns + "AND agency_id IS ?"),
      all_colleagues_(database, colleague_columns),
      insert_(database,
              "INSERT INTO person (agency_id, name, folded, search, position, email, phone, lang, channels, "
              "quiet_from, quiet_until, told, role, added_at, revision) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"),
      update_(database,
              "UPDATE person SET agency_id = ?, name = ?, folded = ?, search = ?, position = ?, email = ?, "
              "phone = ?, "
              "lang = ?, channels = ?, quiet_from = ?, quiet_until = ?, told = ?, role = ?, deputy_id = ?, "
              "deputy_from = ?, deputy_to = ?, removed_at = ?, revision = revision + 1 WHERE id = ? AND "
              "revision = ?"),
      note_(database, "INSERT INTO person_change (person_id, at, action, by, detail) VALUES (?, ?, ?, ?, ?)"),
      history_(database, "SELECT at, action, by, detail FROM person_change WHERE person_id = ? ORDER BY id"),
      stood_in_for_(database, "SELECT id FROM person WHERE deputy_id = ? AND removed_at IS NULL ORDER BY id"),
      open_of_(database, "SELECT id FROM assignment WHERE responsible_id = ? AND state <= 3 ORDER BY id") {}

std::optional<Person> Persons::get(PersonId id) {
    auto rows = get_.query(id);
    if (!rows.next()) return std::nullopt;
    return read_person(rows);
}

std::vector<Person> Persons::of(std::optional<AgencyId> agency) {
    return read_persons(of_.query(agency));
}

std::vector<Person> Persons::named(const std::string& folded_name, const std::string& email) {
    return read_persons(named_.query(folded_name, email));
}

std::vector<Person> Persons::list(const PersonFilter& filter) {
    return read_persons(list_.query(filter.after, static_cast<int>(filter.everybody), filter.agency,
                                    static_cast<int>(filter.removed), filter.words, filter.limit));
}

int Persons::count(std::optional<AgencyId> agency) {
    return static_cast<int>(count_.query(agency).number());
}

std::vector<Colleague> Persons::colleagues(std::optional<AgencyId> agency) {
    std::vector<Colleague> found;
    for (auto rows = colleagues_.query(agency); rows.next();) found.push_back(read_colleague(rows));
    return found;
}

const Colleagues& Persons::all_colleagues() {
    return kept_.get(database_, [&] {
        Colleagues all;
        for (auto rows = all_colleagues_.query(); rows.next();)
            all[rows.is_null(7) ? std::nullopt : std::optional{rows.id<AgencyId>(7)}].push_back(
                read_colleague(rows));
        return all;
    });
}

PersonId Persons::add(const Person& person, const PersonKeys& keys) {
    const auto& facts = person.facts;
    insert_.run(person.agency, facts.name, keys.name, keys.search, facts.position, facts.email, facts.phone,
                facts.lang, join(facts.channels), minutes_of(facts.quiet, &QuietHours::from),
                minutes_of(facts.quiet, &QuietHours::until), bits_of(facts.told), facts.role,
                person.added_at);
    return {insert_.last_row()};
}

void Persons::write(Person& person, const PersonKeys& keys) {
    const auto& facts = person.facts;
    const auto& deputy = person.deputy;
    const int changed = update_.run(
        person.agency, facts.name, keys.name, keys.search, facts.position, facts.email, facts.phone,
        facts.lang, join(facts.channels), minutes_of(facts.quiet, &QuietHours::from),
        minutes_of(facts.quiet, &QuietHours::until), bits_of(facts.told), facts.role,
        deputy ? std::optional{deputy->person} : std::nullopt,
        deputy ? std::optional{deputy->from} : std::nullopt,
        deputy ? std::optional{deputy->to} : std::nullopt, person.removed_at, person.id, person.revision);
    if (changed != 1)
        throw std::logic_error("person " + std::to_string(person.id.value) + " is not at revision " +
                               std::to_string(person.revision));
    ++person.revision;
}

void Persons::note(PersonId person, const PersonChange& change) {
    note_.run(person, change.at, change.action, change.by, Blob{change.detail});
}

std::vector<PersonChange> Persons::history(PersonId person) {
    std::vector<PersonChange> changes;
    for (auto rows = history_.query(person); rows.next();)
        changes.push_back({rows.instant(0), rows.text(1), rows.text(2), rows.blob(3)});
    return changes;
}

std::vector<PersonId> Persons::stood_in_for(PersonId person) {
    return stood_in_for_.query(person).ids<PersonId>();
}

std::vector<AssignmentId> Persons::open_of(PersonId person) {
    return open_of_.query(person).ids<AssignmentId>();
}

}  // namespace dondoc::store
