// SPDX-License-Identifier: Apache-2.0
// Persons of a file. Whom an entry means is found by agency and name; where several have the name, by the
// mail address. Entries and persons of one name that remain, one of each, are the same person with a new
// address.
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/state_digest.h"
#include "engine/person_record.h"
#include "engine/persons.h"
#include "language/readers.h"

namespace dondoc::engine {
namespace {

struct Entry {
    std::size_t index;
    std::string email;                   // as it will be; empty: not said
    std::optional<store::Person> known;  // nullopt: is added
};
using Namesakes = std::vector<Entry>;

std::string place_of(std::size_t index, const std::string& field) {
    return "entries[" + std::to_string(index) + "]." + (field.empty() ? "" : "edit." + field);
}

// What is wrong with one entry says which.
template <typename Do>
auto of_entry(std::size_t index, Do carry_out) {
    try {
        return carry_out();
    } catch (const store::StorageError&) {
        throw;  // of no entry in particular
    } catch (const UserError& error) {
        throw UserError(error.message().key, error.message().args, place_of(index, error.place()));
    }
}

std::optional<store::Person> take_by_email(std::vector<store::Person>& there, const std::string& email) {
    const auto found = std::ranges::find_if(there, [&](const auto& person) {
        return !email.empty() && language::fold(person.facts.email) == language::fold(email);
    });
    if (found == there.end()) return std::nullopt;
    auto person = *found;
    there.erase(found);
    return person;
}

void match(Namesakes& entries, std::vector<store::Person> there) {
    for (auto& entry : entries) entry.known = take_by_email(there, entry.email);
    const auto is_open = [](const Entry& entry) { return !entry.known; };
    const auto open = std::ranges::count_if(entries, is_open);
    if (open == 0 || there.empty()) return;
    auto& first = *std::ranges::find_if(entries, is_open);
    if (open > 1 || there.size() > 1)
        throw UserError("person.which_of_same_name", {there.front().facts.name},
                        place_of(first.index, "name"));
    first.known = there.front();
}

// Two entries that could not be told apart would be one person, or two at random.
void require_distinct(const Namesakes& entries, const std::string& name) {
    std::set<std::string> emails;
    for (const auto& entry : entries)
        if (!emails.insert(language::fold(entry.email)).second || (entry.email.empty() && entries.size() > 1))
            throw UserError("person.twice", {name}, place_of(entry.index, "name"));
}

// Whom the entries mean, by their index, and how many persons the agencies of the file have.
struct Known {
    std::map<std::size_t, store::Person> persons;
    std::map<std::optional<AgencyId>, int> there;
};

Known known_of(Work& work, const std::vector<PersonOfFile>& entries) {
    std::map<std::optional<AgencyId>, std::map<std::string, Namesakes>> by_name;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto facts = of_entry(i, [&] { return language::edited({}, entries[i].edit); });
        by_name[entries[i].agency][language::fold(facts.name)].push_back({i, facts.email, std::nullopt});
    }
    Known known;
    for (auto& [agency, names] : by_name) {
        std::map<std::string, std::vector<store::Person>> there;
        auto persons = work.store.persons.of(agency);
        known.there[agency] = static_cast<int>(persons.size());
        for (auto& person : persons) there[language::fold(person.facts.name)].push_back(std::move(person));
        for (auto& [name, namesakes] : names) {
            require_distinct(namesakes, *entries[namesakes.front().index].edit.name);
            match(namesakes, there[name]);
            for (auto& entry : namesakes)
                if (entry.known) known.persons.emplace(entry.index, std::move(*entry.known));
        }
    }
    return known;
}

bool changes(const store::Person& person, const PersonEdit& edit) {
    return language::edited(person.facts, edit) != person.facts;
}

std::string trial_digest(const v1::PersonImportReply& reply) {
    StateDigest digest;
    for (const auto& difference : reply.differences()) digest.add(difference.SerializeAsString());
    return digest.text();
}

}  // namespace

v1::PersonImportReply import_persons(Work& work, const std::vector<PersonOfFile>& entries,
                                     const std::string& seen, const std::string& by) {
    auto known = known_of(work, entries);
    v1::PersonImportReply reply;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& agency = entries[i].agency;
        const auto& edit = entries[i].edit;
        const auto found = known.persons.find(i);
        const bool is_new = found == known.persons.end();
        if (!is_new && !changes(found->second, edit)) {
            reply.set_unchanged(reply.unchanged() + 1);
            continue;
        }
        const auto after = of_entry(i, [&] {
            // Namesakes of the file were told apart already.
            return is_new ? add_another(work, {agency, edit, true, by}, known.there.at(agency)++)
                          : change_person(work, found->second, {edit, {}, {}, false, by}).person;
        });
        auto& difference = *reply.add_differences();
        difference.set_entry(i);
        difference.set_person(is_new ? 0 : static_cast<std::uint64_t>(after.id.value));
        if (agency) difference.set_agency(work.store.agencies.get(*agency).code);
        difference.set_name(after.facts.name);
        const auto before = is_new ? PersonFacts{} : found->second.facts;
        *difference.mutable_changed() = full_difference(before, after.facts).changed();
        if (is_new)
            reply.set_added(reply.added() + 1);
        else
            reply.set_changed(reply.changed() + 1);
    }
    reply.set_seen(trial_digest(reply));
    if (!seen.empty() && seen != reply.seen()) throw UserError("person.other_than_seen", {}, "seen");
    return reply;
}

}  // namespace dondoc::engine
