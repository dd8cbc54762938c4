// SPDX-License-Identifier: Apache-2.0
// The reader against the grammar of docs/terms.md. A thousand phrases for each of some days of issue; by hand
// more: DONDOC_PHRASES=100000 build/.../language_tests --gtest_filter='GeneratedTerms.*'
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "domain/deadline.h"
#include "language/readers.h"
#include "support/fewer.h"
#include "term_grammar.h"

namespace dondoc::test {
namespace {

struct Count {
    int right = 0, marked = 0, wrong = 0;
};

std::vector<std::string> days_of(const Term& term, std::size_t count) {
    std::vector<std::string> days;
    if (const auto* recurring = std::get_if<Recurring>(&term)) {
        auto day = std::optional{recurring->occurrences.front()};
        for (; day && days.size() < count; day = occurrence_from(*recurring, *day + date::days{1}))
            days.push_back(iso_day(*day));
        return days;
    }
    for (const auto day : due_days(term)) days.push_back(iso_day(day));
    return days;
}

bool fits(const SaidTerm& said, const language::DeadlineReading& reading) {
    const auto& term = reading.deadline.term;
    if (said.kind == SaidTerm::Kind::Refused) return !reading.problems.empty();
    if (said.kind == SaidTerm::Kind::Open)
        return due_days(term).empty() && !std::holds_alternative<Unread>(term);
    std::vector<std::string> wanted;
    for (const auto day : said.days) wanted.push_back(iso(day));
    const auto hour = reading.deadline.hour ? static_cast<int>(reading.deadline.hour->count()) : -1;
    const bool is_series = said.kind == SaidTerm::Kind::Series;
    if (is_series != std::holds_alternative<Recurring>(term) && said.days.size() == 1) return false;
    return days_of(term, is_series ? wanted.size() : 100) == wanted && hour == said.minutes;
}

TEST(GeneratedTerms, NoneIsSilentlyWrong) {
    const char* asked = std::getenv("DONDOC_PHRASES");
    constexpr int usual = test::fewer(6000);
    const int phrases = asked ? std::atoi(asked) : usual;
    const PlainDay issues[] = {{2026, 2, 3},  {2025, 12, 15}, {2024, 2, 29},
                               {2026, 6, 30}, {2027, 10, 1},  {2023, 5, 13}};
    constexpr int rounds = static_cast<int>(std::size(issues));
    Count all;
    std::map<std::string, Count> by_rule;
    int shown = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto& issued = issues[round];
        TermGrammar grammar(static_cast<std::uint64_t>(round) + 1, issued);
        const auto day =
            civil(issued.year, static_cast<unsigned>(issued.month), static_cast<unsigned>(issued.day));
        for (int i = 0; i < phrases / rounds; ++i) {
            const auto said = grammar.make();
            const auto reading = language::read_deadline(said.phrase, {day});
            const bool right = fits(said, reading);
            auto& rule = by_rule[said.rule];
            for (auto* count : {&all, &rule})
                ++(right ? count->right : reading.problems.empty() ? count->wrong : count->marked);
            constexpr int most_shown = 40;
            if (right || !reading.problems.empty() || ++shown > most_shown) continue;
            std::string wanted, got;
            for (const auto one : said.days) wanted += iso(one) + ' ';
            for (const auto& one : days_of(reading.deadline.term, 5)) got += one + ' ';
            ADD_FAILURE() << said.rule << ": “" << said.phrase << "” of " << iso(issued) << ": wanted "
                          << wanted << said.minutes << ", got " << name_of(kind_of(reading.deadline.term))
                          << ' ' << got;
        }
    }
    for (const auto& [rule, count] : by_rule)
        std::printf("%-14s right %d, marked %d, silently wrong %d\n", rule.c_str(), count.right, count.marked,
                    count.wrong);
    std::printf("right %d, marked %d, silently wrong %d\n", all.right, all.marked, all.wrong);
    EXPECT_EQ(all.wrong, 0);
    constexpr double least_right = 0.97;
    EXPECT_GE(all.right, least_right * (all.right + all.marked + all.wrong));
}

}  // namespace
}  // namespace dondoc::test
