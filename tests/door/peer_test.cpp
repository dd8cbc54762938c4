// SPDX-License-Identifier: Apache-2.0
// One client's bytes against the door's state machine, without a socket.
#include "door/peer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/raw_zmtp.h"

namespace dondoc::test {
namespace {

using door::Ending;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t largest = 100'000;

class PeerOfTheDoor : public testing::Test, public door::Host {
  protected:
    PeerOfTheDoor() {
        server.public_key = server_keys.public_key;
        server.secret_key = server_keys.secret_key;
        peer = std::make_unique<door::Peer>(server, "ROUTER", *this);
    }

    std::optional<std::size_t> admit(const door::Key& key) override {
        asked = key;
        return known ? std::optional{largest} : std::nullopt;
    }
    void message(std::string content) override { messages.push_back(std::move(content)); }
    void many_parts() override { messages.emplace_back("(parts)"); }

    std::optional<Ending> take(const std::string& bytes) { return peer->take(bytes, out); }
    // The body of the next frame of ours.
    std::string answer() {
        const auto header = door::read_header(out);
        if (!header) return {};
        auto body = out.substr(header->length, static_cast<std::size_t>(header->size));
        out.erase(0, header->length + static_cast<std::size_t>(header->size));
        return body;
    }
    void say_hello() {
        ASSERT_FALSE(take(zmtp_greeting()));
        ASSERT_FALSE(take(client.hello()));
        ASSERT_TRUE(client.welcomed(answer()));
    }
    void say_hello_again() {
        peer = std::make_unique<door::Peer>(server, "ROUTER", *this);
        client = RawHandshake{server_keys.public_key, own};
        out.clear();
        say_hello();
    }
    void come_in() {
        say_hello();
        ASSERT_FALSE(take(client.initiate()));
        ASSERT_TRUE(peer->is_in());
        answer();
    }

    RawKeys server_keys, own;
    door::ServerKey server;
    RawHandshake client{server_keys.public_key, own};
    std::unique_ptr<door::Peer> peer;
    std::string out;
    bool known = true;
    door::Key asked{};
    std::vector<std::string> messages;
};

TEST_F(PeerOfTheDoor, LetsInWhoOwnsItsKeyAndCarriesMessagesBothWays) {
    come_in();
    EXPECT_EQ(asked, own.public_key);
    auto both = client.message("one");
    both += client.message("two");
    EXPECT_FALSE(take(both));
    EXPECT_THAT(messages, ElementsAre("one", "two"));
    peer->put(out, "answer", false);
    EXPECT_EQ(client.opened(answer()), std::string("\0answer", 7));
    peer->put(out, "topic", true);
    EXPECT_EQ(client.opened(answer()), "\1topic");
}

TEST_F(PeerOfTheDoor, TakesBytesOneByOne) {
    for (const char byte : zmtp_greeting() + client.hello()) ASSERT_FALSE(take({&byte, 1}));
    ASSERT_TRUE(client.welcomed(answer()));
    auto rest = client.initiate();
    rest += client.message(std::string(70'000, 'x'));
    for (const char byte : rest) ASSERT_FALSE(take({&byte, 1}));
    EXPECT_THAT(messages, ElementsAre(std::string(70'000, 'x')));
    EXPECT_EQ(peer->held(), 0U);
}

TEST_F(PeerOfTheDoor, EndsAtTheFirstByteThatIsNoGreeting) {
    EXPECT_EQ(take("GET / HTTP/1.1"), Ending::NotZmtp);
    for (const std::string mechanism : {"NULL", "PLAIN", "GSSAPI", "CURVEX", ""}) {
        door::Peer other{server, "ROUTER", *this};
        EXPECT_EQ(other.take(zmtp_greeting(mechanism), out), Ending::NotZmtp) << mechanism;
    }
    auto old = zmtp_greeting();
    old[10] = 1;
    EXPECT_EQ(door::Peer(server, "ROUTER", *this).take(old, out), Ending::NotZmtp);
}

TEST_F(PeerOfTheDoor, HoldsAFewKibBeforeItKnowsWhoItIs) {
    ASSERT_FALSE(take(zmtp_greeting()));
    // What says that it will be large is not waited for.
    EXPECT_EQ(take("\6" + big_endian(31 << 20, 8)), Ending::NoHandshake);
    say_hello_again();
    EXPECT_EQ(peer->take("\6" + big_endian(4096, 8), out), Ending::NoHandshake);
}

TEST_F(PeerOfTheDoor, AKeyThatIsNotKnownIsToldSo) {
    known = false;
    say_hello();
    EXPECT_EQ(take(client.initiate()), Ending::Refused);
    EXPECT_EQ(answer(),
              "\5ERROR\3"
              "400");
    EXPECT_FALSE(peer->is_in());
}

TEST_F(PeerOfTheDoor, WhoDoesNotOwnTheKeyThatItNamesIsNotLetIn) {
    RawKeys victim;
    say_hello();
    // The victim's public key, and a vouch that the attacker's own key made.
    auto inner = text_of(victim.public_key) + std::string(16, 'v') + std::string(80, 'x');
    EXPECT_EQ(take(client.initiate_of(inner)), Ending::NoHandshake);
    EXPECT_EQ(asked, door::Key{}) << "it was not even asked for";
}

TEST_F(PeerOfTheDoor, AHandshakeOutOfOrderOrForAnotherServerFails) {
    RawHandshake for_another{RawKeys{}.public_key, own};
    ASSERT_FALSE(take(zmtp_greeting()));
    EXPECT_EQ(take(for_another.hello()), Ending::NoHandshake);
    say_hello_again();
    EXPECT_EQ(peer->take(client.hello(), out), Ending::NoHandshake) << "a second HELLO";
    say_hello_again();
    EXPECT_EQ(peer->take(client.message("early"), out), Ending::NoHandshake);
    EXPECT_THAT(messages, IsEmpty());
}

TEST_F(PeerOfTheDoor, ForgedAndRepeatedMessagesEndIt) {
    come_in();
    auto message = client.message("once");
    ASSERT_FALSE(take(message));
    EXPECT_EQ(take(message), Ending::Forged) << "repeated";
    auto broken = client.message("twice");
    broken.back() = static_cast<char>(broken.back() ^ 1);
    EXPECT_EQ(take(broken), Ending::Forged);
    EXPECT_EQ(take(zmtp_frame("\7MESSAGE", 0)), Ending::Forged);
    EXPECT_EQ(take(zmtp_frame("", 0)), Ending::Forged);
    EXPECT_EQ(take(zmtp_frame("\4PING", 4)), Ending::Forged) << "not in a box";
    EXPECT_THAT(messages, ElementsAre("once"));
}

TEST_F(PeerOfTheDoor, OfAMessageOfManyPartsNothingIsKept) {
    come_in();
    for (int i = 0; i < 100; ++i) {
        ASSERT_FALSE(take(client.message(std::string(50'000, 'x'), door::Curve::more_part)));
        ASSERT_EQ(peer->held(), 0U);
    }
    EXPECT_THAT(messages, IsEmpty());
    ASSERT_FALSE(take(client.message("last")));
    ASSERT_FALSE(take(client.message("next")));
    EXPECT_THAT(messages, ElementsAre("(parts)", "next"));
}

TEST_F(PeerOfTheDoor, ALargerMessageThanItsKeyMaySendEndsIt) {
    come_in();
    ASSERT_FALSE(take(client.message(std::string(largest, 'x'))));
    EXPECT_EQ(messages.front().size(), largest);
    EXPECT_EQ(take(client.message(std::string(largest + 1, 'x')).substr(0, 9)), Ending::TooLarge);
}

TEST_F(PeerOfTheDoor, AHeartbeatIsAnsweredWithItsContext) {
    come_in();
    ASSERT_FALSE(take(client.message(std::string("\4PING\0\12here", 11), door::Curve::is_command)));
    EXPECT_EQ(client.opened(answer()), "\2\4PONGhere");
    EXPECT_THAT(messages, IsEmpty());
}

TEST_F(PeerOfTheDoor, OnlySocketsThatUnderstandItComeIn) {
    for (const std::string type : {"REQ", "SUB", "PUSH", ""}) {
        say_hello_again();
        EXPECT_EQ(peer->take(client.initiate(type), out), Ending::NoHandshake) << type;
    }
    say_hello_again();
    EXPECT_FALSE(peer->take(client.initiate("DEALER", std::string("\0abcd", 5)), out));
    EXPECT_TRUE(peer->is_in()) << "a routing id is no matter";
}

}  // namespace
}  // namespace dondoc::test
