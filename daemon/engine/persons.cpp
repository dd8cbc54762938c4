// SPDX-License-Identifier: Apache-2.0
#include "engine/persons.h"

#include <cstdint>
#include <utility>

#include "domain/limits.h"
#include "engine/life_record.h"
#include "engine/person_record.h"
#include "language/readers.h"

namespace dondoc::engine {
namespace {

using Ids = std::vector<AssignmentId>;

// A person of an agency sees what is the agency's, one of the office everything: the role has to fit.
void check_role(const std::optional<AgencyId>& agency, const std::optional<Role>& role) {
    if (role && (*role == Role::Agency) != agency.has_value())
        throw UserError("person.role_of_agency", {role_word(*role)}, "role");
}

// Unless it is said otherwise, who has an address is told there.
void tell_by_mail(PersonFacts& facts) {
    if (facts.channels.empty() && !facts.email.empty()) facts.channels = {"mail"};
}

// As wanted, with what holds where nothing is said.
store::Person person_of(const Work& work, const NewPerson& wanted) {
    store::Person person;
    person.agency = wanted.agency;
    person.added_at = work.now;
    person.facts.told = {Told::Lead, Told::Cooperating};
    person.facts.role = wanted.agency ? Role::Agency : Role::Office;
    person.facts = language::edited(person.facts, wanted.edit);
    if (!wanted.edit.channels) tell_by_mail(person.facts);
    check_role(person.agency, person.facts.role);
    return person;
}

void require_room_for_person(int there) {
    if (there >= max_persons_of_agency)
        throw UserError("person.too_many", {std::to_string(max_persons_of_agency)});
}

store::Person added(Work& work, store::Person person, const std::string& by) {
    person.id = work.store.persons.add(person, keys_of(person.facts));
    note_person(work, person.id, "add", by, engine::difference({}, person.facts));
    return person;
}

void check_deputy(Work& work, const store::Person& person, const Deputy& deputy) {
    const auto other = work.store.persons.get(deputy.person);
    if (deputy.person == person.id) throw UserError("person.deputy_self", {person.facts.name}, "deputy");
    if (!other || other->removed_at || other->agency != person.agency)
        throw UserError("person.deputy_elsewhere", {other ? spoken_name(*other) : "?", person.facts.name},
                        "deputy");
    if (deputy.to < deputy.from)
        throw UserError("person.deputy_days", {spoken_day(deputy.from), spoken_day(deputy.to)}, "deputy_to");
    if (deputy.to < work.today())
        throw UserError("person.deputy_passed", {spoken_day(deputy.to), spoken_day(work.today())},
                        "deputy_to");
}

// Who stood in for others, or was stood in for, and is no longer of the same agency.
void end_deputies(Work& work, const store::Person& person, const std::string& by) {
    for (const auto id : work.store.persons.stood_in_for(person.id)) {
        auto other = work.store.persons.get(id).value();
        other.deputy.reset();
        write_person(work, other);
        note_person(work, other.id, "deputy", by, deputy_change(work, person.id, std::nullopt));
    }
}

void give_to(Work& work, const Ids& assignments, const std::optional<store::Person>& person,
             const std::string& note, const std::string& by) {
    for (const auto id : assignments)
        set_responsible(work, work.store.assignments.get(id).value(), person, note, by);
}

}  // namespace

std::string spoken_name(const store::Person& person) {
    return person.facts.name + " (" + std::to_string(person.id.value) + ")";
}

store::Person add_person(Work& work, const NewPerson& wanted) {
    auto person = person_of(work, wanted);
    auto& persons = work.store.persons;
    if (!wanted.another)
        for (const auto& other : persons.named(language::fold(person.facts.name), {}))
            if (other.agency == person.agency)
                throw UserError("person.same_name", {person.facts.name, std::to_string(other.id.value)},
                                "name");
    require_room_for_person(persons.count(person.agency));
    return added(work, std::move(person), wanted.by);
}

store::Person add_another(Work& work, const NewPerson& wanted, int there) {
    auto person = person_of(work, wanted);
    require_room_for_person(there);
    return added(work, std::move(person), wanted.by);
}

ChangedPerson change_person(Work& work, store::Person person, const PersonWish& wanted) {
    const auto before = person;
    person.facts = language::edited(person.facts, wanted.edit);
    const bool moves = wanted.agency && *wanted.agency != person.agency;
    if (moves) {
        require_room_for_person(work.store.persons.count(*wanted.agency));
        person.agency = *wanted.agency;
        person.deputy.reset();
        if (!wanted.edit.role && person.facts.role)
            person.facts.role = person.agency ? Role::Agency : Role::Office;
    }
    if (!wanted.edit.channels && before.facts.email.empty()) tell_by_mail(person.facts);
    check_role(person.agency, person.facts.role);
    if (wanted.no_deputy) person.deputy.reset();
    if (wanted.deputy) {
        check_deputy(work, person, *wanted.deputy);
        person.deputy = wanted.deputy;
    }
    if (person.facts == before.facts && !moves && person.deputy == before.deputy)
        throw UserError("person.nothing_said", {spoken_name(person)});
    write_person(work, person);
    if (person.facts != before.facts)
        note_person(work, person.id, "change", wanted.by, difference(before.facts, person.facts));
    if (moves)
        note_person(work, person.id, "move", wanted.by, move_change(work, before.agency, person.agency));
    if (person.deputy != before.deputy)
        note_person(work, person.id, "deputy", wanted.by, deputy_change(work, before.deputy, person.deputy));
    ChangedPerson changed{person};
    if (!moves) return changed;
    end_deputies(work, person, wanted.by);
    const auto open = work.store.persons.open_of(person.id);
    give_to(work, open, std::nullopt, {}, wanted.by);
    changed.released = static_cast<int>(open.size());
    return changed;
}

ChangedPerson remove_person(Work& work, store::Person person, const std::string& reason,
                            const std::optional<store::Person>& hand_over, const std::string& by) {
    if (language::normalize(reason).empty()) throw UserError("person.no_reason", {}, "reason");
    require_length(reason, max_note_bytes, "reason");
    if (hand_over && hand_over->id == person.id)
        throw UserError("person.hand_over_self", {spoken_name(person)}, "hand_over");
    const auto open = work.store.persons.open_of(person.id);
    give_to(work, open, hand_over, reason, by);
    end_deputies(work, person, by);
    person.removed_at = work.now;
    person.deputy.reset();
    person.facts.email.clear();
    person.facts.phone.clear();
    person.facts.channels.clear();
    person.facts.role.reset();
    write_person(work, person);
    v1::PersonChangeDetail detail;
    detail.set_note(reason);
    note_person(work, person.id, "remove", by, detail);
    ChangedPerson changed{person};
    (hand_over ? changed.handed_over : changed.released) = static_cast<int>(open.size());
    return changed;
}

store::Assignment set_responsible(Work& work, store::Assignment assignment,
                                  const std::optional<store::Person>& person, const std::string& note,
                                  const std::string& by) {
    const auto id = std::to_string(assignment.id.value);
    if (!is_live(assignment.state))
        throw UserError("person.closed", {id, "@state." + std::string{name_of(assignment.state)}});
    require_length(note, max_note_bytes, "note");
    if (person && (person->removed_at || person->agency != assignment.agency))
        throw UserError("person.elsewhere",
                        {spoken_name(*person), id, work.store.agencies.get(assignment.agency).code},
                        "person");
    const auto wanted = person ? std::optional{person->id} : std::nullopt;
    if (assignment.responsible == wanted)
        throw UserError("person.same_responsible", {id, person ? person->facts.name : "@person.nobody"},
                        "person");
    assignment.responsible = wanted;
    v1::ChangeDetail detail;
    detail.set_note(note);
    if (person) detail.set_person(static_cast<std::uint64_t>(person->id.value));
    write_change(work, assignment, ChangeKind::Responsible, by, detail);
    tell(work, assignment, work.store.plans.brief(assignment.task), ChangeKind::Responsible, by, detail);
    return assignment;
}

}  // namespace dondoc::engine
