// SPDX-License-Identifier: Apache-2.0
#include "domain/report_counts.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "domain/decimal.h"
#include "domain/ranking.h"

namespace dondoc {
namespace {

std::string percent(std::string_view name, const ReportCounts& counts) {
    for (const auto& ratio : report_ratios())
        if (ratio.name == name) return ratio.of(counts).percent();
    return "no such ratio";
}

// Report 1270/BC-TCTTTg of 27/12/2017 prints 98,62 and 1,38, which its own counts do not give.
TEST(ReportCounts, GivesTheRatiosOfTheNationalFigures) {
    ReportCounts counts;
    counts.given = 21'914;
    counts.on_time = 14'068;
    counts.late = 1'983;
    counts.in_time = 5'640;
    counts.overdue = 223;
    EXPECT_EQ(counts.on_time + counts.late + counts.in_time + counts.overdue, counts.given);
    EXPECT_EQ(percent("completion", counts), "98.63");
    EXPECT_EQ(percent("on_time", counts), "86.44");
    EXPECT_EQ(percent("overdue", counts), "1.37");
}

// Report 301/BC-UBND of 19/12/2022: 149 = 44 + 0 + 0 + 105.
TEST(ReportCounts, WhatIsNotDueYetMakesAllTheDifference) {
    ReportCounts counts;
    counts.given = 149;
    counts.on_time = 44;
    counts.in_time = 105;
    EXPECT_EQ(percent("completion_assigned", counts), "29.53");
    EXPECT_EQ(percent("completion", counts), "100.00");
    EXPECT_EQ(percent("on_time", counts), "100.00");
}

TEST(ReportCounts, NothingToDivideByIsNoPercentage) {
    EXPECT_EQ(percent("completion", {}), "");
}

TEST(Decimal, RoundsHalfUpAndExactly) {
    EXPECT_EQ((Fraction{208'301, 209'049}.percent()), "99.64");  // a report prints 99,65
    EXPECT_EQ((Fraction{659'451, 661'081}.percent()), "99.75");
    EXPECT_EQ((Fraction{2'501, 2'723}.percent()), "91.85");
    EXPECT_EQ((Fraction{1, 8}.percent()), "12.50");
    EXPECT_EQ((Fraction{1, 800}.percent()), "0.13");  // 0.125
    EXPECT_EQ((Fraction{1'249'999, 1'000'000'000}.percent()), "0.12");
    EXPECT_EQ(rounded_half_up(5, 2), 3);
    EXPECT_EQ(rounded_half_up(4, 3), 1);
    EXPECT_EQ(rounded_half_up(0, 7), 0);
    EXPECT_EQ(decimal_text(5, 2), "0.05");
    EXPECT_EQ(decimal_text(12'750, 4), "1.2750");
    EXPECT_EQ(decimal_text(7, 0), "7");
    EXPECT_EQ(short_decimal_text(12'750, 4), "1.275");
    EXPECT_EQ(short_decimal_text(10'000, 4), "1");
    EXPECT_EQ(short_decimal_text(0, 4), "0");
}

TEST(ReportCounts, EachStateHasItsClass) {
    const auto day = civil(2023, 6, 30);
    const auto before = day - date::days{1}, after = day + date::days{1};
    struct Case {
        TermState term;
        ReportClass expected;
    };
    const Case cases[] = {
        {{Workflow::Completed, day, before}, ReportClass::OnTime},
        {{Workflow::Completed, day, day}, ReportClass::OnTime},
        {{Workflow::Completed, day, after}, ReportClass::Late},
        {{Workflow::InProgress, before, {}}, ReportClass::Overdue},
        {{Workflow::InProgress, day, {}}, ReportClass::InTime},  // the day belongs to the term
        {{Workflow::Assigned, after, {}}, ReportClass::InTime},
        {{Workflow::Reported, before, before}, ReportClass::Waiting},  // it is the office's turn
        {{Workflow::Reported, before, day}, ReportClass::Waiting},
        {{Workflow::Reported, after, day}, ReportClass::Waiting},
        {{Workflow::Reported, {}, day}, ReportClass::NoDeadline},
        {{Workflow::InProgress, {}, {}}, ReportClass::NoDeadline},
        {{Workflow::Completed, {}, day}, ReportClass::NoDeadline},  // a standing duty is in no ratio
        {{Workflow::Returned, before, {}}, ReportClass::Withdrawn},
        {{Workflow::Transferred, before, {}}, ReportClass::Withdrawn},
        {{Workflow::Revoked, {}, {}}, ReportClass::Withdrawn},
    };
    for (const auto& one : cases)
        EXPECT_EQ(report_class(one.term, day, WaitingResults::Own), one.expected) << name_of(one.term.state);
}

TEST(ReportCounts, AResultThatWaitsIsNobodysOverdueWorkUnlessItIsSetSo) {
    const auto day = civil(2023, 6, 30);
    const TermState in_time{Workflow::Reported, day - date::days{5}, day - date::days{9}};
    const TermState late{Workflow::Reported, day - date::days{5}, day - date::days{2}};
    const TermState early{Workflow::Reported, day + date::days{5}, day};
    ReportCounts own, open;
    for (const auto& term : {in_time, late, early}) {
        own.add(term, day, 7, WaitingResults::Own);
        open.add(term, day, 7, WaitingResults::Open);
    }
    EXPECT_EQ(own.waiting, 3);
    EXPECT_EQ(own.overdue + own.in_time, 0);
    EXPECT_EQ(percent("completion", own), "") << "in no ratio";
    EXPECT_EQ(open.waiting, 0);
    EXPECT_EQ(open.overdue, 2);
    EXPECT_EQ(open.in_time, 1);
    for (const auto& counts : {own, open}) {  // both say both
        EXPECT_EQ(counts.waiting_past, 2);
        EXPECT_EQ(counts.waiting_late, 1);
    }
}

TEST(ReportCounts, AgesFallIntoTheBucketsOfTheOffice) {
    const std::pair<int, std::size_t> cases[] = {{1, 0},  {7, 0},  {8, 1},   {30, 1},  {31, 2},
                                                 {90, 2}, {91, 3}, {120, 3}, {121, 4}, {999, 4}};
    for (const auto& [days, bucket] : cases) EXPECT_EQ(age_bucket(days), bucket) << days;
}

// Whatever happens to 10,000 assignments, on every day each of them is counted once: for its agency, in the
// total, and against the current and the original term.
TEST(ReportCountsProperty, TheClassesAddUpOnEveryDay) {
    constexpr int assignments = 10'000, agencies = 40, days = 365;
    std::mt19937 random{20'231'231};
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const auto first = civil(2023, 1, 1);
    struct Change {
        local_days on;
        TermState term;
    };
    struct Life {
        int agency;
        local_days given;
        std::optional<local_days> original_due;
        std::vector<Change> changes;
    };
    std::vector<Life> lives;
    for (int i = 0; i < assignments; ++i) {
        Life life{pick(agencies), first + date::days{pick(days)}, {}, {}};
        if (pick(5) > 0) life.original_due = life.given + date::days{pick(200) - 20};
        TermState term{Workflow::Assigned, life.original_due, {}};
        for (auto on = life.given; pick(4) > 0;) {
            on += date::days{pick(60)};
            term.state = static_cast<Workflow>(pick(8));
            if (pick(3) == 0) term.due = on + date::days{pick(100)};
            term.completed_on =
                term.state == Workflow::Completed ? std::optional{on - date::days{pick(10)}} : std::nullopt;
            life.changes.push_back({on, term});
        }
        lives.push_back(std::move(life));
    }
    const auto add_up = [](const ReportCounts& c) {
        std::int64_t ages = 0;
        for (const auto age : c.ages) ages += age;
        EXPECT_EQ(ages, c.overdue);
        EXPECT_EQ(c.returned + c.transferred + c.revoked, c.withdrawn);
        EXPECT_LE(c.due_soon, c.in_time);
        EXPECT_LE(c.no_deadline_completed, c.no_deadline);
        EXPECT_LE(c.waiting_past, c.waiting);
        EXPECT_LE(c.waiting_late, c.waiting);
        return c.on_time + c.late + c.waiting + c.overdue + c.in_time + c.no_deadline + c.withdrawn;
    };
    for (int day = 0; day < days + 120; day += 7) {
        const auto as_of = first + date::days{day};
        std::map<int, ReportCounts> current, original;
        std::map<int, std::int64_t> given;
        ReportCounts total;
        for (const auto& life : lives) {
            if (life.given > as_of) continue;
            TermState term{Workflow::Assigned, life.original_due, {}};
            for (const auto& change : life.changes)
                if (change.on <= as_of) term = change.term;
            ++given[life.agency];
            current[life.agency].add(term, as_of, 7);
            total.add(term, as_of, 7);
            term.due = life.original_due;
            original[life.agency].add(term, as_of, 7);
        }
        ReportCounts sum;
        for (const auto& [agency, count] : given) {
            EXPECT_EQ(add_up(current[agency]), count);
            EXPECT_EQ(add_up(original[agency]), count);
            EXPECT_EQ(current[agency].given, count);
            sum += current[agency];
        }
        EXPECT_EQ(sum, total);
        EXPECT_EQ(add_up(total), total.given);
    }
}

TEST(Ranking, EqualFractionsShareARankAndFewAreNotRanked) {
    EXPECT_EQ(ranks({{9, 10}, {90, 100}, {10, 10}, {4, 4}, {1, 10}}, 5),
              (std::vector<std::size_t>{2, 2, 1, 0, 4}));
    EXPECT_EQ(ranks({{0, 0}, {1, 1}}, 0), (std::vector<std::size_t>{0, 1})) << "nothing to divide by";
    EXPECT_TRUE(ranks({}, 5).empty());
}

}  // namespace
}  // namespace dondoc
