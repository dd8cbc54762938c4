#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "hub/sessions.h"
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

    hub::Delivery state = hub::Delivery::Sent;
    std::deque<std::pair<hub::RoutingId, v1::DaemonFrame>> sent;
};

class Sessions : public testing::Test {
  protected:
    static constexpr int window = 4;

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
    hub::Sessions sessions{store, network, window};
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
    hub::Sessions after{restored, network, window};
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

TEST_F(Sessions, ANonceThatIsTooShortIsIgnored) {
    hello("r1", key_a, 0, "", "short");
    EXPECT_TRUE(network.sent.empty());
}

}  // namespace
}  // namespace dondoc::test
