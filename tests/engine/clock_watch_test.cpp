// SPDX-License-Identifier: Apache-2.0
// A machine's clock that leaps, is put back, sleeps and starts wrong: nothing is told at a wrong time, or
// twice.
#include "engine/clock_watch.h"

#include <gtest/gtest.h>

#include "support/machine_clock.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using Kind = engine::ClockNews::Kind;

class Machine : public testing::Test {
  protected:
    Machine() { start(); }

    void start() {
        engine.reset();
        store.emplace(folder / "dondoc.db");
        engine::Rules rules{{daily_policy()}, {}, 7};
        engine.emplace(*store, clock, std::move(rules));
        engine->clock_watch()->on_news([this](const engine::ClockNews& n) { news.push_back(n.kind); });
        run();
    }
    // What the daemon's loop does, until there is nothing more to do.
    void run() {
        while (engine->replan() || engine->tick()) {
        }
    }
    // The plan's term is 30/06/2023: reminders 15, 7, 1 days before and on the day, notices after.
    void import_plan() {
        engine->change([](engine::Work& work) {
            engine::import_register(work, {{{"SNV", "Sở Nội vụ", {}, "province", {}, {}}}, {}});
        });
        engine->change([&](engine::Work& work) {
            const store::Document document{{},         "UBND tỉnh", "01/KH-UBND", civil(2023, 5, 13),
                                           "Kế hoạch", "province"};
            engine::import_plan(
                work, document,
                read_plan(work.directory, work.rules, document, {row("1", "Việc", "30/6/2023", "Sở Nội vụ")}),
                {});
        });
    }
    std::vector<std::string> told() {
        std::vector<std::string> steps;
        for (const auto& entry : store->inbox.read(store->agencies.find("SNV")->id, {}, 1000)) {
            v1::Event event;
            EXPECT_TRUE(event.ParseFromString(entry.body));
            for (const auto& item : event.digest().items())
                steps.insert(steps.end(), item.steps().begin(), item.steps().end());
        }
        return steps;
    }

    using Steps = std::vector<std::string>;
    using News = std::vector<Kind>;
    TemporaryFolder folder;
    TestMachineClock clock{at("2023-05-20T08:00")};
    std::vector<Kind> news;
    std::optional<store::Store> store;
    std::optional<engine::Engine> engine;
};

TEST_F(Machine, AClockThatIsFarAheadAtTheStartTellsNothingUntilItIsRight) {
    import_plan();
    clock.set(at("2099-01-01"));
    start();
    EXPECT_TRUE(engine->is_held());
    EXPECT_EQ(told(), Steps{});
    EXPECT_EQ(engine->today(), civil(2023, 5, 20)) << "time is counted on from what was believed";
    clock.set(at("2023-05-21T08:00"));
    run();
    EXPECT_FALSE(engine->is_held());
    clock.set(at("2023-06-15T12:00"));
    clock.is_synchronised = true;
    run();
    EXPECT_EQ(told(), Steps{"-15d"});
    EXPECT_EQ(news, (News{Kind::Doubted, Kind::Believed, Kind::Set}));
}

TEST_F(Machine, AClockThatLeapsInTheRunningDaemonIsHeldAndTheTimeGoesOn) {
    import_plan();
    clock.set(at("2099-01-01"));
    run();
    EXPECT_EQ(told(), Steps{});
    clock.pass(hours{48});
    run();
    EXPECT_EQ(engine->now(), at("2023-05-22T08:00"));
    clock.set(at("2023-05-22T08:00"));
    run();
    EXPECT_EQ(news, (News{Kind::Doubted, Kind::Believed}));
}

TEST_F(Machine, ADaemonThatWasOffForThreeWeeksGoesOnByItselfOnASynchronisedMachine) {
    import_plan();
    clock.set(at("2023-07-04T08:00"));
    clock.is_synchronised = true;
    start();
    EXPECT_EQ(told(), (Steps{"+1d", "+3d"})) << "reminders that were overtaken are skipped, notices are not";
    EXPECT_EQ(news, News{});
}

TEST_F(Machine, WithoutATimeSourceItWaitsForAPerson) {
    import_plan();
    clock.set(at("2023-07-04T08:00"));
    start();
    EXPECT_EQ(told(), Steps{});
    engine->change([&](engine::Work&) { engine->clock_watch()->write_down(clock.now()); });
    engine->clock_watch()->believe(clock.now());
    run();
    EXPECT_EQ(told(), (Steps{"+1d", "+3d"}));
    start();
    EXPECT_FALSE(engine->is_held()) << "the word of a person outlasts a restart";
}

TEST_F(Machine, AClockThatIsPutBackTellsNothingTwice) {
    import_plan();
    clock.set(at("2023-05-25T08:00"));
    run();
    for (const auto* moment : {"2023-06-01T08:00", "2023-06-08T08:00", "2023-06-15T08:00"}) {
        clock.set(at(moment));
        run();
    }
    EXPECT_EQ(told(), Steps{"-15d"});
    for (int i = 0; i < 3; ++i) {
        clock.set(at("2023-06-14T08:00"));
        run();
        clock.set(at("2023-06-15T09:00"));
        run();
        start();
    }
    EXPECT_EQ(told(), Steps{"-15d"});
    clock.set(at("2023-06-20T08:00"));
    run();
    clock.set(at("2023-06-23T08:00"));
    run();
    EXPECT_EQ(told(), (Steps{"-15d", "-7d"}));
}

TEST_F(Machine, AWrongTimeThatWasBelievedIsLeftWhenATimeSourceSaysSo) {
    import_plan();
    clock.set(at("2099-01-01"));
    engine->clock_watch()->believe(clock.now());
    const auto before = told().size();
    clock.set(at("2023-05-20T09:00"));
    EXPECT_TRUE(engine->is_held());
    clock.is_synchronised = true;
    run();
    EXPECT_EQ(engine->today(), civil(2023, 5, 20));
    EXPECT_EQ(told().size(), before);
}

TEST_F(Machine, ASuspensionIsNoLeap) {
    import_plan();
    clock.pass(hours{24 * 45});
    run();
    EXPECT_EQ(told(), (Steps{"+1d", "+3d"}));
    EXPECT_EQ(news, News{});
}

TEST_F(Machine, ASmallStepIsBelievedAndRemembered) {
    EXPECT_FALSE(engine->clock_watch()->recently_set());
    clock.set(clock.now() + minutes{30});
    run();
    EXPECT_EQ(news, News{Kind::Set});
    ASSERT_TRUE(engine->clock_watch()->recently_set());
    EXPECT_EQ(engine->clock_watch()->recently_set()->now, clock.now());
    clock.pass(hours{25});
    EXPECT_FALSE(engine->clock_watch()->recently_set());
}

TEST_F(Machine, TheLastTimeSeenIsKeptAboutOnceAnHour) {
    const auto kept = [&] { return store->settings.get("clock_seen").value_or(""); };
    const auto first = kept();
    clock.pass(minutes{59});
    run();
    EXPECT_EQ(kept(), first);
    clock.pass(minutes{1});
    run();
    EXPECT_EQ(kept(), iso_instant(clock.now()));
}

TEST_F(Machine, AStoreOfBeforeTheMarkIsJudgedByItsNewestEvent) {
    import_plan();
    clock.pass(hours{24 * 30});
    run();
    ASSERT_EQ(told(), Steps{"-15d"});
    store->database.handle().exec("DELETE FROM setting WHERE name = 'clock_seen'");
    clock.set(at("2099-01-01"));
    start();
    EXPECT_TRUE(engine->is_held());
}

}  // namespace
}  // namespace dondoc::test
