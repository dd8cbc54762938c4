// What is asked all day, beside a million open assignments: the counts of the status, one agency's overdue
// list, one task's page, the first page of everything. Requests go through the hub as frames; there is no
// socket. At first nothing else is done; then a burst of alerts is worked off on the same thread, and a
// request waits for the batch that is under way.
//
//   lists [assignments] [agencies] [requests of a kind]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "dondoc/v1/frame.pb.h"
#include "hub/hub.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

double milliseconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Milliseconds{std::chrono::steady_clock::now() - start}.count();
}

double percentile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    return values.at(static_cast<std::size_t>(part * static_cast<double>(values.size() - 1)));
}

class Listening : public hub::Outbox, public hub::Feed {
  public:
    hub::Delivery send(const hub::RoutingId&, const std::string& frame) override {
        last = frame;
        return hub::Delivery::Sent;
    }
    void cut(const hub::RoutingId&) override {}
    void publish(const std::string&, const std::string&) override {}
    void expel() override {}

    std::string last;
};

constexpr auto key = "0000000000000000000000000000000000000000";
constexpr int assignments_of_a_plan = 250'000;

void fill(Province& province, int assignments, int agencies) {
    Register content;
    content.groups.push_back({"tất cả", {}, {}});
    for (int i = 0; i < agencies; ++i) {
        content.agencies.push_back(
            {"CQ" + std::to_string(i), "Cơ quan " + std::to_string(i), {}, "province", {}, {}});
        content.groups[0].members.push_back(content.agencies.back().code);
    }
    province.engine.change([&](engine::Work& work) {
        engine::import_register(work, content);
        work.store.keys.put({key, Role::Administrator, std::nullopt, "admin", work.now, std::nullopt});
    });
    province.engine.register_changed();

    std::vector<engine::PlanRow> rows;
    int plan = 0;
    const int tasks = assignments / agencies;
    for (int i = 0; i < tasks; ++i) {
        const auto due = date::year_month_day{civil(2023, 6, 1) + date::days{i % 210}};
        rows.push_back(
            row(std::to_string(i + 1),
                "Nhiệm vụ có tên dài như thường gặp trong kế hoạch của tỉnh, số " + std::to_string(i + 1),
                "Chậm nhất trong ngày " + date::format("%d/%m/%Y", due), "tất cả"));
        const bool full = static_cast<int>(rows.size()) * agencies >= assignments_of_a_plan;
        if (full || i + 1 == tasks) {
            // Numbered from its own beginning, so that no plan looks like another.
            province.import(rows, std::to_string(++plan) + "/KH-UBND");
            rows.clear();
        }
    }
    province.published.clear();
}

struct Question {
    const char* name;
    std::function<v1::Request(int)> make;
    std::vector<double> alone, beside, beside_with_wait;
};

v1::Request task_list(const std::string& agency, std::initializer_list<v1::Timeliness::Class> classes) {
    v1::Request request;
    request.mutable_task_list()->set_agency(agency);
    for (const auto timeliness : classes) request.mutable_task_list()->add_timeliness(timeliness);
    return request;
}

int bench(int assignments, int agencies, int count) {
    TemporaryFolder folder;
    Province province{folder / "engine.db"};
    std::printf("%d assignments of %d agencies\n", assignments, agencies);
    const double filled = milliseconds_of([&] { fill(province, assignments, agencies); });
    std::printf("taken in as plans in %.1f s\n", filled / 1000);

    Listening listening;
    hub::AccessList access;
    access.load(province.store.keys, province.store.agencies);
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, listening, listening, {}, turned_away};
    std::vector<Question> questions{
        {"status",
         [](int) {
             v1::Request request;
             request.mutable_status();
             return request;
         },
         {},
         {},
         {}},
        {"status of an agency",
         [&](int i) {
             v1::Request request;
             request.mutable_status()->set_agency("CQ" + std::to_string(i % agencies));
             return request;
         },
         {},
         {},
         {}},
        {"overdue of an agency",
         [&](int i) { return task_list("CQ" + std::to_string(i % agencies), {v1::Timeliness::overdue}); },
         {},
         {},
         {}},
        {"overdue of all", [](int) { return task_list("", {v1::Timeliness::overdue}); }, {}, {}, {}},
        {"everything", [](int) { return task_list("", {}); }, {}, {}, {}},
        {"task page",
         [&](int i) {
             v1::Request request;
             request.mutable_task_show()->set_task(
                 static_cast<std::uint64_t>(1 + i % (assignments / agencies)));
             return request;
         },
         {},
         {},
         {}},
    };
    int asked = 0;
    const auto ask = [&](const Question& question) {
        v1::ClientFrame frame;
        *frame.mutable_request() = question.make(asked);
        frame.mutable_request()->set_id(std::to_string(++asked));
        const auto bytes = frame.SerializeAsString();
        const double taken = milliseconds_of([&] { hub.receive("r", key, bytes); });
        v1::DaemonFrame answer;
        if (!answer.ParseFromString(listening.last) || answer.reply().has_error()) {
            std::printf("%s: %s\n", question.name, answer.reply().error().message().c_str());
            std::exit(1);
        }
        return taken;
    };

    province.clock.set(at("2023-12-16T07:30"));
    for (int i = 0; i < count; ++i)
        for (auto& question : questions) question.alone.push_back(ask(question));
    bool more = true;
    for (int i = 0; more && i < count; ++i) {
        for (auto& question : questions) {
            const double waited = milliseconds_of([&] { more = province.engine.tick(); });
            const double taken = ask(question);
            question.beside.push_back(taken);
            question.beside_with_wait.push_back(waited + taken);
        }
    }
    std::printf("%-22s %21s %21s %21s\n", "ms, 50 % and 99 %", "alone", "beside a burst",
                "with the batch before");
    for (const auto& question : questions)
        std::printf("%-22s %10.2f %10.2f %10.2f %10.2f %10.2f %10.2f\n", question.name,
                    percentile(question.alone, 0.5), percentile(question.alone, 0.99),
                    percentile(question.beside, 0.5), percentile(question.beside, 0.99),
                    percentile(question.beside_with_wait, 0.5), percentile(question.beside_with_wait, 0.99));
    return 0;
}

}  // namespace
}  // namespace dondoc::test

int main(int argc, char** argv) {
    const auto argument = [&](int index, int otherwise) {
        return argc > index ? std::atoi(argv[index]) : otherwise;
    };
    return dondoc::test::bench(argument(1, 1'000'000), argument(2, 2000), argument(3, 200));
}
