// SPDX-License-Identifier: Apache-2.0
// 100,000 assignments fall due on one morning: decided, stored in inboxes and published, beside the raw floor
// in the same run: the same rows inserted bare in batches of the same size, the same bytes published bare.
// Before it all of them are taken in, as one plan.
//
//   burst [assignments] [agencies] [rounds]
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <thread>

#include <zmq.hpp>

#include "support/province.h"

namespace dondoc::test {
namespace {

using Seconds = std::chrono::duration<double>;

// By the clock, and of this thread's processor time, which hardly knows what else the machine does.
struct Spent {
    double wall, processor;
};

double processor_seconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

Spent spent_on(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const auto before = processor_seconds();
    work();
    return {Seconds{std::chrono::steady_clock::now() - start}.count(), processor_seconds() - before};
}

// A publisher on loopback with one subscriber that counts what arrives.
class Publisher {
  public:
    Publisher() : socket_(context_, zmq::socket_type::xpub) {
        socket_.set(zmq::sockopt::sndhwm, 0);
        socket_.set(zmq::sockopt::linger, 0);
        socket_.bind("tcp://127.0.0.1:*");
        const auto endpoint = socket_.get(zmq::sockopt::last_endpoint);
        subscriber_ = std::thread{[this, endpoint] { count(endpoint); }};
        zmq::message_t subscription;
        (void)socket_.recv(subscription);  // the subscriber is there
    }
    ~Publisher() {
        context_.shutdown();
        subscriber_.join();
        socket_.close();
    }
    void publish(const std::string& body) {
        socket_.send(zmq::str_buffer("agency/CQ/reminder"), zmq::send_flags::sndmore);
        socket_.send(zmq::buffer(body), zmq::send_flags::none);
        ++sent_;
    }
    void wait_until_heard() const {
        while (heard_ < sent_) std::this_thread::yield();
    }

  private:
    void count(const std::string& endpoint) {
        zmq::socket_t socket{context_, zmq::socket_type::sub};
        socket.set(zmq::sockopt::rcvhwm, 0);
        socket.set(zmq::sockopt::linger, 0);
        socket.set(zmq::sockopt::subscribe, "");
        socket.connect(endpoint);
        try {
            for (zmq::message_t part;;) {
                (void)socket.recv(part);
                if (!part.more()) ++heard_;
            }
        } catch (const zmq::error_t&) {  // the context has been shut down
        }
    }

    zmq::context_t context_;
    zmq::socket_t socket_;
    std::thread subscriber_;
    std::size_t sent_ = 0;
    std::atomic<std::size_t> heard_{0};
};

void fill(Province& province, int assignments, int agencies) {
    Register content;
    content.groups.push_back({"tất cả", {}, {}});
    for (int i = 0; i < agencies; ++i) {
        content.agencies.push_back(
            {"CQ" + std::to_string(i), "Cơ quan " + std::to_string(i), {}, "province", {}, {}});
        content.groups[0].members.push_back(content.agencies.back().code);
    }
    province.engine.change([&](engine::Work& work) { engine::import_register(work, content); });
    std::vector<engine::PlanRow> rows;
    for (int i = 0; i < assignments / agencies; ++i)
        rows.push_back(
            row(std::to_string(i + 1),
                "Nhiệm vụ có tên dài như thường gặp trong kế hoạch của tỉnh, số " + std::to_string(i + 1),
                "Chậm nhất trong ngày 31/12/2023", "tất cả"));
    province.import(rows);
}

struct Result {
    Spent spent;
    std::vector<store::StoredEvent> events;
};

Result run_engine(Province& province) {
    Publisher publisher;
    province.published.clear();
    std::vector<store::StoredEvent> events;
    province.engine.on_committed([&](const auto& committed) {
        for (const auto& event : committed) publisher.publish(event.body);
        events.insert(events.end(), committed.begin(), committed.end());
    });
    province.clock.set(at("2023-12-16T07:30"));
    const auto spent = spent_on([&] {
        while (province.engine.tick()) {
        }
    });
    publisher.wait_until_heard();
    return {spent, std::move(events)};
}

// The rows that the engine has written, into an empty file of the same schema, and the same bytes on a
// publisher.
Spent run_floor(const std::filesystem::path& file, const std::vector<store::StoredEvent>& events,
                int assignments, int agencies) {
    constexpr int batch = 5000;
    store::Store bare{file};
    bare.database.handle().exec("PRAGMA foreign_keys = OFF");
    store::Statement add_alert{
        bare.database,
        "INSERT INTO alert (agency_id, assignment_id, due, step, recipient_id, at, event_id) "
        "VALUES (?1, ?2, ?3, ?4, ?1, ?5, 1)"};
    Publisher publisher;
    const auto spent = spent_on([&] {
        for (const auto& event : events) publisher.publish(event.body);
        const int batches = (assignments + batch - 1) / batch;
        for (int b = 0; b < batches; ++b) {
            store::Transaction transaction{bare.database};
            for (int i = b * batch; i < std::min(assignments, (b + 1) * batch); ++i) {
                // One agency after the other, as the engine has to go for its digests.
                const int each = assignments / agencies;
                const AgencyId agency{i / each + 1};
                const AssignmentId id{i % each * agencies + agency.value};
                add_alert.run(agency, id, civil(2023, 12, 31), "-15d", at("2023-12-16T07:30"));
                bare.alarms.set(id, agency,
                                {at("2023-12-24T07:30"), {AlertKind::Reminder, {-7, Offset::Unit::Days}}});
            }
            store::EventWriter writer{bare.inbox, at("2023-12-16T07:30")};
            const auto per_batch = (events.size() + batches - 1) / batches;
            for (auto e = b * per_batch; e < std::min(events.size(), (b + 1) * per_batch); ++e)
                writer.append(events[e], 1);
            transaction.commit();
        }
    });
    publisher.wait_until_heard();
    return spent;
}

void print_heading() {
    std::printf("%8s %14s %14s %8s %16s %8s %8s %10s\n", "round", "alerts/s", "floor/s", "ratio",
                "us of processor", "ratio", "events", "peak MiB");
}

long peak_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

int bench(int assignments, int agencies, int rounds) {
    std::printf("%d assignments of %d agencies fall due on one morning\n", assignments, agencies);
    for (int round = 1; round <= rounds; ++round) {
        TemporaryFolder folder;
        Province province{folder / "engine.db"};
        const auto taken_in = spent_on([&] { fill(province, assignments, agencies); });
        if (round == 1)
            std::printf("taken in as one plan: %.2f s, %.2f s of processor, peak %ld MiB\n", taken_in.wall,
                        taken_in.processor, peak_mib());
        if (round == 1) print_heading();
        const auto result = run_engine(province);
        std::size_t alerts = 0;
        for (const auto& stored : result.events) {
            v1::Event event;
            if (event.ParseFromString(stored.body))
                alerts += static_cast<std::size_t>(event.digest().items_size());
        }
        const auto floor = run_floor(folder / "floor.db", result.events, assignments, agencies);
        const auto count = static_cast<double>(alerts);
        std::printf("%8d %14.0f %14.0f %8.2f %16.2f %8.2f %8zu %10ld\n", round, count / result.spent.wall,
                    count / floor.wall, floor.wall / result.spent.wall, result.spent.processor * 1e6 / count,
                    floor.processor / result.spent.processor, result.events.size(), peak_mib());
        if (alerts != static_cast<std::size_t>(assignments)) {
            std::printf("%zu alerts instead of %d\n", alerts, assignments);
            return 1;
        }
    }
    return 0;
}

}  // namespace
}  // namespace dondoc::test

int main(int argc, char** argv) {
    const auto argument = [&](int index, int otherwise) {
        return argc > index ? std::atoi(argv[index]) : otherwise;
    };
    return dondoc::test::bench(argument(1, 100'000), argument(2, 200), argument(3, 3));
}
