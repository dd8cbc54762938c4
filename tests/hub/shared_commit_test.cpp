// SPDX-License-Identifier: Apache-2.0
// Small commands that come at once share one commit: nobody is told of anything before it, and what it cannot
// keep nobody has been told of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "hub/hub.h"
#include "hub/requests/requests.h"
#include "support/failing_disk.h"
#include "support/outbox.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// What went out to whom, in its order: "SNV: 7" a reply, "SNV: 7 storage.full" a refusal, "SNV! 3" an event,
// "agency/SNV/comment" on the feed.
class Outside : public hub::Outbox, public hub::Feed {
  public:
    hub::Delivery send(const hub::RoutingId& to, const std::string& bytes) override {
        v1::DaemonFrame frame;
        EXPECT_TRUE(frame.ParseFromString(bytes));
        if (frame.has_reply()) {
            const auto& code = frame.reply().error().code();
            sent.push_back(to + ": " + frame.reply().id() + (code.empty() ? "" : " " + code));
            replies[frame.reply().id()].push_back(frame.reply().SerializeAsString());
        }
        if (frame.has_event()) sent.push_back(to + "! " + std::to_string(frame.event().number()));
        return hub::Delivery::Sent;
    }
    void cut(const hub::RoutingId&) override {}
    void dismiss(const std::string&) override {}
    void publish(const std::string& topic, const std::string&) override { sent.push_back(topic); }

    std::vector<std::string> take() { return std::exchange(sent, {}); }

    std::vector<std::string> sent;
    std::map<std::string, std::vector<std::string>> replies;  // by id
};

class SharedCommit : public testing::Test {
  protected:
    SharedCommit() {
        province.register_agencies();
        province.import({row("1", "Rà soát", "31/12/2023", "Sở Nội vụ"),
                         row("2", "Báo cáo", "31/12/2023", "Sở Tài chính")});
        for (const std::string code : {"SNV", "STC"})
            province.store.keys.put({"key " + code, Role::Agency, province.store.agencies.find(code)->id,
                                     code, province.clock.now(), std::nullopt});
        province.store.keys.put(
            {"key operator", Role::Operator, std::nullopt, "operator", province.clock.now(), std::nullopt});
        access.load(province.store.keys, province.store.agencies);
        outside.take();  // the plan
    }

    void say(const std::string& who, const v1::ClientFrame& frame) {
        hub.receive(who, "key " + who, frame.SerializeAsString());
    }
    void comment(const std::string& who, const std::string& id, std::uint64_t assignment = 1) {
        v1::ClientFrame frame;
        frame.mutable_request()->set_id(id);
        auto& change = *frame.mutable_request()->mutable_assignment_change();
        change.set_assignment(assignment);
        change.set_action(v1::AssignmentChangeRequest::comment);
        change.set_note("góp ý " + id);
        say(who, frame);
    }
    void ask_status(const std::string& who, const std::string& id) {
        v1::ClientFrame frame;
        frame.mutable_request()->set_id(id);
        frame.mutable_request()->mutable_status();
        say(who, frame);
    }
    // Which is for administrators.
    void ask_for_keys(const std::string& who, const std::string& id) {
        v1::ClientFrame frame;
        frame.mutable_request()->set_id(id);
        frame.mutable_request()->mutable_key_list();
        say(who, frame);
    }
    // Follows the inbox of its agency from its end, and says so once it has seen it.
    void listen(const std::string& who) {
        v1::ClientFrame frame;
        frame.mutable_hello()->set_nonce("nonce-" + who);
        say(who, frame);
        acknowledge(who, 1);
        outside.take();
    }
    void acknowledge(const std::string& who, std::uint64_t number) {
        v1::ClientFrame frame;
        frame.mutable_ack()->set_nonce("nonce-" + who);
        frame.mutable_ack()->set_number(number);
        say(who, frame);
    }
    void turn(const std::function<void()>& frames) {
        hub.take_turn([&] {
            frames();
            return false;
        });
    }
    std::vector<std::string> notes(const std::string& code) {
        std::vector<std::string> found;
        for (const auto& event : province.inbox(code))
            if (event.change().action() == "comment") found.push_back(event.change().note());
        return found;
    }

    FailingDisk disk;
    TemporaryFolder folder;
    Province province{folder / "dondoc.db", {{daily_policy()}, {}, 7, "VP"}};
    hub::AccessList access;
    Outside outside;
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, outside, outside, {.window = 1}, turned_away};
};

TEST_F(SharedCommit, NobodyIsToldBeforeItIsOnDiskAndThenEachOnceAndInOrder) {
    listen("SNV");
    turn([&] {
        comment("operator", "1");
        comment("operator", "2", 2);
        comment("operator", "3");
        EXPECT_THAT(outside.sent, IsEmpty());
        EXPECT_TRUE(hub.is_holding());
    });
    EXPECT_FALSE(hub.is_holding());
    EXPECT_THAT(outside.take(),
                ElementsAre("SNV! 2", "agency/SNV/changed", "agency/STC/changed", "agency/SNV/changed",
                            "operator: 1", "operator: 2", "operator: 3"));
    EXPECT_THAT(notes("SNV"), ElementsAre("góp ý 1", "góp ý 3"));
}

TEST_F(SharedCommit, ACommandAloneIsAnsweredAtOnce) {
    comment("operator", "1");
    EXPECT_THAT(outside.take(), ElementsAre("agency/SNV/changed", "operator: 1"));
}

// Each page is written, and read back later: tables and indexes that say nothing new are left alone.
TEST_F(SharedCommit, ACommentWritesThePagesOfWhatItChanges) {
    int logged = 0;
    province.store.database.after_commits([&](int pages) { logged = pages; });
    std::vector<int> written;
    for (int i = 1; i <= 8; ++i) {
        const int before = logged;
        comment("operator", std::to_string(i));
        written.push_back(logged - before);
    }
    province.store.database.after_commits(nullptr);
    EXPECT_LE(*std::ranges::min_element(written), 15);
}

TEST_F(SharedCommit, OneThatIsRefusedInTheMiddleChangesNothing) {
    turn([&] {
        comment("operator", "1");
        comment("operator", "2", 999);
        comment("STC", "3", 1);
        comment("operator", "4");
    });
    EXPECT_THAT(outside.take(),
                ElementsAre("agency/SNV/changed", "agency/SNV/changed", "operator: 1",
                            "operator: 2 assignment.unknown", "STC: 3 assignment.unknown", "operator: 4"));
    EXPECT_THAT(notes("SNV"), ElementsAre("góp ý 1", "góp ý 4"));
    EXPECT_FALSE(province.store.requests.find("key operator", "2"));
}

TEST_F(SharedCommit, OneThatIsRefusedBeforeTheOthersWaitsForNobody) {
    turn([&] {
        comment("operator", "1", 999);
        EXPECT_THAT(outside.take(), ElementsAre("operator: 1 assignment.unknown"));
        comment("operator", "2");
    });
    EXPECT_THAT(outside.take(), ElementsAre("agency/SNV/changed", "operator: 2"));
}

// The first of a commit has no savepoint: the transaction is its own until it is done.
TEST_F(SharedCommit, WhatFailsHalfwayIsTakenBackFirstOrLater) {
    const auto fail_halfway = [&] {
        const auto write = [](engine::Work& work) {
            work.store.settings.set("half", "written");
            throw UserError{"refused"};
        };
        EXPECT_THROW(province.engine.change(write, engine::Commit::Shared), UserError);
    };
    fail_halfway();
    EXPECT_FALSE(province.engine.is_sharing());
    comment("operator", "1");
    turn([&] {
        comment("operator", "2");
        fail_halfway();
        comment("operator", "3");
    });
    EXPECT_THAT(notes("SNV"), ElementsAre("góp ý 1", "góp ý 2", "góp ý 3"));
    EXPECT_FALSE(province.store.settings.get("half"));
}

TEST_F(SharedCommit, OneThatComesTwiceIsCarriedOutOnceAndAnsweredAlike) {
    turn([&] {
        comment("operator", "1");
        comment("operator", "1");
        comment("operator", "1", 2);  // the id, with another body
    });
    EXPECT_THAT(outside.take(), ElementsAre("agency/SNV/changed", "operator: 1", "operator: 1",
                                            "operator: 1 request.id_used"));
    EXPECT_EQ(outside.replies["1"][0], outside.replies["1"][1]);
    EXPECT_THAT(notes("SNV"), ElementsAre("góp ý 1"));
}

TEST_F(SharedCommit, AQuestionIsAnsweredFromWhatIsOnDiskAndInItsTurn) {
    turn([&] {
        comment("operator", "1");
        ask_status("SNV", "2");
        EXPECT_THAT(outside.take(), ElementsAre("agency/SNV/changed", "operator: 1", "SNV: 2"));
        comment("operator", "3");
    });
    EXPECT_THAT(outside.take(), ElementsAre("agency/SNV/changed", "operator: 3"));
}

TEST_F(SharedCommit, WhoIsNotAdmittedPartsNobodysCommitAndIsAnsweredInHisTurn) {
    hub.change({.requests_per_second = 1});  // ten at once
    v1::ClientFrame unknown;
    unknown.mutable_request()->set_id("unknown");
    v1::ClientFrame hello;
    hello.mutable_hello()->set_nonce("nonce of STC");
    turn([&] {
        comment("operator", "1");
        ask_for_keys("STC", "2");
        say("STC", unknown);
        for (int i = 3; i <= 12; ++i) ask_for_keys("STC", std::to_string(i));
        say("STC", hello);
        EXPECT_THAT(outside.sent, IsEmpty());
        EXPECT_TRUE(hub.is_holding());
        comment("operator", "13");
    });
    const auto answered = outside.take();
    ASSERT_THAT(answered, SizeIs(16));
    EXPECT_THAT(std::vector(answered.begin(), answered.begin() + 5),
                ElementsAre("agency/SNV/changed", "agency/SNV/changed", "operator: 1", "STC: 2 access.denied",
                            "STC: unknown request.unknown"));
    EXPECT_THAT(std::vector(answered.end() - 2, answered.end()),
                ElementsAre("STC: 12 limit.requests", "operator: 13"));
}

TEST_F(SharedCommit, KeysPayForTheirShareOfTheCommitThatTheyWaitedFor) {
    hub.change({.requests_per_second = 1});  // ten at once, or 20 ms of the thread
    disk.slow_syncs(std::chrono::milliseconds{80});
    turn([&] {
        comment("SNV", "1");
        comment("operator", "2");
    });
    disk.slow_syncs({});
    outside.take();
    ask_status("SNV", "3");
    EXPECT_THAT(outside.take(), ElementsAre("SNV: 3 limit.requests")) << "half of the commit is its own";
    ask_status("STC", "4");
    EXPECT_THAT(outside.take(), ElementsAre("STC: 4")) << "it did not wait for it";
}

// On a machine that does other things a question may take longer than its key may use, and once is enough.
TEST_F(SharedCommit, WhoAsksDoesNotPayForTheCommitOfOthersBeforeIt) {
    std::vector<std::string> answered;
    for (int i = 0; i < 20 && answered != std::vector<std::string>{"STC: then"}; ++i) {
        hub.change({.requests_per_second = 5});  // fifty at once, or 100 ms of the thread
        turn([&] {
            comment("SNV", std::to_string(i));
            disk.slow_syncs(std::chrono::milliseconds{200});
            ask_status("STC", "first");
            disk.slow_syncs({});
        });
        outside.take();
        ask_status("STC", "then");
        answered = outside.take();
    }
    EXPECT_THAT(answered, ElementsAre("STC: then"));
}

TEST_F(SharedCommit, WhoAcknowledgesMeanwhileIsSentWhatIsOnDiskAndNoMore) {
    listen("SNV");
    comment("operator", "1");  // 2, in its window of one
    comment("operator", "2");  // 3, behind it
    ASSERT_THAT(outside.take(), ElementsAre("SNV! 2", "agency/SNV/changed", "operator: 1",
                                            "agency/SNV/changed", "operator: 2"));
    turn([&] {
        comment("operator", "3");
        acknowledge("SNV", 2);
        EXPECT_THAT(outside.take(), ElementsAre("SNV! 3"));
        acknowledge("SNV", 3);
        EXPECT_THAT(outside.take(), IsEmpty()) << "4 is not on disk";
        EXPECT_TRUE(hub.is_holding());
    });
    EXPECT_THAT(outside.take(), ElementsAre("SNV! 4", "agency/SNV/changed", "operator: 3"));
}

TEST_F(SharedCommit, ManyDoNotWaitForTheEndOfTheTurn) {
    constexpr int many = 300;
    turn([&] {
        for (int i = 1; i <= many; ++i) comment("operator", std::to_string(i), i % 2 + 1U);
        EXPECT_GT(outside.replies.size(), 200U);
        EXPECT_LT(outside.replies.size(), static_cast<std::size_t>(many));
    });
    EXPECT_THAT(outside.replies, SizeIs(many));
    std::vector<std::string> answered, expected;
    for (const auto& one : outside.take())
        if (one.starts_with("operator: ")) answered.push_back(one);
    for (int i = 1; i <= many; ++i) expected.push_back("operator: " + std::to_string(i));
    EXPECT_EQ(answered, expected);
}

TEST_F(SharedCommit, WhoHasGoneIsNotAnswered) {
    turn([&] {
        comment("SNV", "1");
        comment("STC", "2", 2);
        hub.gone("SNV");
    });
    EXPECT_THAT(outside.take(), ElementsAre("agency/SNV/changed", "agency/STC/changed", "STC: 2"));
    EXPECT_THAT(notes("SNV"), ElementsAre("góp ý 1")) << "it is carried out all the same";
}

TEST_F(SharedCommit, WhatAFailureLeavesUndoneIsDoneWhenItIsAskedAgain) {
    for (const auto& failure :
         {std::pair{SQLITE_FULL, "storage.full"}, std::pair{SQLITE_IOERR_WRITE, "storage.io"},
          std::pair{SQLITE_IOERR_FSYNC, "storage.io"}, std::pair{SQLITE_READONLY, "storage.read_only"}}) {
        const int code = failure.first;
        const std::string said = failure.second;
        const auto before = province.inbox("SNV").size();
        const auto ask = [&] {
            comment("operator", "1 of " + std::to_string(code));
            comment("operator", "2", 999);
            comment("operator", "3 of " + std::to_string(code));
        };
        turn([&] {
            ask();
            disk.fail_writes(code);
        });
        const std::string of = " of " + std::to_string(code) + " ";
        EXPECT_THAT(outside.take(),
                    ElementsAre("operator: 1" + of + said, "operator: 2 " + said, "operator: 3" + of + said));
        EXPECT_EQ(province.inbox("SNV").size(), before);
        EXPECT_EQ(province.store.database.health().trouble()->key, said);
        disk.fail_writes(std::nullopt);
        turn(ask);
        EXPECT_THAT(outside.take(), SizeIs(5));
        EXPECT_EQ(province.inbox("SNV").size(), before + 2);
        EXPECT_EQ(province.inbox("SNV").back().number(), before + 2);
    }
}

// What they may write in a day is counted when it is written.
TEST_F(SharedCommit, WhatWaitsCountsTowardsWhatAKeyMayWrite) {
    constexpr std::uint64_t a_few = 4'000;  // bytes
    hub.change({.written_bytes_per_day = a_few});
    const auto ask = [&] {
        for (int i = 1; i <= 20; ++i) comment("SNV", std::to_string(i));
    };
    disk.fail_writes(SQLITE_FULL);
    turn(ask);
    disk.fail_writes(std::nullopt);
    outside.take();
    turn(ask);
    const auto answered = outside.take();
    const auto refused =
        std::ranges::count_if(answered, [](const auto& one) { return one.ends_with("limit.written"); });
    EXPECT_GT(refused, 0) << "within one commit";
    EXPECT_LT(refused, 19) << "what failed is not counted";
}

TEST(WhatSharesACommit, ChangesTheStoreAndNothingElse) {
    int shared = 0;
    for (const auto& kind : hub::all_requests()) {
        if (!kind.more.shares_commit) continue;
        ++shared;
        EXPECT_EQ(kind.effect, hub::Effect::Once) << kind.name;
        EXPECT_FALSE(kind.more.changes_access) << kind.name;
        EXPECT_FALSE(kind.more.saves_acknowledgements) << kind.name;
        EXPECT_EQ(kind.more.is_trial, nullptr) << kind.name;
    }
    EXPECT_GT(shared, 0);
}

}  // namespace
}  // namespace dondoc::test
