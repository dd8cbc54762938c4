// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "hub/sessions/sessions.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;

// A network that keeps what was sent, and can be full or gone.
class Network : public hub::Outbox {
  public:
    hub::Delivery send(const hub::RoutingId& to, const std::string& bytes) override {
        if (state != hub::Delivery::Sent) return state;
        v1::DaemonFrame frame;
        EXPECT_TRUE(frame.ParseFromString(bytes));
        sent.emplace_back(to, frame);
        return hub::Delivery::Sent;
    }

    // Numbers of the events that went to `to`, and forgets them.
    std::vector<std::uint64_t> events(const std::string& to) {
        std::vector<std::uint64_t> numbers;
        for (const auto& [route, frame] : sent)
            if (route == to && frame.has_event()) numbers.push_back(frame.event().number());
        sent.clear();
        return numbers;
    }
    std::string refusal(const std::string& to) {
        for (const auto& [route, frame] : sent)
            if (route == to && frame.has_refused()) return frame.refused().error().code();
        return "";
    }

    void cut(const hub::RoutingId& route) override { cut_off.push_back(route); }
    void dismiss(const std::string& public_key) override { dismissed.push_back(public_key); }

    hub::Delivery state = hub::Delivery::Sent;
    std::vector<std::string> cut_off, dismissed;
    std::deque<std::pair<hub::RoutingId, v1::DaemonFrame>> sent;
};

class Sessions : public testing::Test {
  protected:
    static constexpr hub::Limits limits{.window = 4,
                                        .sessions_per_key = 3,
                                        .consumers_per_agency = 3,
                                        .stalled_after = std::chrono::minutes{10}};

    void SetUp() override {
        for (const auto* code : {"A", "B"})
            store.agencies.put(Agency{code, std::string{"Cơ quan "} + code, {}, "province", {}, {}});
        agency_a = store.agencies.find("A")->id;
        key_a = {"key-a", Role::Agency, agency_a, "A", "A"};
        office = {"key-office", Role::Office, std::nullopt, "", "VP"};
    }

    void publish(int count, const char* code = "A") {
        const auto agency = store.agencies.find(code)->id;
        store::Transaction transaction{store.database};
        store::EventWriter writer{store.inbox, sys_seconds{}};
        for (int i = 0; i < count; ++i) {
            const auto slot = writer.next(agency);
            writer.append({slot.id, agency, slot.number, "body"}, 1);
        }
        writer.finish();
        transaction.commit();
        sessions.committed(writer.take());
    }
    void hello(const std::string& from, const hub::Identity& who, std::uint64_t last = 0,
               const std::string& agency = "", const std::string& nonce = "12345678",
               const std::string& consumer = "") {
        v1::Hello hello;
        hello.set_nonce(nonce);
        hello.set_last(last);
        hello.set_agency(agency);
        hello.set_consumer(consumer);
        sessions.hello(from, who, hello);
    }
    void acknowledge(const std::string& from, const hub::Identity& who, std::uint64_t number,
                     const std::string& nonce = "12345678") {
        v1::Ack ack;
        ack.set_nonce(nonce);
        ack.set_number(number);
        sessions.acknowledge(from, who, ack);
    }

    TemporaryFolder folder;
    store::Store store{folder / "dondoc.db"};
    Network network;
    hub::TurnedAway turned_away;
    hub::Sessions sessions{store, network, limits, turned_away};
    AgencyId agency_a;
    hub::Identity key_a, office;
};

TEST_F(Sessions, MissedAndLiveEventsComeInOrderWhileTheWindowAllows) {
    publish(3);
    hello("r1", key_a);
    EXPECT_THAT(network.events("r1"), ElementsAre(1, 2, 3));
    publish(3);
    EXPECT_THAT(network.events("r1"), ElementsAre(4));
    acknowledge("r1", key_a, 3);
    EXPECT_THAT(network.events("r1"), ElementsAre(5, 6));
}

TEST_F(Sessions, AListenerGoesOnFromItsLastNumber) {
    publish(3);
    hello("r1", key_a, 2);
    EXPECT_THAT(network.events("r1"), ElementsAre(3));
}

TEST_F(Sessions, APositionOfBeforeARestoreIsToldHowFarItHolds) {
    publish(3);
    store::Lineages::begin(store.database, sys_seconds{}, std::nullopt);
    store::Store restored{folder / "dondoc.db"};
    hub::Sessions after{restored, network, limits, turned_away};
    const auto say = [&](const std::string& lineage, std::uint64_t last) {
        network.sent.clear();
        v1::Hello hello;
        hello.set_nonce("12345678");
        hello.set_lineage(lineage);
        hello.set_last(last);
        after.hello("r1", key_a, hello);
        return network.refusal("r1");
    };
    publish(2);
    EXPECT_EQ(say("", 3), "");
    EXPECT_THAT(network.events("r1"), ElementsAre(4, 5));
    EXPECT_EQ(say(restored.lineages.current(), 4), "");
    EXPECT_THAT(network.events("r1"), ElementsAre(5));
    EXPECT_EQ(say("", 5), "session.restored");
    EXPECT_EQ(network.sent.back().second.refused().goes_on_from(), 3U);
    EXPECT_TRUE(network.events("r1").empty());
    EXPECT_EQ(say("", 50), "session.restored");
    EXPECT_EQ(say("feedfeedfeedfeed", 2), "session.lineage_unknown");
    EXPECT_FALSE(network.sent.back().second.refused().has_goes_on_from());
    EXPECT_EQ(say("feedfeedfeedfeed", 0), "") << "from the beginning is right in any";
}

TEST_F(Sessions, HelloIsAnsweredWithTheHeadOfTheInbox) {
    publish(3);
    hello("r1", key_a, 3);
    ASSERT_EQ(network.sent.size(), 1U);
    EXPECT_EQ(network.sent[0].second.pong().head(), 3U);
}

TEST_F(Sessions, AForeignInboxIsRefused) {
    publish(2, "B");
    hello("r1", key_a, 0, "B");
    EXPECT_EQ(network.refusal("r1"), "access.foreign");
    publish(2, "B");
    EXPECT_THAT(network.events("r1"), ElementsAre());
    EXPECT_EQ(sessions.size(), 0U);
}

TEST_F(Sessions, TheOfficeMayListenToAnyInboxButItsReadingIsNotTheAgencys) {
    publish(2);
    hello("r1", office, 0, "A");
    EXPECT_THAT(network.events("r1"), ElementsAre(1, 2));
    acknowledge("r1", office, 2);
    EXPECT_FALSE(sessions.has_unsaved());
}

TEST_F(Sessions, APositionPastTheInboxIsRefused) {
    hello("r1", key_a, 7);
    EXPECT_EQ(network.refusal("r1"), "session.ahead");
    hello("r1", key_a, std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(sessions.size(), 0U);
}

TEST_F(Sessions, AnAcknowledgementOfWhatWasNotSentMovesNothing) {
    publish(10);
    hello("r1", key_a);
    network.sent.clear();
    acknowledge("r1", key_a, 9);
    acknowledge("r1", key_a, std::numeric_limits<std::uint64_t>::max());
    EXPECT_THAT(network.events("r1"), ElementsAre());
    acknowledge("r1", key_a, 4);
    acknowledge("r1", key_a, 1);  // an old one
    EXPECT_THAT(network.events("r1"), ElementsAre(5, 6, 7, 8));
}

TEST_F(Sessions, FramesOfAnotherNonceAreDropped) {
    publish(10);
    hello("r1", key_a);
    network.sent.clear();
    acknowledge("r1", key_a, 4, "another-nonce");
    EXPECT_TRUE(network.sent.empty());
}

TEST_F(Sessions, ASessionThatTheDaemonDoesNotKnowIsAskedToSayHelloAgain) {
    acknowledge("r1", key_a, 4);
    ASSERT_EQ(network.sent.size(), 1U);
    EXPECT_TRUE(network.sent[0].second.has_reset());
}

TEST_F(Sessions, AnotherKeyCannotSpeakForASession) {
    publish(10);
    hello("r1", key_a);
    network.sent.clear();
    acknowledge("r1", office, 4);
    EXPECT_THAT(network.events("r1"), ElementsAre());
}

TEST_F(Sessions, TheNewestListenerOfAKeyAndNameWinsAndTheOlderIsTold) {
    hello("r1", key_a);
    hello("r2", key_a);
    EXPECT_EQ(network.refusal("r1"), "session.superseded");
    network.sent.clear();
    publish(1);
    EXPECT_THAT(network.events("r2"), ElementsAre(1));
    EXPECT_EQ(sessions.size(), 1U);
}

TEST_F(Sessions, ListenersOfDifferentNamesDoNotDisturbEachOther) {
    hello("r1", key_a, 0, "", "12345678", "pc");
    hello("r2", key_a, 0, "", "12345678", "phone");
    network.sent.clear();
    publish(1);
    EXPECT_EQ(network.sent.size(), 2U);
}

TEST_F(Sessions, AFullQueueWaitsForAnAcknowledgementAndLosesNothing) {
    publish(2);
    hello("r1", key_a);
    network.sent.clear();
    network.state = hub::Delivery::Full;
    publish(1);
    network.state = hub::Delivery::Sent;
    acknowledge("r1", key_a, 2);
    EXPECT_THAT(network.events("r1"), ElementsAre(3));
}

TEST_F(Sessions, AConnectionThatIsGoneIsForgotten) {
    hello("r1", key_a);
    network.state = hub::Delivery::Gone;
    publish(1);
    EXPECT_EQ(sessions.size(), 0U);
}

TEST_F(Sessions, ARevokedKeysSessionsEnd) {
    hello("r1", key_a);
    sessions.end_sessions_of("key-a");
    EXPECT_EQ(network.refusal("r1"), "access.revoked");
    network.sent.clear();
    publish(1);
    EXPECT_TRUE(network.sent.empty());
}

TEST_F(Sessions, AListenerThatSaysByeIsForgottenAndWhatItAppliedIsKept) {
    publish(2);
    hello("r1", key_a, 0, "", "12345678", "pc");
    v1::Bye bye;
    bye.set_nonce("12345678");
    bye.set_number(2);
    sessions.bye("r1", office, bye);  // somebody else's word
    EXPECT_EQ(sessions.size(), 1U);
    sessions.bye("r1", key_a, bye);
    EXPECT_EQ(sessions.size(), 0U);
    sessions.save_acknowledgements(sys_seconds{});
    EXPECT_EQ(store.inbox.acknowledged(agency_a, "pc").value, 2);
}

TEST_F(Sessions, AListenerThatIsSilentForSeveralPingsIsForgotten) {
    const std::chrono::steady_clock::time_point start{std::chrono::hours{1}};
    sessions.expire(start);
    hello("r1", key_a);
    sessions.expire(start + std::chrono::seconds{90});
    v1::Ping ping;
    ping.set_nonce("12345678");
    sessions.ping("r1", key_a, ping);
    sessions.expire(start + std::chrono::seconds{180});
    EXPECT_EQ(sessions.size(), 1U);
    sessions.expire(start + std::chrono::seconds{300});
    EXPECT_EQ(sessions.size(), 0U);
}

TEST_F(Sessions, WhatAListenerSaysItHasAppliedCountsAsSeen) {
    publish(3);
    hello("r1", key_a, 3, "", "12345678", "pc");
    sessions.save_acknowledgements(sys_seconds{});
    EXPECT_EQ(store.inbox.acknowledged(agency_a, "pc").value, 3);
}

TEST_F(Sessions, AcknowledgementsAreKeptPerListener) {
    publish(2);
    hello("r1", key_a, 0, "", "12345678", "pc");
    acknowledge("r1", key_a, 2);
    sessions.save_acknowledgements(sys_seconds{});
    EXPECT_EQ(store.inbox.acknowledged(agency_a, "pc").value, 2);
    EXPECT_FALSE(sessions.has_unsaved());
}

TEST_F(Sessions, AListenerThatAcknowledgesNothingIsCutAndGoesOnWhenItComesAgain) {
    const std::chrono::steady_clock::time_point start{std::chrono::hours{1}};
    sessions.expire(start);
    publish(2);
    hello("r1", key_a);
    v1::Ping ping;
    ping.set_nonce("12345678");
    for (int minute = 1; minute <= 10; ++minute) {  // alive, but it does not go on
        sessions.ping("r1", key_a, ping);
        sessions.expire(start + std::chrono::minutes{minute});
    }
    EXPECT_EQ(sessions.size(), 1U);
    sessions.ping("r1", key_a, ping);
    sessions.expire(start + std::chrono::minutes{11});
    EXPECT_EQ(sessions.size(), 0U);
    EXPECT_THAT(network.cut_off, ElementsAre("r1"));
    network.sent.clear();
    hello("r2", key_a);
    EXPECT_THAT(network.events("r2"), ElementsAre(1, 2));
}

TEST_F(Sessions, AListenerThatGoesOnSlowlyIsNotCut) {
    const std::chrono::steady_clock::time_point start{std::chrono::hours{1}};
    sessions.expire(start);
    publish(4);
    hello("r1", key_a);
    for (int i = 1; i <= 4; ++i) {
        for (int minute = 1; minute <= 9; ++minute) {
            v1::Ping ping;
            ping.set_nonce("12345678");
            sessions.ping("r1", key_a, ping);
            sessions.expire(start + std::chrono::minutes{9 * (i - 1) + minute});
        }
        acknowledge("r1", key_a, static_cast<std::uint64_t>(i));
    }
    EXPECT_EQ(sessions.size(), 1U);
    EXPECT_TRUE(network.cut_off.empty());
}

TEST_F(Sessions, AKeyHasOnlySoManyListeners) {
    for (const auto* name : {"1", "2", "3"}) hello(std::string{"r"} + name, office, 0, "A", "12345678", name);
    hello("r4", office, 0, "A", "12345678", "4");
    EXPECT_EQ(network.refusal("r4"), "limit.sessions");
    hello("r5", office, 0, "A", "12345678", "3");  // takes the place of one
    EXPECT_EQ(network.refusal("r5"), "");
    EXPECT_EQ(sessions.size(), 3U);
    hello("r6", key_a);
    EXPECT_EQ(network.refusal("r6"), "") << "another key has its own";
    EXPECT_EQ(turned_away.requests, 2U);  // one had no room, one was superseded
}

TEST_F(Sessions, AnAgencyHasOnlySoManyNamesAndAKnownOneIsAlwaysServed) {
    for (const auto* name : {"1", "2", "3"}) {
        hello("r1", key_a, 0, "", "12345678", name);
        if (name[0] == '2') sessions.save_acknowledgements(sys_seconds{});
    }
    hello("r1", key_a, 0, "", "12345678", "4");
    EXPECT_EQ(network.refusal("r1"), "limit.consumers");
    hello("r2", key_a, 0, "", "12345678", "1");
    EXPECT_EQ(network.refusal("r2"), "");
    hello("r3", office, 0, "A", "12345678", "5");
    EXPECT_EQ(network.refusal("r3"), "") << "the office's own listening is not remembered";
    sessions.save_acknowledgements(sys_seconds{});
    EXPECT_EQ(store.consumers.count(agency_a), 3);
    store.consumers.forget(agency_a, "2");
    hello("r4", key_a, 0, "", "12345678", "4");
    EXPECT_EQ(network.refusal("r4"), "");
}

class Retained : public Sessions {
  protected:
    void SetUp() override {
        Sessions::SetUp();
        publish(5);
        hello("r0", key_a);
        acknowledge("r0", key_a, 3);
        sessions.save_acknowledgements(sys_seconds{});
        remove();
        network.sent.clear();
    }
    void remove() {
        store::Transaction transaction{store.database};
        while (store.retention.remove(sys_seconds{} + std::chrono::hours{1}, 2) > 0) {
        }
        transaction.commit();
    }
    void hello_with_gap(const std::string& from, std::uint64_t last, const std::string& consumer) {
        v1::Hello hello;
        hello.set_nonce("12345678");
        hello.set_last(last);
        hello.set_consumer(consumer);
        hello.set_takes_gap(true);
        sessions.hello(from, key_a, hello);
    }
};

TEST_F(Retained, WhatEverybodyHasAcknowledgedIsRemovedAndTheRestIsSent) {
    EXPECT_EQ(store.retention.first_kept(agency_a).value, 4);
    hello("r1", key_a, 3);
    EXPECT_THAT(network.events("r1"), ElementsAre(4, 5));
}

TEST_F(Retained, AListenerThatComesBackToWhatWasRemovedIsToldAndGoesOn) {
    hello_with_gap("r1", 1, "late");
    ASSERT_EQ(network.sent.size(), 4U);
    EXPECT_EQ(network.sent[1].second.gap().first(), 4U);
    EXPECT_THAT(network.events("r1"), ElementsAre(4, 5));
    publish(2);
    EXPECT_THAT(network.events("r1"), ElementsAre(6, 7));
}

TEST_F(Retained, AListenerThatDoesNotUnderstandIsRefusedWithTheFirstNumber) {
    hello("r1", key_a, 1, "", "12345678", "old client");
    EXPECT_EQ(network.refusal("r1"), "session.removed");
    EXPECT_EQ(network.sent.back().second.refused().error().args(0), "4");
    EXPECT_EQ(sessions.size(), 1U);
}

TEST_F(Retained, AListenerWhosePositionIsKnownKeepsWhatItHasNotSeen) {
    hello_with_gap("r1", 3, "slow");
    acknowledge("r0", key_a, 5);
    sessions.save_acknowledgements(sys_seconds{});
    remove();
    EXPECT_EQ(store.retention.first_kept(agency_a).value, 4);
    store.consumers.forget(agency_a, "slow");
    remove();
    EXPECT_EQ(store.retention.first_kept(agency_a).value, 6);
}

TEST_F(Retained, AnOfficeThatReadsAlongIsToldOfTheGapToo) {
    network.state = hub::Delivery::Full;
    hello("r1", office, 3, "A");
    acknowledge("r0", key_a, 5);
    sessions.save_acknowledgements(sys_seconds{});
    remove();
    network.state = hub::Delivery::Sent;
    v1::Ping ping;
    ping.set_nonce("12345678");
    sessions.ping("r1", office, ping);
    EXPECT_EQ(network.refusal("r1"), "session.removed");
}

TEST_F(Sessions, AnInboxThatNobodyHasListenedToKeepsEverything) {
    publish(3);
    EXPECT_EQ(store.retention.remove(sys_seconds{} + std::chrono::hours{1}, 10), 0);
}

TEST(SessionsOfManyReaders, AKeyReadsOnlySoMuchASecondAndThenGoesOn) {
    const TemporaryFolder folder;
    store::Store store{folder / "dondoc.db"};
    store.agencies.put(Agency{"A", "Cơ quan A", {}, "province", {}, {}});
    const auto agency = store.agencies.find("A")->id;
    {
        store::Transaction transaction{store.database};
        store::EventWriter writer{store.inbox, sys_seconds{}};
        for (int i = 0; i < 30; ++i) {
            const auto slot = writer.next(agency);
            writer.append({slot.id, agency, slot.number, "body"}, 1);
        }
        writer.finish();
        transaction.commit();
    }
    Network network;
    hub::TurnedAway turned_away;
    hub::Sessions sessions{store, network, {.window = 20, .replay_per_second = 1}, turned_away};
    const std::chrono::steady_clock::time_point start{std::chrono::hours{1}};
    sessions.expire(start);
    v1::Hello hello;
    hello.set_nonce("12345678");
    sessions.hello("r", {"key", Role::Agency, agency, "A", "A"}, hello);
    EXPECT_EQ(network.events("r").size(), 10U);  // ten seconds' worth at once
    EXPECT_TRUE(sessions.is_holding_back());
    sessions.expire(start + std::chrono::seconds{4});
    EXPECT_THAT(network.events("r"), ElementsAre(11, 12, 13, 14));
    sessions.expire(start + std::chrono::seconds{60});
    EXPECT_EQ(network.events("r").size(), 6U);  // the window is full
    EXPECT_FALSE(sessions.is_holding_back());
}

class Stream : public Sessions {
  protected:
    void follow(const std::string& from, std::uint64_t last = 0, const std::string& consumer = "kho",
                const std::optional<hub::Identity>& who = std::nullopt, const std::string& lineage = "") {
        v1::Hello hello;
        hello.set_nonce("12345678");
        hello.set_stream(true);
        hello.set_takes_gap(true);
        hello.set_last(last);
        hello.set_lineage(lineage);
        hello.set_consumer(consumer);
        sessions.hello(from, who.value_or(office), hello);
    }
    // "gap 4" and ids, in the order in which they went to `to`.
    std::vector<std::string> came(const std::string& to) {
        std::vector<std::string> lines;
        for (const auto& [route, frame] : network.sent) {
            if (route != to) continue;
            if (frame.has_event()) lines.push_back(std::to_string(frame.event().number()));
            if (frame.has_gap()) lines.push_back("gap " + std::to_string(frame.gap().first()));
        }
        network.sent.clear();
        return lines;
    }
};

TEST_F(Stream, BringsTheEventsOfAllAgenciesByTheirIdsMissedAndLive) {
    publish(2, "A");
    publish(2, "B");
    follow("r1");
    EXPECT_THAT(came("r1"), ElementsAre("1", "2", "3", "4"));
    publish(1, "A");
    EXPECT_THAT(came("r1"), ElementsAre("5"));
    follow("r2", 3, "other");
    EXPECT_THAT(came("r2"), ElementsAre("4", "5"));
    hello("r3", key_a);
    EXPECT_THAT(network.events("r3"), ElementsAre(1, 2, 3)) << "an agency's inbox is as it was";
}

TEST_F(Stream, IsHeldBackByAWindowOfItsOwn) {
    publish(600, "A");
    follow("r1");
    EXPECT_EQ(came("r1").size(), 512U);
    acknowledge("r1", office, 512);
    EXPECT_EQ(came("r1").size(), 88U);
}

TEST_F(Stream, IsNotForAgencies) {
    follow("r1", 0, "kho", key_a);
    EXPECT_EQ(network.refusal("r1"), "access.denied");
    EXPECT_TRUE(came("r1").empty());
    v1::Hello hello;
    hello.set_nonce("12345678");
    hello.set_stream(true);
    hello.set_agency("A");
    sessions.hello("r2", office, hello);
    EXPECT_EQ(network.refusal("r2"), "session.stream_agency");
    follow("r3", 7);
    EXPECT_EQ(network.refusal("r3"), "session.ahead");
}

TEST_F(Stream, RemembersItsConsumersByNameAndForgetsThemWhenItIsAsked) {
    publish(3);
    follow("r1");
    acknowledge("r1", office, 2);
    sessions.save_acknowledgements(sys_seconds{});
    EXPECT_EQ(store.consumers.find_of_stream("kho")->acknowledged.value, 2);
    EXPECT_EQ(store.consumers.find_of_stream("kho")->head.value, 3);
    EXPECT_EQ(store.consumers.list(std::nullopt, 10).size(), 1U);
    EXPECT_TRUE(store.consumers.list(agency_a, 10).empty());
    follow("r2", 0, "b");
    follow("r3", 0, "c");
    sessions.save_acknowledgements(sys_seconds{});
    hub::Identity other = office;
    other.public_key = "key-other";
    follow("r4", 0, "d", other);
    EXPECT_EQ(network.refusal("r4"), "limit.consumers");
    follow("r5", 2, "kho", other);
    EXPECT_THAT(came("r5"), ElementsAre("3")) << "the name is the same, whichever key it comes with";
}

TEST_F(Stream, WhatItHasNotAcknowledgedIsKeptAndWhatWasRemovedIsAGap) {
    publish(2, "A");
    publish(1, "B");
    publish(2, "A");
    hello("a", key_a);
    acknowledge("a", key_a, 4);
    follow("r1");
    acknowledge("r1", office, 1);
    sessions.save_acknowledgements(sys_seconds{});
    const auto remove = [&] {
        store::Transaction transaction{store.database};
        while (store.retention.remove(sys_seconds{} + std::chrono::hours{1}, 10) > 0) {
        }
        transaction.commit();
    };
    remove();
    EXPECT_EQ(store.retention.first_kept(agency_a).value, 2)
        << "what the stream's consumer has not seen stays";
    acknowledge("r1", office, 4);
    sessions.save_acknowledgements(sys_seconds{});
    remove();
    EXPECT_EQ(store.retention.first_kept(agency_a).value, 4);
    // Of the ids 1 to 5 the contents of 1, 2 and 4 were removed; 3 is another agency's.
    network.sent.clear();
    follow("r2", 0, "late");
    EXPECT_THAT(came("r2"), ElementsAre("gap 3", "3", "gap 5", "5"));
    acknowledge("r2", office, 5);
    publish(1, "B");
    EXPECT_THAT(came("r2"), ElementsAre("6"));
}

TEST_F(Stream, AGapAtTheEndOfWhatThereIsGoesOnWhenItIsAcknowledged) {
    publish(600, "A");
    publish(1, "B");
    hello("a", key_a);
    for (std::uint64_t number = 4; number <= 600; number += 4) acknowledge("a", key_a, number);
    sessions.save_acknowledgements(sys_seconds{});
    {
        store::Transaction transaction{store.database};
        while (store.retention.remove(sys_seconds{} + std::chrono::hours{1}, 1000) > 0) {
        }
        transaction.commit();
    }
    network.sent.clear();
    follow("r1");
    EXPECT_THAT(came("r1"), ElementsAre("gap 513"));
    acknowledge("r1", office, 512);
    EXPECT_THAT(came("r1"), ElementsAre("gap 601", "601"));
}

TEST_F(Stream, APositionOfBeforeARestoreIsToldHowFarItHolds) {
    publish(3, "A");
    publish(1, "B");
    store::Lineages::begin(store.database, sys_seconds{}, std::nullopt);
    store::Store restored{folder / "dondoc.db"};
    hub::Sessions after{restored, network, limits, turned_away};
    v1::Hello hello;
    hello.set_nonce("12345678");
    hello.set_stream(true);
    publish(2, "A");
    network.sent.clear();
    hello.set_last(4);
    after.hello("r1", office, hello);
    EXPECT_THAT(came("r1"), ElementsAre("5", "6"));
    hello.set_last(5);
    after.hello("r2", office, hello);
    EXPECT_EQ(network.refusal("r2"), "session.restored");
    EXPECT_EQ(network.sent.back().second.refused().goes_on_from(), 4U);
    hello.set_lineage("none");
    after.hello("r3", office, hello);
    EXPECT_EQ(network.sent.back().second.refused().error().code(), "session.lineage_unknown");
}

TEST_F(Sessions, ANonceThatIsTooShortIsIgnored) {
    hello("r1", key_a, 0, "", "short");
    EXPECT_TRUE(network.sent.empty());
}

}  // namespace
}  // namespace dondoc::test
