#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "config/duration.h"
#include "config/loader.h"
#include "config/refusal.h"

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
    ASSERT_EQ(policies.size(), 2U);
    const auto* government = policy_for(policies, "government");
    EXPECT_THAT(government->before, ElementsAre(Offset{30}, Offset{15}, Offset{7}, Offset{3}, Offset{1}));
    const auto* province = policy_for(policies, "province");
    EXPECT_THAT(province->before, ElementsAre(Offset{15}, Offset{7}, Offset{3}, Offset{1}));
    EXPECT_THAT(province->after, ElementsAre(Offset{1}, Offset{3}));
    EXPECT_EQ(province->repeat, Offset{7});
}

TEST(Policies, EveryKeyIsRead) {
    const auto policies = policies_of(R"(
[[policy]]
name = "Chính phủ"
levels = ["government", "ministry"]
before = ["15d", "5wd"]
on_day = false
after = ["1wd", "every 5wd"]
repeat_limit = 4
escalate_after = ["15d", "30d"]
escalate_to = "VPUB"
time = "06:05"
working_days_only = false
digest = false
)");
    AlertPolicy expected;
    expected.name = "Chính phủ";
    expected.levels = {"government", "ministry"};
    expected.before = {{15, Unit::Days}, {5, Unit::WorkingDays}};
    expected.on_day = false;
    expected.after = {{1, Unit::WorkingDays}};
    expected.repeat = Offset{5, Unit::WorkingDays};
    expected.repeat_limit = 4;
    expected.escalate_after = {{15, Unit::Days}, {30, Unit::Days}};
    expected.escalate_to = "VPUB";
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
        {"levels = ['commune']\n[[policy]]\nlevels = [\n'commune']", "5 config.level_taken"},
        {"[[policy]]\nlevels = ['commune']", "3 config.level_taken"},
        {"[[policy]]\nname = 'x'", "2 config.levels_taken"},
        {"before = ['7d',\n'7d']", "3 config.twice"},
        {"before = ['7d',\n'07d']", "3 config.twice"},
        {"before = ['0d']", "2 config.bad_duration"},
        {"before = ['-7d']", "2 config.bad_duration"},
        {"before = ['3651d']", "2 config.bad_duration"},
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
        {"escalate_to = 'VPUB'", "2 config.escalation_half"},
        {"escalate_after = ['15d']\nescalate_to = 'văn phòng'", "3 config.bad_agency_code"},
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

TEST(Duration, IsACountOfDaysOrWorkingDays) {
    EXPECT_EQ(parse_duration("1d"), (Offset{1, Unit::Days}));
    EXPECT_EQ(parse_duration("3650wd"), (Offset{3650, Unit::WorkingDays}));
    for (const auto* bad : {"", "d", "7", "7 d", "7D", "+7d", "7dd", "7w", "0wd"})
        EXPECT_FALSE(parse_duration(bad)) << bad;
}

}  // namespace
}  // namespace dondoc::config
