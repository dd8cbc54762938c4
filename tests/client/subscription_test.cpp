// SPDX-License-Identifier: Apache-2.0
#include "lib/subscription.h"

#include <gtest/gtest.h>

#include "client/fake_inbox.h"

namespace dondoc::client {
namespace {

using namespace std::chrono_literals;
using testing::make_event;

// A subscription, its clock, and the daemon's side as frames.
class SubscriptionTest : public ::testing::Test {
  protected:
    SubscriptionTest() { start(0); }

    void start(std::uint64_t last, const std::string& agency = "") {
        SubscriptionOptions options;
        options.agency = agency;
        options.last = last;
        options.make_nonce = [this] { return "nonce-" + std::to_string(++nonces_); };
        subscription_.emplace(options);
    }

    std::string nonce() const { return "nonce-" + std::to_string(nonces_); }

    v1::DaemonFrame event(std::uint64_t number, const std::string& of = "") const {
        v1::DaemonFrame frame;
        frame.mutable_event()->set_nonce(of.empty() ? nonce() : of);
        frame.mutable_event()->set_number(number);
        frame.mutable_event()->set_event(make_event(number).SerializeAsString());
        return frame;
    }
    v1::DaemonFrame pong(std::uint64_t head) const {
        v1::DaemonFrame frame;
        frame.mutable_pong()->set_nonce(nonce());
        frame.mutable_pong()->set_head(head);
        return frame;
    }
    v1::DaemonFrame reset() const {
        v1::DaemonFrame frame;
        frame.mutable_reset()->set_nonce(nonce());
        return frame;
    }

    Subscription::Step hand(const v1::DaemonFrame& frame) { return subscription_->on_frame(frame, now_); }
    // Handed and handled; true when it was the next one.
    bool take(const v1::DaemonFrame& frame) {
        const auto step = hand(frame);
        sent_.insert(sent_.end(), step.send.begin(), step.send.end());
        if (!step.apply) return false;
        const auto after = subscription_->applied(step.apply->number(), now_);
        sent_.insert(sent_.end(), after.send.begin(), after.send.end());
        return true;
    }
    Subscription::Step pass(std::chrono::milliseconds time) {
        now_ += time;
        return subscription_->on_time(now_);
    }
    void connect() {
        const auto step = subscription_->connected(now_);
        ASSERT_EQ(step.send.size(), 1U);
        ASSERT_TRUE(step.send[0].has_hello());
    }

    int nonces_ = 0;
    Subscription::Time now_{};
    std::optional<Subscription> subscription_;
    std::vector<v1::ClientFrame> sent_;
};

TEST_F(SubscriptionTest, HelloSaysWhereItStands) {
    start(41, "SNV");
    const auto step = subscription_->connected(now_);
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_EQ(step.send[0].hello().last(), 41U);
    EXPECT_EQ(step.send[0].hello().agency(), "SNV");
    EXPECT_EQ(step.send[0].hello().nonce(), "nonce-1");
}

TEST_F(SubscriptionTest, AppliesInOrderAndDropsDoubles) {
    connect();
    EXPECT_TRUE(take(event(1)));
    EXPECT_TRUE(take(event(2)));
    EXPECT_FALSE(take(event(2)));
    EXPECT_FALSE(take(event(1)));
    EXPECT_TRUE(take(event(3)));
    EXPECT_EQ(subscription_->last(), 3U);
    EXPECT_TRUE(sent_.empty());
}

TEST_F(SubscriptionTest, SaysHelloAgainOnAGap) {
    connect();
    EXPECT_TRUE(take(event(1)));
    const auto old = nonce();
    const auto step = hand(event(3));
    EXPECT_FALSE(step.apply);
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_EQ(step.send[0].hello().last(), 1U);
    EXPECT_NE(step.send[0].hello().nonce(), old);
    EXPECT_FALSE(take(event(2, old))) << "of the old session";
    EXPECT_TRUE(take(event(2)));
    EXPECT_TRUE(take(event(3)));
}

TEST_F(SubscriptionTest, AGapThatStaysIsNotAskedForInAHotLoop) {
    connect();
    EXPECT_EQ(hand(event(5)).send.size(), 1U);
    for (const auto expected : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
        EXPECT_TRUE(hand(event(5)).send.empty());
        const auto wait =
            std::chrono::duration_cast<std::chrono::milliseconds>(subscription_->next_wake() - now_);
        EXPECT_EQ(wait, expected);
        EXPECT_EQ(pass(wait).send.size(), 1U);
    }
    for (std::uint64_t number = 1; number <= 5; ++number) EXPECT_TRUE(take(event(number)));
    EXPECT_EQ(hand(event(9)).send.size(), 1U) << "progress was made: the next gap is asked for at once";
}

TEST_F(SubscriptionTest, AnEventThatWasNotHandledComesAgain) {
    connect();
    EXPECT_TRUE(hand(event(1)).apply);  // and is not applied
    const auto step = hand(event(2));
    EXPECT_FALSE(step.apply);
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_EQ(step.send[0].hello().last(), 0U);
}

TEST_F(SubscriptionTest, FramesOfAnotherSessionCountForNothing) {
    connect();
    auto refused = v1::DaemonFrame();
    refused.mutable_refused()->set_nonce("other");
    EXPECT_FALSE(hand(refused).ended);
    auto other = reset();
    other.mutable_reset()->set_nonce("other");
    EXPECT_TRUE(hand(other).send.empty());
    EXPECT_FALSE(take(event(1, "other")));
    EXPECT_TRUE(take(event(1)));
}

TEST_F(SubscriptionTest, DamagedOrForeignEventsAreNotApplied) {
    start(0, "SNV");
    connect();
    auto damaged = event(1);
    damaged.mutable_event()->set_event("\xff\xff");
    EXPECT_FALSE(take(damaged));
    auto foreign = event(1);
    foreign.mutable_event()->set_event(make_event(1, "STC").SerializeAsString());
    EXPECT_FALSE(take(foreign));
    auto misnumbered = event(1);
    misnumbered.mutable_event()->set_event(make_event(7).SerializeAsString());
    EXPECT_FALSE(take(misnumbered));
    EXPECT_EQ(subscription_->last(), 0U);
}

TEST_F(SubscriptionTest, AcknowledgesEveryEightAndWhenNoMoreCome) {
    connect();
    for (std::uint64_t number = 1; number <= 17; ++number) EXPECT_TRUE(take(event(number)));
    ASSERT_EQ(sent_.size(), 2U);
    EXPECT_EQ(sent_[0].ack().number(), 8U);
    EXPECT_EQ(sent_[1].ack().number(), 16U);
    const auto step = pass(100ms);
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_EQ(step.send[0].ack().number(), 17U);
    EXPECT_TRUE(pass(100ms).send.empty());
    EXPECT_TRUE(take(event(18)));
    EXPECT_EQ(subscription_->farewell()->bye().number(), 18U);
}

TEST_F(SubscriptionTest, PingsWhenIdleAndGivesTheSocketUpAfterThreeSilentIntervals) {
    connect();
    hand(pong(0));
    EXPECT_TRUE(pass(29s).send.empty());
    auto step = pass(1s);
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_TRUE(step.send[0].has_ping());
    step = pass(30s);
    EXPECT_EQ(step.send.size(), 1U);
    EXPECT_FALSE(step.new_socket);
    step = pass(30s);
    EXPECT_TRUE(step.new_socket);
    EXPECT_TRUE(step.send.empty());
    EXPECT_FALSE(pass(60s).new_socket) << "asked for once";
    connect();
    EXPECT_FALSE(pass(30s).new_socket) << "the silence begins anew";
}

TEST_F(SubscriptionTest, AnAnswerEndsTheSilence) {
    connect();
    for (int i = 0; i < 10; ++i) {
        hand(pong(0));
        const auto step = pass(30s);
        ASSERT_EQ(step.send.size(), 1U);
        EXPECT_TRUE(step.send[0].has_ping());
        EXPECT_FALSE(step.new_socket);
    }
}

TEST_F(SubscriptionTest, TheTimeOfASlowHandlerIsNoSilence) {
    connect();
    hand(pong(1));
    const auto step = hand(event(1));
    now_ += 10min;
    subscription_->applied(1, now_);
    EXPECT_FALSE(subscription_->on_time(now_).new_socket);
}

TEST_F(SubscriptionTest, AnUnansweredHelloIsSaidAgain) {
    connect();
    const auto step = pass(30s);
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_TRUE(step.send[0].has_hello());
}

TEST_F(SubscriptionTest, ThePongShowsALostTail) {
    connect();
    hand(pong(1));
    EXPECT_TRUE(take(event(1)));
    EXPECT_TRUE(subscription_->caught_up());
    pass(30s);
    hand(pong(3));  // 2 and 3 were sent and lost
    EXPECT_FALSE(subscription_->caught_up());
    const auto step = pass(5s);
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_EQ(step.send[0].hello().last(), 1U);
    hand(pong(3));
    EXPECT_TRUE(take(event(2)));
    EXPECT_TRUE(take(event(3)));
    EXPECT_TRUE(subscription_->caught_up());
}

TEST_F(SubscriptionTest, ResetSaysHelloAgain) {
    connect();
    EXPECT_TRUE(take(event(1)));
    const auto step = hand(reset());
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_EQ(step.send[0].hello().last(), 1U);
    EXPECT_TRUE(hand(reset()).send.empty()) << "a daemon that only resets is asked with back-off";
    EXPECT_EQ(pass(1s).send.size(), 1U);
}

TEST_F(SubscriptionTest, ARestoredDaemonSetsThePositionBackAndItGoesOn) {
    start(15);
    connect();
    v1::DaemonFrame refused;
    refused.mutable_refused()->set_nonce(nonce());
    refused.mutable_refused()->mutable_error()->set_code("session.restored");
    refused.mutable_refused()->set_goes_on_from(10);
    const auto step = hand(refused);
    EXPECT_FALSE(step.ended);
    EXPECT_EQ(step.set_back, 10U);
    ASSERT_EQ(step.send.size(), 1U);
    EXPECT_EQ(step.send[0].hello().last(), 10U);
    EXPECT_EQ(step.send[0].hello().lineage(), "");

    auto first = event(11);
    auto content = make_event(11);
    content.set_lineage("feed");
    first.mutable_event()->set_event(content.SerializeAsString());
    EXPECT_TRUE(take(first));
    const auto again = subscription_->connected(now_);
    EXPECT_EQ(again.send.at(0).hello().last(), 11U);
    EXPECT_EQ(again.send.at(0).hello().lineage(), "feed");
}

TEST_F(SubscriptionTest, APositionThatDoesNotGoBackIsARefusal) {
    start(10);
    connect();
    v1::DaemonFrame refused;
    refused.mutable_refused()->set_nonce(nonce());
    refused.mutable_refused()->set_goes_on_from(10);
    EXPECT_TRUE(hand(refused).ended);
}

TEST_F(SubscriptionTest, RefusedEndsItWithTheDaemonsError) {
    connect();
    v1::DaemonFrame refused;
    refused.mutable_refused()->set_nonce(nonce());
    refused.mutable_refused()->mutable_error()->set_code("inbox.foreign");
    const auto step = hand(refused);
    ASSERT_TRUE(step.ended);
    EXPECT_EQ(step.ended->code(), "inbox.foreign");
    EXPECT_FALSE(take(event(1)));
    EXPECT_TRUE(subscription_->connected(now_).send.empty());
}

TEST_F(SubscriptionTest, ADaemonThatWasSetBackIsNotBelieved) {
    start(10);
    connect();
    const auto step = hand(pong(7));
    ASSERT_TRUE(step.ended);
    EXPECT_EQ(step.ended->code(), "client.position.beyond_head");
}

TEST_F(SubscriptionTest, IsCaughtUpOnlyWhenTheDaemonHasSaidSo) {
    start(3);
    connect();
    EXPECT_FALSE(subscription_->caught_up());
    hand(pong(4));
    EXPECT_FALSE(subscription_->caught_up());
    EXPECT_TRUE(take(event(4)));
    EXPECT_TRUE(subscription_->caught_up());
}

TEST_F(SubscriptionTest, GoesOnBehindWhatTheDaemonHasRemoved) {
    subscription_->connected(now_);
    hand(pong(12));
    v1::DaemonFrame gap;
    gap.mutable_gap()->set_nonce(nonce());
    gap.mutable_gap()->set_first(11);
    const auto step = hand(gap);
    ASSERT_TRUE(step.removed);
    EXPECT_EQ(step.removed->first, 1U);
    EXPECT_EQ(step.removed->last, 10U);
    EXPECT_FALSE(hand(gap).removed) << "told twice";
    EXPECT_TRUE(take(event(11)));
    EXPECT_TRUE(take(event(12)));
    EXPECT_TRUE(subscription_->caught_up());
}

TEST_F(SubscriptionTest, AGapOfAnotherSessionMovesNothing) {
    subscription_->connected(now_);
    v1::DaemonFrame gap;
    gap.mutable_gap()->set_nonce("another nonce");
    gap.mutable_gap()->set_first(11);
    EXPECT_FALSE(hand(gap).removed);
    EXPECT_EQ(subscription_->last(), 0U);
}

}  // namespace
}  // namespace dondoc::client
