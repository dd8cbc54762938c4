// SPDX-License-Identifier: Apache-2.0
// What is asked all day, beside a million open assignments: counts, lists in every order, pages of tasks, the
// log. Requests go through the hub as frames; there is no socket. Each figure is of one request, which is how
// long the thread that owns the state is held. At first nothing else is done; then a burst of alerts is
// worked off on the same thread, at the pace it has while somebody asks, and a request waits for the whole
// batch before it.
//
// Behind what is open there may be years of what was closed: each piece of it with its history and its
// ledger.
//
//   lists [assignments] [agencies] [requests of a kind] [agencies of a task] [events of the log] [rows of
//   closed work]
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include "dondoc/v1/frame.pb.h"
#include "hub/hub.h"
#include "store/checkpointing.h"
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
    void dismiss(const std::string&) override {}

    std::string last;
};

constexpr auto key = "0000000000000000000000000000000000000000";
constexpr int tasks_of_a_plan = 100;
constexpr int plans_at_most = 100;  // past it they have more tasks

// Groups of agencies, each of which leads every so many-th task; the next one cooperates in it.
void fill(Province& province, int assignments, int agencies, int leads) {
    Register content;
    const int groups = agencies / leads;
    for (int i = 0; i < agencies; ++i) {
        if (i % leads == 0) content.groups.push_back({"nhóm " + std::to_string(i / leads), {}, {}});
        content.agencies.push_back(
            {"CQ" + std::to_string(i), "Cơ quan " + std::to_string(i), {}, "province", {}, {}});
        content.groups.back().members.push_back(content.agencies.back().code);
    }
    province.engine.change([&](engine::Work& work) {
        engine::import_register(work, content);
        work.store.keys.put({key, Role::Administrator, std::nullopt, "admin", work.now, std::nullopt});
    });

    const std::array works{"Cải cách thủ tục hành chính",      "Chuyển đổi số trong cơ quan nhà nước",
                           "Nâng cao chất lượng dịch vụ công", "Kiểm tra công vụ, kỷ luật, kỷ cương",
                           "Bồi dưỡng cán bộ, công chức",      "Rà soát văn bản quy phạm pháp luật"};
    std::vector<engine::PlanRow> rows;
    int plan = 0;
    const int tasks = assignments / leads;
    const int of_a_plan = std::max(tasks_of_a_plan, tasks / plans_at_most);
    for (int i = 0; i < tasks; ++i) {
        const auto due = date::year_month_day{civil(2023, 6, 1) + date::days{i % 210}};
        const auto part = static_cast<std::size_t>(i) % works.size();
        rows.push_back(row(std::to_string(i + 1),
                           std::string{works[part]} + (i % 1000 == 500 ? " về đất đai" : " của tỉnh") +
                               ", nhiệm vụ số " + std::to_string(i + 1) + " theo kế hoạch năm",
                           "Chậm nhất trong ngày " + date::format("%d/%m/%Y", due),
                           "nhóm " + std::to_string(i % groups),
                           leads < agencies ? "CQ" + std::to_string((i * leads + leads) % agencies) : ""));
        if (static_cast<int>(rows.size()) == of_a_plan || i + 1 == tasks) {
            ++plan;
            province.import(rows, std::to_string(plan) + "/KH-UBND",
                            plan % 20 == 0 ? "government" : "province");
            rows.clear();
        }
    }
    province.published.clear();
}

// Remarks on tasks, until the log has so many events.
void fill_log(Province& province, int events, int agencies, int tasks) {
    auto& store = province.store;
    int written = static_cast<int>(store.inbox.last_event().value);
    while (written < events) {
        province.engine.change([&](engine::Work& work) {
            for (int i = 0; i < 10'000 && written < events; ++i, ++written) {
                const TaskId task{1 + written % tasks};
                v1::Event event;
                event.set_kind(v1::EventKind::changed);
                event.mutable_change()->set_task(static_cast<std::uint64_t>(task.value));
                event.mutable_change()->set_action("comment");
                event.mutable_change()->set_note("Đề nghị báo cáo tiến độ trước ngày hai mươi");
                const AgencyId agency{1 + written % agencies};
                work.store.notices.add(task, work.publish(work.store.agencies.get(agency), event));
            }
        });
        province.published.clear();
    }
}

struct Shape {
    int assignments, agencies, tasks;
};

// Years before this one: the same documents, completed; of each assignment itself, a change and three steps
// that were told.
constexpr int rows_of_closed_work = 5;
constexpr auto a_year_before = R"sql(
INSERT INTO document (id, issuer, number, issued, title, level, imported_at, number_key, secret)
SELECT id + :year * :documents, issuer, number || '-' || :year, issued - 365 * :year, title, level,
    imported_at - 31536000 * :year, number_key || '-' || :year, secret
FROM document WHERE id <= :documents;
INSERT INTO task (id, document_id, ordinal, number, section, title, requirement, solution, deadline_text, deadline_kind,
    reason_key, reason_args, lead_text, cooperating_text, role_notes, source_table, source_line, search, decided, content)
SELECT id + :year * :tasks, document_id + :year * :documents, ordinal, number, section, title, requirement, solution,
    deadline_text, deadline_kind, reason_key, reason_args, lead_text, cooperating_text, role_notes, source_table,
    source_line, search, decided, content
FROM task WHERE id <= :tasks;
INSERT INTO assignment (id, task_id, agency_id, state, due, given_due, original_due, completed_on, given_at, updated_at,
    revision)
SELECT id + :year * :assignments, task_id + :year * :tasks, agency_id, 4, due - 365 * :year, due - 365 * :year,
    due - 365 * :year, due - 365 * :year + 3 - id % 7, given_at - 31536000 * :year, given_at - 31536000 * :year, 2
FROM assignment WHERE id <= :assignments;
INSERT INTO assignment_change (assignment_id, revision, at, action, by, state, due, original_due, completed_on, reworks,
    detail)
SELECT id, 2, updated_at, 'complete', 'van-phong', 4, due, due, completed_on, 0, x''
FROM assignment WHERE id > :year * :assignments;
INSERT INTO alert (agency_id, assignment_id, due, step, at, recipient_id, event_id)
SELECT agency_id, id, due, column1, updated_at, agency_id, NULL
FROM assignment, (VALUES ('-15d'), ('-7d'), ('-1d')) WHERE id > :year * :assignments;
)sql";

void fill_history(Province& province, const Shape& shape, int rows) {
    auto& database = province.store.database;
    const auto documents = province.store.plans.count();
    const int years = rows / rows_of_closed_work / shape.assignments;
    for (int year = 1; year <= years; ++year) {
        std::string sql{a_year_before};
        for (const auto& [name, number] : {std::pair<std::string, std::int64_t>{":year", year},
                                           {":documents", documents},
                                           {":tasks", shape.tasks},
                                           {":assignments", shape.assignments}})
            for (auto place = sql.find(name); place != std::string::npos; place = sql.find(name, place))
                sql.replace(place, name.size(), std::to_string(number));
        store::Transaction transaction{database};
        database.handle().exec(sql);
        transaction.commit();
    }
}

struct Question {
    const char* name;
    std::function<void(v1::Request&, int)> make;
    std::vector<double> alone, beside, beside_with_wait;
};

std::vector<Question> status_and_lists(const Shape& shape) {
    const auto code = [=](int i) { return "CQ" + std::to_string(i * 37 % shape.agencies); };
    const auto list = [](const auto& set) {
        return [=](v1::Request& request, int i) { set(*request.mutable_task_list(), i); };
    };
    const auto overdue = [](v1::TaskListRequest& wanted) { wanted.add_timeliness(v1::Timeliness::overdue); };
    const auto sorted = [&](v1::ListSort::By by, bool reverse) {
        return list([=](auto& wanted, int) {
            wanted.set_sort(by);
            wanted.set_reverse(reverse);
        });
    };
    const auto text = [&](const char* words) {
        return list([=](auto& wanted, int) { wanted.set_text(words); });
    };
    using By = v1::ListSort;
    std::vector<Question> questions;
    const auto add = [&](const char* name, std::function<void(v1::Request&, int)> make) {
        questions.push_back({name, std::move(make), {}, {}, {}});
    };
    add("status", [](auto& request, int) { request.mutable_status(); });
    add("status of an agency", [=](auto& request, int i) { request.mutable_status()->set_agency(code(i)); });
    add("task page", [=](auto& request, int i) {
        request.mutable_task_show()->set_task(static_cast<std::uint64_t>(1 + i * 37 % shape.tasks));
    });
    add("overdue of an agency", list([=](auto& wanted, int i) {
            overdue(wanted);
            wanted.set_agency(code(i));
        }));
    add("  by last change", list([=](auto& wanted, int i) {
            overdue(wanted);
            wanted.set_agency(code(i));
            wanted.set_sort(By::updated);
            wanted.set_reverse(true);
        }));
    add("cooperating", list([=](auto& wanted, int i) {
            wanted.set_agency(code(i));
            wanted.set_role("cooperating");
        }));
    add("of a document", list([](auto& wanted, int) {
            wanted.set_document("3/kh-ubnd");
            wanted.set_sort(By::agency);
        }));
    add("overdue of all", list([=](auto& wanted, int) { overdue(wanted); }));
    add("  by agency", list([=](auto& wanted, int) {
            overdue(wanted);
            wanted.set_sort(By::agency);
        }));
    add("  of a level", list([=](auto& wanted, int) {
            overdue(wanted);
            wanted.set_level("government");
        }));
    add("  of a rare level", list([=](auto& wanted, int) {
            overdue(wanted);
            wanted.set_level("commune");
        }));
    add("due in a week", list([](auto& wanted, int) {
            wanted.add_timeliness(v1::Timeliness::due_soon);
            wanted.set_due_to("2023-12-22");
        }));
    add("waiting", list([](auto& wanted, int) { wanted.set_waiting(true); }));
    add("completed late",
        list([](auto& wanted, int) { wanted.add_timeliness(v1::Timeliness::completed_late); }));
    add("everything", sorted(By::due, false));
    add("  from its end", sorted(By::due, true));
    add("  from its middle", list([=](auto& wanted, int i) {
            wanted.set_after("due.19600." + std::to_string(i * 3571 % shape.assignments));
        }));
    add("  by last change", sorted(By::updated, true));
    add("  by agency", sorted(By::agency, false));
    add("  by document", sorted(By::document, true));
    add("  by progress", sorted(By::progress, false));
    add("text, rare", text("dat dai"));
    add("text, rare, marks", text("Đất đai"));
    add("text, common", text("nhiệm vụ"));
    add("text, common words apart", text("hanh chinh ke hoach"));
    add("text of an agency", list([=](auto& wanted, int i) {
            wanted.set_agency(code(i));
            wanted.set_text("hanh chinh");
        }));
    add("unassigned", list([](auto& wanted, int) { wanted.set_unassigned(true); }));
    return questions;
}

std::vector<Question> of_the_log(const Shape& shape) {
    const auto log = [](const auto& set) {
        return [=](v1::Request& request, int i) { set(*request.mutable_log(), i); };
    };
    const auto in_may = [](v1::LogRequest& wanted) {
        wanted.mutable_since()->set_seconds(at("2023-05-13T00:00").time_since_epoch().count());
        wanted.mutable_until()->set_seconds(at("2023-05-14T00:00").time_since_epoch().count());
    };
    return {
        {"log, newest", log([](auto& wanted, int) { wanted.set_newest_first(true); }), {}, {}, {}},
        {"log of an agency",
         log([=](auto& wanted, int i) { wanted.set_agency("CQ" + std::to_string(i * 37 % shape.agencies)); }),
         {},
         {},
         {}},
        {"log of a document", log([](auto& wanted, int) { wanted.set_document("3/KH-UBND"); }), {}, {}, {}},
        {"log of a task",
         log([=](auto& wanted, int i) {
             wanted.set_task(static_cast<std::uint64_t>(1 + i * 37 % shape.tasks));
         }),
         {},
         {},
         {}},
        {"log of an assignment",
         log([=](auto& wanted, int i) {
             wanted.set_assignment(static_cast<std::uint64_t>(1 + i * 37 % shape.assignments));
         }),
         {},
         {},
         {}},
        {"log of a day", log([=](auto& wanted, int) { in_may(wanted); }), {}, {}, {}},
        {"log of a rare kind",
         log([](auto& wanted, int) { wanted.set_kind(v1::EventKind::escalation); }),
         {},
         {},
         {}}};
}

int bench(int assignments, int agencies, int count, int leads, int events, int history) {
    TemporaryFolder folder;
    const auto file = folder / "engine.db";
    Province province{file};
    const store::Checkpointing checkpointing{province.store.database};  // as in the daemon
    const Shape shape{assignments, agencies, assignments / leads};
    std::printf("%d assignments of %d tasks and %d agencies\n", assignments, shape.tasks, agencies);
    const double filled = milliseconds_of([&] { fill(province, assignments, agencies, leads); });
    std::printf("taken in as plans in %.3f s\n", filled / 1000);
    fill_history(province, shape, history);
    fill_log(province, events, agencies, shape.tasks);
    auto& database = province.store.database.handle();
    std::printf("%lld events; a file of %.0f MB, of which the index of words has %.1f MB\n",
                static_cast<long long>(province.store.inbox.last_event().value),
                static_cast<double>(std::filesystem::file_size(file)) / 1e6,
                database.execAndGet("SELECT sum(length(block)) FROM task_words_data").getDouble() / 1e6);

    Listening listening;
    hub::AccessList access;
    access.load(province.store.keys, province.store.agencies);
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, listening, listening, {}, turned_away};
    auto questions = status_and_lists(shape);
    std::ranges::move(of_the_log(shape), std::back_inserter(questions));
    int asked = 0;
    const auto ask = [&](const Question& question) {
        v1::ClientFrame frame;
        question.make(*frame.mutable_request(), asked);
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
            const double waited = milliseconds_of([&] { more = province.engine.tick(engine::Pace::Gentle); });
            const double taken = ask(question);
            question.beside.push_back(taken);
            question.beside_with_wait.push_back(waited + taken);
        }
    }
    std::printf("%-26s %21s %21s %21s\n", "ms, 50 % and 99 %", "alone", "beside a burst",
                "with the batch before");
    for (const auto& question : questions)
        std::printf("%-26s %10.2f %10.2f %10.2f %10.2f %10.2f %10.2f\n", question.name,
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
    return dondoc::test::bench(argument(1, 1'000'000), argument(2, 2000), argument(3, 200), argument(4, 200),
                               argument(5, 1'000'000), argument(6, 0));
}
