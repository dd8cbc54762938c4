// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/persons.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

#include "domain/who_is_told.h"

namespace dondoc::relay {
namespace {

constexpr int minutes_of_day = 24 * 60;

bool is_away(const v1::Person& person, local_days day) {
    if (!person.has_deputy()) return false;
    const auto from = parse_iso_day(person.deputy().from());
    const auto to = parse_iso_day(person.deputy().to());
    return from && to && *from <= day && day <= *to;
}

PersonId person_id(std::uint64_t number) {
    return {static_cast<std::int64_t>(number)};
}

}  // namespace

void Persons::add(v1::Person person) {
    if (person.has_removed()) return;
    if (const auto* known = find(person.id())) {
        const auto [first, last] = by_agency_.equal_range(known->agency());
        by_agency_.erase(std::find(
            first, last, std::pair<const std::string, std::uint64_t>{known->agency(), person.id()}));
    }
    by_agency_.emplace(person.agency(), person.id());
    persons_.insert_or_assign(person.id(), std::move(person));
}

const v1::Person* Persons::find(std::uint64_t id) const {
    const auto found = persons_.find(id);
    return found == persons_.end() ? nullptr : &found->second;
}

std::vector<const v1::Person*> Persons::of(const std::string& agency) const {
    if (!office_.empty() && agency == office_) return of_office();
    std::vector<const v1::Person*> found;
    const auto [first, last] = by_agency_.equal_range(agency);
    for (auto it = first; it != last; ++it) found.push_back(find(it->second));
    std::ranges::sort(found, {}, &v1::Person::id);
    return found;
}

std::vector<const v1::Person*> Persons::of_office() const {
    std::vector<const v1::Person*> found;
    for (const auto& [id, person] : persons_)
        if (person.agency().empty() || (!office_.empty() && person.agency() == office_))
            found.push_back(&person);
    return found;
}

const v1::Person& Persons::in_place_of(const v1::Person& person, local_days day) const {
    const auto known = [&](PersonId id) { return find(static_cast<std::uint64_t>(id.value)); };
    const auto own = person_id(person.id());
    const auto told = dondoc::in_place_of(own, [&](PersonId id) -> std::optional<PersonId> {
        const auto& away = id == own ? person : *known(id);
        const auto* deputy = is_away(away, day) ? find(away.deputy().person()) : nullptr;
        return deputy == nullptr ? std::nullopt : std::optional{person_id(away.deputy().person())};
    });
    return told == own ? person : *known(told);
}

bool is_told_as(const v1::Person& person, const char* as) {
    return std::ranges::find(person.told(), as) != person.told().end();
}

std::optional<TimesOfDay> times_of_day(const std::string& text) {
    int from_h = 0, from_m = 0, until_h = 0, until_m = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%2d:%2d-%2d:%2d%c", &from_h, &from_m, &until_h, &until_m, &rest) != 4)
        return std::nullopt;
    const TimesOfDay times{from_h * 60 + from_m, until_h * 60 + until_m};
    const bool is_sound = times.from >= 0 && times.from <= minutes_of_day && times.until >= 0 &&
                          times.until <= minutes_of_day && times.from != times.until;
    return is_sound ? std::optional{times} : std::nullopt;
}

sys_seconds after_quiet_hours(const v1::Person& person, sys_seconds at) {
    const auto quiet = times_of_day(person.quiet());
    if (!quiet) return at;
    const auto day = civil_day(at);
    const auto minute =
        std::chrono::duration_cast<std::chrono::minutes>(to_local(at) - local_seconds{day}).count();
    const bool over_midnight = quiet->from > quiet->until;
    const bool is_quiet = over_midnight ? minute >= quiet->from || minute < quiet->until
                                        : minute >= quiet->from && minute < quiet->until;
    if (!is_quiet) return at;
    const auto end_day = over_midnight && minute >= quiet->from ? day + date::days{1} : day;
    return to_instant(local_seconds{end_day} + std::chrono::minutes{quiet->until});
}

}  // namespace dondoc::relay
