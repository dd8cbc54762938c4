// SPDX-License-Identifier: Apache-2.0
#include "engine/row_words.h"

#include <algorithm>
#include <charconv>

#include "domain/contains.h"
#include "language/words/normalize.h"

namespace dondoc::engine {
namespace {

std::optional<language::Party> known(const language::AgencyReader& agencies, const std::string& name) {
    try {
        return agencies.resolve(name);
    } catch (const UserError&) {
        return std::nullopt;
    }
}

// Of one spelling or another: a name may have commas, so the longest that is known is taken.
std::vector<std::string> pieces(std::string_view typed, std::string_view marks) {
    std::vector<std::string> list;
    for (std::size_t at = 0; at <= typed.size();) {
        const auto end = std::min(typed.find_first_of(marks, at), typed.size());
        if (auto piece = language::normalize(typed.substr(at, end - at)); !piece.empty())
            list.push_back(std::move(piece));
        at = end + 1;
    }
    return list;
}

}  // namespace

std::optional<std::vector<language::Party>> listed_parties(const language::AgencyReader& agencies,
                                                           std::string_view typed) {
    for (const std::string_view marks : {";", ";,"}) {
        std::vector<language::Party> parties;
        bool all = true;
        for (const auto& piece : pieces(typed, marks)) {
            const auto party = known(agencies, piece);
            all = all && party;
            if (party && !contains(parties, *party)) parties.push_back(*party);
        }
        if (all && !parties.empty()) return parties;
    }
    return std::nullopt;
}

std::vector<language::Party> known_parties(const language::AgencyReader& agencies,
                                           const std::vector<std::string>& names) {
    std::vector<language::Party> parties;
    for (const auto& name : names)
        if (auto party = known(agencies, name)) parties.push_back(std::move(*party));
    return parties;
}

std::vector<std::string> names_of(const std::vector<language::Party>& parties) {
    std::vector<std::string> names;
    for (const auto& party : parties) names.push_back(party.name);
    return names;
}

int last_number(store::Store& store, DocumentId document) {
    int last = 0;
    for (const auto& row : store.plans.numbered(document)) {
        int number = 0;
        const auto& text = row.number;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool whole = error == std::errc{} && (end == text.data() + text.size() || *end == '.');
        if (whole) last = std::max(last, number);
    }
    return last;
}

}  // namespace dondoc::engine
