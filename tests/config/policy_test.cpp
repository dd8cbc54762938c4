// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "config/duration.h"
#include "config/loader.h"
#include "config/mentions.h"
#include "config/refusal.h"
#include "domain/policy_choice.h"

namespace dondoc::config {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Unit = Offset::Unit;
using std::chrono::hours;
using std::chrono::minutes;

std::vector<AlertPolicy> policies_of(const std::string& text) {
    return parse(text, "d.toml").policies;
}

TEST(Policies, GovernmentTasksAreRemindedEarlierByDefault) {
    const auto policies = policies_of("");
    ASSERT_EQ(policies.size(), 3U);
    const auto policy = [&](std::string_view level, Priority priority) {
        return policy_for(policies, {level, priority, DeadlineKind::Date, "SNV"}, {});
    };
    EXPECT_EQ(policy("government", Priority::Urgent)->name, "urgent");
    const auto* government = policy("government", Priority::Normal);
    EXPECT_THAT(government->before, ElementsAre(Offset{30}, Offset{15}, Offset{7}, Offset{3}, Offset{1}));
    const auto* province = policy("province", Priority::Normal);
    EXPECT_THAT(province->before, ElementsAre(Offset{15}, Offset{7}, Offset{3}, Offset{1}));
    EXPECT_THAT(province->after, ElementsAre(Offset{1}, Offset{3}));
    EXPECT_EQ(province->repeat, Offset{7});
}

TEST(Policies, EveryKeyIsRead) {
    const auto policies = policies_of(R"(
[office]
agency = "VPUB"
[[policy]]
name = "Chính phủ"
levels = ["government", "ministry"]
priorities = ["normal"]
kinds = ["date", "year"]
agencies = ["SNV", "@các sở, ban, ngành"]
before = ["2w", "5wd"]
on_day = false
after = ["1wd", "every 5wd"]
repeat_limit = 4
escalate_after = ["15d", "30d"]
escalate_to = ["STC"]
unseen_after = "3wd"
review = "45d"
time = "06:05"
working_days_only = false
digest = false
)");
    AlertPolicy expected;
    expected.name = "Chính phủ";
    expected.levels = {"government", "ministry"};
    expected.priorities = {Priority::Normal};
    expected.kinds = {DeadlineKind::Date, DeadlineKind::Year};
    expected.agencies = {"SNV", "@các sở, ban, ngành"};
    expected.before = {{14, Unit::Days}, {5, Unit::WorkingDays}};
    expected.on_day = false;
    expected.after = {{1, Unit::WorkingDays}};
    expected.repeat = Offset{5, Unit::WorkingDays};
    expected.repeat_limit = 4;
    expected.escalate_after = {{15, Unit::Days}, {30, Unit::Days}};
    expected.escalate_to = {"VPUB", "STC"};
    expected.unseen_after = Offset{3, Unit::WorkingDays};
    expected.review = ReviewInterval{45, ReviewInterval::Unit::Days};
    expected.time_of_day = hours{6} + minutes{5};
    expected.working_days_only = false;
    expected.digest = false;
    EXPECT_THAT(policies, ElementsAre(expected));
}

TEST(Policies, ASectionSaysAllThatItsAgenciesAreTold) {
    const auto policies = policies_of("[[policy]]\nafter = ['every 7d']\n");
    AlertPolicy expected;
    expected.name = "policy-1";
    expected.repeat = Offset{7};
    EXPECT_THAT(policies, ElementsAre(expected));
    EXPECT_THAT(policies[0].before, IsEmpty());
}

TEST(Policies, OneTimeOfDayHoldsForAllThatSayNone) {
    using std::chrono::minutes;
    const auto times = [](const std::string& text) {
        std::vector<minutes> result;
        for (const auto& policy : parse(text, "d.toml").policies) result.push_back(policy.time_of_day);
        return result;
    };
    EXPECT_THAT(
        times("[[policy]]\nname = 'a'\nlevels = ['government']\n[[policy]]\nname = 'b'\ntime = '06:00'\n"
              "[alerts]\ntime = '08:15'\n"),
        testing::ElementsAre(minutes{8 * 60 + 15}, minutes{6 * 60}));
    EXPECT_THAT(times("alerts.time = '08:15'\n"), testing::Each(minutes{8 * 60 + 15}));
    EXPECT_EQ(refusal_of([] { parse("[alerts]\ntime = '25:00'\n", "d.toml"); }), "d.toml:2 config.bad_time");
}

TEST(Policies, RefusesWhatIsWrongWithItsLine) {
    struct BadPolicy {
        const char* text;  // after [[policy]]
        const char* refusal;
    };
    const std::vector<BadPolicy> policies{
        {"nam = 'x'", "2 config.unknown_key"},
        {"[[policy]]\nname = 'policy-1'\nlevels = ['commune']", "3 config.policy_twice"},
        {"levels = 'government'", "2 config.not_texts"},
        {"levels = ['goverment']", "2 config.not_one_of"},
        {"levels = ['commune']\n[[policy]]\nlevels = ['commune']", "4 config.policy_unreachable"},
        {"[[policy]]\nlevels = ['commune']", "3 config.policy_unreachable"},
        {"[[policy]]\nname = 'x'", "3 config.policy_unreachable"},
        {"priorities = ['urgent']\n[[policy]]\npriorities = ['normal']\n[[policy]]\nname = 'x'",
         "6 config.policy_unreachable"},
        {"priorities = ['urgent']\n[[policy]]\nlevels = ['commune']", "4 config.policies_cross"},
        {"agencies = ['A']\n[[policy]]\nkinds = ['year']", "4 config.policies_cross"},
        {"levels = ['commune', 'district']\n[[policy]]\nlevels = ['district', 'province']",
         "4 config.policies_cross"},
        {"priorities = ['high']", "2 config.not_one_of"},
        {"priorities = []", "2 config.empty"},
        {"kinds = ['weekly']", "2 config.not_one_of"},
        {"kinds = ['yearly']", "2 config.not_one_of"},
        {"review = 'weekly'", "2 config.bad_review"},
        {"review = '0d'", "2 config.bad_review"},
        {"agencies = ['sở nội vụ']", "2 config.bad_agency_code"},
        {"agencies = ['@']", "2 config.bad_agency_code"},
        {"before = ['1d', '7d']", "2 config.not_falling"},
        {"before = ['3d', '1w']", "2 config.not_falling"},
        {"before = ['5d', '5wd']", "2 config.not_falling"},
        {"after = ['3d', '1d']", "2 config.not_rising"},
        {"before = ['522w']", "2 config.bad_duration"},
        {"unseen_after = '5d'", "2 config.no_office"},
        {"after = ['every 7d']\nrepeat_limit = 0", "3 config.out_of_range"},
        {"before = ['7d',\n'7d']", "3 config.twice"},
        {"before = ['7d',\n'07d']", "3 config.twice"},
        {"before = ['0d']", "2 config.bad_duration"},
        {"before = ['-7d']", "2 config.bad_duration"},
        {"before = ['3651d']", "2 config.bad_duration"},
        {"escalate_after = ['30d', '15d']\nescalate_to = ['VPUB']", "2 config.not_rising"},
        {"before = ['99999999999999d']", "2 config.bad_duration"},
        {"before = ['7']", "2 config.bad_duration"},
        {"before = ['7h']", "2 config.bad_duration"},
        {"before = ['every 7d']", "2 config.bad_duration"},
        {"before = [7]", "2 config.not_texts"},
        {"on_day = 'no'", "2 config.not_flag"},
        {"after = ['every 7d',\n'9d']", "3 config.every_last"},
        {"after = ['every 7d',\n'every 9d']", "3 config.every_last"},
        {"after = ['3d', 'every 5wd']", "2 config.every_unit"},
        {"after = ['every 0d']", "2 config.bad_duration"},
        {"after = ['1d']\nrepeat_limit = 3", "3 config.limit_alone"},
        {"after = ['every 7d']\nrepeat_limit = -1", "3 config.out_of_range"},
        {"escalate_after = ['15d']", "2 config.escalation_half"},
        {"escalate_to = ['VPUB']", "2 config.escalation_half"},
        {"escalate_after = ['15d']\nescalate_to = ['văn phòng']", "3 config.bad_agency_code"},
        {"time = '7:30'", "2 config.bad_time"},
        {"time = '24:00'", "2 config.bad_time"},
        {"time = '07:30:00'", "2 config.bad_time"},
        {"time = 07:30:00", "2 config.not_text"},
    };
    for (const auto& policy : policies) {
        const auto text = std::string{"[[policy]]\n"} + policy.text + "\n";
        EXPECT_EQ(refusal_of([&] { parse(text, "d.toml"); }), std::string{"d.toml:"} + policy.refusal)
            << text;
    }
}

TEST(Policies, AnAgencyThatTheRegisterDoesNotHaveIsRefusedWhereItIsNamed) {
    const auto settings = parse(
        "[office]\nagency = 'VP'\n[[policy]]\nescalate_after = ['15d']\nescalate_to = [\n'STC',\n'SXX']\n",
        "d.toml");
    const auto refused = [&](const std::set<std::string>& known) {
        return refusal_of([&] {
            require_known(settings.mentions, [&](const auto& name) { return known.contains(name); });
        });
    };
    EXPECT_EQ(refused({"VP", "STC", "SXX"}), "");
    EXPECT_EQ(refused({"VP", "STC"}), "d.toml:7 config.unknown_agency");
    EXPECT_EQ(refused({}), "d.toml:2 config.unknown_agency");
}

TEST(Policies, TheOfficeAloneCanBeEscalatedTo) {
    const auto policies = policies_of("[[policy]]\nescalate_after = ['2w']\n[office]\nagency = 'VP'\n");
    EXPECT_THAT(policies.at(0).escalate_to, ElementsAre("VP"));
    EXPECT_TRUE(policies_of("[office]\nagency = 'VP'\n")[0].escalate_to.empty());
}

TEST(Duration, IsACountOfDaysOrWorkingDays) {
    EXPECT_EQ(parse_duration("1d"), (Offset{1, Unit::Days}));
    EXPECT_EQ(parse_duration("3650wd"), (Offset{3650, Unit::WorkingDays}));
    EXPECT_EQ(parse_duration("2w"), (Offset{14, Unit::Days}));
    for (const auto* bad : {"", "d", "7", "7 d", "7D", "+7d", "7dd", "0w", "522w", "0wd"})
        EXPECT_FALSE(parse_duration(bad)) << bad;
}

}  // namespace
}  // namespace dondoc::config
