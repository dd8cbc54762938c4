// SPDX-License-Identifier: Apache-2.0
#include "domain/clock_trust.h"

#include <gtest/gtest.h>

namespace dondoc::test {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

sys_seconds at(const char* text) {
    return parse_instant(text).value();
}

struct Case {
    const char* what;
    const char* now;
    const char* expected;  // "": nothing was ever believed
    bool synchronised;
    bool require_sync;
    ClockVerdict verdict;
};

TEST(ClockTrust, IsGivenToALikelyASynchronisedOrAnUnquestionedClock) {
    constexpr auto Run = ClockVerdict::Run;
    constexpr auto Hold = ClockVerdict::Hold;
    const Case cases[] = {
        {"the first start", "2099-01-01", "", false, true, Run},
        {"as expected", "2026-11-21", "2026-11-21", false, true, Run},
        {"a week off", "2026-11-28", "2026-11-21", false, true, Run},
        {"a second more", "2026-11-28T00:00:01", "2026-11-21", false, true, Hold},
        {"three weeks off, with a time source", "2026-12-12", "2026-11-21", true, true, Run},
        {"three weeks off, without one", "2026-12-12", "2026-11-21", false, true, Hold},
        {"three weeks off, believed anyhow", "2026-12-12", "2026-11-21", false, false, Run},
        {"a dead battery", "2099-01-01", "2026-11-21", false, true, Hold},
        {"an hour back", "2026-11-20T23:00", "2026-11-21", false, true, Run},
        {"the epoch", "1970-01-01", "2026-11-21", false, true, Hold},
        {"back from a wrong time that was believed", "2026-11-21", "2099-01-01", true, true, Run},
    };
    for (const auto& c : cases) {
        ClockSight sight{at(c.now), {}, c.synchronised};
        if (*c.expected != '\0') sight.expected = at(c.expected);
        EXPECT_EQ(judge({hours{24 * 7}, c.require_sync}, sight), c.verdict) << c.what;
    }
}

TEST(ClockTrust, ReadingTwoClocksInWholeSecondsIsNoStep) {
    const auto expected = at("2026-11-21T07:30");
    for (const auto& [difference_s, set] :
         {std::pair{0, false}, {2, false}, {-2, false}, {3, true}, {-3, true}, {86'400, true}})
        EXPECT_EQ(was_set({expected + seconds{difference_s}, expected, false}), set) << difference_s;
    EXPECT_FALSE(was_set({expected, {}, false}));
}

}  // namespace
}  // namespace dondoc::test
