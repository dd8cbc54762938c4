// SPDX-License-Identifier: Apache-2.0
#include "domain/alert_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "years.h"

namespace dondoc {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Unit = Offset::Unit;
using Keys = std::vector<std::string>;

// 15d and 1d before, on the day, 1d and 3d after, then every 7d; on any day of the week.
AlertPolicy plain_policy() {
    AlertPolicy policy;
    policy.name = "plain";
    policy.before = {{15, Unit::Days}, {1, Unit::Days}};
    policy.after = {{1, Unit::Days}, {3, Unit::Days}};
    policy.repeat = Offset{7, Unit::Days};
    policy.working_days_only = false;
    return policy;
}

sys_seconds at(std::string_view text) {
    return parse_instant(text).value();
}
Step step(std::string_view key) {
    return parse_step(key).value();
}
Keys keys(const std::vector<Step>& steps) {
    Keys result;
    for (const auto& step : steps) result.push_back(to_key(step));
    return result;
}
// "-7d 2023-12-24T07:30:00+07:00"
std::string shown(const std::optional<PlannedStep>& planned) {
    return planned ? to_key(planned->step) + " " + iso_instant(planned->at) : "none";
}

// The first `count` steps.
Keys steps_of(const AlertPolicy& policy, local_days due, std::size_t count) {
    const auto calendar = vietnam_calendar();
    Keys result;
    auto planned = next_step(policy, calendar, due, std::nullopt);
    for (; planned && result.size() < count; planned = next_step(policy, calendar, due, planned->step))
        result.push_back(to_key(planned->step) + " " + iso_day(civil_day(planned->at)));
    return result;
}

constexpr auto due = civil(2023, 6, 14);  // a Wednesday among working days

TEST(AlertStep, KeysAreReadBack) {
    for (const auto* key : {"-7d", "0d", "+3d", "-5wd", "+1wd", "^15d", "^5wd", "?5d", "?3wd"})
        EXPECT_EQ(to_key(step(key)), key);
    EXPECT_EQ(step("^15d"), (Step{AlertKind::Escalation, {15, Unit::Days}}));
    EXPECT_EQ(step("-5wd"), (Step{AlertKind::Reminder, {-5, Unit::WorkingDays}}));
}

TEST(AlertStep, OnlyWhatIsWrittenSoIsAKey) {
    for (const auto* bad : {"", "d", "7", "+", "^", "7days", "-7w", " 7d", "+-3d", "^-3d", "+0d", "3d", "-0d",
                            "07d", "?0d", "?-5d"})
        EXPECT_FALSE(parse_step(bad)) << bad;
}

TEST(AlertPolicy, StepsComeInTheOrderOfTheirDays) {
    EXPECT_THAT(steps_of(plain_policy(), due, 7),
                ElementsAre("-15d 2023-05-30", "-1d 2023-06-13", "0d 2023-06-14", "+1d 2023-06-15",
                            "+3d 2023-06-17", "+10d 2023-06-24", "+17d 2023-07-01"));
}

TEST(AlertPolicy, AStepComesAtItsTimeOfDay) {
    auto policy = plain_policy();
    policy.time_of_day = std::chrono::hours{16} + std::chrono::minutes{5};
    const auto moment = moment_of(policy, vietnam_calendar(), due, step("-1d"));
    EXPECT_EQ(iso_instant(moment), "2023-06-13T16:05:00+07:00");
}

TEST(AlertPolicy, WorkingDaysAreCountedOnTheCalendar) {
    AlertPolicy policy;
    policy.before = {{5, Unit::WorkingDays}};
    policy.on_day = false;
    policy.after = {{1, Unit::WorkingDays}};
    policy.repeat = Offset{5, Unit::WorkingDays};
    // 29/4 to 3/5/2023 are off.
    EXPECT_THAT(steps_of(policy, civil(2023, 5, 4), 4),
                ElementsAre("-5wd 2023-04-24", "+1wd 2023-05-05", "+6wd 2023-05-12", "+11wd 2023-05-19"));
}

TEST(AlertPolicy, RemindersMoveBeforeDaysOffAndNoticesAfterThem) {
    auto policy = plain_policy();
    policy.working_days_only = true;
    policy.before = {{3, Unit::Days}, {1, Unit::Days}};
    // 31/12/2023 is a Sunday, 1/1/2024 a holiday, 7/1 a Sunday.
    EXPECT_THAT(steps_of(policy, civil(2023, 12, 31), 6),
                ElementsAre("-3d 2023-12-28", "-1d 2023-12-29", "0d 2023-12-29", "+1d 2024-01-02",
                            "+3d 2024-01-03", "+10d 2024-01-10"));
}

TEST(AlertPolicy, AMadeUpSaturdayIsAWorkingDayForAlerts) {
    auto policy = plain_policy();
    policy.working_days_only = true;
    const auto calendar = vietnam_calendar();
    EXPECT_EQ(civil_day(moment_of(policy, calendar, civil(2024, 5, 5), step("-1d"))), civil(2024, 5, 4));
    EXPECT_EQ(civil_day(moment_of(policy, calendar, civil(2024, 5, 3), step("+1d"))), civil(2024, 5, 4));
    EXPECT_EQ(civil_day(moment_of(policy, calendar, civil(2024, 4, 28), step("+1d"))), civil(2024, 5, 2));
}

TEST(AlertPolicy, ARepetitionEndsAtItsLimit) {
    auto policy = plain_policy();
    policy.before.clear();
    policy.repeat_limit = 2;
    EXPECT_THAT(steps_of(policy, due, 100), ElementsAre("0d 2023-06-14", "+1d 2023-06-15", "+3d 2023-06-17",
                                                        "+10d 2023-06-24", "+17d 2023-07-01"));
    policy.repeat_limit = 0;
    EXPECT_EQ(steps_of(policy, due, 100).size(), 100U);
}

TEST(AlertPolicy, ARepetitionAloneStartsFromTheDueDay) {
    auto policy = plain_policy();
    policy.before.clear();
    policy.after.clear();
    policy.on_day = false;
    EXPECT_THAT(steps_of(policy, due, 2), ElementsAre("+7d 2023-06-21", "+14d 2023-06-28"));
}

TEST(AlertPolicy, AnEscalationStandsBesideTheNoticeOfItsDay) {
    auto policy = plain_policy();
    policy.before.clear();
    policy.on_day = false;
    policy.escalate_after = {{3, Unit::Days}, {12, Unit::Days}};
    EXPECT_EQ(steps_of(policy, due, 3).back(), "+10d 2023-06-24") << "nobody is named, so nobody is told";
    policy.escalate_to = {"VPUB"};
    EXPECT_THAT(steps_of(policy, due, 6),
                ElementsAre("+1d 2023-06-15", "+3d 2023-06-17", "^3d 2023-06-17", "+10d 2023-06-24",
                            "^12d 2023-06-26", "+17d 2023-07-01"));
}

TEST(AlertPolicy, APolicyWithoutStepsTellsNobody) {
    AlertPolicy policy;
    policy.on_day = false;
    EXPECT_THAT(steps_of(policy, due, 5), IsEmpty());
    EXPECT_FALSE(first_step(policy, vietnam_calendar(), due, at("2023-06-01")));
}

TEST(FirstStep, IsTheFirstThatIsStillToCome) {
    const auto calendar = vietnam_calendar();
    const auto first = [&](std::string_view now) {
        return shown(first_step(plain_policy(), calendar, due, at(now)));
    };
    EXPECT_EQ(first("2023-05-13T08:00"), "-15d 2023-05-30T07:30:00+07:00");
    EXPECT_EQ(first("2023-05-30T07:29:59"), "-15d 2023-05-30T07:30:00+07:00");
    EXPECT_EQ(first("2023-05-30T07:30"), "-1d 2023-06-13T07:30:00+07:00");
    EXPECT_EQ(first("2023-06-14T09:00"), "+1d 2023-06-15T07:30:00+07:00");
    EXPECT_EQ(first("2023-06-15T06:00"), "+1d 2023-06-15T07:30:00+07:00");
}

TEST(FirstStep, OfATermThatHasPassedIsTheLatestNotice) {
    const auto calendar = vietnam_calendar();
    auto policy = plain_policy();
    EXPECT_EQ(shown(first_step(policy, calendar, due, at("2023-06-16T09:00"))),
              "+1d 2023-06-15T07:30:00+07:00");
    EXPECT_EQ(shown(first_step(policy, calendar, due, at("2023-12-31T09:00"))),
              "+199d 2023-12-30T07:30:00+07:00");
    policy.after.clear();
    policy.repeat.reset();
    EXPECT_FALSE(first_step(policy, calendar, due, at("2023-06-16T09:00"))) << "no notice is called for";
}

Decision decide_at(const AlertPolicy& policy, std::string_view pending, std::string_view now) {
    return decide(policy, vietnam_calendar(), due, step(pending), at(now));
}

TEST(Decide, CarriesOutTheStepThatIsDueAndSetsTheNext) {
    const auto decision = decide_at(plain_policy(), "-15d", "2023-05-30T07:30");
    EXPECT_EQ(keys(decision.reminders), Keys{"-15d"});
    EXPECT_THAT(decision.overdue, IsEmpty());
    EXPECT_THAT(decision.skipped, IsEmpty());
    EXPECT_EQ(shown(decision.next), "-1d 2023-06-13T07:30:00+07:00");
}

TEST(Decide, BeforeItsMomentAStepWaits) {
    const auto decision = decide_at(plain_policy(), "-15d", "2023-05-30T07:29:59");
    EXPECT_THAT(decision.reminders, IsEmpty());
    EXPECT_EQ(shown(decision.next), "-15d 2023-05-30T07:30:00+07:00");
}

TEST(Decide, AfterDowntimeOnlyTheLatestReminderIsStillTrue) {
    const auto decision = decide_at(plain_policy(), "-15d", "2023-06-14T12:00");
    EXPECT_EQ(keys(decision.reminders), Keys{"0d"});
    EXPECT_EQ(keys(decision.skipped), (Keys{"-15d", "-1d"}));
    EXPECT_EQ(shown(decision.next), "+1d 2023-06-15T07:30:00+07:00");
}

TEST(Decide, AReminderThatIsLateIsStillToldBeforeTheTermPasses) {
    const auto decision = decide_at(plain_policy(), "-15d", "2023-06-10T12:00");
    EXPECT_EQ(keys(decision.reminders), Keys{"-15d"});
    EXPECT_EQ(shown(decision.next), "-1d 2023-06-13T07:30:00+07:00");
}

TEST(Decide, ThePassingOfTheTermOvertakesReminders) {
    // 00:00 of the day after: no notice is due yet, and no reminder is true any more.
    const auto decision = decide_at(plain_policy(), "-1d", "2023-06-15T00:00");
    EXPECT_THAT(decision.reminders, IsEmpty());
    EXPECT_THAT(decision.overdue, IsEmpty());
    EXPECT_EQ(keys(decision.skipped), (Keys{"-1d", "0d"}));
    EXPECT_EQ(shown(decision.next), "+1d 2023-06-15T07:30:00+07:00");
}

TEST(Decide, NoticesThatWereMissedAreAllTold) {
    auto policy = plain_policy();
    policy.escalate_after = {{2, Unit::Days}};
    policy.escalate_to = {"VPUB"};
    const auto decision = decide_at(policy, "0d", "2023-07-01T08:00");
    EXPECT_EQ(keys(decision.skipped), Keys{"0d"});
    EXPECT_EQ(keys(decision.overdue), (Keys{"+1d", "+3d", "+10d", "+17d"}));
    EXPECT_EQ(keys(decision.escalations), Keys{"^2d"});
    EXPECT_EQ(shown(decision.next), "+24d 2023-07-08T07:30:00+07:00");
}

TEST(Decide, StepsOfOneMorningAreToldTogether) {
    auto policy = plain_policy();
    policy.working_days_only = true;
    const auto year_end = civil(2023, 12, 31);
    const auto decision = decide(policy, vietnam_calendar(), year_end, step("-1d"), at("2023-12-29T07:30"));
    EXPECT_EQ(keys(decision.reminders), (Keys{"-1d", "0d"}));
    EXPECT_EQ(shown(decision.next), "+1d 2024-01-02T07:30:00+07:00");
}

TEST(Decide, TheLastRepetitionHasNoNext) {
    auto policy = plain_policy();
    policy.repeat_limit = 1;
    const auto decision = decide_at(policy, "+10d", "2023-06-24T07:30");
    EXPECT_EQ(keys(decision.overdue), Keys{"+10d"});
    EXPECT_FALSE(decision.next);
}

TEST(Decide, AStepThatThePolicyNoLongerHasGivesWayToTheNext) {
    const auto decision = decide_at(plain_policy(), "-7d", "2023-06-07T07:30");
    EXPECT_THAT(decision.reminders, IsEmpty());
    EXPECT_EQ(shown(decision.next), "-1d 2023-06-13T07:30:00+07:00");
}

}  // namespace
}  // namespace dondoc
