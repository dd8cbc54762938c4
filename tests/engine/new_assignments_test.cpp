// SPDX-License-Identifier: Apache-2.0
// What is planned for many agencies at once is what is planned for each of them by itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/planning.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

engine::Rules rules_of_two_kinds() {
    auto of_finance = daily_policy();
    of_finance.name = "tài chính";
    of_finance.agencies = {"STC"};
    of_finance.before = {{3, Offset::Unit::Days}};
    of_finance.time_of_day = std::chrono::minutes{9 * 60};
    of_finance.review = parse_review("monthly");
    auto of_others = daily_policy();
    of_others.agencies = {"SNV", "SYT"};
    of_others.review = parse_review("quarterly");
    return {{of_finance, of_others}, {}, 7};  // the office has none
}

std::vector<std::string> planned(Province& province) {
    std::vector<std::string> lines;
    for (const auto* sql :
         {"SELECT 'alarm', assignment_id, agency_id, at, step, since FROM alarm ORDER BY assignment_id",
          "SELECT 'opening', assignment_id, at, 0, 0, 0 FROM opening ORDER BY assignment_id",
          "SELECT 'review', assignment_id, since, due, at, 0 FROM review ORDER BY assignment_id"}) {
        SQLite::Statement rows{province.store.database.handle(), sql};
        while (rows.executeStep()) {
            std::string line;
            for (int i = 0; i < 6; ++i) line += rows.getColumn(i).getString() + ' ';
            lines.push_back(line);
        }
    }
    return lines;
}

TEST(NewAssignments, ArePlannedTogetherAsEachOfThemByItself) {
    TemporaryFolder folder;
    Province province{folder / "dondoc.db", rules_of_two_kinds()};
    province.engine.change([](engine::Work& work) {
        Register content;
        content.groups = {{"tất cả", {}, {}}};
        for (const auto* code : {"SNV", "STC", "SYT", "VP"}) {
            content.agencies.push_back({code, std::string{"Cơ quan "} + code, {}, "province", {}, {}});
            content.groups[0].members.emplace_back(code);
        }
        engine::import_register(work, content);
    });
    int number = 0;
    std::vector<engine::PlanRow> rows;
    for (const auto* term :
         {"31/12/2023", "01/5/2023", "Trước 17h00 ngày 31/10/2023", "Trước ngày 12 tháng cuối quý",
          "Hằng tháng", "Hằng năm", "Thường xuyên", "Từ 01/6/2023",
          "trong 15 ngày kể từ ngày có kết luận thanh tra", "Khi có yêu cầu", "lúc thuận tiện"})
        rows.push_back(row(std::to_string(++number), "Báo cáo", term, "tất cả"));
    ASSERT_EQ(province.import(rows).assignments, 4 * number);
    const auto together = planned(province);
    ASSERT_GT(together.size(), 30U);
    for (const auto* table : {"alarm", "opening", "review"})
        EXPECT_THAT(together, testing::Contains(testing::StartsWith(table)));

    province.engine.change([&](engine::Work& work) {
        auto& database = work.store.database.handle();
        database.exec("DELETE FROM alarm");
        database.exec("DELETE FROM opening");
        database.exec("DELETE FROM review");
        for (int task = 1; task <= number; ++task) {
            const auto brief = work.store.plans.brief({task});
            for (const auto& assignment : work.store.assignments.of_task({task}))
                engine::plan_alarm(work, assignment, engine::traits_of(brief));
        }
    });
    EXPECT_EQ(planned(province), together);
}

}  // namespace
}  // namespace dondoc::test
