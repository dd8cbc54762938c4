// SPDX-License-Identifier: Apache-2.0
#include "domain/who_is_told.h"

#include <algorithm>
#include <array>
#include <set>

#include "domain/contains.h"

namespace dondoc {
namespace {

const Colleague* colleague(const std::vector<Colleague>& colleagues, PersonId id) {
    const auto found = std::ranges::find(colleagues, id, &Colleague::id);
    return found == colleagues.end() ? nullptr : &*found;
}

bool is_reached(const std::vector<Colleague>& colleagues, PersonId person, local_days today) {
    const auto told = in_place_of(person, [&](PersonId id) -> std::optional<PersonId> {
        const auto& deputy = colleague(colleagues, id)->deputy;
        const bool stands_in = deputy && deputy->from <= today && today <= deputy->to &&
                               colleague(colleagues, deputy->person) != nullptr;
        return stands_in ? std::optional{deputy->person} : std::nullopt;
    });
    return colleague(colleagues, told)->has_way;
}

}  // namespace

PersonId in_place_of(PersonId person, const std::function<std::optional<PersonId>(PersonId)>& stands_in) {
    std::set<PersonId> passed{person};
    for (auto next = stands_in(person); next && passed.insert(*next).second; next = stands_in(person))
        person = *next;
    return person;
}

bool has_way(const std::vector<std::string>& channels, bool has_address) {
    return std::ranges::any_of(channels,
                               [&](const auto& channel) { return channel != "mail" || has_address; });
}

std::string_view name_of(Untold untold) {
    constexpr std::array<std::string_view, 5> names{"nothing", "before_overdue", "led", "led_before_overdue",
                                                    "everything"};
    return names.at(static_cast<std::size_t>(untold));
}

Untold untold_of(const std::vector<Colleague>& colleagues, local_days today) {
    const auto somebody_is_told = [&](Told as) {
        return std::ranges::any_of(colleagues, [&](const Colleague& one) {
            return contains(one.told, as) && is_reached(colleagues, one.id, today);
        });
    };
    if (somebody_is_told(Told::Lead)) return Untold::Nothing;
    const bool head = somebody_is_told(Told::Head);
    if (somebody_is_told(Told::Cooperating)) return head ? Untold::LedBeforeOverdue : Untold::Led;
    return head ? Untold::BeforeOverdue : Untold::Everything;
}

}  // namespace dondoc
