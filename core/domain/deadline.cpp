// SPDX-License-Identifier: Apache-2.0
#include "domain/deadline.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dondoc {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;  // clang before 17 does not find it by itself

constexpr std::array<std::pair<DeadlineKind, std::string_view>, 12> kind_names{{
    {DeadlineKind::None, "none"},
    {DeadlineKind::Date, "date"},
    {DeadlineKind::Before, "before"},
    {DeadlineKind::Year, "year"},
    {DeadlineKind::Quarter, "quarter"},
    {DeadlineKind::Month, "month"},
    {DeadlineKind::Relative, "relative"},
    {DeadlineKind::Recurring, "recurring"},
    {DeadlineKind::Ongoing, "ongoing"},
    {DeadlineKind::From, "from"},
    {DeadlineKind::Event, "event"},
    {DeadlineKind::AsAssigned, "as_assigned"},
}};

DeadlineKind kind_of_basis(DueBasis basis) {
    switch (basis) {
        case DueBasis::Date:
            return DeadlineKind::Date;
        case DueBasis::Before:
            return DeadlineKind::Before;
        case DueBasis::Year:
            return DeadlineKind::Year;
        case DueBasis::Quarter:
            return DeadlineKind::Quarter;
        case DueBasis::Month:
            return DeadlineKind::Month;
        case DueBasis::Relative:
            return DeadlineKind::Relative;
    }
    return DeadlineKind::None;
}

}  // namespace

DeadlineKind kind_of(const Term& term) {
    return std::visit(Overloaded{
                          [](const Unread&) { return DeadlineKind::None; },
                          [](const DueOn& on) { return kind_of_basis(on.basis); },
                          [](const Recurring&) { return DeadlineKind::Recurring; },
                          [](const Ongoing&) { return DeadlineKind::Ongoing; },
                          [](const From&) { return DeadlineKind::From; },
                          [](const OnEvent&) { return DeadlineKind::Event; },
                          [](const AsAssigned&) { return DeadlineKind::AsAssigned; },
                      },
                      term);
}

std::optional<DueBasis> basis_of(DeadlineKind kind) {
    switch (kind) {
        case DeadlineKind::Date:
            return DueBasis::Date;
        case DeadlineKind::Before:
            return DueBasis::Before;
        case DeadlineKind::Year:
            return DueBasis::Year;
        case DeadlineKind::Quarter:
            return DueBasis::Quarter;
        case DeadlineKind::Month:
            return DueBasis::Month;
        case DeadlineKind::Relative:
            return DueBasis::Relative;
        default:
            return std::nullopt;
    }
}

std::string_view name_of(DeadlineKind kind) {
    return std::ranges::find(kind_names, kind, &std::pair<DeadlineKind, std::string_view>::first)->second;
}

std::optional<DeadlineKind> deadline_kind(std::string_view name) {
    const auto found =
        std::ranges::find(kind_names, name, &std::pair<DeadlineKind, std::string_view>::second);
    if (found == kind_names.end()) return std::nullopt;
    return found->first;
}

std::vector<local_days> due_days(const Term& term) {
    if (const auto* on = std::get_if<DueOn>(&term)) return {on->due};
    if (const auto* recurring = std::get_if<Recurring>(&term)) return recurring->occurrences;
    return {};
}

std::optional<local_days> start_day(const Term& term) {
    if (const auto* on = std::get_if<DueOn>(&term)) return on->start;
    if (const auto* from = std::get_if<From>(&term)) return from->start;
    return std::nullopt;
}

std::optional<local_days> occurrence_from(const Recurring& term, local_days day) {
    const auto listed = std::ranges::lower_bound(term.occurrences, day);
    if (listed != term.occurrences.end()) return *listed;
    return next_day(term.repetition, std::max(day, term.occurrences.back() + date::days{1}));
}

std::optional<local_days> open_due(const Term& term, local_days today) {
    const auto days = due_days(term);
    if (days.empty()) return std::nullopt;
    if (const auto* recurring = std::get_if<Recurring>(&term))
        if (const auto next = occurrence_from(*recurring, today)) return next;
    const auto next = std::ranges::lower_bound(days, today);
    return next == days.end() ? days.back() : *next;
}

}  // namespace dondoc
