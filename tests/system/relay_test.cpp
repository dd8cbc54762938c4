// SPDX-License-Identifier: Apache-2.0
// dondoc-relay as it runs, with a real daemon and a mail server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "support/python_server.h"
#include "support/raw_province.h"
#include "support/relay_process.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* tests = DONDOC_SOURCE_DIR "/tests/relay/";

class Relay : public testing::Test {
  protected:
    void SetUp() override {
        std::filesystem::create_directory(mails());
        daemon.start();
        done({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
        for (const auto* agency : {"SNV", "STC"}) {
            done({"person", "add", "--agency", agency, "--name", std::string{"Người "} + agency, "--email",
                  std::string{agency} + "@tinh.vn"});
        }
        done({"person", "add", "--office", "--name", "Văn thư", "--email", "vp@tinh.vn"});
    }
    // The server, and a relay that sends to it.
    void begin(const std::vector<std::string>& options = {}, const std::string& more = {}) {
        auto arguments = options;
        arguments.insert(arguments.begin(), mails().string());
        server = std::make_unique<PythonServer>(std::string{tests} + "smtp_server.py", arguments,
                                                daemon.folder() / "smtp");
        relay = std::make_unique<RelayProcess>(
            daemon, cli,
            "server = \"smtp://localhost:" + server->port() + "\"\ntls = \"off\"\ntimeout = \"5s\"\n", more);
        relay->start();
        wait_for([&] { return relay->log().find("event=begin") != std::string::npos; },
                 "the relay has begun");
    }
    void give_work() {
        std::ofstream{daemon.folder() / "plan.txt"}
            << "STT\tNội dung công việc\tKết quả\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n"
               "1\tRà soát thủ tục\tBáo cáo\t31/05/2023\tSở Nội vụ\t\n"
               "2\tSố hóa hồ sơ\tKho dữ liệu\t31/05/2023\tSở Tài chính\t\n";
        done({"plan", "import", (daemon.folder() / "plan.txt").string(), "--document", "12/KH-UBND",
              "--issued", "2023-05-13", "--level", "province"});
    }
    void advance(const std::string& to) { done({"clock", "advance", "--to", to}); }
    std::string done(const std::vector<std::string>& words) const {
        const auto finished = cli(words);
        EXPECT_EQ(finished.code, 0) << words[0] << " " << words[1] << ": " << finished.output;
        return finished.output;
    }
    void wait_for(const std::function<bool()>& condition, const char* what) const {
        constexpr auto longest = 30s;
        for (const auto begun = std::chrono::steady_clock::now(); !condition();) {
            if (std::chrono::steady_clock::now() - begun > longest)
                throw std::runtime_error(std::string{what} + " did not come\n" + (relay ? relay->log() : ""));
            std::this_thread::sleep_for(20ms);
        }
    }
    // What the relay has taken in is all that there is.
    static bool has_followed(RawClient& administrator) {
        v1::Request request;
        request.mutable_consumer_list();
        const auto listed = administrator.ask(request).consumer_list();
        return std::ranges::any_of(listed.consumers(), [](const auto& one) {
            return one.agency().empty() && one.acknowledged() == one.head();
        });
    }
    std::string arrived() const {
        return run({"/usr/bin/env", "python3", std::string{tests} + "read_mails.py", mails().string()},
                   daemon.folder().path())
            .output;
    }
    int count() const {
        int files = 0;
        for (const auto& one : std::filesystem::directory_iterator{mails()})
            if (one.path().extension() == ".eml") ++files;
        return files;
    }
    std::filesystem::path mails() const { return daemon.folder() / "mails"; }

    DaemonProcess daemon{"[office]\nagency = \"VPUBND\"\n"};
    Cli cli{daemon};
    std::unique_ptr<PythonServer> server;
    std::unique_ptr<RelayProcess> relay;
};

TEST_F(Relay, TellsPersonsAndTheDaemonKnowsWhatWasSentAndWhoLooked) {
    begin();
    give_work();
    advance("2023-05-13T08:10");
    wait_for([&] { return count() == 2; }, "two mails");
    EXPECT_THAT(arrived(), AllOf(HasSubstr("Rà soát thủ tục"), HasSubstr("1 việc mới giao"),
                                 HasSubstr("\"wrong\": []")));
    wait_for(
        [&] {
            return done({"--json", "task", "explain", "1"}).find("\"state\": \"sent\"") != std::string::npos;
        },
        "the report");
    EXPECT_THAT(done({"unseen"}), HasSubstr("SNV"));
    const auto snv = cli.grant("agency", "SNV");
    EXPECT_EQ(cli.as(snv, {"seen", "--up-to", "1", "--person", "Người SNV"}).code, 0);
    EXPECT_THAT(done({"unseen"}), Not(HasSubstr("SNV")));
    EXPECT_THAT(done({"--json", "task", "explain", "1"}), HasSubstr("\"seen_by\": \"Người SNV\""));
    EXPECT_EQ(relay->stop(), 0);
}

TEST_F(Relay, WhatWasToldBeforeThereWasOneIsNotSent) {
    give_work();
    begin();
    advance("2023-05-13T12:00");
    done({"contact", "test", "Văn thư"});
    EXPECT_THAT(arrived(), AllOf(HasSubstr("tin thử"), Not(HasSubstr("Rà soát"))));
}

TEST_F(Relay, AMorningIsOneMailAPersonAndTheOfficeHasItsLine) {
    begin();
    give_work();
    advance("2023-05-13T08:10");
    wait_for([&] { return count() == 2; }, "the first mails");
    advance("2023-05-30T07:40");  // the last morning before the term, and the line of the office
    wait_for([&] { return relay->log().find("event=office_line day=2023-05-30") != std::string::npos; },
             "the line in the outbox");

    advance("2023-05-30T08:00");
    wait_for([&] { return arrived().find("tình hình ngày 30/05/2023") != std::string::npos; }, "the line");
    EXPECT_THAT(arrived(), HasSubstr("Không thấy thư là có sự cố"));
}

TEST_F(Relay, WhatIsRefusedIsAnEventForTheOfficeAndCanBeTriedAgain) {
    done({"person", "change", "Người SNV", "--email", "refused@tinh.vn"});
    begin();
    give_work();
    advance("2023-05-13T08:10");
    wait_for(
        [&] {
            return done({"--json", "outbox", "list"}).find("smtp 550 5.1.1") != std::string::npos;
        },
        "the refusal");
    EXPECT_THAT(done({"--json", "log", "--agency", "VPUBND"}), HasSubstr("undelivered"));
    EXPECT_THAT(done({"--json", "log", "--agency", "VPUBND"}), Not(HasSubstr("@tinh.vn")));
    done({"person", "change", "Người SNV", "--email", "tot@tinh.vn"});
    done({"outbox", "retry", "--person", "Người SNV"});
    wait_for([&] { return arrived().find("tot@tinh.vn") != std::string::npos; },
             "the mail to the other address");
    wait_for(
        [&] {
            return done({"--json", "outbox", "list"}).find("Người SNV") == std::string::npos;
        },
        "the report");
    EXPECT_EQ(cli({"contact", "test", "Người SNV", "--channel", "zalo"}).code, 1);
}

// However shortly before: nobody who was there when something was decided is left out.
TEST_F(Relay, WhoeverWasAddedJustBeforeSomethingIsToldIsTold) {
    begin();
    give_work();
    constexpr int persons = 5;
    RawProvince office{daemon};
    for (int i = 1; i <= persons; ++i) {
        v1::Request add, comment;
        auto& entry = *add.mutable_person_add()->mutable_entry();
        entry.set_agency("SNV");
        entry.mutable_edit()->set_name("Người mới " + std::to_string(i));
        entry.mutable_edit()->set_email("moi" + std::to_string(i) + "@tinh.vn");
        EXPECT_FALSE(office.administrator().ask(add).has_error());
        comment.mutable_assignment_change()->set_assignment(1);
        comment.mutable_assignment_change()->set_action(v1::AssignmentChangeRequest::comment);
        comment.mutable_assignment_change()->set_note("ghi chú số " + std::to_string(i));
        EXPECT_FALSE(office.administrator().ask(comment).has_error());
        wait_for([&] { return has_followed(office.administrator()); }, "the relay at the end of the stream");
    }
    advance("2023-05-13T08:10");
    wait_for([&] { return count() == 2 + persons; }, "a mail for everybody");
    std::istringstream mails{arrived()};
    int told = 0;
    for (std::string mail; std::getline(mails, mail);)
        for (int i = 1; i <= persons; ++i)
            if (mail.find("\"moi" + std::to_string(i) + "@tinh.vn\"") != std::string::npos) {
                EXPECT_THAT(mail, HasSubstr("ghi chú số " + std::to_string(i)));
                ++told;
            }
    EXPECT_EQ(told, persons);
}

TEST_F(Relay, ConfigurationsAreCheckedWithoutADaemon) {
    std::ofstream{daemon.folder() / "good.toml"}
        << "[mail]\nserver = \"smtp://localhost\"\nfrom = \"a@b.vn\"\n";
    std::ofstream{daemon.folder() / "bad.toml"} << "[mail]\nserver = \"smtp://localhost\"\n";
    const auto check = [&](const char* name) {
        return run({DONDOC_RELAY_PROGRAM, "--check-config", "--config", (daemon.folder() / name).string()},
                   daemon.folder().path());
    };
    EXPECT_EQ(check("good.toml").code, 0);
    EXPECT_THAT(check("good.toml").output, HasSubstr("mail"));
    EXPECT_EQ(check("bad.toml").code, 2);
    EXPECT_THAT(check("bad.toml").output, AllOf(HasSubstr("bad.toml:1"), HasSubstr("mail.from")));
}

}  // namespace
}  // namespace dondoc::test
