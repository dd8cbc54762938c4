// SPDX-License-Identifier: Apache-2.0
#include "lib/connection.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <atomic>
#include <future>
#include <mutex>

#include "client/fake_daemon.h"
#include "client/temporary_folder.h"
#include "lib/files.h"

namespace dondoc::client {
namespace {

using namespace std::chrono_literals;
using testing::FakeDaemon;
using testing::reply_to;

v1::Request status_request() {
    v1::Request request;
    request.mutable_status();
    return request;
}

std::vector<v1::DaemonFrame> answer_status(const v1::ClientFrame& frame) {
    v1::Reply reply;
    reply.mutable_status()->set_version("fake");
    return {reply_to(frame, reply)};
}

std::string unreachable_key(const Profile& profile, std::chrono::milliseconds timeout) {
    try {
        Connection(profile).ask(status_request(), timeout);
    } catch (const Unreachable& error) {
        return error.message().key;
    }
    return {};
}

TEST(Connection, AsksAndIsAnswered) {
    const FakeDaemon daemon(answer_status);
    Connection connection(daemon.profile());
    EXPECT_EQ(connection.ask(status_request()).status().version(), "fake");
    EXPECT_EQ(connection.ask(status_request()).status().version(), "fake");
}

// A name with several addresses, of which only the second has a daemon.
TEST(Link, TriesEveryAddressOfAName) {
    const FakeDaemon daemon(answer_status);
    auto profile = daemon.profile();
    const auto port = profile.endpoint.substr(profile.endpoint.rfind(':'));
    const auto answering = profile.endpoint;
    profile.endpoint = "tcp://dual.example" + port;
    const Resolver resolve = [&](const std::string& endpoint) {
        EXPECT_EQ(endpoint, "tcp://dual.example" + port);
        return std::vector<std::string>{"tcp://[::1]" + port, answering};
    };
    auto context = make_context();
    Link link(context, profile, resolve);
    const auto until = std::chrono::steady_clock::now() + 10s;
    while (link.state() != Link::State::Up && std::chrono::steady_clock::now() < until) {
        EXPECT_NE(link.state(), Link::State::NobodyListens) << "before all addresses were tried";
        link.wait(100ms);
    }
    EXPECT_EQ(link.state(), Link::State::Up);
}

TEST(Link, NobodyListensWhenNoAddressAnswers) {
    Profile profile;
    {
        const FakeDaemon gone(answer_status);
        profile = gone.profile();
    }
    const auto port = profile.endpoint.substr(profile.endpoint.rfind(':'));
    const Resolver resolve = [&](const std::string&) {
        return std::vector<std::string>{"tcp://[::1]" + port, "tcp://127.0.0.1" + port};
    };
    auto context = make_context();
    Link link(context, profile, resolve);
    const auto until = std::chrono::steady_clock::now() + 10s;
    while (link.state() != Link::State::NobodyListens && std::chrono::steady_clock::now() < until)
        link.wait(100ms);
    EXPECT_EQ(link.state(), Link::State::NobodyListens);
}

TEST(Connection, AHostThatNobodyKnowsIsSaidSo) {
    Profile profile;
    {
        const FakeDaemon gone(answer_status);
        profile = gone.profile();
    }
    profile.endpoint = "tcp://khong-co-may-nay.invalid:7710";
    EXPECT_EQ(unreachable_key(profile, 4s), "client.unknown_host");
}

TEST(Addresses, OnlyANameIsLookedUp) {
    for (const auto* endpoint : {"tcp://127.0.0.1:7710", "tcp://[::1]:7710", "ipc:///run/dondoc/dondocd.sock",
                                 "tcp://*:7710", "tcp://", "nonsense"})
        EXPECT_EQ(addresses_of(endpoint), std::vector<std::string>{endpoint});
    EXPECT_TRUE(addresses_of("tcp://khong-co-may-nay.invalid:7710").empty());
}

TEST(Connection, NobodyListens) {
    Profile profile;
    {
        const FakeDaemon gone(answer_status);
        profile = gone.profile();
    }
    EXPECT_EQ(unreachable_key(profile, 700ms), "client.nobody_listens");
    const testing::TemporaryFolder folder;
    profile.endpoint = "ipc://" + (folder / "none.sock").string();
    EXPECT_EQ(unreachable_key(profile, 700ms), "client.nobody_listens");
}

TEST(Connection, AWrongServerKeyIsToldFromNobody) {
    const FakeDaemon daemon(answer_status);
    auto profile = daemon.profile();
    profile.server_key = make_key_pair().public_key;
    EXPECT_EQ(unreachable_key(profile, 20s), "client.wrong_server_key");
}

TEST(Connection, AnUnknownKeyIsRefused) {
    const FakeDaemon daemon(answer_status);
    auto profile = daemon.profile();
    const auto stranger = make_key_pair();
    profile.public_key = stranger.public_key;
    profile.secret_key = stranger.secret_key;
    try {
        Connection(profile).ask(status_request(), 20s);
        FAIL();
    } catch (const Refused& error) {
        EXPECT_EQ(error.error().code(), "client.key_refused");
    }
}

TEST(Connection, SomethingElseListensThere) {
    const Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(::bind(listener.get(), reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(::listen(listener.get(), 4), 0);
    ASSERT_EQ(::getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &size), 0);
    std::thread web([&] {
        const Descriptor peer(::accept(listener.get(), nullptr, nullptr));
        write_all(peer.get(),
                  "HTTP/1.1 400 Bad Request\r\nServer: nothing of ours\r\nContent-Length: 0\r\n\r\n");
        char byte = 0;
        while (::recv(peer.get(), &byte, 1, 0) > 0) {
        }
    });
    Profile profile;
    const auto pair = make_key_pair();
    profile.endpoint = "tcp://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    profile.server_key = make_key_pair().public_key;
    profile.public_key = pair.public_key;
    profile.secret_key = pair.secret_key;
    EXPECT_EQ(unreachable_key(profile, 20s), "client.not_dondoc");
    web.join();
}

TEST(Connection, AnEndpointThatIsNoneIsSaid) {
    auto profile = FakeDaemon(answer_status).profile();
    profile.endpoint = "example.vn";
    EXPECT_THROW(Connection(profile).ask(status_request()), UserError);
}

TEST(Connection, SilenceIsBounded) {
    const FakeDaemon daemon([](const v1::ClientFrame&) { return std::vector<v1::DaemonFrame>{}; });
    EXPECT_EQ(unreachable_key(daemon.profile(), 400ms), "client.no_answer");
}

TEST(Connection, ARefusalBringsTheDaemonsWords) {
    const FakeDaemon daemon([](const v1::ClientFrame& frame) {
        v1::Reply reply;
        reply.mutable_error()->set_code("agency.unknown");
        reply.mutable_error()->set_message("Không có cơ quan này.");
        return std::vector{reply_to(frame, reply)};
    });
    try {
        Connection(daemon.profile()).ask(status_request());
        FAIL();
    } catch (const Refused& error) {
        EXPECT_EQ(error.error().code(), "agency.unknown");
        EXPECT_EQ(error.error().message(), "Không có cơ quan này.");
    }
}

TEST(Connection, RepliesToOthersAndForeignFramesArePassedOver) {
    const FakeDaemon daemon([](const v1::ClientFrame& frame) {
        v1::DaemonFrame stray;
        stray.mutable_reply()->set_id("not ours");
        stray.mutable_reply()->mutable_error()->set_code("x");
        v1::DaemonFrame event;
        event.mutable_event()->set_number(1);
        auto answers = answer_status(frame);
        answers.insert(answers.begin(), {stray, event});
        return answers;
    });
    EXPECT_EQ(Connection(daemon.profile()).ask(status_request()).status().version(), "fake");
}

TEST(Connection, ProgressRenewsThePatience) {
    const FakeDaemon daemon([](const v1::ClientFrame& frame) {
        std::vector<v1::DaemonFrame> answers;
        for (std::uint64_t done = 1; done <= 3; ++done) {
            v1::DaemonFrame step;
            step.mutable_progress()->set_id(frame.request().id());
            step.mutable_progress()->set_done(done);
            step.mutable_progress()->set_total(3);
            answers.push_back(step);
        }
        answers.push_back(answer_status(frame).front());
        return answers;
    });
    std::vector<std::uint64_t> seen;
    Connection connection(daemon.profile());
    connection.ask(status_request(), 10s, [&](const v1::Progress& step) { seen.push_back(step.done()); });
    EXPECT_EQ(seen, (std::vector<std::uint64_t>{1, 2, 3}));
}

TEST(Connection, ALostReplyIsAskedForAgainWithTheSameId) {
    std::mutex mutex;
    std::vector<std::string> ids;
    const FakeDaemon daemon([&](const v1::ClientFrame& frame) {
        const std::lock_guard lock(mutex);
        ids.push_back(frame.request().id());
        return ids.size() == 1 ? std::vector<v1::DaemonFrame>{} : answer_status(frame);
    });
    EXPECT_EQ(Connection(daemon.profile()).ask(status_request(), 2s).status().version(), "fake");
    ASSERT_EQ(ids.size(), 2U);
    EXPECT_EQ(ids[0], ids[1]);
}

TEST(Connection, ADaemonThatDiesOverARequestIsAskedAgainWhenItIsBack) {
    std::promise<std::string> taken;
    auto first = std::make_unique<FakeDaemon>([&](const v1::ClientFrame& frame) {
        taken.set_value(frame.request().id());
        return std::vector<v1::DaemonFrame>{};
    });
    const auto identity = first->identity();
    auto reply = std::async(std::launch::async, [profile = first->profile()] {
        return Connection(profile).ask(status_request(), 60s);
    });
    const auto id = taken.get_future().get();
    first.reset();
    const FakeDaemon second(identity, answer_status);
    const auto answer = reply.get();
    EXPECT_EQ(answer.id(), id);
    EXPECT_EQ(answer.status().version(), "fake");
}

TEST(Connection, EachRequestHasItsOwnId) {
    std::set<std::string> ids;
    const FakeDaemon daemon([&](const v1::ClientFrame& frame) {
        ids.insert(frame.request().id());
        return answer_status(frame);
    });
    Connection connection(daemon.profile());
    for (int i = 0; i < 10; ++i) connection.ask(status_request());
    EXPECT_EQ(ids.size(), 10U);
}

}  // namespace
}  // namespace dondoc::client
