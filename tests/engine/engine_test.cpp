// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/access.h"
#include "support/machine_clock.h"
#include "support/province.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

const std::string some_key(40, 'a');
const std::string other_key(40, 'b');

class EngineState : public testing::Test {
  protected:
    std::string once(const std::string& key, const std::string& id,
                     const std::function<std::string(engine::Work&)>& command,
                     const std::string& body = "body") {
        return province.engine.once({key, id, body}, command);
    }
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(EngineState, ARepeatedCommandIsAnsweredAgainAndNotCarriedOutAgain) {
    int carried_out = 0;
    const auto command = [&](engine::Work&) { return "answer " + std::to_string(++carried_out); };
    EXPECT_EQ(once(some_key, "r1", command), "answer 1");
    EXPECT_EQ(once(some_key, "r1", command), "answer 1");
    EXPECT_EQ(once(other_key, "r1", command), "answer 2");
    EXPECT_EQ(carried_out, 2);
    EXPECT_EQ(refusal([&] { once(some_key, "r1", command, "another body"); }), "request.id_used");
}

// As after a rest of the daemon: what is asked first is read from the file.
TEST_F(EngineState, AFileThatWasCutShortIsSaidToBeSoAlsoWhenNothingOfItIsInMemory) {
    const auto command = [](engine::Work& work) {
        work.store.settings.set("some", "thing");
        return std::string{};
    };
    province.store.database.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    once(some_key, "r1", command);
    province.store.database.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    province.store.database.release_memory();
    std::filesystem::resize_file(folder / "dondoc.db", 0);
    EXPECT_EQ(refusal([&] { once(some_key, "r2", command); }), "storage.shortened");
}

TEST_F(EngineState, WhatWasRefusedChangedNothing) {
    province.register_agencies();
    const auto command = [](engine::Work& work) -> std::string {
        work.store.settings.set("half", "done");
        throw UserError("refused");
    };
    EXPECT_THROW(once(some_key, "r1", command), UserError);
    EXPECT_FALSE(province.store.settings.get("half"));
    EXPECT_FALSE(province.store.requests.find(some_key, "r1"));
}

class SharedCommand : public EngineState {
  protected:
    void share(const std::string& id, const std::function<void(engine::Work&)>& command) {
        province.engine.once(
            {some_key, id, "body"},
            [&](engine::Work& work) {
                command(work);
                return "answer " + id;
            },
            engine::Commit::Shared);
    }
    static std::function<void(engine::Work&)> set(const std::string& name) {
        return [name](engine::Work& work) { work.store.settings.set(name, "set"); };
    }
    static void tell_snv(engine::Work& work) {
        v1::Event event;
        event.set_kind(v1::EventKind::changed);
        work.publish(*work.store.agencies.find("SNV"), event);
    }
    // As SQLite does when a page cannot be read.
    static void take_all_back(engine::Work& work) {
        work.store.settings.set("last", "set");
        work.store.database.handle().exec("ROLLBACK");
        throw store::StorageError("storage.io", {"a test"});
    }
    bool is_set(const std::string& name) { return province.store.settings.get(name).has_value(); }
};

TEST_F(SharedCommand, IsToldWithTheOthersAfterTheirCommit) {
    province.register_agencies();
    const auto before = province.published.size();
    share("1", tell_snv);
    share("2", tell_snv);
    EXPECT_TRUE(province.engine.is_sharing());
    EXPECT_EQ(province.published.size(), before);
    province.engine.commit_shared();
    EXPECT_FALSE(province.engine.is_sharing());
    ASSERT_EQ(province.published.size(), before + 2);
    EXPECT_EQ(province.published[before + 1].number.value, province.published[before].number.value + 1);
    EXPECT_EQ(once(some_key, "2", [](engine::Work&) { return "again"; }), "answer 2");
}

TEST_F(SharedCommand, ThatIsRefusedTakesBackWhatItWroteAndNothingElse) {
    share("1", set("first"));
    EXPECT_EQ(refusal([&] {
                  share("2", [](engine::Work& work) {
                      work.store.settings.set("first", "spoiled");
                      work.store.settings.set("second", "set");
                      throw UserError("refused");
                  });
              }),
              "refused");
    EXPECT_FALSE(province.engine.has_lost_shared());
    share("3", set("third"));
    province.engine.commit_shared();
    EXPECT_EQ(province.store.settings.get("first"), "set");
    EXPECT_FALSE(is_set("second"));
    EXPECT_TRUE(is_set("third"));
    EXPECT_FALSE(province.store.requests.find(some_key, "2"));
}

TEST_F(SharedCommand, ThatLosesTheTransactionTakesAllWithIt) {
    province.register_agencies();
    const auto before = province.published.size();
    share("1", set("first"));
    share("2", tell_snv);
    EXPECT_EQ(refusal([&] { share("3", take_all_back); }), "storage.io");
    EXPECT_TRUE(province.engine.has_lost_shared());
    EXPECT_EQ(refusal([&] { share("4", set("fourth")); }), "storage.io") << "none can join";
    EXPECT_EQ(refusal([&] { province.engine.commit_shared(); }), "storage.io");
    EXPECT_FALSE(province.engine.is_sharing());
    for (const auto* name : {"first", "last", "fourth"}) EXPECT_FALSE(is_set(name)) << name;
    for (const auto* id : {"1", "2", "3", "4"})
        EXPECT_FALSE(province.store.requests.find(some_key, id)) << id;
    EXPECT_EQ(province.published.size(), before);
    share("1", set("first"));
    province.engine.commit_shared();
    EXPECT_TRUE(is_set("first"));
}

TEST_F(SharedCommand, SeesTheRegisterOfTheOneBeforeAndItIsForgottenWhenItIsLost) {
    province.register_agencies();
    share("1", [](engine::Work& work) {
        engine::import_register(work, {{{"SYT", "Sở Y tế", {}, "province", {}, {}}}, {}});
    });
    share("2", [](engine::Work& work) { EXPECT_TRUE(work.directory.knows("SYT")); });
    EXPECT_EQ(refusal([&] { share("3", take_all_back); }), "storage.io");
    EXPECT_EQ(refusal([&] { province.engine.commit_shared(); }), "storage.io");
    EXPECT_FALSE(province.engine.directory().knows("SYT"));
}

TEST_F(SharedCommand, KeepsEverythingElseOutMeanwhile) {
    share("1", set("first"));
    EXPECT_THROW(province.engine.change(set("second")), std::exception);
    EXPECT_FALSE(province.engine.has_lost_shared());
    province.engine.commit_shared();
    EXPECT_TRUE(is_set("first"));
    EXPECT_FALSE(is_set("second"));
}

// The numbers of the items that SNV was told of, in their order.
std::vector<std::string> told_to_snv(Province& province) {
    std::vector<std::string> told;
    for (const auto& event : province.inbox("SNV"))
        if (event.kind() == v1::EventKind::reminder)
            for (const auto& item : event.digest().items()) told.push_back(item.task_number());
    return told;
}

TEST_F(EngineState, ABatchCommitsWhatItHasDoneWhenSomebodyAsksAndGoesOnAfterwards) {
    province.register_agencies();
    std::vector<engine::PlanRow> rows;
    for (int i = 1; i <= 40; ++i)
        rows.push_back(row(std::to_string(i), "Việc " + std::to_string(i),
                           "Trước " + std::to_string(i % 2 + 10) + "/9/2023",
                           i % 3 == 0 ? "Sở Tài chính" : "Sở Nội vụ"));
    province.import(rows);
    int questions = 0, batches = 0;
    bool asks = true;
    province.engine.on_batch(
        [&] {
            ++questions;
            return asks;
        },
        5);
    while (province.engine.advance_towards(at("2023-09-12"))) ++batches;
    const auto told = told_to_snv(province);
    EXPECT_GT(questions, 0);

    asks = false;
    Province undisturbed{folder / "undisturbed.db"};
    undisturbed.register_agencies();
    undisturbed.import(rows);
    int whole = 0;
    while (undisturbed.engine.advance_towards(at("2023-09-12"))) ++whole;
    EXPECT_GT(batches, whole) << "a batch that ends leaves something to the next";
    EXPECT_EQ(told, told_to_snv(undisturbed));
    EXPECT_FALSE(told.empty());
}

// Who asks waits for the part that is under way: its size follows from how long parts take.
TEST(PartSize, IsWhatTakesAFewMilliseconds) {
    using std::chrono::microseconds;
    const auto after = [](int most, std::initializer_list<microseconds> of_one) {
        engine::PartSize size{most};
        for (const auto time : of_one) size.took(size.next(), size.next() * time);
        return size.next();
    };
    EXPECT_EQ(after(1000, {}), 1000);
    EXPECT_EQ(after(1000, {microseconds{3}}), 1000) << "no more than is asked for";
    EXPECT_EQ(after(1000, {microseconds{50}}), 100);
    EXPECT_EQ(after(1000, {microseconds{50}, microseconds{1}}), 200) << "grows again, but not at once";
    EXPECT_EQ(after(1000, {microseconds{50}, microseconds{1}, microseconds{1}, microseconds{1}}), 800);
    EXPECT_EQ(after(1000, {microseconds{50'000}}), engine::PartSize::least);
    EXPECT_EQ(after(5, {microseconds{50'000}}), 5) << "what is asked for may be less";
    engine::PartSize instant{1000};
    instant.took(1000, {});
    EXPECT_EQ(instant.next(), 1000);
}

// By a stopwatch on which each look at it takes 100 ms.
TEST_F(EngineState, PartsThatTakeLongBecomeSmaller) {
    province.register_agencies();
    std::vector<engine::PlanRow> rows;
    for (int i = 1; i <= 200; ++i)
        rows.push_back(row(std::to_string(i), "Việc " + std::to_string(i), "Trước 10/9/2023", "Sở Nội vụ"));
    province.import(rows);
    // Plans anew by a policy that reminds so many days before.
    const auto parts = [&](int days, engine::Engine::Stopwatch stopwatch) {
        int looks = 0;
        province.engine.on_batch([&] { return ++looks < 0; }, 100, std::move(stopwatch));
        auto policy = daily_policy();
        policy.before = {{days, Offset::Unit::Days}};
        province.engine.change_rules({{policy}, {}, 7});
        while (province.engine.replan()) {
        }
        return looks;
    };
    std::chrono::steady_clock::time_point now{};
    const int plain = parts(4, nullptr);
    const int slow = parts(3, [&] { return now += std::chrono::milliseconds{100}; });
    EXPECT_LE(plain, 3);
    EXPECT_GE(slow, 6) << "after the first part of 100 the least";
}

TEST_F(EngineState, TheSimulatedClockGoesOnWhereItWasLeft) {
    province.advance_to("2023-09-01T10:00");
    SimulatedClock clock{at("2023-05-13")};
    const engine::Engine again{province.store, clock, {{daily_policy()}, {}, 7}};
    EXPECT_EQ(again.now(), at("2023-09-01T10:00"));
}

TEST_F(EngineState, TheSimulatedClockDoesNotGoBack) {
    province.advance_to("2023-09-01");
    EXPECT_EQ(refusal([&] { province.advance_to("2023-08-31"); }), "clock.backwards");
}

TEST_F(EngineState, DataOfASimulatedClockIsNotOpenedWithTheRealOne) {
    const TestMachineClock clock{at("2023-05-13")};
    EXPECT_EQ(refusal([&] { engine::Engine(province.store, clock, {}); }), "clock.mixed");
}

TEST_F(EngineState, TheRegisterRefusesWhatItCannotUse) {
    const auto import = [&](const Register& content) {
        return refusal([&] {
            province.engine.change([&](engine::Work& work) { engine::import_register(work, content); });
        });
    };
    EXPECT_EQ(import({{{"", "Sở", {}, "province", {}, {}}}, {}}), "agency.bad_code");
    EXPECT_EQ(import({{{"a/b", "Sở", {}, "province", {}, {}}}, {}}), "agency.bad_code");
    EXPECT_EQ(import({{{"A", "", {}, "province", {}, {}}}, {}}), "agency.no_name");
    EXPECT_EQ(import({{{"A", "Sở", {}, "planet", {}, {}}}, {}}), "agency.level");
    EXPECT_EQ(import({{{"A", "Sở", {}, "province", {}, {}}, {"A", "Sở", {}, "province", {}, {}}}, {}}),
              "agency.twice");
    EXPECT_EQ(import({{}, {{"nhóm", {}, {"X"}}}}), "group.unknown_member");
    EXPECT_EQ(province.store.agencies.count(), 0);
}

TEST_F(EngineState, KeysAreGrantedAndRevokedByRule) {
    province.register_agencies();
    const auto grant = [&](const engine::Grant& wanted) {
        return refusal([&] { province.engine.change([&](engine::Work& work) { grant_key(work, wanted); }); });
    };
    const auto revoke = [&](const std::string& which) {
        return refusal([&] { province.engine.change([&](engine::Work& work) { revoke_key(work, which); }); });
    };
    EXPECT_EQ(grant({"short", Role::Office, "", ""}), "key.malformed");
    EXPECT_EQ(grant({some_key, Role::Agency, "", ""}), "key.agency_missing");
    EXPECT_EQ(grant({some_key, Role::Agency, "KHONG", ""}), "agency.unknown");
    EXPECT_EQ(grant({some_key, Role::Office, "SNV", ""}), "key.agency_given");
    EXPECT_EQ(grant({some_key, Role::Administrator, "", "chính"}), "");
    EXPECT_EQ(revoke("chính"), "key.last_administrator");
    EXPECT_EQ(grant({some_key, Role::Office, "", "chính"}), "key.last_administrator");
    EXPECT_EQ(grant({other_key, Role::Administrator, "", "phụ"}), "");
    EXPECT_EQ(revoke("chính"), "");
    EXPECT_EQ(revoke("chính"), "key.unknown");
    EXPECT_TRUE(province.store.keys.find(some_key)->revoked_at);
}

}  // namespace
}  // namespace dondoc::test
