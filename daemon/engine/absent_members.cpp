// SPDX-License-Identifier: Apache-2.0
#include "engine/absent_members.h"

#include <algorithm>

#include "domain/contains.h"
#include "engine/plans/plan_import.h"

namespace dondoc::engine {

std::vector<AgencyId> agencies_of(const Work& work, const std::vector<language::Party>& parties,
                                  local_days on, language::AbsentMembers absent) {
    auto agencies = work.directory.expand(parties, on);
    if (absent == language::AbsentMembers::Assign)
        for (const auto taker : work.directory.takers(parties, on))
            if (!contains(agencies, taker)) agencies.push_back(taker);
    return agencies;
}

void AbsenceQuestion::add(const ReadRow& row) {
    const auto& agencies = work_.directory.reader(document_.issued, document_.issuer);
    if (agencies.questions_of(row.lead).empty() && agencies.questions_of(row.cooperating).empty()) return;
    const auto& number = row.task.number;
    rows_.push_back(number.empty() ? std::to_string(row.task.source_line) : number);
    takers_ += work_.directory.takers(row.lead, document_.issued).size();
}

void AbsenceQuestion::ask() const {
    if (rows_.empty()) return;
    constexpr std::size_t most_named = 10;
    std::string named;
    for (std::size_t i = 0; i < std::min(rows_.size(), most_named); ++i) named += (i ? ", " : "") + rows_[i];
    if (rows_.size() > most_named) named += ", …";
    throw UserError("plan.absent_members",
                    {std::to_string(rows_.size()), spoken_day(document_.issued), std::to_string(takers_),
                     std::move(named)},
                    "rows");
}

void ask_of_absent(const Work& work, const store::Document& document, std::span<const ReadRow> rows) {
    AbsenceQuestion question{work, document};
    for (const auto& row : rows) question.add(row);
    question.ask();
}

}  // namespace dondoc::engine
