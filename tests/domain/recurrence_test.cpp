// SPDX-License-Identifier: Apache-2.0
#include "domain/recurrence.h"

#include <gtest/gtest.h>

#include "domain/review.h"

namespace dondoc {
namespace {

const Recurring quarterly{{civil(2023, 6, 11), civil(2023, 9, 11), civil(2023, 12, 12)}};

TEST(Recurrence, TheNextOccurrenceIsTheFirstAfterTheOneBefore) {
    EXPECT_EQ(occurrence_after(quarterly, civil(2023, 6, 11)), civil(2023, 9, 11));
    EXPECT_EQ(occurrence_after(quarterly, civil(2023, 6, 10)), civil(2023, 6, 11));
    EXPECT_EQ(occurrence_after(quarterly, civil(2023, 12, 12)), std::nullopt);
    EXPECT_EQ(occurrence_after(DueOn{DueBasis::Date, civil(2023, 12, 12), {}, {}}, civil(2023, 6, 11)),
              std::nullopt);
}

TEST(Recurrence, ItIsOpenedWhenTheDayBeforeItHasPassedInVietnam) {
    EXPECT_EQ(iso_instant(opening_moment(civil(2023, 6, 11), std::chrono::minutes{450})),
              "2023-06-12T07:30:00+07:00");
}

TEST(Recurrence, OfAnAmendedTermTheNearestOccurrenceIsTheSame) {
    EXPECT_EQ(nearest_occurrence(quarterly, civil(2023, 6, 30)), civil(2023, 6, 11));
    EXPECT_EQ(nearest_occurrence(quarterly, civil(2023, 6, 1)), civil(2023, 6, 11));
    EXPECT_EQ(nearest_occurrence(quarterly, civil(2023, 9, 11)), civil(2023, 9, 11));
    EXPECT_EQ(nearest_occurrence(quarterly, civil(2024, 3, 1)), civil(2023, 12, 12));
    EXPECT_EQ(nearest_occurrence({{civil(2023, 6, 1), civil(2023, 6, 3)}}, civil(2023, 6, 2)),
              civil(2023, 6, 3));
}

TEST(Review, IsReadAndWrittenTheSameWay) {
    for (const auto* text : {"monthly", "quarterly", "yearly", "45d", "3650d"}) {
        const auto interval = parse_review(text);
        ASSERT_TRUE(interval) << text;
        EXPECT_EQ(to_text(*interval), text);
    }
    for (const auto* text : {"", "weekly", "0d", "-3d", "3651d", "7", "d", "2w", "99999999999d"})
        EXPECT_FALSE(parse_review(text)) << text;
}

TEST(Review, ComesOnTheSameDayOfLaterMonthsOrTheirLast) {
    const auto monthly = parse_review("monthly").value();
    EXPECT_EQ(review_day(monthly, civil(2024, 1, 31), 1), civil(2024, 2, 29));
    EXPECT_EQ(review_day(monthly, civil(2024, 1, 31), 2), civil(2024, 3, 31));
    EXPECT_EQ(review_day(parse_review("quarterly").value(), civil(2023, 5, 13), 3), civil(2024, 2, 13));
    EXPECT_EQ(review_day(parse_review("45d").value(), civil(2023, 5, 13), 2), civil(2023, 8, 11));
}

TEST(Review, CountsThoseThatHaveCome) {
    const auto monthly = parse_review("monthly").value();
    struct Case {
        local_days today;
        int passed;
    };
    for (const auto& [today, passed] :
         {Case{civil(2024, 1, 31), 0}, Case{civil(2024, 2, 28), 0}, Case{civil(2024, 2, 29), 1},
          Case{civil(2024, 3, 30), 1}, Case{civil(2024, 12, 31), 11}, Case{civil(2026, 2, 28), 25}})
        EXPECT_EQ(reviews_by(monthly, civil(2024, 1, 31), today), passed) << iso_day(today);
    EXPECT_EQ(reviews_by(monthly, civil(2024, 5, 31), civil(2024, 1, 1)), 0);
}

}  // namespace
}  // namespace dondoc
