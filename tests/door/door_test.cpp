// SPDX-License-Identifier: Apache-2.0
// The door with its thread and real sockets: who is let in, whom it has room for, and to whom things go.
#include "door/door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <thread>

#include "support/raw_peer.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using door::Entrance;
using door::Number;

// Everybody may come in; a name is the key.
class Everybody : public door::Porter {
  public:
    std::optional<Admission> admit(Entrance, const door::Key& client, const std::string&) override {
        return Admission{text_of(client), 200'000};
    }
    bool can_wait(const std::string& message) const override { return message.starts_with("ping"); }
    void opened(Entrance, std::size_t) override {}
    void ended(Entrance, door::Ending why, const std::string&, std::size_t) override {
        ++ends.at(static_cast<std::size_t>(why));
    }
    int ended_as(door::Ending why) const { return ends.at(static_cast<std::size_t>(why)); }

    std::array<std::atomic<int>, door::endings> ends{};
};

class DoorOfTheDaemon : public testing::Test {
  protected:
    DoorOfTheDaemon() {
        limits.strangers = 4;
        limits.per_key = 2;
        limits.unfinished_bytes = 300'000;
    }
    void open() {
        door::ServerKey key;
        key.public_key = server.public_key;
        key.secret_key = server.secret_key;
        door = std::make_unique<door::Door>(key, limits, porter);
        door->listen(Entrance::Sessions, "ipc://" + path("s"));
        door->listen(Entrance::Feed, "ipc://" + path("f"));
        door->open();
    }
    std::string path(const std::string& name) const { return (folder / name).string(); }
    std::unique_ptr<RawPeer> connect(const RawKeys& own, const std::string& name = "s") {
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path(name).copy(address.sun_path, sizeof address.sun_path - 1);
        EXPECT_EQ(::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        return std::make_unique<RawPeer>(descriptor, server.public_key, own);
    }
    std::unique_ptr<RawPeer> come_in(const RawKeys& own) {
        auto peer = connect(own);
        EXPECT_TRUE(peer->come_in());
        EXPECT_TRUE(peer->body()) << "READY";
        return peer;
    }
    // Receives until something is so.
    bool comes_true(const std::function<bool()>& condition) {
        const door::Door::Receiver receiver{
            [&](Number from, const std::string&, const std::string& message) { numbers[message] = from; },
            [&](Number from) { gone.push_back(from); }};
        for (int waited_ms = 0; waited_ms < 5000; waited_ms += 5) {
            door->receive(100, receiver);
            if (condition()) return true;
            pollfd item{door->descriptor(), POLLIN, 0};
            ::poll(&item, 1, 5);
        }
        return false;
    }
    Number number_of(RawPeer& peer, const std::string& message) {
        EXPECT_TRUE(peer.send(peer.handshake().message(message)));
        EXPECT_TRUE(comes_true([&] { return numbers.contains(message); }));
        return numbers[message];
    }

    TemporaryFolder folder;
    RawKeys server;
    door::Limits limits;
    Everybody porter;
    std::unique_ptr<door::Door> door;
    std::map<std::string, Number> numbers;
    std::vector<Number> gone;
};

TEST_F(DoorOfTheDaemon, WhatIsSentReachesItsConnectionOrNobody) {
    open();
    const RawKeys a, b;
    auto first = come_in(a);
    const auto number = number_of(*first, "first");
    EXPECT_EQ(door->send(number, "for the first"), door::Door::Sent::Yes);
    door->flush();
    EXPECT_EQ(first->handshake().opened(first->body().value()), std::string("\0for the first", 14));
    first.reset();
    auto second = come_in(b);
    EXPECT_NE(number_of(*second, "second"), number);
    ASSERT_TRUE(comes_true([&] { return !gone.empty(); }));
    EXPECT_THAT(gone, testing::ElementsAre(number));
    EXPECT_EQ(door->send(number, "for the first"), door::Door::Sent::Gone);
    EXPECT_EQ(door->send(numbers["second"], "for the second"), door::Door::Sent::Yes);
    door->flush();
    EXPECT_EQ(second->handshake().opened(second->body().value()), std::string("\0for the second", 15));
}

TEST_F(DoorOfTheDaemon, StrangersMakeRoomForNewcomers) {
    open();
    const RawKeys own;
    std::vector<std::unique_ptr<RawPeer>> silent;
    for (int i = 0; i < 20; ++i) silent.push_back(connect(own));
    auto late = come_in(own);
    number_of(*late, "is served");
    EXPECT_TRUE(silent.front()->is_ended());
    EXPECT_GE(porter.ended_as(door::Ending::CrowdedOut), 16);
    // Of the other entrance the strangers are others.
    EXPECT_TRUE(connect(own, "f")->come_in("SUB"));
}

TEST_F(DoorOfTheDaemon, AHandshakeHasItsTime) {
    limits.handshake = std::chrono::milliseconds{100};
    open();
    const RawKeys own;
    auto slow = connect(own);
    EXPECT_TRUE(slow->send(zmtp_greeting()));
    EXPECT_TRUE(slow->is_ended());
    EXPECT_EQ(porter.ended_as(door::Ending::NoHandshake), 1);
}

TEST_F(DoorOfTheDaemon, ConnectionsOfAKeyAreCountedFromTheirHandshakeOn) {
    open();
    const RawKeys own, other;
    auto first = come_in(own), second = come_in(own);
    auto third = connect(own);
    third->come_in();
    EXPECT_TRUE(third->is_ended());
    EXPECT_EQ(porter.ended_as(door::Ending::KeyIsFull), 1);
    number_of(*come_in(other), "another's");
    first.reset();
    EXPECT_TRUE(comes_true([&] { return porter.ended_as(door::Ending::Left) > 0; }));
    number_of(*come_in(own), "again");
}

TEST_F(DoorOfTheDaemon, WhoHoldsMostOfUnfinishedMessagesLosesThem) {
    limits.per_key = 10;
    open();
    const RawKeys greedy, modest;
    auto small = come_in(modest);
    auto begun = small->handshake().message(std::string(100'000, 'x'));
    EXPECT_TRUE(small->send(begun.substr(0, 90'000)));
    std::vector<std::unique_ptr<RawPeer>> many;
    for (int i = 0; i < 5; ++i) {
        many.push_back(come_in(greedy));
        (void)many.back()->send(
            many.back()->handshake().message(std::string(150'000, 'x')).substr(0, 140'000));
    }
    EXPECT_TRUE(comes_true([&] { return porter.ended_as(door::Ending::TooMuch) >= 3; }));
    EXPECT_TRUE(small->send(begun.substr(90'000)));
    EXPECT_TRUE(comes_true([&] { return numbers.contains(std::string(100'000, 'x')); }));
}

TEST_F(DoorOfTheDaemon, ADismissedKeyIsToldAndEndsOnBothEntrances) {
    open();
    const RawKeys own, other;
    auto asking = come_in(own), staying = come_in(other);
    auto hearing = connect(own, "f");
    ASSERT_TRUE(hearing->come_in("SUB"));
    ASSERT_TRUE(hearing->body());
    const auto number = number_of(*asking, "here");
    EXPECT_EQ(door->send(number, "good bye"), door::Door::Sent::Yes);
    door->dismiss(text_of(own.public_key));
    door->flush();
    EXPECT_EQ(asking->handshake().opened(asking->body().value()), std::string("\0good bye", 9));
    EXPECT_TRUE(asking->is_ended());
    EXPECT_TRUE(hearing->is_ended());
    number_of(*staying, "stays");
}

TEST_F(DoorOfTheDaemon, WhatWasSentIsWrittenBeforeItCloses) {
    open();
    const RawKeys own;
    auto peer = come_in(own);
    const std::string large(3'000'000, 'x');
    EXPECT_EQ(door->send(number_of(*peer, "last"), large), door::Door::Sent::Yes);
    std::thread closing{[&] { door->close(std::chrono::seconds{10}); }};
    const auto body = peer->body();
    closing.join();
    ASSERT_TRUE(body);
    EXPECT_EQ(peer->handshake().opened(*body)->size(), large.size() + 1);
}

TEST_F(DoorOfTheDaemon, EachConnectionHasItsTurn) {
    limits.per_key = 10;
    open();
    const RawKeys busy, patient;
    auto much = come_in(busy), little = come_in(patient);
    std::string all;
    for (int i = 0; i < 50; ++i) all += much->handshake().message("much " + std::to_string(i));
    EXPECT_TRUE(much->send(all));
    EXPECT_TRUE(little->send(little->handshake().message("little")));
    ::poll(nullptr, 0, 100);  // both are there before the first is received
    std::vector<std::string> order;
    const door::Door::Receiver receiver{
        [&](Number, const std::string&, const std::string& message) { order.push_back(message); },
        [](Number) {}};
    while (order.size() < 51) door->receive(10, receiver);
    EXPECT_LE(std::ranges::find(order, "little") - order.begin(), 2);
}

TEST_F(DoorOfTheDaemon, SaysWhetherAMessageThatIsLookedForWaits) {
    open();
    door->look_for([](const std::string& message) { return message.starts_with("question"); });
    const RawKeys own;
    auto peer = come_in(own);
    const auto comes = [&](const std::string& message) {
        EXPECT_TRUE(peer->send(peer->handshake().message(message)));
        for (int waited_ms = 0; waited_ms < 2000 && !door->has_such(); waited_ms += 5) ::poll(nullptr, 0, 5);
        return door->has_such();
    };
    EXPECT_FALSE(door->has_such());
    EXPECT_TRUE(comes("question"));
    EXPECT_TRUE(door->has_such()) << "it was not received yet";
    EXPECT_TRUE(comes_true([&] { return numbers.contains("question"); }));
    EXPECT_FALSE(door->has_such());
    EXPECT_TRUE(peer->send(peer->handshake().message("acknowledgement")));
    EXPECT_TRUE(comes_true([&] { return numbers.contains("acknowledgement"); }));
    EXPECT_FALSE(door->has_such());
}

TEST_F(DoorOfTheDaemon, WhatCanWaitIsTakenAlongByWhatCannot) {
    limits.gathering = std::chrono::hours{1};
    open();
    const RawKeys own, other;
    auto patient = come_in(own), hurried = come_in(other);
    for (const auto* message : {"ping 1", "ping 2"})
        EXPECT_TRUE(patient->send(patient->handshake().message(message)));
    pollfd item{door->descriptor(), POLLIN, 0};
    EXPECT_EQ(::poll(&item, 1, 200), 0) << "nobody is woken for it";
    EXPECT_TRUE(hurried->send(hurried->handshake().message("question")));
    EXPECT_TRUE(comes_true([&] { return numbers.size() == 3; }));
}

TEST_F(DoorOfTheDaemon, WhatCanWaitDoesSoForAMomentOnly) {
    open();
    const RawKeys own;
    number_of(*come_in(own), "ping");
}

TEST_F(DoorOfTheDaemon, WhoSendsOnlyWhatCanWaitWaitsForHimself) {
    open();
    const RawKeys own;
    auto peer = come_in(own);
    std::string all;
    for (int i = 0; i < 300; ++i) all += peer->handshake().message("ping " + std::to_string(i));
    EXPECT_TRUE(peer->send(all));
    EXPECT_TRUE(comes_true([&] { return numbers.size() == 300; }));
}

TEST_F(DoorOfTheDaemon, ASubscriberHearsTheTopicsItAskedFor) {
    open();
    const RawKeys own;
    auto hearing = connect(own, "f");
    ASSERT_TRUE(hearing->come_in("SUB"));
    ASSERT_TRUE(hearing->body());
    ASSERT_TRUE(hearing->send(hearing->handshake().message("\1agency/A/")));
    // Its wish is on its way: something else is published until one is heard.
    std::optional<std::string> topic;
    for (int i = 0; i < 100 && !topic; ++i) {
        door->publish("agency/B/overdue", "not this");
        door->publish("agency/A/overdue", "this");
        door->flush();
        ::poll(nullptr, 0, 10);
        if (i > 10) topic = hearing->body();
    }
    ASSERT_TRUE(topic);
    EXPECT_EQ(hearing->handshake().opened(*topic), "\1agency/A/overdue");
    EXPECT_EQ(hearing->handshake().opened(hearing->body().value()), std::string("\0this", 5));
}

}  // namespace
}  // namespace dondoc::test
