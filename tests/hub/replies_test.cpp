// SPDX-License-Identifier: Apache-2.0
#include "hub/sessions/replies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Takes `room` frames, then says it is full.
class Connection : public hub::Outbox {
  public:
    hub::Delivery send(const hub::RoutingId& /*to*/, const std::string& frame) override {
        if (gone) return hub::Delivery::Gone;
        if (room == 0) return hub::Delivery::Full;
        --room;
        taken.push_back(frame);
        return hub::Delivery::Sent;
    }

    void cut(const hub::RoutingId& route) override { cut_off.push_back(route); }
    void dismiss(const std::string& /*public_key*/) override {}

    int room = 0;
    bool gone = false;
    std::vector<std::string> cut_off;
    std::vector<std::string> taken;
};

TEST(Replies, AFullConnectionGetsEveryReplyInOrderOnceItReads) {
    Connection connection;
    connection.room = 1;
    hub::Replies replies{connection};
    for (const auto* frame : {"1", "2", "3", "4"}) replies.send("r", frame);
    EXPECT_THAT(connection.taken, ElementsAre("1"));
    connection.room = 2;
    EXPECT_TRUE(replies.send_waiting());
    connection.room = 10;
    replies.send("r", "5");  // not past what waits
    EXPECT_FALSE(replies.send_waiting());
    EXPECT_THAT(connection.taken, ElementsAre("1", "2", "3", "4", "5"));
}

TEST(Replies, WhatNobodyWaitsForIsDroppedByAFullConnection) {
    Connection connection;
    hub::Replies replies{connection};
    replies.send_now_or_never("r", "progress");
    EXPECT_FALSE(replies.send_waiting());
    replies.send("r", "reply");
    connection.room = 10;
    replies.send_now_or_never("r", "late progress");
    EXPECT_FALSE(replies.send_waiting());
    EXPECT_THAT(connection.taken, ElementsAre("reply"));
}

TEST(Replies, AConnectionThatDoesNotReadHasNoRoomAfterItsShare) {
    Connection connection;
    hub::Replies replies{connection, {.unread_replies = 2, .unread_bytes = 100, .unread_total_bytes = 150}};
    replies.send("many", "1");
    EXPECT_TRUE(replies.has_room("many"));
    replies.send("many", "2");
    EXPECT_FALSE(replies.has_room("many"));
    replies.send("big", std::string(100, 'x'));
    EXPECT_FALSE(replies.has_room("big"));
    replies.send("third", std::string(48, 'x'));  // all together have used up what there is
    EXPECT_FALSE(replies.has_room("third"));
    EXPECT_TRUE(replies.has_room("one that reads"));
    connection.room = 10;
    EXPECT_FALSE(replies.send_waiting());
    EXPECT_TRUE(replies.has_room("many"));
    EXPECT_TRUE(replies.has_room("big"));
}

TEST(Replies, AConnectionThatIsGoneIsForgottenAndGivesItsShareBack) {
    Connection connection;
    hub::Replies replies{connection, {.unread_replies = 2, .unread_bytes = 100, .unread_total_bytes = 10}};
    replies.send("r", std::string(10, 'x'));
    EXPECT_FALSE(replies.has_room("r"));
    connection.gone = true;
    EXPECT_FALSE(replies.send_waiting());
    connection.gone = false;
    replies.send("s", "x");
    EXPECT_TRUE(replies.has_room("s"));
    EXPECT_THAT(connection.taken, IsEmpty());
}

TEST(Replies, AConnectionThatTakesNothingForTooLongIsCutWithWhatWaits) {
    Connection connection;
    hub::Replies replies{connection, {.stalled_after = std::chrono::minutes{10}}};
    const std::chrono::steady_clock::time_point start{std::chrono::hours{1}};
    replies.cut_stalled(start);
    replies.send("r", "1");
    replies.send("r", "2");
    EXPECT_EQ(replies.cut_stalled(start + std::chrono::minutes{10}), 0);
    connection.room = 1;
    EXPECT_TRUE(replies.send_waiting());  // it goes on, if slowly
    EXPECT_EQ(replies.cut_stalled(start + std::chrono::minutes{20}), 0);
    EXPECT_EQ(replies.cut_stalled(start + std::chrono::minutes{21}), 1);
    EXPECT_THAT(connection.cut_off, ElementsAre("r"));
    EXPECT_FALSE(replies.send_waiting());
}

}  // namespace
}  // namespace dondoc::test
