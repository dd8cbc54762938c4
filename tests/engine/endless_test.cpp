// SPDX-License-Identifier: Apache-2.0
// A recurring duty goes on until it is withdrawn; one that ends says so before its last occurrence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/province.h"
#include "wire/time.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Endless : public testing::Test {
  protected:
    void SetUp() override { province.register_agencies(); }

    static engine::Rules rules() {
        engine::Rules rules{{daily_policy()}, {}, 7};
        rules.office = "VP";
        return rules;
    }
    std::vector<std::string> opened(int task = 1) {
        std::vector<std::string> days;
        for (const auto& assignment : province.store.assignments.of_task({task}))
            days.push_back(iso_day(assignment.due.value()));
        return days;
    }
    std::vector<std::string> ends_told() {
        std::vector<std::string> told;
        for (const auto& event : province.inbox("VP"))
            if (event.change().action() == "series_ends")
                told.push_back(iso_instant(wire::to_instant(event.time())).substr(0, 10) + " " +
                               event.change().due());
        return told;
    }
    TemporaryFolder folder;
    Province province{folder / "dondoc.db", rules()};
};

TEST_F(Endless, AYearlyDutyComesEveryYear) {
    province.import({row("1", "Báo cáo năm", "Trước ngày 15/12 hằng năm", "Sở Nội vụ")});
    province.advance_to("2027-12-31");
    EXPECT_THAT(opened(), ElementsAre("2023-12-14", "2024-12-14", "2025-12-14", "2026-12-14", "2027-12-14",
                                      "2028-12-14"));
    EXPECT_THAT(ends_told(), IsEmpty());
}

TEST_F(Endless, AMonthlyDutyGoesOnBehindTheYearAndEndsWithItsDocument) {
    province.import({row("1", "Báo cáo tháng", "Trước ngày 25 hằng tháng", "Sở Nội vụ")});
    province.advance_to("2024-02-01");
    EXPECT_EQ(opened().back(), "2024-02-24");
    province.withdraw();
    province.advance_to("2024-08-01");
    EXPECT_EQ(opened().back(), "2024-02-24");
}

TEST_F(Endless, AWeeklyDutyIsOpenedWeekByWeek) {
    province.import({row("1", "Giao ban", "Trước 16h00 thứ Sáu hằng tuần", "Sở Nội vụ")});
    province.advance_to("2023-06-04");
    EXPECT_THAT(opened(), ElementsAre("2023-05-19", "2023-05-26", "2023-06-02", "2023-06-09"));
}

TEST_F(Endless, TheOfficeIsToldOnceBeforeTheLastOccurrence) {
    province.import({row("1", "Báo cáo quý", "Ngày 15 tháng cuối quý trong năm 2023", "Các sở, ban, ngành")});
    province.advance_to("2023-09-16T07:29");
    EXPECT_THAT(ends_told(), IsEmpty());
    province.advance_to("2024-06-01");
    EXPECT_THAT(opened(), ElementsAre("2023-06-15", "2023-06-15", "2023-09-15", "2023-09-15", "2023-12-15",
                                      "2023-12-15"));
    EXPECT_THAT(ends_told(), ElementsAre("2023-09-16 2023-12-15"));
}

TEST_F(Endless, ASeriesOfAnOlderFileGoesOnFromTheDayThatItIsFound) {
    province.import({row("1", "Báo cáo tháng", "Trước ngày 25 hằng tháng", "Sở Nội vụ"),
                     row("2", "Một đợt", "15/9 và 15/11/2023", "Sở Nội vụ")});
    auto& db = province.store.database.handle();
    db.exec("UPDATE task SET repetition = '?'");  // as the migration leaves it
    province.advance_to("2024-03-30");
    EXPECT_EQ(opened().back(), "2023-12-24") << "it ended with its list";
    while (province.engine.replan()) {
    }
    province.advance_to("2024-05-01");
    EXPECT_THAT(opened(2), ElementsAre("2023-09-15", "2023-11-15"));
    const auto days = opened();
    EXPECT_THAT(std::vector(days.end() - 3, days.end()),
                ElementsAre("2023-12-24", "2024-04-24", "2024-05-24"))
        << "what lies between is not made up for";
}

TEST_F(Endless, TheHourIsToldAndItsReminderComesBeforeIt) {
    province.import({row("1", "Công điện", "Trước 07h00 ngày 05/6/2023", "Sở Nội vụ")});
    province.advance_to("2023-06-05T12:00");
    std::vector<std::string> told;
    for (const auto& event : province.inbox("SNV"))
        if (event.kind() == v1::EventKind::reminder || event.kind() == v1::EventKind::assigned)
            told.push_back(iso_instant(wire::to_instant(event.time())).substr(0, 16) + " " +
                           event.digest().items(0).due() + " " + event.digest().items(0).hour());
    EXPECT_THAT(told, ElementsAre("2023-05-13T08:00 2023-06-05 07:00", "2023-05-21T07:30 2023-06-05 07:00",
                                  "2023-05-29T07:30 2023-06-05 07:00", "2023-06-04T07:30 2023-06-05 07:00",
                                  "2023-06-05T06:00 2023-06-05 07:00"));
}

}  // namespace
}  // namespace dondoc::test
