// SPDX-License-Identifier: Apache-2.0
// Dossiers with a term, taken in from files by the programs as they are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;

class FlowCommand : public Office {
  protected:
    FlowCommand() : Office({}, "mode = \"simulated\"\nstart = \"2025-07-16T16:00\"\n") {}
    void SetUp() override {
        daemon.start();
        take_in_agencies(DONDOC_SOURCE_DIR "/config/agencies/hai-cap-2025.toml");
    }
    Finished import(const std::string& content, std::vector<std::string> more = {}) {
        const auto file = daemon.folder() / "ho-so.jsonl";
        std::ofstream{file} << content;
        std::vector<std::string> command{"flow", "import", file.string(), "--source", "mot-cua"};
        command.insert(command.end(), more.begin(), more.end());
        return cli(command);
    }
    std::string report() {
        return ask({"flow", "report", "--from", "14/7/2025", "--to", "20/7/2025", "--csv", "-"});
    }

    const std::string procedure = R"({"code": "TT1", "name": "Đăng ký tạm trú", "term": "3wd"})"
                                  "\n";
    static std::string dossier(int id, const std::string& more = R"("state": "in_work")") {
        return R"({"id": "HS-)" + std::to_string(id) +
               R"(", "procedure": "TT1", "office": "STP", "received": "2025-07-14T08:10", )" + more + "}\n";
    }
};

TEST_F(FlowCommand, TheShippedFeedIsTakenInOnceAndReported) {
    const std::string sample = DONDOC_SOURCE_DIR "/config/samples/ho-so.jsonl";
    cli({"clock", "advance", "--to", "2025-07-22T09:00"});
    const auto first = cli({"flow", "import", sample, "--source", "mot-cua"});
    EXPECT_EQ(first.code, 0) << first.output;
    EXPECT_THAT(first.output, HasSubstr("5 hồ sơ mới, 0 thay đổi, 0 như cũ; 3 thủ tục"));
    EXPECT_THAT(ask({"flow", "import", sample, "--source", "mot-cua"}),
                HasSubstr("0 hồ sơ mới, 0 thay đổi, 5 như cũ"));
    const auto figures = ask({"flow", "report", "--from", "1/7/2025", "--to", "31/7/2025"});
    EXPECT_THAT(figures, HasSubstr("50,00 %"));  // one of two was late
    EXPECT_THAT(ask({"flow", "list", "--state", "overdue"}), HasSubstr("MC-25-0003"));
    EXPECT_THAT(ask({"flow", "show", "MC-25-0004"}), HasSubstr("chưa kết thúc"));
    EXPECT_THAT(ask({"status"}), HasSubstr("0")) << "no task is counted";
    EXPECT_THAT(ask({"--json", "task", "list"}), Not(HasSubstr("MC-25")));
}

TEST_F(FlowCommand, WhatIsRefusedIsNamedByLineAndFieldAndRefusesTheBatch) {
    const auto bad = procedure + dossier(1) + dossier(2, R"("state": "done")") + dossier(3);
    const auto refused = import(bad);
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("ho-so.jsonl:3 finished"));
    EXPECT_THAT(ask({"flow", "list"}), HasSubstr("Không có hồ sơ nào"));
    const auto rest = import(bad, {"--skip-refused"});
    EXPECT_EQ(rest.code, 1);
    EXPECT_THAT(rest.output, HasSubstr("2 hồ sơ mới"));
    EXPECT_THAT(rest.output, HasSubstr("1 hồ sơ bị từ chối"));
    const auto misspelt = import(R"({"id": "HS-9", "proceduer": "TT1"})");
    EXPECT_THAT(misspelt.output, HasSubstr("ho-so.jsonl:1"));
    EXPECT_EQ(misspelt.code, 1);
    const auto broken = import("no JSON\n" + dossier(7), {"--skip-refused"});
    EXPECT_EQ(broken.code, 1);
    EXPECT_THAT(broken.output, HasSubstr("1 hồ sơ mới"));
    EXPECT_THAT(broken.output, HasSubstr("ho-so.jsonl:1"));
}

TEST_F(FlowCommand, ADayIsToldInOneEventThatListenersShow) {
    import(procedure + dossier(1) + dossier(2));
    ask({"clock", "advance", "--to", "2025-07-18T09:00"});
    const auto log = ask({"log", "--agency", "STP"});
    EXPECT_THAT(log, HasSubstr("2 hồ sơ")) << "those of one morning in one event";
    EXPECT_THAT(ask({"flow", "show", "HS-1"}), HasSubstr("Tiếp theo"));
}

TEST_F(FlowCommand, KilledWhileItIsTakenInNothingIsCountedTwice) {
    std::string content = procedure;
    for (int i = 1; i <= 5000; ++i) content += dossier(i);
    const auto file = daemon.folder() / "ho-so.jsonl";
    std::ofstream{file} << content;
    for (int round = 0; round < 2; ++round) {
        Process client{{DONDOC_PROGRAM, "--profile", daemon.administrator().string(), "flow", "import",
                        file.string(), "--source", "mot-cua"},
                       daemon.folder() / "client",
                       Cli::environment()};
        // The first batch is there, or all of it.
        for (int look = 0;
             look < 200 && cli({"--json", "flow", "list"}).output.find("HS-1") == std::string::npos; ++look) {
        }
        daemon.kill();
        client.signal(SIGKILL);
        client.wait();
        daemon.start();
    }
    const auto done = import(content);
    EXPECT_EQ(done.code, 0) << done.output;
    EXPECT_THAT(report(), HasSubstr("5000"));
    EXPECT_EQ(cli({"check"}).code, 0);
}

}  // namespace
}  // namespace dondoc::test
