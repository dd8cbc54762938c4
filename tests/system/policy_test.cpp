// SPDX-License-Identifier: Apache-2.0
// Policies, mutes, priority and who has not looked, with the programs themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Policy : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        done({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
        std::ofstream{plan()} << "STT\tNội dung nhiệm vụ\tCơ quan chủ trì\tThời hạn hoàn thành\n"
                                 "1\tLập danh mục hồ sơ\tSở Nội vụ\t30/06/2023\n"
                                 "2\tRà soát quy chế\tSở Tài chính\t30/06/2023\n";
        done({"plan", "import", plan().string(), "--document", "9/KH-UBND", "--issued", "2023-05-13",
              "--level", "province"});
    }
    std::string done(std::vector<std::string> arguments) const {
        const auto finished = cli(std::move(arguments));
        EXPECT_EQ(finished.code, 0) << finished.output;
        return finished.output;
    }
    std::filesystem::path plan() const { return daemon.folder() / "plan.txt"; }
    std::string write(const std::string& name, const std::string& content) const {
        std::ofstream{daemon.folder() / name} << content;
        return (daemon.folder() / name).string();
    }

    DaemonProcess daemon{
        "[office]\nagency = \"VPUBND\"\n[[policy]]\nname = \"khẩn\"\npriorities = [\"urgent\"]\n"
        "before = [\"10d\", \"3wd\"]\nafter = [\"every 2d\"]\n[[policy]]\nname = \"chung\"\n"
        "before = [\"15d\", \"1w\"]\nafter = [\"1d\", \"every 1w\"]\nrepeat_limit = 5\n"
        "escalate_after = [\"30d\"]\nunseen_after = \"5d\"\n"};
    Cli cli{daemon};
};

TEST_F(Policy, IsShownInWordsAndNamedWhereItHolds) {
    EXPECT_THAT(done({"policy", "show"}),
                AllOf(HasSubstr("VPUBND"), HasSubstr("việc khẩn"), HasSubstr("10 ngày, 3 ngày làm việc"),
                      HasSubstr("nhiều nhất 5 lần"), HasSubstr("sau 5 ngày")));
    EXPECT_THAT(done({"task", "explain", "1"}), AllOf(HasSubstr("chung"), HasSubstr("Giao việc")));
    EXPECT_EQ(cli({"task", "priority", "1", "soon", "--reason", "x"}).code, 2);
    EXPECT_EQ(cli({"task", "priority", "99", "urgent", "--reason", "x"}).code, 1);
    EXPECT_THAT(done({"task", "priority", "1", "urgent", "--reason", "công điện"}), HasSubstr("việc khẩn"));
    EXPECT_THAT(done({"task", "explain", "1"}), AllOf(HasSubstr("khẩn"), HasSubstr("Đổi mức ưu tiên")));
    EXPECT_EQ(cli({"task", "priority", "1", "urgent", "--reason", "lần nữa"}).code, 1);
}

TEST_F(Policy, AnotherFileIsComparedAndChangesNothing) {
    const auto candidate =
        write("new.toml", "[[policy]]\nbefore = ['20d', '1w']\nafter = ['1d', 'every 1w']\n");
    const auto before = done({"--json", "task", "show", "2"});
    EXPECT_THAT(done({"policy", "diff", candidate}),
                AllOf(HasSubstr("STC"), HasSubstr("06/2023"), HasSubstr("nhắc trước 20 ngày")));
    EXPECT_EQ(done({"--json", "task", "show", "2"}), before);
    EXPECT_THAT(done({"policy", "diff", daemon.config().string()}), HasSubstr("Không có gì thay đổi"));
    const auto refused = cli({"policy", "diff", write("bad.toml", "[[policy]]\nbefore = ['1d', '7d']\n")});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("bad.toml:2"));
    const auto unknown =
        cli({"policy", "diff", write("unknown.toml", "[[policy]]\nagencies = ['KHONGCO']\n")});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.output, AllOf(HasSubstr("unknown.toml:2"), HasSubstr("KHONGCO")));
}

TEST_F(Policy, AMuteIsShownWhereverItHidesSomethingAndLosesNoNotice) {
    EXPECT_EQ(cli({"mute", "add", "--task", "1", "--until", "10/7/2023"}).code, 2);
    EXPECT_EQ(cli({"mute", "add", "--until", "10/7/2023", "--reason", "x"}).code, 1);
    EXPECT_EQ(
        cli({"mute", "add", "--task", "1", "--agency", "SNV", "--until", "10/7/2023", "--reason", "x"}).code,
        1);
    EXPECT_EQ(cli({"mute", "add", "--task", "1", "--until", "10/5/2023", "--reason", "x"}).code, 1);
    done({"mute", "add", "--task", "1", "--until", "10/07/2023", "--reason", "chờ hướng dẫn"});
    EXPECT_THAT(done({"status"}), HasSubstr("tạm dừng báo"));
    done({"clock", "advance", "--to", "2023-07-05"});
    daemon.kill();
    daemon.start();
    EXPECT_THAT(done({"status"}), HasSubstr("bị giữ lại"));
    EXPECT_THAT(done({"--json", "overdue"}), HasSubstr("chờ hướng dẫn"));
    EXPECT_THAT(done({"mute", "list"}), AllOf(HasSubstr("nhiệm vụ 1"), HasSubstr("10/07/2023")));
    EXPECT_THAT(done({"task", "explain", "1"}), HasSubstr("chờ hướng dẫn"));
    EXPECT_THAT(done({"--json", "log", "--agency", "SNV"}), Not(HasSubstr("overdue")));
    done({"clock", "advance", "--to", "2023-07-12"});
    EXPECT_THAT(done({"--json", "log", "--agency", "SNV"}),
                AllOf(HasSubstr("overdue"), HasSubstr("+1d"), HasSubstr("+8d")));
    EXPECT_THAT(done({"mute", "list"}), Not(HasSubstr("nhiệm vụ 1")));
    EXPECT_EQ(cli({"mute", "end", "1"}).code, 1);
}

TEST_F(Policy, WhoHasNotLookedIsListedAndReported) {
    const auto listener = cli.grant("agency", "SNV");
    EXPECT_EQ(cli.as(listener, {"listen", "--until-idle", "--since", "0"}).code, 0);
    EXPECT_EQ(cli.as(listener, {"unseen"}).code, 1) << "the office's to know";
    EXPECT_THAT(done({"unseen"}), AllOf(HasSubstr("STC"), HasSubstr("SNV"))) << "handed to a program";
    EXPECT_EQ(cli.as(listener, {"seen", "--up-to", "1"}).code, 0);
    EXPECT_THAT(done({"unseen"}), AllOf(HasSubstr("STC"), Not(HasSubstr("SNV"))));
    done({"clock", "advance", "--to", "2023-06-21"});
    EXPECT_THAT(done({"--json", "log", "--agency", "VPUBND"}), HasSubstr("?5d"));
    EXPECT_THAT(done({"unseen"}), HasSubstr("13/05/2023"));
}

TEST_F(Policy, AnAgencyThatTheRegisterDoesNotHaveStopsTheStart) {
    ASSERT_EQ(daemon.stop(), 0);
    std::ofstream{daemon.config(), std::ios::app} << "escalate_to = [\"KHONGCO\"]\n";
    const auto check = run({DONDOCD_PROGRAM, "--check-config", "--config", daemon.config().string()},
                           daemon.folder().path());
    EXPECT_EQ(check.code, 2);
    EXPECT_THAT(check.output, AllOf(HasSubstr("dondocd.toml:"), HasSubstr("KHONGCO")));
    EXPECT_EQ(run({DONDOCD_PROGRAM, "--config", daemon.config().string()}, daemon.folder().path()).code, 2);
}

}  // namespace
}  // namespace dondoc::test
