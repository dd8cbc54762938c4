// SPDX-License-Identifier: Apache-2.0
// Hostile and broken clients against a real daemon, one kind after the other, while a well-behaved one asks
// and listens beside them. Prints for each kind what it cost: the daemon's memory, and the other's waiting.
// Ends with 1 where the daemon died, the other was harmed, or the memory went past a bound.
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "soak/content_attacks.h"
#include "soak/door_attacks.h"
#include "soak/well_behaved.h"
#include "support/memory_group.h"

namespace dondoc::soak {
namespace {

constexpr double mib = 1024.0 * 1024.0;
constexpr double usual_memory_mib = 700;  // below MemoryMax of the unit
constexpr std::size_t memory_of_the_unit = std::size_t{1} << 30;
constexpr double longest_wait_ms = 5'000;

int free_port() {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(descriptor, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(descriptor);
    return ntohs(address.sin_port);
}

// A daemon that also listens on TCP, with few connections, so that they can be used up.
class Target {
  public:
    double most_memory_mib = usual_memory_mib;
    Target() : port_(free_port()), feed_port_(free_port()) {
        auto config = test::read_file(daemon.config());
        for (const auto& [list, port] :
             {std::pair{std::string{"sessions = ["}, port_}, std::pair{std::string{"feed = ["}, feed_port_}})
            config.insert(config.find(list) + list.size(),
                          "\"tcp://127.0.0.1:" + std::to_string(port) + "\", ");
        std::ofstream{daemon.config()} << config << "[limits]\nconnections = 400\n";
        daemon.start();
    }
    int port() const { return port_; }
    int feed_port() const { return feed_port_; }
    double memory_mib() {
        std::ifstream in{"/proc/" + std::to_string(daemon.process().pid()) + "/statm"};
        std::size_t pages = 0, resident = 0;
        in >> pages >> resident;
        return static_cast<double>(resident * static_cast<std::size_t>(::getpagesize())) / mib;
    }

    test::DaemonProcess daemon;

  private:
    int port_, feed_port_;
};

void junk_frames(const Attack& attack) {
    zmq::context_t context;
    const auto client = attack.connect(context, attack.agency);
    const std::string junk(2000, '\xff');
    while (attack.goes_on()) client->socket().send(zmq::buffer(junk), zmq::send_flags::none);
}

// ZeroMQ keeps the parts of a message that has no end without a bound: now and then by a connection of its
// own.
void endless_multipart(const Attack& attack) {
    constexpr int most_parts = 1000;
    const std::string part(1 << 20, 'x');
    while (attack.goes_on()) {
        zmq::context_t context;
        const auto client = attack.connect(context, attack.agency);
        for (int i = 0; i < most_parts && attack.goes_on(); ++i)
            client->socket().send(zmq::buffer(part), zmq::send_flags::sndmore);
    }
}

void largest_messages(const Attack& attack) {
    zmq::context_t context;
    const auto client = attack.connect(context, attack.agency);
    const std::string message(31 << 20, '\x0a');
    while (attack.goes_on()) client->socket().send(zmq::buffer(message), zmq::send_flags::none);
}

std::string question(std::uint64_t id) {
    v1::ClientFrame frame;
    frame.mutable_request()->set_id("q" + std::to_string(id));
    frame.mutable_request()->mutable_task_list()->set_limit(1000);
    return frame.SerializeAsString();
}

void asks_without_pause(const Attack& attack) {
    zmq::context_t context;
    std::vector<std::unique_ptr<test::RawClient>> clients;
    for (int i = 0; i < 16; ++i) clients.push_back(attack.connect(context, attack.agency));
    for (std::uint64_t id = 0; attack.goes_on(); ++id) {
        auto& socket = clients[id % clients.size()]->socket();
        socket.send(zmq::buffer(question(id)), zmq::send_flags::dontwait);
        for (zmq::message_t answer; socket.recv(answer, zmq::recv_flags::dontwait);) {
        }
    }
}

void never_reads(const Attack& attack) {
    zmq::context_t context;
    std::vector<std::unique_ptr<test::RawClient>> clients;
    for (int i = 0; i < 16; ++i) {
        clients.push_back(attack.connect(context, attack.agency));
        clients.back()->hello("", 0, "nonce-of-8", "deaf" + std::to_string(i));
    }
    for (std::uint64_t id = 0; attack.goes_on(); ++id) {
        clients[id % clients.size()]->socket().send(zmq::buffer(question(id)), zmq::send_flags::dontwait);
        if (id % 64 == 0) ::poll(nullptr, 0, 1);
    }
}

void hello_again_and_again(const Attack& attack) {
    zmq::context_t context;
    const auto client = attack.connect(context, attack.agency);
    for (std::uint64_t i = 0; attack.goes_on(); ++i) {
        v1::ClientFrame frame;
        frame.mutable_hello()->set_nonce("nonce" + std::to_string(100'000 + i));
        frame.mutable_hello()->set_consumer("consumer" + std::to_string(i));
        client->socket().send(zmq::buffer(frame.SerializeAsString()), zmq::send_flags::dontwait);
        if (i % 16 == 0) ::poll(nullptr, 0, 1);
    }
}

void unknown_keys(const Attack& attack) {
    while (attack.goes_on()) {
        zmq::context_t context;
        std::vector<std::unique_ptr<test::RawClient>> clients;
        for (int i = 0; i < 100; ++i) clients.push_back(attack.connect(context, test::new_keys()));
        ::poll(nullptr, 0, 100);
    }
}

void slow_handshakes(const Attack& attack) {
    std::vector<int> open;
    while (attack.goes_on()) {
        const int descriptor = open_tcp(attack.sessions_port);
        if (descriptor >= 0) open.push_back(descriptor);
        if (open.size() < 2000) continue;
        for (const int one : open) ::close(one);
        open.clear();
    }
    for (const int one : open) ::close(one);
}

void connections_of_one_key(const Attack& attack) {
    zmq::context_t context;
    context.set(zmq::ctxopt::max_sockets, 4096);
    std::vector<std::unique_ptr<test::RawClient>> clients;
    for (int i = 0; i < 2000; ++i) {
        clients.push_back(attack.connect(context, attack.agency));
        clients.back()->hello("", 0, "nonce-of-8", "many" + std::to_string(i % 8));
    }
    while (attack.goes_on()) ::poll(nullptr, 0, 50);
}

struct Kind {
    const char* name;
    void (*run)(const Attack&);
};
constexpr Kind kinds[] = {{"junk frames", junk_frames},
                          {"one message of endless parts", endless_multipart},
                          {"messages of the largest size", largest_messages},
                          {"16 connections ask without pause", asks_without_pause},
                          {"16 connections ask and never read", never_reads},
                          {"Hello without pause, new names", hello_again_and_again},
                          {"unknown keys, 100 at once", unknown_keys},
                          {"2,000 handshakes that never begin", slow_handshakes},
                          {"2,000 connections of one key", connections_of_one_key},
                          {"30 MiB before the handshake", bytes_before_the_handshake},
                          {"1,500 silent connections, both ports", silent_connections},
                          {"boxes that are wrong", boxes_that_are_wrong},
                          {"64 messages that do not end", messages_without_end},
                          {"a key that was revoked", a_key_that_was_revoked},
                          {"claimed routing ids", claimed_routing_ids},
                          {"millions of empty fields", millions_of_empty_fields},
                          {"one command, again and again", one_command_again_and_again},
                          {"the longest texts, stored and shown", longest_texts_are_stored}};

bool report(const char* name, Target& target, const WellBehaved& other, const Latency& latency, double memory,
            double peak) {
    const bool alive = target.daemon.is_running();
    const bool good = alive && !other.failed() && latency.answers > 0 &&
                      latency.worst_ms <= longest_wait_ms && peak <= target.most_memory_mib;
    std::printf("%-36s %7zu %8.1f %8.1f %8.1f %9.0f %9.0f  %s\n", name, latency.answers, latency.median_ms,
                latency.p99_ms, latency.worst_ms, memory, peak,
                good ? "" : (alive ? (other.failed() ? "HARMED" : "BOUND") : "DEAD"));
    std::fflush(stdout);
    return good;
}

int run(int seconds, double most_memory_mib, bool limited) {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);

    Target target;
    target.most_memory_mib = most_memory_mib;
    const test::MemoryGroup group{memory_of_the_unit};
    if (!limited)
        std::puts("its memory is not limited, as was asked for");
    else if (!group.take_in(target.daemon.process().pid()))
        std::puts("its memory is not limited: no control group can be made here");
    test::RawProvince province{target.daemon};
    province.import_agencies();
    province.import_plan();
    province.advance_to("2024-02-01");
    const auto office = province.grant(v1::Role::office);
    const auto revoked = province.grant(v1::Role::office);
    province.revoke(revoked);
    WellBehaved other{province, province.grant(v1::Role::agency, test::agency_code(1))};

    std::printf("%-36s %7s %8s %8s %8s %9s %9s\n", "", "answers", "p50 ms", "p99 ms", "worst ms",
                "MiB before", "MiB peak");
    ::poll(nullptr, 0, 1000 * seconds);
    bool good = report("nobody else", target, other, other.take(), target.memory_mib(), target.memory_mib());
    for (const auto& kind : kinds) {
        // A key of its own: what one attack has used up is not the next one's to miss.
        const Attack attack{.sessions_port = target.port(),
                            .feed_port = target.feed_port(),
                            .server_key = province.server_key(),
                            .agency = province.grant(v1::Role::agency, test::agency_code(0)),
                            .agency_code = test::agency_code(0),
                            .office = office,
                            .revoked = revoked,
                            .length = std::chrono::seconds{seconds}};
        const double before = target.memory_mib();
        double peak = before;
        std::atomic<bool> ended{false};
        std::thread attacking{[&] {
            kind.run(attack);
            ended = true;
        }};
        while (!ended) {
            ::poll(nullptr, 0, 50);
            if (target.daemon.is_running()) peak = std::max(peak, target.memory_mib());
        }
        attacking.join();
        good = report(kind.name, target, other, other.take(), before, peak) && good;
        if (!target.daemon.is_running()) break;
    }
    if (target.daemon.is_running()) {
        v1::Request request;
        request.mutable_status();
        const auto away = province.administrator().ask(request).status().turned_away();
        std::printf("turned away: %llu connections, %llu frames, %llu requests; %llu open\n",
                    static_cast<unsigned long long>(away.connections()),
                    static_cast<unsigned long long>(away.frames()),
                    static_cast<unsigned long long>(away.requests()),
                    static_cast<unsigned long long>(away.open()));
        std::printf("log of the daemon: %zu bytes\n", test::read_file(target.daemon.log()).size());
    }
    return good ? 0 : 1;
}

}  // namespace
}  // namespace dondoc::soak

int main(int argc, char** argv) {
    CLI::App app{"Hostile clients against a real daemon, beside a well-behaved one"};
    int seconds = 10;
    app.add_option("--seconds", seconds, "how long each kind lasts")->check(CLI::PositiveNumber);
    double most_memory_mib = dondoc::soak::usual_memory_mib;
    app.add_option("--most-memory", most_memory_mib, "of the daemon, in MiB; more is a failure");
    bool unlimited = false;
    app.add_flag("--unlimited", unlimited, "without a control group of 1 GiB");
    CLI11_PARSE(app, argc, argv);
    return dondoc::soak::run(seconds, most_memory_mib, !unlimited);
}
