// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/limits.h"
#include "engine/assignment_changes.h"
#include "engine/persons.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/life.h"
#include "hub/requests/paging.h"
#include "hub/requests/persons.h"
#include "hub/requests/untold.h"
#include "language/readers.h"
#include "language/words/text_pattern.h"

namespace dondoc::hub {
namespace {

constexpr int most_entries = 20'000, most_entries_of_agencies = 2'000;
constexpr std::size_t most_named = 5;  // in a refusal

PersonEdit edit_from_wire(const v1::PersonEdit& wire) {
    const auto said = [](bool is_said, const std::string& text) {
        return is_said ? std::optional{text} : std::nullopt;
    };
    return {said(wire.has_name(), wire.name()),   said(wire.has_position(), wire.position()),
            said(wire.has_email(), wire.email()), said(wire.has_phone(), wire.phone()),
            said(wire.has_lang(), wire.lang()),   said(wire.has_channels(), wire.channels()),
            said(wire.has_quiet(), wire.quiet()), said(wire.has_told(), wire.told()),
            said(wire.has_role(), wire.role())};
}

// A gateway for itself sees who may log in.
bool may_see(const Call& call, const store::Person& person) {
    if (call.who.is_gateway()) return person.facts.role && !person.removed_at;
    return call.who.may(Role::Office) || (person.agency && person.agency == call.who.agency);
}

// In a file an agency is called by its code or, as people do, by its name. To an agency's key every name but
// its own is foreign, whether or not somebody has it.
std::optional<AgencyId> agency_of_entry(const Call& call, const std::string& named) {
    if (named.empty() || call.engine.store().agencies.find(named)) return call.agency(named);
    try {
        const auto party = call.engine.directory().reader(call.engine.today(), {}).resolve(named);
        if (party.kind != language::Party::Kind::Agency) throw UserError("agency.unknown", {named}, "agency");
        return call.agency(party.code);
    } catch (const UserError&) {
        if (call.sees_all()) throw;
        throw UserError("access.foreign", {named, call.who.agency_code}, "agency");
    }
}

std::optional<PersonId> id_in(const std::string& text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return PersonId{number};
}

// `before`: agency of the person until now.
void answer_person(Call& call, const engine::ChangedPerson& changed, std::optional<AgencyId> before,
                   v1::PersonReply& reply) {
    *reply.mutable_person() = person_to_wire(call, changed.person);
    reply.set_handed_over(static_cast<std::uint64_t>(changed.handed_over));
    reply.set_released(static_cast<std::uint64_t>(changed.released));
    warn_of_untold(call, {changed.person.agency, before}, *reply.mutable_warnings());
}

std::optional<Deputy> deputy_of(Call& call, const v1::PersonChangeRequest& wanted) {
    if (wanted.deputy().empty()) return std::nullopt;
    const auto from = to_day(wanted.deputy_from(), "deputy_from");
    const auto to = to_day(wanted.deputy_to(), "deputy_to");
    if (!to) throw UserError("person.deputy_no_end", {}, "deputy_to");
    return Deputy{find_present_person(call, wanted.deputy(), "deputy").id, from.value_or(call.engine.today()),
                  *to};
}

void warn_of_list(Call& call, const store::PersonFilter& filter, Sentences& warnings) {
    if (filter.agency || filter.everybody) return warn_of_all_untold(call, filter.agency, warnings);
    const auto office = call.engine.store().agencies.find(call.engine.rules().office);
    if (office) warn_of_all_untold(call, office->id, warnings);
}

}  // namespace

v1::Person person_to_wire(Call& call, const store::Person& person) {
    const auto& facts = person.facts;
    const auto written = language::written(facts);
    v1::Person wire;
    wire.set_id(static_cast<std::uint64_t>(person.id.value));
    if (person.agency) wire.set_agency(call.engine.store().agencies.get(*person.agency).code);
    wire.set_name(facts.name);
    wire.set_position(facts.position);
    wire.set_email(facts.email);
    wire.set_phone(facts.phone);
    wire.set_lang(facts.lang);
    for (const auto& channel : facts.channels) wire.add_channels(channel);
    wire.set_quiet(*written.quiet);
    for (const auto& [as, name] : told_names)
        if (std::ranges::find(facts.told, as) != facts.told.end()) wire.add_told(name);
    if (facts.role) wire.set_role(*written.role);
    if (person.deputy) {
        auto& deputy = *wire.mutable_deputy();
        deputy.set_person(static_cast<std::uint64_t>(person.deputy->person.value));
        deputy.set_name(name_for(call, person.deputy->person));
        deputy.set_from(iso_day(person.deputy->from));
        deputy.set_to(iso_day(person.deputy->to));
    }
    wire.set_revision(static_cast<std::uint64_t>(person.revision));
    set(*wire.mutable_added(), person.added_at);
    if (person.removed_at) set(*wire.mutable_removed(), *person.removed_at);
    return wire;
}

void require_may_change_persons(const Call& call) {
    if (call.who.role == Role::Office) throw UserError("access.denied", {role_word(Role::Operator)});
}

store::Person find_person(Call& call, const std::string& named, const char* place) {
    require_length(named, max_name_bytes, place);
    auto& persons = call.engine.store().persons;
    std::vector<store::Person> found;
    if (const auto id = id_in(named)) {
        if (auto person = persons.get(*id)) found.push_back(std::move(*person));
    } else {
        found = persons.named(language::fold(named), language::normalize(named));
    }
    std::erase_if(found, [&](const auto& person) { return !may_see(call, person); });
    if (found.empty()) throw UserError("person.unknown", {named}, place);
    if (found.size() == 1) return found.front();
    std::string names;
    for (std::size_t i = 0; i < std::min(found.size(), most_named); ++i) {
        const auto& agency = found[i].agency;
        names += (names.empty() ? "" : "; ") + engine::spoken_name(found[i]) +
                 (agency ? ", " + call.engine.store().agencies.get(*agency).code : "");
    }
    throw UserError("person.ambiguous", {named, names}, place);
}

store::Person find_present_person(Call& call, const std::string& named, const char* place) {
    auto person = find_person(call, named, place);
    if (person.removed_at)
        throw UserError("person.removed",
                        {engine::spoken_name(person), spoken_day(civil_day(*person.removed_at))}, place);
    return person;
}

std::string name_for(Call& call, PersonId id) {
    const auto person = call.engine.store().persons.get(id);
    return person && may_see(call, *person) ? person->facts.name : std::string{};
}

v1::PersonImportReply import_entries(Call& call,
                                     const google::protobuf::RepeatedPtrField<v1::PersonEntry>& entries,
                                     const std::string& seen) {
    require_may_change_persons(call);
    const int most = call.who.may(Role::Operator) ? most_entries : most_entries_of_agencies;
    if (entries.size() > most) throw UserError("person.too_many_entries", {std::to_string(most)}, "entries");
    std::vector<engine::PersonOfFile> persons;
    for (int i = 0; i < entries.size(); ++i) {
        try {
            persons.push_back(
                {agency_of_entry(call, entries[i].agency()), edit_from_wire(entries[i].edit())});
        } catch (const UserError& error) {
            throw UserError(error.message().key, error.message().args,
                            "entries[" + std::to_string(i) + "].agency");
        }
    }
    auto reply = engine::import_persons(*call.work, persons, seen, call.by());
    std::set<std::optional<AgencyId>> agencies;
    for (const auto& person : persons) agencies.insert(person.agency);
    warn_of_untold(call, agencies, *reply.mutable_warnings());
    return reply;
}

void add_person(Call& call, const v1::PersonAddRequest& wanted, v1::PersonReply& reply) {
    require_may_change_persons(call);
    const auto person =
        engine::add_person(*call.work, {agency_of_entry(call, wanted.entry().agency()),
                                        edit_from_wire(wanted.entry().edit()), wanted.another(), call.by()});
    answer_person(call, {person}, person.agency, reply);
}

void change_person(Call& call, const v1::PersonChangeRequest& wanted, v1::PersonReply& reply) {
    require_may_change_persons(call);
    const auto person = find_present_person(call, wanted.person(), "person");
    if (wanted.revision() != 0 && wanted.revision() != static_cast<std::uint64_t>(person.revision))
        throw UserError(
            "person.changed_meanwhile",
            {engine::spoken_name(person), std::to_string(wanted.revision()), std::to_string(person.revision)},
            "revision");
    engine::PersonWish wish;
    wish.edit = edit_from_wire(wanted.edit());
    if (wanted.has_agency()) wish.agency = call.agency(wanted.agency());
    wish.deputy = deputy_of(call, wanted);
    wish.no_deputy = wanted.no_deputy();
    wish.by = call.by();
    answer_person(call, engine::change_person(*call.work, person, wish), person.agency, reply);
}

void remove_person(Call& call, const v1::PersonRemoveRequest& wanted, v1::PersonReply& reply) {
    require_may_change_persons(call);
    const auto person = find_present_person(call, wanted.person(), "person");
    std::optional<store::Person> hand_over;
    if (!wanted.hand_over().empty()) hand_over = find_present_person(call, wanted.hand_over(), "hand_over");
    answer_person(call, engine::remove_person(*call.work, person, wanted.reason(), hand_over, call.by()),
                  person.agency, reply);
}

void list_persons(Call& call, const v1::PersonListRequest& wanted, v1::PersonListReply& list) {
    store::PersonFilter filter;
    filter.agency = call.agency(wanted.agency());
    if (wanted.office() && (filter.agency || !call.who.may(Role::Office)))
        throw UserError("person.office_or_agency", {}, "office");
    filter.everybody = !filter.agency && !wanted.office();
    require_length(wanted.text(), max_name_bytes, "text");
    filter.words = language::TextPattern{wanted.text()}.bare();
    filter.removed = wanted.removed();
    filter.after = {offset_of(wanted.after())};
    const int limit = page_size(wanted.limit());
    filter.limit = limit + 1;  // one more tells whether there is more
    for (const auto& person : call.engine.store().persons.list(filter)) {
        if (list.persons_size() == limit) {
            list.set_next(list.persons(limit - 1).id());
            break;
        }
        *list.add_persons() = person_to_wire(call, person);
    }
    const bool is_whole = wanted.text().empty() && wanted.after() == 0;
    if (is_whole && !call.who.is_gateway()) warn_of_list(call, filter, *list.mutable_warnings());
}

void show_person(Call& call, const v1::PersonShowRequest& wanted, v1::PersonShowReply& shown) {
    const auto person = find_person(call, wanted.person(), "person");
    auto& persons = call.engine.store().persons;
    *shown.mutable_person() = person_to_wire(call, person);
    if (call.who.is_gateway()) return;  // no more than it needs to log somebody in
    shown.mutable_person()->set_responsible(persons.open_of(person.id).size());
    for (const auto& change : persons.history(person.id)) {
        auto& entry = *shown.add_history();
        set(*entry.mutable_time(), change.at);
        entry.set_action(change.action);
        entry.set_by(change.by);
        if (!entry.mutable_detail()->ParseFromString(change.detail))
            throw std::runtime_error("a change of person " + std::to_string(person.id.value) +
                                     " cannot be decoded");
    }
}

void import_persons(Call& call, const v1::PersonImportRequest& wanted, v1::PersonImportReply& reply) {
    reply = import_entries(call, wanted.entries(), wanted.seen());
}

void name_responsible(Call& call, const v1::AssignmentResponsibleRequest& wanted,
                      v1::AssignmentResponsibleReply& reply) {
    const auto assignment = call.own_assignment(wanted.assignment());
    require_may_change_persons(call);
    if (wanted.revision() != 0)
        engine::require_revision(*call.work, assignment, static_cast<std::int64_t>(wanted.revision()));
    std::optional<store::Person> person;
    if (!wanted.person().empty()) person = find_present_person(call, wanted.person(), "person");
    engine::set_responsible(*call.work, assignment, person, wanted.note(), call.by());
    *reply.mutable_assignment() = assignment_row(call, assignment.id);
}

}  // namespace dondoc::hub
