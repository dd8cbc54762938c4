// SPDX-License-Identifier: Apache-2.0
// Days that come again without an end, and the hour of a due day.
#include <gmock/gmock.h>

#include "domain/alert_policy.h"
#include "domain/recurrence.h"

namespace dondoc {
namespace {

using testing::ElementsAre;

TEST(Repetition, ADayThatTheMonthDoesNotHaveIsItsLast) {
    EXPECT_EQ(day_in_year({2, 29}, 2026), civil(2026, 2, 28));
    EXPECT_EQ(day_in_year({2, 0}, 2028), civil(2028, 2, 29));
    EXPECT_EQ(day_in_year({4, 31, true}, 2026), civil(2026, 4, 30)) << "“trước ngày 31” as well";
    EXPECT_EQ(day_in_year({1, 1, true}, 2026), civil(2025, 12, 31));
}

TEST(Repetition, GoesOnThroughTheYearsAndWeeks) {
    const Repetition half_years{{{6, 15}, {12, 15, true}}, {}};
    EXPECT_THAT(days_between(half_years, civil(2026, 1, 1), civil(2027, 6, 30)),
                ElementsAre(civil(2026, 6, 15), civil(2026, 12, 14), civil(2027, 6, 15)));
    EXPECT_EQ(next_day(half_years, civil(2099, 12, 15)), civil(2100, 6, 15));
    EXPECT_EQ(day_before(half_years, civil(2026, 6, 15)), civil(2025, 12, 14));
    const Repetition wednesdays{{}, {3}};
    EXPECT_EQ(next_day(wednesdays, civil(2026, 2, 3)), civil(2026, 2, 4));
    EXPECT_EQ(next_day(wednesdays, civil(2026, 2, 4)), civil(2026, 2, 4));
    EXPECT_EQ(next_day({}, civil(2026, 2, 4)), std::nullopt);
}

TEST(Repetition, NothingComesBeforeTheDayThatItHoldsFrom) {
    const Repetition from{{{1, 0}, {2, 0}, {3, 0}}, {}, civil(2026, 2, 10)};
    EXPECT_EQ(next_day(from, civil(2025, 1, 1)), civil(2026, 2, 28));
    EXPECT_EQ(day_before(from, civil(2026, 2, 28)), std::nullopt);
}

TEST(Repetition, IsReadBackFromItsText) {
    for (const Repetition& repetition :
         {Repetition{{{6, 15}, {2, 0}, {12, 1, true}}, {}}, Repetition{{}, {1, 7}},
          Repetition{{{3, 31}}, {}, civil(2026, 11, 28)}, Repetition{}})
        EXPECT_EQ(parse_repetition(to_text(repetition)), repetition) << to_text(repetition);
    for (const char* text : {"?", "13-1", "6-32", "w8", "w0", "6-15>", "6", "@2026", "6-15  w1"})
        EXPECT_EQ(parse_repetition(text), std::nullopt) << text;
}

TEST(Recurrence, GoesOnBehindTheListedDays) {
    const Recurring term{{civil(2026, 11, 24), civil(2026, 12, 24)}, {{{11, 24}, {12, 24}, {1, 24}}, {}}};
    EXPECT_EQ(occurrence_after(term, civil(2026, 12, 24)), civil(2027, 1, 24));
    EXPECT_EQ(occurrence_after(term, civil(2031, 1, 24)), civil(2031, 11, 24));
    EXPECT_EQ(open_due(term, civil(2030, 2, 1)), civil(2030, 11, 24));
    EXPECT_EQ(nearest_occurrence(term, civil(2028, 1, 20)), civil(2028, 1, 24));
    EXPECT_EQ(nearest_occurrence(term, civil(2026, 12, 30)), civil(2026, 12, 24));
    EXPECT_EQ(nearest_occurrence(term, civil(2020, 1, 1)), civil(2026, 11, 24));
}

class DueHour : public testing::Test {
  protected:
    AlertPolicy policy() const {
        AlertPolicy policy;
        policy.before = {{1, Offset::Unit::Days}};
        policy.on_day = false;
        policy.working_days_only = false;
        return policy;
    }
    Calendar calendar;
    const local_days day = civil(2026, 3, 5);
};

TEST_F(DueHour, GivesTheDayItselfAReminder) {
    const Step before{AlertKind::Reminder, {-1, Offset::Unit::Days}};
    const DueMoment due{day, std::chrono::hours{17}};
    const auto next = next_step(policy(), calendar, due, before);
    ASSERT_TRUE(next);
    EXPECT_EQ(iso_instant(next->at), "2026-03-05T07:30:00+07:00");
    EXPECT_EQ(to_key(next->step), "0d");
    EXPECT_EQ(next_step(policy(), calendar, day, before), std::nullopt)
        << "without an hour the policy decides";
    AlertPolicy silent;
    silent.on_day = false;
    EXPECT_EQ(next_step(silent, calendar, due, std::nullopt), std::nullopt);
}

TEST_F(DueHour, BringsTheReminderBeforeIt) {
    const Step on_day{AlertKind::Reminder, {0, Offset::Unit::Days}};
    EXPECT_EQ(iso_instant(moment_of(policy(), calendar, {day, std::chrono::minutes{8 * 60 + 15}}, on_day)),
              "2026-03-05T07:15:00+07:00");
    EXPECT_EQ(iso_instant(moment_of(policy(), calendar, {day, std::chrono::minutes{30}}, on_day)),
              "2026-03-05T00:00:00+07:00");
    const Step before{AlertKind::Reminder, {-1, Offset::Unit::Days}};
    EXPECT_EQ(iso_instant(moment_of(policy(), calendar, {day, std::chrono::minutes{60}}, before)),
              "2026-03-04T07:30:00+07:00");
}

TEST_F(DueHour, NobodyIsRemindedOfAnHourThatHasPassed) {
    const DueMoment due{day, std::chrono::hours{10}};
    const Step on_day{AlertKind::Reminder, {0, Offset::Unit::Days}};
    const auto noon = parse_instant("2026-03-05T12:00").value();
    auto reminding = policy();
    reminding.on_day = true;
    EXPECT_TRUE(decide(reminding, calendar, due, on_day, noon).reminders.empty());
    EXPECT_EQ(decide(reminding, calendar, day, on_day, noon).reminders.size(), 1U);
}

}  // namespace
}  // namespace dondoc
