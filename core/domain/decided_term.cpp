// SPDX-License-Identifier: Apache-2.0
#include "domain/decided_term.h"

#include <algorithm>
#include <string>

namespace dondoc {
namespace {

constexpr auto latest_day = civil(2099, 12, 31);

std::string kind_word(DeadlineKind kind) {
    return "@cli.deadline." + std::string{name_of(kind)};
}

void check_day(local_days day, local_days issued) {
    if (day < issued) throw UserError("decision.before_issue", {spoken_day(day), spoken_day(issued)});
    if (day > latest_day) throw UserError("decision.too_late", {spoken_day(day)});
}

}  // namespace

Term term_of(DecidedTerm decided, local_days issued) {
    auto& due = decided.due;
    std::ranges::sort(due);
    due.erase(std::unique(due.begin(), due.end()), due.end());
    for (const auto day : due) check_day(day, issued);
    if (decided.start && *decided.start > latest_day)
        throw UserError("decision.too_late", {spoken_day(*decided.start)});
    if (decided.start && !due.empty() && *decided.start > due.front())
        throw UserError("decision.start_after_due", {spoken_day(*decided.start), spoken_day(due.front())});

    const auto basis = basis_of(decided.kind);
    const bool falls_due = basis || decided.kind == DeadlineKind::Recurring;
    if (falls_due && due.empty()) throw UserError("decision.needs_day", {kind_word(decided.kind)});
    if (!falls_due && !due.empty())
        throw UserError("decision.no_day", {kind_word(decided.kind), spoken_day(due.front())});
    if (basis && due.size() > 1)
        throw UserError("decision.one_day", {kind_word(decided.kind), std::to_string(due.size())});
    if (basis) return DueOn{*basis, due.front(), decided.start, std::nullopt};
    switch (decided.kind) {
        case DeadlineKind::Recurring:
            return Recurring{std::move(due)};
        case DeadlineKind::Ongoing:
            return Ongoing{};
        case DeadlineKind::From:
            if (!decided.start) throw UserError("decision.needs_start", {kind_word(decided.kind)});
            return From{*decided.start};
        case DeadlineKind::Event:
            return OnEvent{};
        case DeadlineKind::AsAssigned:
            return AsAssigned{};
        default:
            return Unread{};
    }
}

}  // namespace dondoc
