// SPDX-License-Identifier: Apache-2.0
#include "domain/flow_term.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "domain/flow_counts.h"
#include "support/fewer.h"
#include "years.h"

namespace dondoc {
namespace {

sys_seconds at(const std::string& text) {
    return parse_instant(text).value();
}

struct Pause {
    std::string from, to;  // empty: it goes on
};

FlowClock clock_of(const std::string& term, const std::string& received,
                   const std::vector<Pause>& pauses = {}) {
    FlowClock clock{parse_flow_term(term).value(), at(received), {}};
    for (const auto& pause : pauses)
        clock.pauses.push_back(
            {at(pause.from), pause.to.empty() ? std::nullopt : std::optional{at(pause.to)}});
    return clock;
}

std::string due(const Calendar& calendar, const FlowClock& clock) {
    const auto instant = flow_due(clock, calendar, usual_office_hours());
    return instant ? iso_instant(*instant).substr(0, 19) : "paused";
}

struct Row {
    const char* term;
    const char* received;
    std::vector<Pause> pauses;
    const char* due;
};

TEST(FlowTerm, IsCountedFromTheDayAfterTheReceipt) {
    const auto calendar = vietnam_calendar();
    for (const auto& row : std::vector<Row>{
             {"1wd", "2025-07-14T08:00", {}, "2025-07-15T23:59:59"},
             {"1wd", "2025-07-14T23:00", {}, "2025-07-15T23:59:59"},
             {"5wd", "2025-07-14T08:00", {}, "2025-07-21T23:59:59"},
             {"1wd", "2025-07-18T16:00", {}, "2025-07-21T23:59:59"},  // Friday
             {"1wd", "2025-07-19T09:00", {}, "2025-07-21T23:59:59"},  // Saturday
             {"3wd", "2025-04-25T08:00", {}, "2025-04-29T23:59:59"},  // the made up Saturday counts
             {"4wd", "2025-04-25T08:00", {}, "2025-05-05T23:59:59"},  // 30/4, 1/5 and 2/5 do not
             {"15d", "2025-07-14T08:00", {}, "2025-07-29T23:59:59"},
             {"5d", "2025-07-14T08:00", {}, "2025-07-21T23:59:59"},  // Saturday rolls to Monday
         })
        EXPECT_EQ(due(calendar, clock_of(row.term, row.received, row.pauses)), row.due)
            << row.term << " from " << row.received;
}

TEST(FlowTerm, InHoursRunsInOfficeHoursOnly) {
    const auto calendar = vietnam_calendar();
    for (const auto& row : std::vector<Row>{
             {"2h", "2025-07-14T08:00", {}, "2025-07-14T10:00:00"},
             {"4h", "2025-07-14T07:30", {}, "2025-07-14T11:30:00"},
             {"4h", "2025-07-14T10:30", {}, "2025-07-14T16:30:00"},
             {"8h", "2025-07-14T06:00", {}, "2025-07-14T17:30:00"},
             {"8h", "2025-07-14T12:00", {}, "2025-07-15T11:30:00"},
             {"2h", "2025-07-18T17:00", {}, "2025-07-21T09:00:00"},  // over a weekend
             {"1h", "2025-07-19T09:00", {}, "2025-07-21T08:30:00"},
         })
        EXPECT_EQ(due(calendar, clock_of(row.term, row.received, row.pauses)), row.due)
            << row.term << " from " << row.received;
}

TEST(FlowTerm, StandsStillWhileItIsPaused) {
    const auto calendar = vietnam_calendar();
    for (const auto& row : std::vector<Row>{
             // A day counts when the clock runs at its end: 15/7 does not, 17/7 does.
             {"2wd", "2025-07-14T08:00", {{"2025-07-15T10:00", "2025-07-17T09:00"}}, "2025-07-18T23:59:59"},
             // Paused and resumed on one day: nothing was lost.
             {"2wd", "2025-07-14T08:00", {{"2025-07-15T10:00", "2025-07-15T16:00"}}, "2025-07-16T23:59:59"},
             {"1wd", "2025-07-14T08:00", {{"2025-07-14T09:00", ""}}, "paused"},
             // It had run out before the pause.
             {"1wd", "2025-07-14T08:00", {{"2025-07-16T09:00", ""}}, "2025-07-15T23:59:59"},
             {"1wd", "2025-07-14T08:00", {{"2025-07-15T09:00", ""}}, "paused"},
             // A term of 5 days ended on the Saturday; what is paused then has its Monday after the pause.
             {"5d", "2025-07-14T08:00", {{"2025-07-20T09:00", "2025-07-22T09:00"}}, "2025-07-22T23:59:59"},
             {"8h", "2025-07-14T07:30", {{"2025-07-14T10:00", "2025-07-15T08:30"}}, "2025-07-15T16:00:00"},
             {"2h", "2025-07-14T08:00", {{"2025-07-14T10:00", ""}}, "2025-07-14T10:00:00"},
             {"2h", "2025-07-14T08:00", {{"2025-07-14T09:59", ""}}, "paused"},
             {"3wd",
              "2025-07-14T08:00",
              {{"2025-07-15T08:00", "2025-07-16T08:00"}, {"2025-07-17T08:00", "2025-07-21T08:00"}},
              "2025-07-22T23:59:59"},
         })
        EXPECT_EQ(due(calendar, clock_of(row.term, row.received, row.pauses)), row.due)
            << row.term << " from " << row.received;
}

TEST(FlowTerm, IsWrittenInThreeWays) {
    for (const auto* text : {"7wd", "15d", "16h", "1000wd"})
        EXPECT_EQ(to_text(parse_flow_term(text).value()), text);
    for (const auto* text : {"", "7", "wd", "0wd", "-1wd", "+7wd", "1001wd", "7 wd", "7wdx", "99999999999d"})
        EXPECT_FALSE(parse_flow_term(text)) << text;
}

TEST(FlowTerm, SaysHowMuchOfItHasRun) {
    const auto calendar = vietnam_calendar();
    const auto counted = [&](const std::string& term, const std::string& now) {
        return flow_counted(clock_of(term, "2025-07-14T08:00", {{"2025-07-16T10:00", "2025-07-18T09:00"}}),
                            calendar, usual_office_hours(), at(now));
    };
    EXPECT_EQ(counted("5wd", "2025-07-15T10:00"), 0);  // the day is not over
    EXPECT_EQ(counted("5wd", "2025-07-16T09:00"), 1);
    EXPECT_EQ(counted("5wd", "2025-07-18T08:00"), 1);
    EXPECT_EQ(counted("5wd", "2025-07-21T08:00"), 2);
    EXPECT_EQ(counted("5wd", "2025-08-30T08:00"), 5);
    EXPECT_EQ(counted("40h", "2025-07-14T10:00"), 120);
    EXPECT_EQ(counted("40h", "2025-07-17T10:00"), 7 * 60 + 30 + 8 * 60 + 2 * 60 + 30);
}

// An oracle that knows nothing of the rules' code: it lives through the time in steps of ten minutes, with
// its own notion of a working day, and stops when the term has run out.
class Living {
  public:
    Living(const std::set<local_days>& off, const FlowClock& clock) : off_(off), clock_(clock) {}

    std::optional<sys_seconds> due() {
        constexpr std::chrono::minutes step{10};
        const auto horizon = clock_.received + date::days{400};
        int days = 0;
        std::chrono::minutes hours{0};
        for (auto now = clock_.received; now < horizon; now += step) {
            const auto local = now + std::chrono::hours{7};
            const auto second = local.time_since_epoch().count();
            const auto minute_of_day = (second / 60) % (24 * 60);
            const local_days day{date::days{second / 86'400}};
            const bool runs = !is_paused(now);
            if (clock_.term.unit == FlowTerm::Unit::WorkingHours) {
                const bool open = is_working(day) && ((minute_of_day >= 450 && minute_of_day < 690) ||
                                                      (minute_of_day >= 810 && minute_of_day < 1050));
                if (open && runs) hours += step;
                if (hours == std::chrono::hours{clock_.term.count}) return now + step;
            } else if (minute_of_day + 10 == 24 * 60) {  // the day's last step
                const bool first = day == civil_day(clock_.received);
                const bool counted = !first && !is_paused(now + step - std::chrono::seconds{1}) &&
                                     (clock_.term.unit == FlowTerm::Unit::Days || is_working(day));
                if (counted) ++days;
                const bool may_end = counted && is_working(day);
                if (days >= clock_.term.count && may_end) return now + step - std::chrono::seconds{1};
            }
        }
        return std::nullopt;
    }

  private:
    bool is_paused(sys_seconds now) const {
        return std::ranges::any_of(clock_.pauses, [&](const FlowPause& pause) {
            return pause.from <= now && (!pause.to || now < *pause.to);
        });
    }
    bool is_working(local_days day) const {
        const auto weekday = (day.time_since_epoch().count() + 4) % 7;  // 1/1/1970 was a Thursday
        return weekday != 0 && weekday != 6 && !off_.contains(day);
    }

    const std::set<local_days>& off_;
    const FlowClock& clock_;
};

TEST(FlowTerm, IsThatOfAnOracleInAThousandGeneratedCases) {
    std::mt19937 random{20250714};
    const auto pick = [&](int least, int most) {
        return std::uniform_int_distribution<int>{least, most}(random);
    };
    int paused = 0, in_hours = 0;
    for (int i = 0; i < test::fewer(1000); ++i) {
        std::set<local_days> off;
        Calendar calendar;
        CalendarYear year{true, "sinh", {}}, next = year;
        for (int holiday = pick(0, 20); holiday > 0; --holiday) {
            const auto day = civil(2025, 1, 1) + date::days{pick(0, 500)};
            off.insert(day);
            (day < civil(2026, 1, 1) ? year : next).days[day] = {SpecialDay::Kind::Holiday, "nghỉ"};
        }
        calendar.set(date::year{2025}, year);
        calendar.set(date::year{2026}, next);
        const auto unit = std::array{FlowTerm::Unit::WorkingDays, FlowTerm::Unit::Days,
                                     FlowTerm::Unit::WorkingHours}[static_cast<std::size_t>(i % 3)];
        FlowClock clock{{pick(1, 25), unit},
                        at("2025-01-02T00:00") + std::chrono::minutes{10 * pick(0, 6 * 24 * 300)},
                        {}};
        auto from = clock.received;
        for (int pauses = pick(0, 4); pauses > 0; --pauses) {
            from += std::chrono::minutes{10 * pick(0, 6 * 24 * 6)};
            FlowPause pause{from, from + std::chrono::minutes{10 * pick(0, 6 * 24 * 9)}};
            from = *pause.to;
            if (pauses == 1 && pick(0, 3) == 0) pause.to.reset();
            clock.pauses.push_back(pause);
        }
        const auto is = flow_due(clock, calendar, usual_office_hours());
        const auto should_be = Living{off, clock}.due();
        ASSERT_EQ(is ? iso_instant(*is) : "paused", should_be ? iso_instant(*should_be) : "paused")
            << "case " << i << ": " << to_text(clock.term) << " from " << iso_instant(clock.received);
        paused += is ? 0 : 1;
        in_hours += unit == FlowTerm::Unit::WorkingHours ? 1 : 0;
    }
    EXPECT_GT(paused, test::fewer(20));
    EXPECT_GT(in_hours, test::fewer(300));
}

TEST(FlowFigures, ADossierIsInOneClass) {
    const auto due = at("2025-07-15T23:59:59");
    const auto late = at("2025-07-16T00:00");
    EXPECT_EQ(flow_class(FlowState::InWork, due, std::nullopt, due), FlowClass::InTime);
    EXPECT_EQ(flow_class(FlowState::InWork, due, std::nullopt, late), FlowClass::Overdue);
    EXPECT_EQ(flow_class(FlowState::Paused, std::nullopt, std::nullopt, late), FlowClass::Paused);
    EXPECT_EQ(flow_class(FlowState::Paused, due, std::nullopt, late), FlowClass::Overdue);
    EXPECT_EQ(flow_class(FlowState::Done, due, due, late), FlowClass::OnTime);
    EXPECT_EQ(flow_class(FlowState::Done, due, late, late), FlowClass::Late);
    EXPECT_EQ(flow_class(FlowState::Refused, due, late, late), FlowClass::Refused);
}

// Report 301: 208,301 of 209,049 were on time.
TEST(FlowFigures, TheRatioIsExactAtTwoDecimals) {
    FlowFigures figures;
    figures.on_time = 208'301;
    figures.late = 209'049 - 208'301;
    EXPECT_EQ(figures.ratio().percent(), "99.64");
    figures = {};
    EXPECT_EQ(figures.ratio().percent(), "");
}

}  // namespace
}  // namespace dondoc
