// SPDX-License-Identifier: Apache-2.0
// Promise 2: no agency ever receives an event that is not its own, whatever its client sends. With plain
// ZeroMQ.
#include <gtest/gtest.h>

#include "support/raw_province.h"

namespace dondoc::test {
namespace {

class Isolation : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        province = std::make_unique<RawProvince>(daemon);
        province->import_agencies();
        a = province->grant(v1::Role::agency, agency_code(0));
        b = province->grant(v1::Role::agency, agency_code(1));
    }

    // Lives through something to tell, then collects what a client was sent. The daemon answers the ping of
    // its administrator only after everything before it, so nothing can still be under way inside it.
    std::vector<v1::Event> events_after(RawClient& client, const std::function<void()>& happening) {
        happening();
        std::vector<v1::Event> events;
        // Frames to one connection are in order, so its answer to a last request comes behind all events.
        v1::ClientFrame frame;
        frame.mutable_request()->set_id("last");
        frame.mutable_request()->mutable_clock_show();
        client.send(frame);
        while (auto received = client.receive()) {
            if (received->has_reply() && received->reply().id() == "last") return events;
            if (!received->has_event()) continue;
            events.emplace_back();
            EXPECT_TRUE(events.back().ParseFromString(received->event().event()));
        }
        ADD_FAILURE() << "the daemon did not answer";
        return events;
    }
    void live_the_year() {
        province->import_plan();
        province->advance_to("2024-02-01");
    }
    // Nothing comes from the daemon, and the connection was never let in.
    static void expect_shut_out(RawClient& client) {
        client.socket().set(zmq::sockopt::sndtimeo, 100);
        EXPECT_FALSE(client.receive(1500));
    }

    DaemonProcess daemon;
    std::unique_ptr<RawProvince> province;
    Keys a, b;
};

TEST_F(Isolation, ItsOwnInboxAndNothingElse) {
    auto client = province->connect(a);
    client->hello("");
    const auto events = events_after(*client, [&] { live_the_year(); });
    ASSERT_FALSE(events.empty());
    for (std::size_t i = 0; i < events.size(); ++i) {
        EXPECT_EQ(events[i].agency(), agency_code(0));
        EXPECT_EQ(events[i].number(), i + 1);
    }
}

TEST_F(Isolation, AForeignAgencyInTheHelloIsRefused) {
    auto client = province->connect(a);
    client->hello(agency_code(1));
    const auto answer = client->receive();
    ASSERT_TRUE(answer && answer->has_refused());
    EXPECT_EQ(answer->refused().error().code(), "access.foreign");
    EXPECT_TRUE(events_after(*client, [&] { live_the_year(); }).empty());
}

TEST_F(Isolation, ForgedAndReplayedFramesOpenNothing) {
    auto victim = province->connect(b);
    victim->hello("", 0, "nonce-of-the-victim");
    ASSERT_TRUE(victim->receive()->has_pong());
    auto client = province->connect(a);
    // The victim's nonce, the victim's acknowledgements, the victim's consumer name.
    client->ping("nonce-of-the-victim");
    client->acknowledge(0, "nonce-of-the-victim");
    client->hello(agency_code(1), 0, "nonce-of-the-victim");
    client->hello("\xff\xfe" + agency_code(1), 0, "nonce-of-the-victim");
    client->hello(agency_code(1) + std::string(1, '\0'), 0, "nonce-of-the-victim");
    const auto events = events_after(*client, [&] { live_the_year(); });
    EXPECT_TRUE(events.empty());
    // The victim was not disturbed.
    for (const auto& event : events_after(*victim, [] {})) EXPECT_EQ(event.agency(), agency_code(1));
}

TEST_F(Isolation, AClaimedRoutingIdTakesNothingOver) {
    auto victim = province->connect(b, "route-of-b");
    victim->hello("");
    ASSERT_TRUE(victim->receive()->has_pong());
    auto thief = province->connect(a, "route-of-b");
    thief->hello(agency_code(1));
    const auto events = events_after(*victim, [&] { live_the_year(); });
    EXPECT_FALSE(events.empty());
    for (const auto& event : events) EXPECT_EQ(event.agency(), agency_code(1));
    while (const auto frame = thief->receive(500)) EXPECT_FALSE(frame->has_event());
    // Ids of the form that libzmq itself hands out.
    for (int guess = 0; guess < 64; ++guess) {
        auto other = province->connect(a, std::string{"\0", 1} + "gue" + static_cast<char>(guess));
        other->hello(agency_code(1));
    }
    EXPECT_TRUE(daemon.is_running());
}

// The victim says Hello and its machine loses power; whoever comes next with its address says nothing.
TEST_F(Isolation, WhoComesWithTheRoutingIdOfOneThatHasGoneIsSentNothing) {
    // A name that the client chose, and one of the form that libzmq itself hands out.
    const std::vector<std::string> ids{"route-of-b", std::string{"\0", 1} + "rout"};
    for (const auto& id : ids) {
        auto victim = province->connect(b, id);
        victim->hello("", 0, "nonce-of-8", "before");
        ASSERT_TRUE(victim->receive()->has_pong());
        victim.reset();
    }
    std::vector<std::unique_ptr<RawClient>> thieves;
    for (const auto& id : ids) thieves.push_back(province->connect(a, id));
    v1::Request request;
    request.mutable_clock_show();
    EXPECT_TRUE(thieves.front()->ask(request).has_clock());
    live_the_year();
    for (auto& thief : thieves)
        while (const auto frame = thief->receive(500)) EXPECT_FALSE(frame->has_event());
}

// A client that nobody gave a name has an address all the same, which its successor must not inherit.
TEST_F(Isolation, NobodyInheritsTheSessionOfAListenerThatWasKilled) {
    const auto server_key = province->server_key();
    const pid_t child = ::fork();
    if (child == 0) {
        zmq::context_t context;
        RawClient victim{context, daemon.endpoint(), server_key, b};
        victim.hello("");
        victim.receive();
        for (;;) ::pause();
    }
    v1::Request status;
    status.mutable_status();
    while (province->administrator().ask(status).status().sessions() == 0) ::poll(nullptr, 0, 10);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    // Silent ones, so that one of them may stand where it stood.
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 32; ++i) silent.push_back(province->connect(a));
    const auto ended = [&] { return province->administrator().ask(status).status().sessions() == 0; };
    for (int waited_ms = 0; waited_ms < 5000 && !ended(); waited_ms += 10) ::poll(nullptr, 0, 10);
    EXPECT_TRUE(ended()) << "a session ends with its connection";
    live_the_year();
    for (auto& client : silent) EXPECT_FALSE(client->receive(20));
    v1::Request clock;
    clock.mutable_clock_show();
    for (auto& client : silent) EXPECT_TRUE(client->ask(clock).has_clock());
}

TEST_F(Isolation, QuestionsOfAnAgencyAreAnsweredForItselfOnly) {
    live_the_year();
    auto client = province->connect(a);
    v1::Request list;
    list.mutable_task_list()->set_limit(1000);
    const auto own = client->ask(list);
    EXPECT_GT(own.task_list().rows_size(), 0);
    for (const auto& row : own.task_list().rows()) EXPECT_EQ(row.agency(), agency_code(0));
    v1::Request foreign;
    foreign.mutable_task_list()->set_agency(agency_code(1));
    EXPECT_EQ(client->ask(foreign).error().code(), "access.foreign");
    v1::Request log;
    log.mutable_log()->set_limit(1000);
    const auto logged = client->ask(log);
    EXPECT_GT(logged.log().events_size(), 0);
    for (const auto& event : logged.log().events()) EXPECT_EQ(event.agency(), agency_code(0));
    log.mutable_log()->set_agency(agency_code(1));
    EXPECT_EQ(client->ask(log).error().code(), "access.foreign");

    // Row 2 of the plan is led by agency 1 alone.
    v1::Request task;
    task.mutable_task_show()->set_task(2);
    EXPECT_EQ(client->ask(task).error().code(), "task.unknown");
    v1::Request status;
    status.mutable_status();
    EXPECT_LE(client->ask(status).status().agency_counts_size(), 1);
}

TEST_F(Isolation, AnAgencyChangesOnlyItsOwnAssignments) {
    live_the_year();
    auto client = province->connect(a);
    v1::Request list;
    list.mutable_task_list()->set_agency(agency_code(1));
    const auto foreign = province->administrator().ask(list).task_list().rows(0).assignment();
    v1::Request change;
    change.mutable_assignment_change()->set_assignment(foreign);
    change.mutable_assignment_change()->set_action(v1::AssignmentChangeRequest::complete);
    EXPECT_EQ(client->ask(change).error().code(), "assignment.unknown");
    for (const auto body : {v1::Request::kPlanImport, v1::Request::kAgencyImport, v1::Request::kKeyGrant,
                            v1::Request::kKeyList, v1::Request::kClockAdvance, v1::Request::kDocumentList}) {
        v1::Request request;
        const auto* field = request.GetDescriptor()->FindFieldByNumber(body);
        request.GetReflection()->MutableMessage(&request, field);
        EXPECT_EQ(client->ask(request).error().code(), "access.denied") << field->name();
    }
}

TEST_F(Isolation, AnUnknownKeyIsNotLetIn) {
    auto client = province->connect(new_keys());
    client->hello(agency_code(0));
    live_the_year();
    expect_shut_out(*client);
}

TEST_F(Isolation, WithoutCurveNobodyIsLetIn) {
    zmq::socket_t plain{province->context(), zmq::socket_type::dealer};
    plain.set(zmq::sockopt::linger, 0);
    plain.set(zmq::sockopt::rcvtimeo, 1500);
    plain.connect(daemon.endpoint());
    v1::ClientFrame frame;
    frame.mutable_hello()->set_nonce("12345678");
    frame.mutable_hello()->set_agency(agency_code(0));
    plain.send(zmq::buffer(frame.SerializeAsString()), zmq::send_flags::dontwait);
    live_the_year();
    zmq::message_t message;
    EXPECT_FALSE(plain.recv(message));
}

TEST_F(Isolation, ARevokedKeyLosesItsLiveConnection) {
    auto client = province->connect(a);
    client->hello("");
    ASSERT_TRUE(client->receive()->has_pong());
    province->revoke(a);
    const auto told = client->receive();
    ASSERT_TRUE(told && told->has_refused());
    EXPECT_EQ(told->refused().error().code(), "access.revoked");

    // Its connection has ended, and it does not come in again.
    client->hello("");
    live_the_year();
    EXPECT_FALSE(client->receive(500));
    auto again = province->connect(a);
    again->hello("");
    expect_shut_out(*again);
}

class FeedOfTheOffice : public Isolation {
  protected:
    zmq::socket_t subscribe(const Keys& keys, const std::string& topic) {
        zmq::socket_t socket{province->context(), zmq::socket_type::sub};
        socket.set(zmq::sockopt::linger, 0);
        socket.set(zmq::sockopt::curve_serverkey, province->server_key());
        socket.set(zmq::sockopt::curve_publickey, keys.public_key);
        socket.set(zmq::sockopt::curve_secretkey, keys.secret_key);
        socket.set(zmq::sockopt::subscribe, topic);
        socket.connect(daemon.feed());
        return socket;
    }
    // PUB does not say when a subscription has arrived: something is published until it is heard.
    bool hears_something(zmq::socket_t& socket, int attempts) {
        v1::Request list;
        const auto assignment = province->administrator()
                                    .ask([&] {
                                        list.mutable_task_list();
                                        return list;
                                    }())
                                    .task_list()
                                    .rows(0)
                                    .assignment();
        socket.set(zmq::sockopt::rcvtimeo, 100);
        for (int i = 0; i < attempts; ++i) {
            v1::Request change;
            change.mutable_assignment_change()->set_assignment(assignment);
            change.mutable_assignment_change()->set_note("thử");
            change.mutable_assignment_change()->set_action(changes_++ % 2 == 0
                                                               ? v1::AssignmentChangeRequest::complete
                                                               : v1::AssignmentChangeRequest::reopen);
            EXPECT_FALSE(province->administrator().ask(change).has_error());
            zmq::message_t topic;
            if (socket.recv(topic)) return true;
        }
        return false;
    }

  private:
    int changes_ = 0;
};

TEST_F(FeedOfTheOffice, AnOfficeKeyGetsTheFeedByAgencyAndKind) {
    province->import_plan();
    const auto office = province->grant(v1::Role::office);
    auto all = subscribe(office, "agency/");
    ASSERT_TRUE(hears_something(all, 100));
    auto one_kind = subscribe(office, "agency/" + agency_code(1) + "/reminder");
    // Both are subscribed when the first year's events arrive at either; the second may miss a few, never
    // gets others.
    province->advance_to("2024-02-01");
    int heard = 0;
    all.set(zmq::sockopt::rcvtimeo, 1000);
    for (zmq::message_t part; all.recv(part); ++heard) {
        if (part.more()) continue;
        v1::Event event;
        EXPECT_TRUE(event.ParseFromArray(part.data(), static_cast<int>(part.size())));
    }
    EXPECT_GT(heard, 100);
    one_kind.set(zmq::sockopt::rcvtimeo, 500);
    for (zmq::message_t topic; one_kind.recv(topic);) {
        if (!topic.more()) continue;
        EXPECT_EQ(topic.to_string(), "agency/" + agency_code(1) + "/reminder");
    }
}

TEST_F(FeedOfTheOffice, ARevokedOfficeKeyHearsNothingMoreAndTheOthersComeBack) {
    province->import_plan();
    const auto leaving = province->grant(v1::Role::office);
    const auto staying = province->grant(v1::Role::office);
    auto gone = subscribe(leaving, "");
    auto there = subscribe(staying, "");
    ASSERT_TRUE(hears_something(gone, 100));
    ASSERT_TRUE(hears_something(there, 100));
    province->revoke(leaving);
    zmq::message_t message;
    gone.set(zmq::sockopt::rcvtimeo, 100);
    while (gone.recv(message)) {  // what had been sent before
    }
    EXPECT_FALSE(hears_something(gone, 10));
    EXPECT_TRUE(hears_something(there, 100));
}

TEST_F(FeedOfTheOffice, ASubscriberThatDiesWithThousandsOfTopicsLeavesTheDaemonRunning) {
    const auto office = province->grant(v1::Role::office);
    const auto server_key = province->server_key();
    const auto feed = daemon.feed();
    const pid_t child = ::fork();
    if (child == 0) {
        zmq::context_t context;
        zmq::socket_t socket{context, zmq::socket_type::sub};
        socket.set(zmq::sockopt::curve_serverkey, server_key);
        socket.set(zmq::sockopt::curve_publickey, office.public_key);
        socket.set(zmq::sockopt::curve_secretkey, office.secret_key);
        socket.connect(feed);
        for (int i = 0; i < 5000; ++i)
            socket.set(zmq::sockopt::subscribe, "agency/A" + std::to_string(i) + "/");
        for (;;) ::pause();
    }
    ::poll(nullptr, 0, 1000);  // until its subscriptions are on their way
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    // libzmq's timers run every ten seconds at the most.
    for (int waited_ms = 0; waited_ms < 11'000 && daemon.is_running(); waited_ms += 100)
        ::poll(nullptr, 0, 100);
    ASSERT_TRUE(daemon.is_running());
    v1::Request request;
    request.mutable_status();
    EXPECT_TRUE(province->administrator().ask(request).has_status());
}

TEST_F(FeedOfTheOffice, NoAgencysKeyOpensItWithAnyTopic) {
    province->import_plan();
    auto everything = subscribe(a, "");
    auto own = subscribe(a, "agency/" + agency_code(0) + "/");
    auto unknown = subscribe(new_keys(), "");
    province->advance_to("2024-02-01");
    EXPECT_FALSE(hears_something(everything, 10));
    zmq::message_t message;
    for (auto* socket : {&everything, &own, &unknown}) {
        socket->set(zmq::sockopt::rcvtimeo, 300);
        EXPECT_FALSE(socket->recv(message));
    }
}

TEST_F(Isolation, AMessageOfSeveralPartsIsAnsweredAsMalformedAndALargeOneIsTaken) {
    auto client = province->connect(a);
    client->socket().send(zmq::str_buffer("one"), zmq::send_flags::sndmore);
    client->socket().send(zmq::str_buffer("two"), zmq::send_flags::none);
    const auto answer = client->receive();
    ASSERT_TRUE(answer && answer->has_reply());
    EXPECT_EQ(answer->reply().error().code(), "request.malformed");
    v1::Request large;
    for (int i = 0; i < 20'000; ++i) large.mutable_plan_import()->add_rows()->set_title("Nhiệm vụ");
    EXPECT_TRUE(client->ask(large).has_error());
}

TEST_F(Isolation, GarbageOnEveryPortLeavesTheDaemonServing) {
    auto client = province->connect(a);
    unsigned seed = 20230513;
    for (int i = 0; i < 300; ++i) {
        std::string junk(static_cast<std::size_t>(rand_r(&seed)) % 2000, '\0');
        for (auto& byte : junk) byte = static_cast<char>(rand_r(&seed));
        client->send_bytes(junk);
    }
    // More parts than one, and an empty one.
    client->socket().send(zmq::str_buffer("one"), zmq::send_flags::sndmore);
    client->socket().send(zmq::str_buffer("two"), zmq::send_flags::none);
    client->send_bytes("");
    // Bytes that are no ZMTP at all.
    for (const auto& endpoint : {daemon.endpoint(), daemon.feed()}) {
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        endpoint.substr(6).copy(address.sun_path, sizeof address.sun_path - 1);
        ASSERT_EQ(::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        const std::string junk(10'000, '\x01');
        EXPECT_GT(::send(descriptor, junk.data(), junk.size(), MSG_NOSIGNAL), 0);
        ::close(descriptor);
    }
    v1::Request request;
    request.mutable_status();
    EXPECT_TRUE(client->ask(request).has_status());
    v1::ClientFrame nothing;
    nothing.mutable_request()->set_id("nothing");
    client->send(nothing);
    for (;;) {
        const auto answer = client->receive();
        ASSERT_TRUE(answer);
        if (answer->reply().id() != "nothing") continue;
        EXPECT_EQ(answer->reply().error().code(), "request.unknown");
        break;
    }
}

}  // namespace
}  // namespace dondoc::test
