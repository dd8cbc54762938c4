// SPDX-License-Identifier: Apache-2.0
#include "engine/person_record.h"

#include <string_view>

#include "language/readers.h"
#include "language/words/text_pattern.h"

namespace dondoc::engine {
namespace {

void add_field(v1::PersonChangeDetail& detail, std::string_view field, const std::string& before,
               const std::string& after) {
    auto& change = *detail.add_changed();
    change.set_field(std::string{field});
    change.set_old(before);
    change.set_new_(after);
}

v1::PersonChangeDetail changed_fields(const PersonFacts& before, const PersonFacts& after,
                                      bool with_private) {
    const auto old = language::written(before);
    const auto now = language::written(after);
    v1::PersonChangeDetail detail;
    for (const auto& field : person_fields) {
        const auto& from = *(old.*field.value);
        const auto& to = *(now.*field.value);
        if (from == to) continue;
        const bool shown = with_private || !field.is_private;
        add_field(detail, field.name, shown ? from : "", shown ? to : "");
    }
    return detail;
}

std::string person_name(Work& work, PersonId id) {
    const auto person = work.store.persons.get(id);
    return person ? person->facts.name : std::string{};
}

std::string text_of(Work& work, const std::optional<Deputy>& deputy) {
    if (!deputy) return {};
    return person_name(work, deputy->person) + ", " + iso_day(deputy->from) + " - " + iso_day(deputy->to);
}

}  // namespace

store::PersonKeys keys_of(const PersonFacts& facts) {
    return {language::fold(facts.name),
            language::TextPattern{facts.name + " " + facts.position + " " + facts.email + " " + facts.phone}
                .bare()};
}

void write_person(Work& work, store::Person& person) {
    work.store.persons.write(person, keys_of(person.facts));
}

void note_person(Work& work, PersonId person, const char* action, const std::string& by,
                 const v1::PersonChangeDetail& detail) {
    work.store.persons.note(person, {work.now, action, by, detail.SerializeAsString()});
}

v1::PersonChangeDetail difference(const PersonFacts& before, const PersonFacts& after) {
    return changed_fields(before, after, false);
}

v1::PersonChangeDetail full_difference(const PersonFacts& before, const PersonFacts& after) {
    return changed_fields(before, after, true);
}

v1::PersonChangeDetail move_change(Work& work, std::optional<AgencyId> before,
                                   std::optional<AgencyId> after) {
    const auto code = [&](const std::optional<AgencyId>& agency) {
        return agency ? work.store.agencies.get(*agency).code : std::string{};
    };
    v1::PersonChangeDetail detail;
    add_field(detail, "agency", code(before), code(after));
    return detail;
}

v1::PersonChangeDetail deputy_change(Work& work, const std::optional<Deputy>& before,
                                     const std::optional<Deputy>& after) {
    v1::PersonChangeDetail detail;
    add_field(detail, "deputy", text_of(work, before), text_of(work, after));
    return detail;
}

v1::PersonChangeDetail deputy_change(Work& work, PersonId before, std::nullopt_t) {
    v1::PersonChangeDetail detail;
    add_field(detail, "deputy", person_name(work, before), "");
    return detail;
}

}  // namespace dondoc::engine
