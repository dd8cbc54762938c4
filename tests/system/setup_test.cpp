// SPDX-License-Identifier: Apache-2.0
// dondoc setup, from a configuration as it is installed to a daemon that serves a province.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Setup : public testing::Test {
  protected:
    // The port that setup opens to other machines is not opened in a test.
    Setup() {
        std::filesystem::create_directories(daemon.folder() / "dondocd.d");
        std::ofstream{daemon.folder() / "dondocd.d/60-own.toml"} << "[listen]\nsessions = [\""
                                                                 << daemon.endpoint() << "\"]\n";
    }
    Finished setup(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(),
                         {DONDOC_PROGRAM, "setup", "--config", daemon.config().string(), "--yes"});
        return run(arguments, daemon.folder().path(), Cli::environment());
    }
    std::string done(std::vector<std::string> arguments) const {
        const auto finished = setup(std::move(arguments));
        EXPECT_EQ(finished.code, 0) << finished.output;
        return finished.output;
    }
    std::filesystem::path written() const { return daemon.folder() / "dondocd.d/50-setup.toml"; }

    DaemonProcess daemon;
    Cli cli{daemon};
};

TEST_F(Setup, MakesADaemonThatServesTheProvince) {
    const auto said = done({"--province", "thai nguyen", "--time", "7:15", "--address", "dondoc.example.vn",
                            "--operator", "Nguyễn Văn An", "--operator-email", "an@example.vn"});
    EXPECT_THAT(said,
                AllOf(HasSubstr("tỉnh Thái Nguyên"), HasSubstr("DONDOC OK"), HasSubstr("Việc tiếp theo"),
                      HasSubstr("dondocd --config " + daemon.config().string())));
    EXPECT_THAT(read_file(written()),
                AllOf(HasSubstr("\"tcp://*:7710\""), HasSubstr("agency = \"19.VP\""),
                      HasSubstr("public = \"tcp://dondoc.example.vn:7710\""), HasSubstr("time = \"07:15\"")));
    daemon.start();
    EXPECT_THAT(cli({"--json", "agency", "list"}).output, HasSubstr("UBND phường Phan Đình Phùng"));
    EXPECT_THAT(cli({"policy", "show"}).output, HasSubstr("07:15"));
    EXPECT_THAT(cli({"person", "list"}).output, HasSubstr("Nguyễn Văn An"));
    for (const auto* profile : {"operator.toml", "office.toml"}) {
        const auto file = daemon.data() / "profiles" / profile;
        EXPECT_EQ(std::filesystem::status(file).permissions(),
                  std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        EXPECT_THAT(read_file(file), HasSubstr("tcp://dondoc.example.vn:7710"));
        EXPECT_EQ(cli.as(file, {"--endpoint", daemon.endpoint(), "status"}).code, 0);
    }
}

TEST_F(Setup, AgainChangesOnlyWhatIsSaidAnew) {
    done({"--province", "19", "--operator", "Nguyễn Văn An"});
    const auto before = read_file(written());
    const auto key = read_file(daemon.data() / "profiles/operator.toml");
    const auto again = done({"--province", "19", "--operator", "Nguyễn Văn An"});
    EXPECT_THAT(again, AllOf(HasSubstr("đã đúng như vậy"), HasSubstr("còn dùng được")));
    EXPECT_EQ(read_file(written()), before);
    EXPECT_EQ(read_file(daemon.data() / "profiles/operator.toml"), key);
    std::filesystem::remove(daemon.data() / "profiles/office.toml");
    EXPECT_THAT(done({"--province", "19", "--time", "06:45"}), HasSubstr("hồ sơ không ở đây"));
    EXPECT_THAT(read_file(written()), HasSubstr("06:45"));
}

TEST_F(Setup, ARehearsalWritesAndStartsNothing) {
    EXPECT_THAT(done({"--province", "19", "--dry-run"}), AllOf(HasSubstr("19.VP"), HasSubstr("chưa ghi gì")));
    EXPECT_FALSE(std::filesystem::exists(written()));
    EXPECT_FALSE(std::filesystem::exists(daemon.data()));
}

TEST_F(Setup, WhatWillNotDoIsRefusedBeforeAnythingIsDone) {
    const auto refused = [&](std::vector<std::string> arguments, int code, const std::string& because) {
        const auto finished = setup(std::move(arguments));
        EXPECT_EQ(finished.code, code) << finished.output;
        EXPECT_THAT(finished.output, HasSubstr(because));
    };
    refused({}, 2, "--province");
    refused({"--province", "Atlantis"}, 1, "19 tỉnh Thái Nguyên");
    refused({"--province", "19", "--office", "KHONGCO"}, 1, "19.VP");
    refused({"--province", "19", "--time", "25:00"}, 2, "25:00");
    refused({"--province", "19", "--operator", "An\x1b[31m"}, 1, "ký tự điều khiển");
    EXPECT_FALSE(std::filesystem::exists(daemon.data()));
}

// On a terminal, which script(1) makes.
TEST_F(Setup, WhoSitsThereIsAskedAgainAfterAnAnswerThatWillNotDo) {
    const std::string answers = "Atlantis\n19\nKHONGCO\n\n25:00\n7:15\n\nNguyễn Văn An\nan\nan@example.vn\n";
    std::ofstream{daemon.folder() / "answers"} << answers;
    const auto finished = run(
        {"/bin/sh", "-c", "exec script -qec \"$0\" /dev/null <\"$1\"",
         DONDOC_PROGRAM " setup --dry-run --config " + daemon.config().string(), daemon.folder() / "answers"},
        daemon.folder().path(), Cli::environment());
    EXPECT_EQ(finished.code, 0) << finished.output;
    EXPECT_THAT(finished.output,
                AllOf(HasSubstr("Không có danh bạ của “Atlantis”"), HasSubstr("mang mã KHONGCO"),
                      HasSubstr("“25:00” không phải giờ"), HasSubstr("“an” không phải một địa chỉ"),
                      HasSubstr("time = \"07:15\""), HasSubstr("chưa ghi gì")));
}

TEST_F(Setup, AConfigurationThatDoesNotStartIsSaidWithItsPlace) {
    std::ofstream{daemon.config(), std::ios::app} << "[limits]\nwindows = 3\n";
    const auto finished = setup({"--province", "19"});
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.output, AllOf(HasSubstr("không khởi động được"), HasSubstr("limits.windows")));
    EXPECT_FALSE(std::filesystem::exists(written()));
}

TEST_F(Setup, ADaemonThatRunsIsUsedAndItsOwnerIsToldToRestartIt) {
    daemon.start();
    EXPECT_THAT(done({"--province", "19"}),
                AllOf(HasSubstr("khởi động lại"), Not(HasSubstr("dondocd --config"))));
    EXPECT_TRUE(daemon.is_running());
    EXPECT_THAT(cli({"--json", "agency", "list"}).output, HasSubstr("19.SNV"));
}

TEST_F(Setup, ThePagesInTheBrowserGetTheirKeyWhereTheyAreInstalled) {
    EXPECT_THAT(done({"--province", "19"}), Not(HasSubstr("dondoc-web")));
    std::ofstream{daemon.folder() / "dondoc-web.toml"} << "url = \"https://dondoc.example.vn\"\n";
    EXPECT_THAT(done({"--province", "19", "--address", "dondoc.example.vn"}),
                HasSubstr("enable --now dondoc-web"));
    EXPECT_THAT(read_file(daemon.data() / "profiles/web-profile.toml"), HasSubstr(daemon.endpoint()))
        << "they run on this machine";
}

TEST_F(Setup, MailIsSetUpWhereTheRelayIsInstalled) {
    const std::vector<std::string> mail{"--province",   "19",          "--mail-server",
                                        "mail.tinh.vn", "--mail-from", "Đôn đốc <dondoc@tinh.vn>"};
    const auto missing = setup(mail);
    EXPECT_EQ(missing.code, 1);
    EXPECT_THAT(missing.output, HasSubstr("apt install dondoc-relay"));
    EXPECT_FALSE(std::filesystem::exists(written()));

    std::filesystem::copy_file(DONDOC_SOURCE_DIR "/config/dondoc-relay.toml",
                               daemon.folder() / "dondoc-relay.toml");
    EXPECT_THAT(done(mail),
                AllOf(HasSubstr("dondoc-relay chấp nhận"), HasSubstr("enable --now dondoc-relay")));
    const auto file = daemon.folder() / "dondoc-relay.d/50-setup.toml";
    EXPECT_THAT(read_file(file),
                AllOf(HasSubstr("server = \"smtp://mail.tinh.vn:587\""),
                      HasSubstr("from = \"Đôn đốc <dondoc@tinh.vn>\""), Not(HasSubstr("tls"))));
    EXPECT_THAT(read_file(daemon.data() / "profiles/relay-key.toml"), HasSubstr(daemon.endpoint()));

    const auto before = read_file(file);
    EXPECT_THAT(done({"--province", "19"}), HasSubstr(file.string() + " đã đúng như vậy"));
    const auto refused = setup({"--province", "19", "--mail-from", "khong phai dia chi"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, AllOf(HasSubstr("mail.from"), HasSubstr("50-setup.toml:")));
    EXPECT_EQ(read_file(file), before);
    done({"--province", "19", "--mail-server", "localhost:25"});
    EXPECT_THAT(read_file(file), AllOf(HasSubstr("smtp://localhost:25"), HasSubstr("tls = \"off\"")));
}

TEST_F(Setup, TheRegisterMayBeOnesOwn) {
    const auto said =
        done({"--province", DONDOC_SOURCE_DIR "/config/agencies/sample.toml", "--office", "VPUBND"});
    EXPECT_THAT(said, HasSubstr("DONDOC OK"));
    EXPECT_THAT(read_file(written()), HasSubstr("agency = \"VPUBND\""));
}

}  // namespace
}  // namespace dondoc::test
