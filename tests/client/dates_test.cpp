// SPDX-License-Identifier: Apache-2.0
#include "cli/frame/dates.h"

#include <gtest/gtest.h>

namespace dondoc::cli {
namespace {

using namespace std::chrono_literals;

TEST(Dates, AreAcceptedInBothForms) {
    EXPECT_EQ(parse_day("2023-12-31"), civil(2023, 12, 31));
    EXPECT_EQ(parse_day("31/12/2023"), civil(2023, 12, 31));
    EXPECT_EQ(parse_day("1/6/2023"), civil(2023, 6, 1));
}

TEST(Dates, ThatDoNotExistAreRefused) {
    for (const auto* text :
         {"", "31/02/2023", "2023-02-30", "31/12", "31/12/23", "12/31/2023", "31/12/2023x", "x/1/2023",
          "-1/1/2023", "//2023", "31.12.2023", "0/1/2023", "99999999999/1/2023"})
        EXPECT_FALSE(parse_day(text)) << text;
}

TEST(Dates, SpansHaveAUnitOrAreDays) {
    EXPECT_EQ(parse_span("7d"), 7 * 24h);
    EXPECT_EQ(parse_span("7"), 7 * 24h);
    EXPECT_EQ(parse_span("2w"), 14 * 24h);
    EXPECT_EQ(parse_span("12h"), 12h);
    EXPECT_EQ(parse_span("45m"), 45min);
    for (const auto* text : {"", "d", "7y", "-7d", "7 d", "1.5d", "99999999999999d"})
        EXPECT_FALSE(parse_span(text)) << text;
}

TEST(Dates, MomentsMayBeTypedTheVietnameseWay) {
    const auto morning = to_instant(local_seconds{civil(2023, 12, 31)} + 7h + 30min);
    EXPECT_EQ(parse_moment("2023-12-31T07:30"), morning);
    EXPECT_EQ(parse_moment("31/12/2023 07:30"), morning);
    EXPECT_EQ(parse_moment("31/12/2023"), to_instant(local_seconds{civil(2023, 12, 31)}));
    EXPECT_FALSE(parse_moment("31/12/2023 25:00"));
    EXPECT_FALSE(parse_moment("soon"));
    EXPECT_EQ(spoken_instant(morning), "31/12/2023 07:30");
}

TEST(Dates, AreShownDayFirst) {
    EXPECT_EQ(spoken_iso_day("2023-12-31"), "31/12/2023");
    EXPECT_EQ(spoken_iso_day(""), "");
    EXPECT_EQ(spoken_iso_day("quý IV"), "quý IV");
}

}  // namespace
}  // namespace dondoc::cli
