// SPDX-License-Identifier: Apache-2.0
// Decisions as any client may write them, and terms as every client is shown them.
#include "wire/deadline.h"

#include <gtest/gtest.h>

#include "support/refusal.h"
#include "wire/kinds.h"
#include "wire/time.h"

namespace dondoc::wire {
namespace {

v1::Decision decided(v1::DeadlineKind::Kind kind, const std::vector<std::string>& due,
                     const std::string& start = {}) {
    v1::Decision decision;
    decision.mutable_deadline()->set_kind(kind);
    for (const auto& day : due) decision.mutable_deadline()->add_due(day);
    decision.mutable_deadline()->set_start(start);
    return decision;
}

TEST(Decision, WhatIsNotSaidIsReadFromTheText) {
    EXPECT_EQ(from_wire(v1::Decision{}), language::RowDecisions{});
    v1::Decision nobody;
    nobody.mutable_lead();
    ASSERT_TRUE(from_wire(nobody).lead.has_value());
    EXPECT_TRUE(from_wire(nobody).lead->empty());
}

TEST(Decision, ATermHasItsKindAndItsDays) {
    const auto read = from_wire(decided(v1::DeadlineKind::date, {"2023-12-31"}, "2023-06-01"));
    ASSERT_TRUE(read.term.has_value());
    EXPECT_EQ(read.term->kind, DeadlineKind::Date);
    EXPECT_EQ(read.term->due, std::vector{civil(2023, 12, 31)});
    EXPECT_EQ(read.term->start, civil(2023, 6, 1));
}

TEST(Decision, NoDayIsMadeUpForWhatIsNone) {
    for (const auto* day : {"", "31/12/2023", "2023-02-30", "1970"})
        EXPECT_EQ(test::refusal([&] { from_wire(decided(v1::DeadlineKind::date, {day})); }), "value.day")
            << day;
    const auto unknown = static_cast<v1::DeadlineKind::Kind>(77);
    EXPECT_EQ(test::refusal([&] { from_wire(decided(unknown, {})); }), "decision.kind");
}

TEST(Kinds, AreOneListInBothWords) {
    for (int i = v1::DeadlineKind::Kind_MIN; i <= v1::DeadlineKind::Kind_MAX; ++i) {
        const auto kind = from_wire(static_cast<v1::DeadlineKind::Kind>(i));
        ASSERT_TRUE(kind.has_value());
        EXPECT_EQ(v1::DeadlineKind::Kind_Name(to_wire(*kind)), name_of(*kind));
    }
    for (int i = v1::Timeliness::Class_MIN + 1; i <= v1::Timeliness::Class_MAX; ++i) {
        const auto timeliness = from_wire(static_cast<v1::Timeliness::Class>(i));
        ASSERT_TRUE(timeliness.has_value());
        EXPECT_EQ(to_wire(*timeliness), static_cast<v1::Timeliness::Class>(i));
    }
    EXPECT_FALSE(from_wire(v1::Timeliness::unspecified).has_value());
    EXPECT_EQ(from_wire(v1::Timeliness::overdue), Timeliness::Overdue);
    EXPECT_EQ(to_wire(Role::Office), v1::Role::office);
    EXPECT_EQ(v1::Workflow::State_Name(to_wire(Workflow::Reported)), name_of(Workflow::Reported));
}

TEST(Day, IsEmptyOrADay) {
    EXPECT_FALSE(to_day("", "due").has_value());
    EXPECT_EQ(to_day("2024-02-29", "due"), civil(2024, 2, 29));
    EXPECT_EQ(test::refusal([] { to_day("2023-02-29", "due"); }), "value.day");
    EXPECT_EQ(test::refusal([] { required_day("", "due"); }), "value.day");
}

}  // namespace
}  // namespace dondoc::wire
