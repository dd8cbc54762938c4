// SPDX-License-Identifier: Apache-2.0
// A year of dossiers, and its recount from what was sent.
#include "flow_counter.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace dondoc::test {
namespace {

// A year lived through, one feed a day, and recounted from what was sent.
TEST(Flow, AYearsFiguresAreThoseOfAnIndependentRecount) {
    Counter counter{flow_rules(), "2023-01-02T06:00"};
    std::mt19937 random{2023};
    const auto pick = [&](int least, int most) {
        return std::uniform_int_distribution<int>{least, most}(random);
    };
    std::map<std::string, FlowSaid> now;  // as the other system has them
    const auto first = civil(2023, 1, 2);
    std::vector<local_days> ends;
    std::vector<FlowFigures> was;  // of the quarter up to then, as it was asked for at the time
    for (auto day = first; day < civil(2024, 1, 1); day += date::days{1}) {
        const auto evening = local_seconds{day} + std::chrono::hours{20};
        while (counter.province.engine.advance_towards(to_instant(evening))) {
        }
        std::vector<std::string> touched;
        const auto moment = [&] {
            return to_instant(local_seconds{day} + std::chrono::minutes{pick(450, 1050)});
        };
        for (auto& [id, said] : now) {
            if (is_finished(said.state) || pick(0, 5) > 0) continue;
            const auto at = moment();
            const auto last =
                said.pauses.empty() ? said.received : said.pauses.back().to.value_or(said.pauses.back().from);
            if (at < last) continue;
            if (said.state == FlowState::Paused) {
                said.pauses.back().to = at;
                said.state = FlowState::InWork;
            } else if (pick(0, 3) == 0) {
                said.pauses.push_back({at, std::nullopt});
                said.state = FlowState::Paused;
            } else {
                said.state = pick(0, 9) == 0 ? FlowState::Refused : FlowState::Done;
                said.finished = at;
            }
            touched.push_back(id);
        }
        for (int i = pick(0, 4); i > 0; --i) {
            FlowSaid said;
            said.id = std::to_string(now.size() + 1);
            said.procedure = pick(0, 1) == 0 ? "TT1" : "TT2";
            said.office = pick(0, 1) == 0 ? "STC" : "SNV";
            said.received = moment();
            touched.push_back(said.id);
            now.emplace(said.id, said);
        }
        for (int sent = 0; sent < 2; ++sent)  // every feed comes twice
            counter.change([&](engine::FlowIntake& intake) {
                for (const auto& id : touched) intake.take(now.at(id));
            });
        const date::year_month_day date{day};
        if (date == date.year() / date.month() / date::last && unsigned{date.month()} % 3 == 0) {
            ends.push_back(day);
            was.push_back(counter.figures(first, day));
        }
    }
    ASSERT_EQ(ends.size(), 4U);
    ASSERT_GT(now.size(), 500U);
    while (counter.province.engine.advance_towards(at("2024-01-01T20:00"))) {
    }
    const Calendar calendar;
    const OfficeHours hours = usual_office_hours();
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const auto until = to_instant(local_seconds{ends[i] + date::days{1}}) - std::chrono::seconds{1};
        FlowFigures recount;
        for (const auto& [id, said] : now) {
            if (said.received > until) continue;
            ++recount.received;
            FlowClock clock{
                {said.procedure == "TT1" ? 3 : 4,
                 said.procedure == "TT1" ? FlowTerm::Unit::WorkingDays : FlowTerm::Unit::WorkingHours},
                said.received,
                said.pauses};
            if (said.finished && *said.finished <= until) {
                const auto due = flow_due(clock, calendar, hours).value();
                if (said.state == FlowState::Refused)
                    ++recount.refused;
                else
                    ++(*said.finished <= due ? recount.on_time : recount.late);
                continue;
            }
            // As it stood at the period's end: what came later is taken away.
            std::erase_if(clock.pauses, [&](const FlowPause& pause) { return pause.from > until; });
            bool is_paused = false;
            if (!clock.pauses.empty() && clock.pauses.back().to.value_or(until) >= until) {
                is_paused = !clock.pauses.back().to || *clock.pauses.back().to > until;
                if (is_paused) clock.pauses.back().to.reset();
            }
            const auto due = flow_due(clock, calendar, hours);
            ++(due && until > *due ? recount.overdue : is_paused ? recount.paused : recount.in_time);
        }
        EXPECT_EQ(counter.figures(first, ends[i]), recount) << iso_day(ends[i]);
        EXPECT_EQ(was[i].on_time, recount.on_time) << iso_day(ends[i]);
        EXPECT_EQ(was[i].open(), recount.open()) << iso_day(ends[i]);
        EXPECT_GT(recount.late, 0);
        if (i == 0) continue;
        // The quarter alone begins with what was open.
        const auto quarter = counter.figures(ends[i - 1] + date::days{1}, ends[i]);
        EXPECT_EQ(quarter.carried, counter.figures(first, ends[i - 1]).open());
        EXPECT_EQ(quarter.open(), recount.open());
        EXPECT_EQ(quarter.in_time + quarter.overdue + quarter.paused, quarter.open());
    }
    EXPECT_TRUE(counter.findings().empty());
    // Nothing was told twice.
    std::set<std::string> told;
    for (const auto* agency : {"STC", "SNV"})
        for (const auto& alert : counter.told(agency))
            for (const auto& step : alert.steps())
                EXPECT_TRUE(told.insert(alert.id() + alert.due().substr(0, 10) + step).second)
                    << alert.ShortDebugString();
}

}  // namespace
}  // namespace dondoc::test
