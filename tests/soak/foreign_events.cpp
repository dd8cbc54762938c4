// SPDX-License-Identifier: Apache-2.0
// Many sessions read their inboxes from the beginning, again and again, while other keys connect, claim the
// routing ids that the sessions have, and go. Ends with 1 where anybody was sent what is not its own, or
// where a session missed an event.
#include <poll.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

#include "support/raw_province.h"

namespace dondoc::soak {
namespace {

struct Sizes {
    int agencies = 500;
    std::uint64_t events = 10'000'000;  // received by all sessions together
    std::uint64_t connects = 100'000;   // of the other keys
    int rows = 100;                     // of the plan, each led by all agencies
};

std::string code_of(int agency) {
    return "CQ" + std::to_string(agency);
}

// Not a piece of any other agency's mark.
std::string mark_of(int agency) {
    return "<mark " + std::to_string(agency) + ">";
}

class Figures {
  public:
    std::atomic<std::uint64_t> events{0}, marked{0}, connects{0}, strangers_frames{0};
    std::atomic<bool> done{false};

    void wrong(const std::string& what) {
        const std::lock_guard lock{mutex_};
        if (++faults_ <= most_shown) std::printf("WRONG: %s\n", what.c_str());
        done = true;
    }
    bool is_good() const { return faults_ == 0 && marked > 0; }

  private:
    static constexpr int most_shown = 10;
    std::mutex mutex_;
    std::atomic<int> faults_{0};
};

class World {
  public:
    explicit World(const Sizes& sizes) : sizes_(sizes) {
        daemon_.start();
        province_ = std::make_unique<test::RawProvince>(daemon_);
        take_in_agencies();
        take_in_plan();
        province_->advance_to("2024-02-01");
        for (int i = 0; i < sizes.agencies; ++i)
            keys_.push_back(province_->grant(v1::Role::agency, code_of(i)));
        stranger_ = province_->grant(v1::Role::agency, code_of(sizes.agencies));
    }
    std::unique_ptr<test::RawClient> connect(zmq::context_t& context, const test::Keys& keys,
                                             const std::string& routing_id) const {
        return std::make_unique<test::RawClient>(context, daemon_.endpoint(), province_->server_key(), keys,
                                                 routing_id);
    }
    const test::Keys& keys(int agency) const { return keys_[static_cast<std::size_t>(agency)]; }
    // An agency that nothing was ever given to.
    const test::Keys& stranger() const { return stranger_; }

  private:
    void take_in_agencies() {
        v1::Request request;
        auto& import = *request.mutable_agency_import();
        for (int i = 0; i <= sizes_.agencies; ++i) {
            auto& agency = *import.add_agencies();
            agency.set_code(code_of(i));
            agency.set_name("Sở Thử nghiệm số " + std::to_string(i));
            agency.set_level("province");
        }
        ask(request);
    }
    // One row an agency and round: its title says whose it is.
    void take_in_plan() {
        constexpr int rows_a_plan = 2'000;
        int number = 0, plans = 0;
        v1::Request request;
        const auto send = [&] {
            auto& document = *request.mutable_plan_import()->mutable_document();
            document.set_number(std::to_string(++plans) + "/KH-UBND");
            document.set_issued("2023-05-13");
            document.set_level("province");
            ask(request);
            request.Clear();
        };
        for (int round = 0; round < sizes_.rows; ++round)
            for (int i = 0; i < sizes_.agencies; ++i) {
                auto& row = *request.mutable_plan_import()->add_rows();
                row.set_number(std::to_string(++number));
                row.set_title("Nhiệm vụ " + std::to_string(number) + " " + mark_of(i));
                row.set_deadline_text("Trước ngày 15/9/2023");
                row.set_lead_text("Sở Thử nghiệm số " + std::to_string(i));
                if (request.plan_import().rows_size() == rows_a_plan) send();
            }
        if (request.plan_import().rows_size() > 0) send();
    }
    void ask(const v1::Request& request) {
        const auto reply = province_->administrator().ask(request, 600'000);
        if (reply.has_error()) throw std::runtime_error("refused: " + reply.error().ShortDebugString());
    }

    Sizes sizes_;
    test::DaemonProcess daemon_{"[limits]\nconnections = 2000\n"};
    std::unique_ptr<test::RawProvince> province_;
    std::vector<test::Keys> keys_;
    test::Keys stranger_;
};

// One agency's listener, which reads its inbox from the first event, goes, and comes back under the same
// routing id. It sees an end at the newest event that the daemon told of.
class Session {
  public:
    Session(const World& world, Figures& figures, zmq::context_t& context, int agency)
        : world_(world), figures_(figures), context_(context), agency_(agency) {
        begin();
    }
    void go_on() {
        bool heard = false;
        while (const auto frame = client_->receive(0)) {
            heard = true;
            if (frame->has_pong()) newest_ = frame->pong().head();
            if (frame->has_event()) take(frame->event());
        }
        // A machine that stands still, or does other things, is not silence of the daemon.
        const auto now = std::chrono::steady_clock::now();
        silent_ += std::min<std::chrono::steady_clock::duration>(now - looked_, longest_look);
        looked_ = now;
        if (heard) silent_ = {};
        if (silent_ > longest_silence)
            figures_.wrong(name() + " was not sent all of its inbox: " + std::to_string(last_));
        if (newest_ && last_ >= *newest_) begin();
    }

  private:
    static constexpr std::chrono::seconds longest_silence{60};
    static constexpr std::chrono::seconds longest_look{1};

    std::string name() const { return code_of(agency_); }
    void begin() {
        client_ = world_.connect(context_, world_.keys(agency_), "listener-" + name());
        client_->hello("");
        client_->ping();
        last_ = 0;
        newest_.reset();
        silent_ = {};
        looked_ = std::chrono::steady_clock::now();
    }
    void take(const v1::EventFrame& frame) {
        v1::Event event;
        if (!event.ParseFromString(frame.event()) || frame.number() != last_ + 1)
            figures_.wrong(name() + " was sent an event out of order");
        const bool is_marked = frame.event().find("<mark ") != std::string::npos;
        if (is_marked && frame.event().find(mark_of(agency_)) == std::string::npos)
            figures_.wrong(name() + " was sent: " + event.ShortDebugString());
        last_ = frame.number();
        ++figures_.events;
        if (is_marked) ++figures_.marked;
        client_->acknowledge(last_);
    }

    const World& world_;
    Figures& figures_;
    zmq::context_t& context_;
    int agency_;
    std::unique_ptr<test::RawClient> client_;
    std::uint64_t last_ = 0;
    std::optional<std::uint64_t> newest_;
    std::chrono::steady_clock::duration silent_{};
    std::chrono::steady_clock::time_point looked_;
};

void read_again_and_again(const World& world, const Sizes& sizes, int first, int step, Figures& figures) {
    zmq::context_t context;
    std::vector<std::unique_ptr<Session>> sessions;
    for (int agency = first; agency < sizes.agencies; agency += step)
        sessions.push_back(std::make_unique<Session>(world, figures, context, agency));
    while (!figures.done) {
        for (const auto& session : sessions) session->go_on();
        if (figures.events >= sizes.events && figures.connects >= sizes.connects) figures.done = true;
        ::poll(nullptr, 0, 1);
    }
}

// Claims the ids of the sessions; whatever the daemon sends to it is not for it.
void claim_ids(const World& world, const Sizes& sizes, Figures& figures) {
    zmq::context_t context;
    for (int agency = 0; !figures.done; agency = (agency + 1) % sizes.agencies) {
        const auto client = world.connect(context, world.stranger(), "listener-" + code_of(agency));
        ++figures.connects;
        if (agency % 2 == 0) client->hello("");
        for (auto frame = client->receive(2); frame; frame = client->receive(0)) {
            ++figures.strangers_frames;
            if (frame->SerializeAsString().find("<mark ") != std::string::npos || frame->has_event())
                figures.wrong("a stranger was sent: " + frame->ShortDebugString());
        }
    }
}

int run(const Sizes& sizes) {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    const World world{sizes};
    Figures figures;
    const auto begin = std::chrono::steady_clock::now();
    constexpr int readers = 2, claimers = 2;
    std::vector<std::jthread> threads;
    for (int i = 0; i < readers; ++i)
        threads.emplace_back([&, i] { read_again_and_again(world, sizes, i, readers, figures); });
    for (int i = 0; i < claimers; ++i) threads.emplace_back([&] { claim_ids(world, sizes, figures); });
    threads.clear();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf(
        "%d agencies: %llu events in %.0f s under %llu connects of another key, %llu frames to it; %s\n",
        sizes.agencies, static_cast<unsigned long long>(figures.events), took.count(),
        static_cast<unsigned long long>(figures.connects),
        static_cast<unsigned long long>(figures.strangers_frames),
        figures.is_good() ? "nothing foreign, nothing missed" : "NOT GOOD");
    return figures.is_good() ? 0 : 1;
}

}  // namespace
}  // namespace dondoc::soak

int main(int argc, char** argv) {
    CLI::App app{"Sessions read their inboxes while other keys claim their routing ids"};
    dondoc::soak::Sizes sizes;
    app.add_option("--agencies", sizes.agencies, "each with sessions of its own")->check(CLI::PositiveNumber);
    app.add_option("--events", sizes.events, "received before it ends");
    app.add_option("--connects", sizes.connects, "of the other keys before it ends");
    app.add_option("--rows", sizes.rows, "tasks of an agency")->check(CLI::PositiveNumber);
    CLI11_PARSE(app, argc, argv);
    return dondoc::soak::run(sizes);
}
