// SPDX-License-Identifier: Apache-2.0
// The dondoc commands, from command line to exit code, against a daemon that answers what the test wants.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <set>

#include "cli/frame/all_commands.h"
#include "cli/frame/output.h"
#include "cli/pages/wording.h"
#include "client/fake_daemon.h"
#include "client/fake_inbox.h"
#include "client/temporary_folder.h"
#include "lib/json.h"
#include "support/run_client.h"

namespace dondoc::cli {
namespace {

using dondoc::testing::FakeDaemon;
using dondoc::testing::FakeInbox;
using dondoc::testing::read_text;
using dondoc::testing::reply_to;
using dondoc::testing::TemporaryFolder;
using dondoc::testing::write_text;
using ::testing::HasSubstr;
using ::testing::Not;

class Commands : public ::testing::Test {
  protected:
    Commands() {
        ::unsetenv("DONDOC_LANG");
        shown_clock_.set_mode("simulated");
        shown_clock_.set_today("2023-12-24");
        shown_clock_.mutable_now()->set_seconds(1'703'374'200);
        ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
        client::write_profile(daemon_.profile(), folder_ / "client.toml", client::Overwrite::No);
    }

    Outcome ask(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--profile", (folder_ / "client.toml").string()});
        return run_client(arguments);
    }

    std::vector<v1::DaemonFrame> answer(const v1::ClientFrame& frame) {
        if (frame.has_ack() && signalled_) ::pthread_kill(signalled_, SIGTERM);
        if (frame.has_ack() && reader_ >= 0) ::close(reader_.exchange(-1));
        if (!frame.has_request()) return inbox_.answer(frame);
        requests_.push_back(frame.request());
        if (frame.request().has_clock_show()) {
            v1::Reply reply;
            *reply.mutable_clock() = shown_clock_;
            return {reply_to(frame, reply)};
        }
        return {reply_to(frame, reply_)};
    }

    v1::AssignmentRow& add_row() {
        reply_.mutable_task_list()->set_total(reply_.task_list().total() + 1);
        auto& row = *reply_.mutable_task_list()->add_rows();
        row.set_assignment(34);
        row.set_task(12);
        row.set_document("122/KH-UBND");
        row.set_task_number("3.1.2");
        row.set_title("Ban hành Kế hoạch cải cách hành chính");
        row.set_agency("SNV");
        row.set_due("2023-12-31");
        row.set_timeliness(v1::Timeliness::due_soon);
        row.set_days_left(7);
        return row;
    }

    TemporaryFolder folder_;
    FakeInbox inbox_{3};
    std::atomic<pthread_t> signalled_{0};
    std::atomic<int> reader_{-1};
    v1::ClockReply shown_clock_;
    v1::Reply reply_;
    std::vector<v1::Request> requests_;
    FakeDaemon daemon_{[this](const v1::ClientFrame& frame) { return answer(frame); }};
};

TEST_F(Commands, HelpIsThereForEveryCommandInBothLanguages) {
    for (const auto* lang : {"vi", "en"})
        for (const auto* command : {"",
                                    "plan preview",
                                    "plan import",
                                    "plan list",
                                    "agency import",
                                    "agency list",
                                    "agency show",
                                    "task list",
                                    "task show",
                                    "task explain",
                                    "task complete",
                                    "task priority",
                                    "policy show",
                                    "policy diff",
                                    "mute add",
                                    "mute list",
                                    "mute end",
                                    "unseen",
                                    "seen",
                                    "contact test",
                                    "outbox list",
                                    "outbox retry",
                                    "outbox drop",
                                    "assignment start",
                                    "assignment complete",
                                    "assignment cancel",
                                    "assignment reopen",
                                    "assignment receive",
                                    "assignment progress",
                                    "assignment report",
                                    "assignment confirm",
                                    "assignment rework",
                                    "assignment return",
                                    "assignment transfer",
                                    "assignment comment",
                                    "assignment extend",
                                    "assignment extend request",
                                    "assignment extend grant",
                                    "assignment extend refuse",
                                    "assignment history",
                                    "status",
                                    "overdue",
                                    "due",
                                    "listen",
                                    "clock show",
                                    "clock advance",
                                    "clock confirm",
                                    "key new",
                                    "key grant",
                                    "key revoke",
                                    "key list",
                                    "log",
                                    "completion"}) {
            std::istringstream words(command);
            std::vector<std::string> arguments{std::istream_iterator<std::string>(words), {}};
            arguments.insert(arguments.end(), {"--help", "--lang", lang});
            const auto outcome = run_client(arguments);
            EXPECT_EQ(outcome.exit, Exit::Done) << command;
            EXPECT_THAT(outcome.out, HasSubstr(std::string(lang) == "vi" ? "Ví dụ:" : "Examples:"))
                << command;
            EXPECT_THAT(outcome.out, Not(HasSubstr("cli."))) << command;
        }
}

TEST_F(Commands, WrongUsageIsSaidAndEndsWithTwo) {
    const std::pair<std::vector<std::string>, std::string> wrong[] = {
        {{}, "thiếu lệnh"},
        {{"overdu"}, "có phải \"overdue\"?"},
        {{"plan", "imprt"}, "có phải \"import\"?"},
        {{"status", "extra"}, "thừa “extra”"},
        {{"task", "show", "--agancy", "SNV"}, "không có tùy chọn --agancy"},
        {{"task", "show", "SNV"}, "ID: \"SNV\""},
        {{"task", "show"}, "thiếu TASK"},
        {{"task", "list", "--state", "late"}, "không có tình trạng \"late\""},
        {{"due", "--within", "soon"}, "không phải là số ngày"},
        {{"assignment", "complete", "1", "--date", "31/02/2023"}, "không phải là ngày"},
        {{"clock", "advance"}, "--to hoặc --by"},
        {{"key", "grant", "short", "--role", "office"}, "không phải là khóa"},
        {{"--lang", "fr", "status"}, "--lang"},
        {{"plan", "import", "x", "--document", "1", "--issued", "1/1/2023", "--level", "village"},
         "không có cấp"}};
    for (const auto& [arguments, sentence] : wrong) {
        const auto outcome = ask(arguments);
        EXPECT_EQ(outcome.exit, Exit::WrongUsage) << sentence;
        EXPECT_THAT(outcome.err, HasSubstr(sentence));
        EXPECT_THAT(outcome.err, HasSubstr("--help"));
    }
    EXPECT_TRUE(requests_.empty());
}

TEST_F(Commands, ExitCodesTellWhatWentWrong) {
    reply_.mutable_error()->set_code("agency.unknown");
    reply_.mutable_error()->set_message("Không có cơ quan XYZ.");
    const auto refused = ask({"status", "--agency", "XYZ"});
    EXPECT_EQ(refused.exit, Exit::Refused);
    EXPECT_EQ(refused.err, "Lỗi: Không có cơ quan XYZ.\n");
    EXPECT_EQ(refused.out, "");

    const auto unreachable = ask({"status", "--endpoint", "ipc:///nowhere/dondocd.sock", "--timeout", "0.3"});
    EXPECT_EQ(unreachable.exit, Exit::Unreachable);
    EXPECT_THAT(unreachable.err, HasSubstr("ipc:///nowhere/dondocd.sock"));

    const auto profile = run_client({"status", "--profile", (folder_ / "none.toml").string()});
    EXPECT_EQ(profile.exit, Exit::WrongUsage);
    EXPECT_THAT(profile.err, HasSubstr("none.toml"));
}

TEST_F(Commands, ErrorsAreJsonForPrograms) {
    reply_.mutable_error()->set_code("agency.unknown");
    const auto outcome = ask({"status", "--json"});
    v1::Error error;
    ASSERT_TRUE(client::from_json(outcome.err, error)) << outcome.err;
    EXPECT_EQ(error.code(), "agency.unknown");
}

TEST_F(Commands, StatusShowsCountsAndAgencies) {
    auto& status = *reply_.mutable_status();
    status.set_today("2023-12-24");
    status.set_clock("simulated");
    status.mutable_counts()->set_total(9);
    status.mutable_counts()->set_overdue(2);
    auto& agency = *status.add_agency_counts();
    agency.set_code("SNV");
    agency.set_name("Sở Nội vụ");
    agency.mutable_counts()->set_overdue(2);
    const auto outcome = ask({"status", "--agency", "SNV"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("24/12/2023"));
    EXPECT_THAT(outcome.out, HasSubstr("đồng hồ mô phỏng"));
    EXPECT_THAT(outcome.out, HasSubstr("Sở Nội vụ"));
    EXPECT_EQ(requests_.at(0).status().agency(), "SNV");
    EXPECT_EQ(requests_.at(0).lang(), "vi");

    const auto json = ask({"status", "--json"});
    EXPECT_THAT(json.out, HasSubstr("\"due_soon\": \"0\""))
        << "fields that are zero are there, by their own names";
}

TEST_F(Commands, ListsShowTheTermAndHowMuchThereIs) {
    add_row();
    reply_.mutable_task_list()->set_total(5);
    reply_.mutable_task_list()->set_next("updated-.1703374200.34");
    const auto outcome = ask({"task", "list", "--state", "open", "--due-to", "31/12/2023", "--text",
                              "cải cách", "--sort", "-updated", "--limit", "1"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("31/12/2023"));
    EXPECT_THAT(outcome.out, HasSubstr("còn 7 ngày"));
    EXPECT_THAT(outcome.out, HasSubstr("1 trong tất cả 5"));
    EXPECT_THAT(outcome.out, HasSubstr("--after updated-.1703374200.34"));
    EXPECT_EQ(requests_.at(0).task_list().sort(), v1::ListSort::updated);
    EXPECT_TRUE(requests_.at(0).task_list().reverse());
    EXPECT_EQ(requests_.at(0).task_list().due_to(), "2023-12-31");
    EXPECT_EQ(requests_.at(0).task_list().timeliness_size(), 5);
}

TEST_F(Commands, APageIsFilledFromSeveralAnswers) {
    add_row();
    reply_.mutable_task_list()->set_uncounted(true);
    reply_.mutable_task_list()->set_skipped(2);
    reply_.mutable_task_list()->set_next("due.19722.34");
    const auto outcome = ask({"overdue", "--limit", "3", "--offset", "5", "--lang", "en"});
    EXPECT_THAT(outcome.out, HasSubstr("3 assignments; there are more"));
    ASSERT_EQ(requests_.size(), 3U);
    EXPECT_EQ(requests_.at(1).task_list().after(), "due.19722.34");
    EXPECT_EQ(requests_.at(1).task_list().limit(), 2U);
    EXPECT_EQ(requests_.at(1).task_list().offset(), 3U);
    EXPECT_EQ(requests_.at(2).task_list().limit(), 1U);
    EXPECT_EQ(requests_.at(2).task_list().offset(), 1U);
}

TEST_F(Commands, IdsAndCountsThatAreNoneAreRefusedBeforeAnythingIsAsked) {
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"task", "show", "-1"},
                                               {"task", "show", "0x10"},
                                               {"task", "show", "9223372036854775808"},
                                               {"task", "list", "--limit", "-5"},
                                               {"overdue", "--offset", "1.5"},
                                               {"log", "--task", "0"},
                                               {"log", "--after", "-3"},
                                               {"log", "--since", "hôm qua"},
                                               {"task", "list", "--sort", "tên"}}) {
        const auto outcome = ask(arguments);
        EXPECT_EQ(outcome.exit, Exit::WrongUsage) << arguments.back();
        EXPECT_THAT(outcome.err, HasSubstr(arguments.back()));
    }
    EXPECT_TRUE(requests_.empty());
}

TEST_F(Commands, TheLogIsAskedForASpanOfDays) {
    reply_.mutable_log();
    EXPECT_EQ(
        ask({"log", "--since", "01/12/2023", "--until", "31/12/2023", "--task", "12", "--newest-first"}).out,
        "Không có tin nào như vậy.\n");
    const auto& log = requests_.at(0).log();
    EXPECT_EQ(log.since().seconds(), 1'701'363'600);  // 2023-12-01 00:00 in Asia/Ho_Chi_Minh
    EXPECT_EQ(log.until().seconds(), 1'704'042'000);  // 2024-01-01 00:00
    EXPECT_EQ(log.task(), 12U);
    EXPECT_TRUE(log.newest_first());
}

TEST_F(Commands, EmptyListsSaySo) {
    reply_.mutable_task_list();
    EXPECT_EQ(ask({"overdue"}).out, "Không có phần việc nào quá hạn.\n");
    EXPECT_EQ(ask({"overdue", "--lang", "en"}).out, "Nothing is overdue.\n");
    EXPECT_EQ(ask({"task", "list"}).out, "Không có nhiệm vụ nào như vậy.\n");
}

TEST_F(Commands, DueCountsFromTheDaemonsToday) {
    reply_.mutable_task_list();
    EXPECT_EQ(ask({"due", "--within", "7d"}).exit, Exit::Done);
    const auto& list = requests_.at(1).task_list();
    EXPECT_EQ(list.due_from(), "2023-12-24");
    EXPECT_EQ(list.due_to(), "2023-12-31");
}

TEST_F(Commands, ExplainSaysWhyWhoWasToldAndWhatComes) {
    auto& task = *reply_.mutable_task_show();
    task.set_task(12);
    task.mutable_row()->set_title("Ban hành Kế hoạch");
    task.mutable_row()->set_deadline_text("Quý IV/2023");
    task.mutable_row()->mutable_deadline()->set_kind(v1::DeadlineKind::quarter);
    task.mutable_row()->mutable_deadline()->add_due("2023-12-31");
    task.mutable_row()->mutable_deadline()->set_reason("ngày cuối của quý IV");
    auto& told = *task.add_alerts();
    told.set_step("-7d");
    told.set_told("SNV");
    told.set_number(17);
    told.mutable_time()->set_seconds(1'703'374'200);
    auto& planned = *task.add_planned();
    planned.set_step("+1d");
    planned.mutable_time()->set_seconds(1'704'069'000);
    const auto outcome = ask({"task", "explain", "12"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    for (const auto* part : {"Quý IV/2023", "ngày cuối của quý IV", "nhắc trước 7 ngày", "24/12/2023 06:30",
                             "17", "báo quá hạn 1 ngày", "01/01/2024 07:30"})
        EXPECT_THAT(outcome.out, HasSubstr(part));
}

TEST_F(Commands, CompletingATaskNamesAgencyDateAndNote) {
    reply_.mutable_assignment_change()->mutable_assignment()->set_state(v1::Workflow::completed);
    const auto outcome =
        ask({"task", "complete", "12", "--agency", "SNV", "--date", "20/12/2023", "--note", "BC 15"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    const auto& change = requests_.at(0).assignment_change();
    EXPECT_EQ(change.task(), 12U);
    EXPECT_EQ(change.agency(), "SNV");
    EXPECT_EQ(change.action(), v1::AssignmentChangeRequest::complete);
    EXPECT_EQ(change.date(), "2023-12-20");
    EXPECT_EQ(change.note(), "BC 15");
}

TEST_F(Commands, ClockAdvanceByIsTurnedIntoAnAbsoluteTime) {
    reply_.mutable_clock()->set_events(3);
    EXPECT_EQ(ask({"clock", "advance", "--by", "30d"}).exit, Exit::Done);
    EXPECT_EQ(requests_.at(1).clock_advance().to().seconds(), 1'703'374'200 + 30 * 86'400);
}

TEST_F(Commands, ADoubtedClockIsConfirmedAsItWasShown) {
    reply_.mutable_clock();
    shown_clock_.set_held(true);
    shown_clock_.mutable_expected()->set_seconds(1'700'000'000);
    EXPECT_THAT(ask({"clock", "show"}).out, HasSubstr("nghi ngờ"));
    EXPECT_THAT(ask({"clock", "confirm"}).err, HasSubstr("--yes"));
    EXPECT_EQ(ask({"clock", "confirm", "--yes"}).exit, Exit::Done);
    EXPECT_EQ(requests_.back().clock_confirm().now().seconds(), 1'703'374'200);
}

TEST_F(Commands, AClockThatIsNotDoubtedIsNotConfirmed) {
    const auto outcome = ask({"clock", "confirm"});
    EXPECT_EQ(outcome.exit, Exit::Done);
    EXPECT_THAT(outcome.out, HasSubstr("không cần xác nhận"));
    EXPECT_EQ(requests_.size(), 1U);
}

TEST_F(Commands, AReadyProfileComesOutOfKeyNew) {
    reply_.mutable_key_grant()->mutable_key()->set_role(v1::Role::agency);
    const auto file = folder_ / "snv.toml";
    const auto outcome = ask({"key", "new", "--out", file.string(), "--role", "agency", "--agency", "SNV"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    const auto profile = client::read_profile(file);
    EXPECT_EQ(profile.endpoint, daemon_.profile().endpoint);
    EXPECT_EQ(profile.server_key, daemon_.profile().server_key);
    EXPECT_EQ(profile.agency, "SNV");
    EXPECT_EQ(requests_.at(0).key_grant().public_key(), profile.public_key);
    EXPECT_EQ(requests_.at(0).key_grant().agency(), "SNV");
    EXPECT_THAT(outcome.out, Not(HasSubstr(profile.secret_key)));

    EXPECT_EQ(ask({"key", "new", "--out", file.string(), "--role", "office"}).exit, Exit::WrongUsage)
        << "is there";
    EXPECT_EQ(requests_.size(), 1U) << "nothing was granted";
}

TEST_F(Commands, ARefusedGrantLeavesNoProfile) {
    reply_.mutable_error()->set_code("key.not_allowed");
    const auto file = folder_ / "snv.toml";
    EXPECT_EQ(ask({"key", "new", "--out", file.string(), "--role", "office"}).exit, Exit::Refused);
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".pending"));

    write_text(file, "older");
    EXPECT_EQ(ask({"key", "new", "--out", file.string(), "--role", "office", "--force"}).exit, Exit::Refused);
    EXPECT_EQ(read_text(file), "older");
}

TEST_F(Commands, AgencyImportSendsTheRegister) {
    reply_.mutable_agency_import()->set_added(2);
    const auto outcome = ask({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    ASSERT_EQ(requests_.size(), 2U);
    EXPECT_TRUE(requests_.at(0).agency_import().dry_run()) << "what it changes is looked at first";
    EXPECT_FALSE(requests_.at(1).agency_import().dry_run());
    EXPECT_GT(requests_.at(1).agency_import().agencies_size(), 20);
    EXPECT_GT(requests_.at(1).agency_import().groups_size(), 0);
}

TEST_F(Commands, AgencyImportTakesAFolderOfProvincesAsOneRegister) {
    reply_.mutable_agency_import()->set_added(4000);
    const auto outcome = ask({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/nation"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    std::set<std::string> names;
    for (const auto& agency : requests_.at(0).agency_import().agencies()) names.insert(agency.name());
    EXPECT_TRUE(names.contains("Sở Nội vụ tỉnh Cà Mau"));
    EXPECT_TRUE(names.contains("UBND xã Tân Thành, tỉnh Thái Nguyên"));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(requests_.at(0).agency_import().agencies_size()));
}

TEST_F(Commands, ListenPrintsAlertsAndRemembersWhereItStood) {
    const auto first = ask({"listen", "--until-idle"});
    EXPECT_EQ(first.exit, Exit::Done) << first.err;
    for (const auto* part :
         {"[1] 24/12/2023 06:30  Nhắc việc: 1 nhiệm vụ (SNV)", "1. Ban hành Kế hoạch cải cách",
          "Văn bản 122/KH-UBND, nhiệm vụ 3.1.2; hạn 31/12/2023 (còn 7 ngày)", "[3] "})
        EXPECT_THAT(first.out, HasSubstr(part));
    const auto second = ask({"listen", "--until-idle"});
    EXPECT_EQ(second.exit, Exit::Done);
    EXPECT_EQ(second.out, "");
    EXPECT_EQ(second.err, "Không có tin mới.\n");
    EXPECT_THAT(ask({"listen", "--until-idle", "--since", "2"}).out, HasSubstr("[3] "));
}

TEST_F(Commands, ASignalEndsListenWithThePositionKept) {
    signalled_ = ::pthread_self();  // at the first acknowledgement
    EXPECT_EQ(ask({"listen"}).exit, Exit::Done);
    signalled_ = 0;
    EXPECT_EQ(ask({"listen", "--until-idle"}).err, "Không có tin mới.\n");
}

TEST_F(Commands, ListenEndsWhenItsReaderLeaves) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    reader_ = ends[0];  // closed at the first acknowledgement: all has been printed by then
    std::signal(SIGPIPE, SIG_IGN);
    cli::FdBuffer pipe(ends[1]);
    std::ostream out(&pipe);
    std::ostringstream err;
    EXPECT_EQ(run_whole({"listen", "--profile", (folder_ / "client.toml").string()}, out, err, Terminal{}),
              Exit::Done);
    ::close(ends[1]);
}

TEST_F(Commands, WhatCouldNotBePrintedComesAgain) {
    std::ostringstream err;
    cli::FdBuffer full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    std::ostream out(&full);
    const auto profile = (folder_ / "client.toml").string();
    EXPECT_EQ(run_whole({"listen", "--until-idle", "--profile", profile}, out, err, Terminal{}),
              Exit::Refused);
    EXPECT_THAT(err.str(), HasSubstr("không ghi được kết quả"));

    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    ::close(ends[0]);
    std::signal(SIGPIPE, SIG_IGN);
    cli::FdBuffer closed(ends[1]);
    std::ostream pipe(&closed);
    EXPECT_EQ(run_whole({"listen", "--until-idle", "--profile", profile}, pipe, err, Terminal{}), Exit::Done);
    EXPECT_THAT(ask({"listen", "--until-idle"}).out, HasSubstr("[1] "));
}

TEST_F(Commands, ListenKeepsAJournal) {
    const auto file = folder_ / "journal.jsonl";
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(ask({"listen", "--until-idle", "--journal", file.string()}).exit, Exit::Done);
    std::istringstream lines(read_text(file));
    std::string line;
    int count = 0;
    while (std::getline(lines, line)) ++count;
    EXPECT_EQ(count, 3);
    EXPECT_EQ(ask({"listen", "--until-idle", "--journal", file.string(), "--since", "1"}).exit,
              Exit::WrongUsage);
}

TEST_F(Commands, ListenPrintsALineOfJsonPerEvent) {
    std::istringstream lines(ask({"listen", "--until-idle", "--json"}).out);
    std::uint64_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        v1::Event event;
        ASSERT_TRUE(client::from_json(line, event)) << line;
        EXPECT_EQ(event.number(), ++number);
    }
    EXPECT_EQ(number, 3U);
}

TEST_F(Commands, ImportSendsTextsAndReportsProblems) {
    auto& import = *reply_.mutable_plan_import();
    import.set_tasks(1);
    auto& row = *import.mutable_reading()->add_rows();
    row.set_number("1.1");
    row.mutable_source()->set_line(9);
    row.add_problems("Không có thời hạn.");
    const auto file = folder_ / "plan.txt";
    write_text(file,
               "STT\tNhiệm vụ\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n"
               "1\tBan hành Kế hoạch\t31/12/2023\tSở Nội vụ\tSở Tài chính\n");
    const auto outcome = ask({"plan", "import", file.string(), "--document", "122/KH-UBND", "--issued",
                              "13/05/2023", "--level", "province"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    const auto& sent = requests_.at(0).plan_import();
    EXPECT_EQ(sent.document().issued(), "2023-05-13");
    ASSERT_EQ(sent.rows_size(), 1);
    EXPECT_EQ(sent.rows(0).deadline_text(), "31/12/2023");
    EXPECT_THAT(outcome.out, HasSubstr("2  1.1  Không có thời hạn."));  // the line of the file that was read
}

TEST_F(Commands, ValuesMayBeVietnamese) {
    add_row();
    EXPECT_EQ(ask({"task", "list", "--level", "Tỉnh", "--state", "quá hạn", "--state", "hom nay"}).exit,
              Exit::Done);
    const auto& list = requests_.at(0).task_list();
    EXPECT_EQ(list.level(), "province");
    EXPECT_THAT(list.timeliness(),
                ::testing::ElementsAre(v1::Timeliness::overdue, v1::Timeliness::due_today));
}

TEST_F(Commands, OnEightyColumnsATitleHasALineOfItsOwn) {
    add_row();
    std::ostringstream out, err;
    Terminal terminal;
    terminal.width = 80;
    run_whole({"overdue", "--profile", (folder_ / "client.toml").string()}, out, err, terminal);
    EXPECT_THAT(out.str(), HasSubstr("\n    122/KH-UBND, 3.1.2: Ban hành Kế hoạch cải cách hành chính\n"));
    EXPECT_THAT(out.str(), HasSubstr("còn 7 ngày"));
}

TEST_F(Commands, CompletionKnowsTheCommands) {
    for (const auto* shell : {"bash", "zsh", "fish"}) {
        const auto outcome = run_client({"completion", shell});
        EXPECT_EQ(outcome.exit, Exit::Done);
        for (const auto* word : {"overdue", "import", "until-idle"})
            EXPECT_THAT(outcome.out, HasSubstr(word)) << shell;
    }
}

TEST(Wording, StepsAreSaidInWords) {
    EXPECT_EQ(step_text(text::Lang::Vi, "-7d"), "nhắc trước 7 ngày");
    EXPECT_EQ(step_text(text::Lang::Vi, "0d"), "nhắc đúng ngày đến hạn");
    EXPECT_EQ(step_text(text::Lang::Vi, "+3d"), "báo quá hạn 3 ngày");
    EXPECT_EQ(step_text(text::Lang::En, "+1d"), "notice the day after");
    EXPECT_EQ(step_text(text::Lang::Vi, "^15d"), "báo cáo cấp trên sau 15 ngày");
    EXPECT_EQ(step_text(text::Lang::En, "-5wd"), "reminder 5 working days before");
    EXPECT_EQ(step_text(text::Lang::Vi, "?"), "?");
}

}  // namespace
}  // namespace dondoc::cli
