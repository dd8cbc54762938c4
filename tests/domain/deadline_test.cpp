// SPDX-License-Identifier: Apache-2.0
#include "domain/deadline.h"

#include <gtest/gtest.h>

#include "domain/agency.h"

namespace dondoc {
namespace {

const Term fixed = DueOn{DueBasis::Before, civil(2023, 10, 30), std::nullopt, std::nullopt};
const Term quarterly =
    Recurring{{civil(2023, 6, 11), civil(2023, 9, 11), civil(2023, 12, 11), civil(2023, 12, 12)}};

TEST(Deadline, KindsHaveNamesThatAreReadBack) {
    EXPECT_EQ(name_of(kind_of(fixed)), "before");
    EXPECT_EQ(name_of(kind_of(Term{})), "none");
    EXPECT_EQ(name_of(kind_of(Term{OnEvent{}})), "event");
    for (int kind = 0; kind <= static_cast<int>(DeadlineKind::AsAssigned); ++kind) {
        const auto name = name_of(static_cast<DeadlineKind>(kind));
        EXPECT_EQ(deadline_kind(name), static_cast<DeadlineKind>(kind)) << name;
    }
    EXPECT_FALSE(deadline_kind("someday"));
}

TEST(Deadline, OneOccurrenceOfARecurringTermIsOpenAtATime) {
    EXPECT_EQ(open_due(quarterly, civil(2023, 5, 13)), civil(2023, 6, 11));
    EXPECT_EQ(open_due(quarterly, civil(2023, 6, 11)), civil(2023, 6, 11));
    EXPECT_EQ(open_due(quarterly, civil(2023, 6, 12)), civil(2023, 9, 11));
    EXPECT_EQ(open_due(quarterly, civil(2024, 1, 1)), civil(2023, 12, 12));
    EXPECT_EQ(open_due(fixed, civil(2024, 1, 1)), civil(2023, 10, 30));
}

TEST(Deadline, TermsWithoutADayHaveNone) {
    for (const auto& term :
         {Term{}, Term{Ongoing{}}, Term{From{civil(2023, 6, 1)}}, Term{OnEvent{}}, Term{AsAssigned{}}}) {
        EXPECT_FALSE(open_due(term, civil(2023, 5, 13)));
        EXPECT_TRUE(due_days(term).empty());
    }
    EXPECT_EQ(start_day(Term{From{civil(2023, 6, 1)}}), civil(2023, 6, 1));
    EXPECT_FALSE(start_day(fixed));
}

TEST(AgencyCode, IsShortAndPlain) {
    for (const auto* good :
         {"SNV", "H37.02.02", "000.00.19.H56", "so_noi-vu", "12345678901234567890123456789012345"})
        EXPECT_TRUE(is_agency_code(good)) << good;
    for (const auto* bad : {"", "SNV ", "Sở", "a/b", "@SNV", "123456789012345678901234567890123456"})
        EXPECT_FALSE(is_agency_code(bad)) << bad;
}

}  // namespace
}  // namespace dondoc
