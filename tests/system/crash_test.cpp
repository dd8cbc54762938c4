// SPDX-License-Identifier: Apache-2.0
// Promise 1: kill -9 at any moment of the year, then restart: the same result.
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "support/fewer.h"
#include "support/raw_province.h"

namespace dondoc::test {
namespace {

constexpr int rounds = fewer(100);

void live_the_year(RawProvince& province) {
    province.import_agencies();
    province.import_plan();
    province.advance_to("2024-03-01");
}

TEST(Crash, KilledAtAnyMomentOfTheYearTheDaemonTellsTheSame) {
    std::vector<std::string> undisturbed;
    std::chrono::microseconds duration{};
    {
        DaemonProcess daemon;
        daemon.start();
        RawProvince province{daemon};
        const auto start = std::chrono::steady_clock::now();
        live_the_year(province);
        duration =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
        undisturbed = province.log();
        ASSERT_EQ(daemon.stop(), 0);
    }
    ASSERT_GT(undisturbed.size(), 100U);

    std::mt19937 random{20230513};
    int killed_at_work = 0;
    for (int round = 0; round < rounds; ++round) {
        DaemonProcess daemon;
        daemon.start();
        RawProvince province{daemon};
        const std::chrono::microseconds moment{
            std::uniform_int_distribution<long>{0, duration.count()}(random)};
        std::thread killer{[&] {
            std::this_thread::sleep_for(moment);  // the random moment itself
            daemon.process().signal(SIGKILL);
        }};
        province.administrator().give_up_when([&] { return !daemon.is_running(); });
        try {
            live_the_year(province);
        } catch (const GaveUp&) {
            ++killed_at_work;
        }
        killer.join();
        daemon.process().wait();
        province.disconnect();
        daemon.start();
        province.reconnect();
        live_the_year(province);
        ASSERT_EQ(province.log(), undisturbed)
            << "round " << round << ", killed after " << moment.count() << " us";
    }
    RecordProperty("killed_at_work", killed_at_work);
    EXPECT_GT(killed_at_work, rounds / 4);
}

}  // namespace
}  // namespace dondoc::test
