// SPDX-License-Identifier: Apache-2.0
#include "domain/civil.h"

#include <gtest/gtest.h>

namespace dondoc {
namespace {

TEST(Civil, ADayIsPrintedAndReadBack) {
    EXPECT_EQ(iso_day(civil(2023, 12, 31)), "2023-12-31");
    EXPECT_EQ(iso_day(civil(999, 1, 2)), "0999-01-02");
    EXPECT_EQ(spoken_day(civil(2024, 2, 9)), "09/02/2024");
    EXPECT_EQ(parse_iso_day("2024-02-29"), civil(2024, 2, 29));
    EXPECT_EQ(parse_iso_day("9999-12-31"), civil(9999, 12, 31));
    for (auto day = civil(2023, 1, 1); day < civil(2025, 1, 1); day += date::days{1})
        EXPECT_EQ(parse_iso_day(iso_day(day)), day);
}

TEST(Civil, ADayThatDoesNotExistIsNotRead) {
    for (const auto* bad : {"", "2023", "2023-02-29", "2023-13-01", "2023-00-01", "2023-01-00", "2023-1-1",
                            "2023-01-01 ", " 2023-01-01", "2023/01/01", "31/12/2023", "0000-01-01",
                            "-023-01-01", "2023-01-01T00:00", "20230101", "+023-01-01"})
        EXPECT_FALSE(parse_iso_day(bad)) << bad;
}

TEST(Civil, AnInstantIsLocalUnlessItSaysOtherwise) {
    const auto expected =
        to_instant(local_seconds{civil(2023, 12, 31)} + std::chrono::hours{7} + std::chrono::minutes{30});
    EXPECT_EQ(iso_instant(expected), "2023-12-31T07:30:00+07:00");
    for (const auto* text :
         {"2023-12-31T07:30", "2023-12-31 07:30", "2023-12-31T07:30:00", "2023-12-31T07:30:00+07:00",
          "2023-12-31T00:30Z", "2023-12-31T00:30:00Z", "2023-12-30T19:30-05:00", "2023-12-31T06:00+05:30"})
        EXPECT_EQ(parse_instant(text), expected) << text;
    EXPECT_EQ(parse_instant("2023-12-31"), to_instant(local_seconds{civil(2023, 12, 31)}));
}

TEST(Civil, AnInstantThatDoesNotExistIsNotRead) {
    for (const auto* bad :
         {"", "2023-12-31T", "2023-12-31T24:00", "2023-12-31T07:60", "2023-12-31T07:30:60", "2023-12-31T7:30",
          "2023-12-31T07", "2023-12-31T07:30z", "2023-12-31T07:30 ", "2023-12-31T07:30+7",
          "2023-12-31T07:30+0700", "2023-12-31T07:30+15:00", "2023-12-31T07:30+07:60", "2023-12-31Z",
          "2023-12-31T07:30:00.5", "07:30", "2023-02-30T07:30"})
        EXPECT_FALSE(parse_instant(bad)) << bad;
}

TEST(Civil, ADayBeginsAtMidnightInVietnam) {
    EXPECT_EQ(civil_day(*parse_instant("2023-12-31T23:59:59")), civil(2023, 12, 31));
    EXPECT_EQ(civil_day(*parse_instant("2023-12-31T17:00:00Z")), civil(2024, 1, 1));
    EXPECT_EQ(civil_day(*parse_instant("1969-12-31T00:00:00")), civil(1969, 12, 31));
}

}  // namespace
}  // namespace dondoc
