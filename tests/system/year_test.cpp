// SPDX-License-Identifier: Apache-2.0
// The main job, with the programs themselves: a plan as issued goes in, a year passes, agencies get their
// alerts.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <set>

#include "domain/alert_policy.h"
#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/request.pb.h"
#include "support/cli.h"

namespace dondoc::test {
namespace {

const std::string real_plan = DONDOC_PLANS_DIR "/kh-122.txt";

template <typename Message>
Message parsed(const std::string& json) {
    Message message;
    const auto status = google::protobuf::util::JsonStringToMessage(json, &message);
    EXPECT_TRUE(status.ok()) << status.ToString() << "\n" << json.substr(0, 500);
    return message;
}

std::vector<v1::Event> journal(const std::filesystem::path& file) {
    std::vector<v1::Event> events;
    std::ifstream in{file};
    for (std::string line; std::getline(in, line);) events.push_back(parsed<v1::Event>(line));
    return events;
}

class Year : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        expect_done(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}));
    }
    static void expect_done(const Finished& finished) { EXPECT_EQ(finished.code, 0) << finished.output; }

    void import_real_plan() {
        expect_done(cli({"plan", "import", real_plan, "--document", "122/KH-UBND", "--issued", "2023-05-13",
                         "--level", "province"}));
    }
    v1::TaskListReply tasks(std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"--json", "task", "list", "--limit", "1000"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto listed = cli(arguments);
        expect_done(listed);
        return parsed<v1::TaskListReply>(listed.output);
    }

    DaemonProcess daemon;
    Cli cli{daemon};
};

// What the default policy calls for, said apart from the program: days from the due day.
const std::vector<int> default_steps{-15, -7, -3, -1, 0, 1, 3};

TEST_F(Year, EveryAssignmentWithADayGetsEachStepExactlyOnce) {
    if (!std::filesystem::exists(real_plan)) GTEST_SKIP() << "no plan at " << real_plan;
    import_real_plan();
    const auto listener = cli.grant("agency", "SNV");
    expect_done(cli({"clock", "advance", "--to", "2024-01-31"}));
    const auto file = daemon.folder() / "snv.journal";
    expect_done(cli.as(listener, {"listen", "--until-idle", "--journal", file.string()}));

    std::map<std::uint64_t, std::multiset<std::string>> told;
    std::uint64_t number = 0;
    for (const auto& event : journal(file)) {
        EXPECT_EQ(event.number(), ++number);
        EXPECT_EQ(event.agency(), "SNV");
        if (event.kind() != v1::EventKind::reminder && event.kind() != v1::EventKind::overdue) continue;
        for (const auto& item : event.digest().items())
            for (const auto& step : item.steps()) told[item.assignment()].insert(step);
    }

    int with_day = 0;
    const auto own = tasks({"--agency", "SNV"});
    for (const auto& row : own.rows()) {
        if (row.due().empty()) {
            EXPECT_FALSE(told.contains(row.assignment())) << row.task_number();
            continue;
        }
        ++with_day;
        std::multiset<std::string> expected;
        for (const int days : default_steps)
            expected.insert((days > 0 ? "+" : "") + std::to_string(days) + "d");
        // Then every seven days, on the working day that follows, until the clock stands at 31/01/2024 00:00.
        const auto due = parse_iso_day(row.due()).value();
        for (int days = 10; due + date::days{days} < civil(2024, 1, 31); days += 7) {
            const auto weekday = date::weekday{due + date::days{days}};
            const int shift = weekday == date::Saturday ? 2 : weekday == date::Sunday ? 1 : 0;
            if (due + date::days{days + shift} < civil(2024, 1, 31))
                expected.insert("+" + std::to_string(days) + "d");
        }
        EXPECT_EQ(told[row.assignment()], expected) << row.task_number() << " due " << row.due();
    }
    EXPECT_GT(with_day, 30);
}

TEST_F(Year, AListenerThatWasOffFromJulyToNovemberGetsEveryAlertOfItsInboxInOrderOnce) {
    if (!std::filesystem::exists(real_plan)) GTEST_SKIP() << "no plan at " << real_plan;
    import_real_plan();
    const auto listener = cli.grant("agency", "STTTT");
    const auto file = daemon.folder() / "stttt.journal";
    const auto listen = [&] {
        expect_done(cli.as(listener, {"listen", "--until-idle", "--journal", file.string()}));
    };
    listen();
    expect_done(cli({"clock", "advance", "--to", "2023-07-01"}));
    listen();
    const auto before = journal(file).size();
    expect_done(cli({"clock", "advance", "--to", "2023-11-30"}));
    listen();
    EXPECT_GT(journal(file).size(), before + 5);
    expect_done(cli({"clock", "advance", "--to", "2024-02-29"}));
    listen();

    const auto logged =
        parsed<v1::LogReply>(cli({"--json", "log", "--agency", "STTTT", "--limit", "1000"}).output);
    const auto heard = journal(file);
    ASSERT_EQ(heard.size(), static_cast<std::size_t>(logged.events_size()));
    for (std::size_t i = 0; i < heard.size(); ++i) {
        EXPECT_EQ(heard[i].number(), i + 1);
        EXPECT_EQ(heard[i].SerializeAsString(), logged.events(static_cast<int>(i)).SerializeAsString());
    }
}

TEST_F(Year, AListenerThatIsKilledAndADaemonThatIsKilledLoseAndDoubleNothing) {
    expect_done(cli({"plan", "import", DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt", "--document",
                     "08/KH-UBND", "--issued", "2023-01-10", "--level", "province"}));
    const auto listener = cli.grant("agency", "SNV");
    const auto file = daemon.folder() / "snv.journal";
    const auto start_listening = [&] {
        return std::make_unique<Process>(
            std::vector<std::string>{DONDOC_PROGRAM, "--profile", listener.string(), "listen", "--journal",
                                     file.string()},
            daemon.folder() / "listener", Cli::environment());
    };
    const auto lines = [&] {
        const auto content = read_file(file);
        return std::ranges::count(content, '\n');
    };
    auto listening = start_listening();
    for (int month = 6; month <= 12; ++month) {
        expect_done(cli({"clock", "advance", "--to",
                         "2023-" + std::string{month < 10 ? "0" : ""} + std::to_string(month) + "-28"}));
        const auto so_far = lines();
        // As soon as something new has been written, or at once where there is nothing new to come.
        for (int i = 0; i < 50 && lines() == so_far; ++i) ::poll(nullptr, 0, 10);
        listening->signal(SIGKILL);
        listening->wait();
        if (month % 2 == 0) {
            daemon.kill();
            daemon.start();
        }
        listening = start_listening();
    }
    const auto is_heard = [&] {
        return parsed<v1::StatusReply>(cli({"--json", "status"}).output).sessions() == 1;
    };
    for (int i = 0; i < 100 && !is_heard(); ++i) ::poll(nullptr, 0, 20);
    listening->signal(SIGTERM);
    EXPECT_EQ(listening->wait(), 0);
    expect_done(cli.as(listener, {"listen", "--until-idle", "--journal", file.string()}));
    const auto heard = journal(file);
    const auto logged =
        parsed<v1::LogReply>(cli({"--json", "log", "--agency", "SNV", "--limit", "1000"}).output);
    ASSERT_EQ(heard.size(), static_cast<std::size_t>(logged.events_size()));
    for (std::size_t i = 0; i < heard.size(); ++i) EXPECT_EQ(heard[i].number(), i + 1);
}

TEST_F(Year, TheImportedPlanIsWhatACarefulReaderMakesOfIt) {
    if (!std::filesystem::exists(real_plan)) GTEST_SKIP() << "no plan at " << real_plan;
    const auto imported = cli({"--json", "plan", "import", real_plan, "--document", "122/KH-UBND", "--issued",
                               "2023-05-13", "--level", "province"});
    expect_done(imported);
    const auto reply = parsed<v1::PlanImportReply>(imported.output);

    std::ifstream truth{DONDOC_PLANS_DIR "/kh-122.tsv"};
    std::vector<std::vector<std::string>> expected;
    for (std::string line; std::getline(truth, line);) {
        std::vector<std::string> cells;
        std::istringstream in{line};
        for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
        cells.resize(11);
        expected.push_back(cells);
    }
    const auto column = [&](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(expected[0], name) - expected[0].begin());
    };
    ASSERT_EQ(reply.tasks() + 1, expected.size());
    ASSERT_EQ(reply.reading().rows_size() + 1, static_cast<int>(expected.size()));
    for (int i = 0; i < reply.reading().rows_size(); ++i) {
        const auto& row = reply.reading().rows(i);
        const auto& wanted = expected[static_cast<std::size_t>(i) + 1];
        EXPECT_EQ(row.number(), wanted[column("number")]);
        EXPECT_EQ(v1::DeadlineKind::Kind_Name(row.deadline().kind()), wanted[column("deadline_kind")])
            << row.number();
        EXPECT_EQ(row.deadline().due_size() == 0 ? "" : row.deadline().due(0), wanted[column("due")])
            << row.number();
        std::string leads;
        for (const auto& lead : row.lead()) leads += (leads.empty() ? "" : " | ") + lead;
        EXPECT_THAT(wanted[column("lead")], testing::HasSubstr(leads)) << row.number();
    }
}

TEST_F(Year, WhatIsCompletedIsCountedByTheDateOfItsResult) {
    expect_done(cli({"plan", "import", DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt", "--document",
                     "08/KH-UBND", "--issued", "2023-01-10", "--level", "province"}));
    expect_done(cli({"clock", "advance", "--to", "2024-01-31"}));
    const auto overdue = tasks({"--agency", "SNV"});
    std::vector<v1::AssignmentRow> late;
    std::ranges::copy_if(overdue.rows(), std::back_inserter(late),
                         [](const auto& row) { return row.timeliness() == v1::Timeliness::overdue; });
    ASSERT_GE(late.size(), 2U);
    const auto complete = [&](const v1::AssignmentRow& row, const std::string& day) {
        expect_done(cli({"assignment", "complete", std::to_string(row.assignment()), "--date", day}));
    };
    complete(late[0], late[0].due());  // done on the last day, told only now
    complete(late[1], "2024-01-30");
    const auto status = parsed<v1::StatusReply>(cli({"--json", "status", "--agency", "SNV"}).output);
    EXPECT_EQ(status.counts().completed_on_time(), 1U);
    EXPECT_EQ(status.counts().completed_late(), 1U);
    const auto& counts = status.counts();
    EXPECT_EQ(counts.total(), counts.no_deadline() + counts.in_time() + counts.due_soon() +
                                  counts.due_today() + counts.overdue() + counts.completed_on_time() +
                                  counts.completed_late() + counts.completed_no_deadline());
}

}  // namespace
}  // namespace dondoc::test
