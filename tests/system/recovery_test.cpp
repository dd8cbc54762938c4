// SPDX-License-Identifier: Apache-2.0
// Keys and restores that lock nobody out, by real processes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

constexpr int refused_code = 1, mends_nothing = 2;  // after 2 systemd does not try again

Finished dondocd(const DaemonProcess& daemon, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {DONDOCD_PROGRAM, "--config", daemon.config().string()});
    return run(arguments, daemon.folder().path(), Cli::environment());
}

std::string content_of(const DaemonProcess& daemon) {
    return read_file(daemon.data() / "dondoc.db");
}

class Recovery : public testing::Test {
  protected:
    // What an administrator sees of a start that is refused.
    Finished start() { return dondocd(daemon, {}); }
    Finished rotate(const std::string& step) { return dondocd(daemon, {"--rotate-key", step}); }
    int ask() { return cli({"clock", "show"}).code; }

    DaemonProcess daemon;
    Cli cli{daemon};
};

TEST_F(Recovery, ABackupOfTheOtherClockIsRefusedBeforeAnythingMoves) {
    daemon.start();
    ASSERT_EQ(cli({"backup", "trial"}).code, 0);
    daemon.stop();
    DaemonProcess real{"", "mode = \"system\"\n"};
    real.start();
    real.stop();
    const auto before = content_of(real);
    const auto trial = (daemon.data() / "backup" / "trial.db").string();
    for (const auto& where : {std::vector<std::string>{"--config", real.config().string()},
                              std::vector<std::string>{"--data", real.data().string()}}) {
        auto command = std::vector<std::string>{DONDOCD_PROGRAM, "--restore", trial};
        command.insert(command.end(), where.begin(), where.end());
        const auto refused = run(command, real.folder().path(), Cli::environment());
        EXPECT_EQ(refused.code, refused_code) << refused.output;
        EXPECT_THAT(refused.output, AllOf(HasSubstr("đồng hồ mô phỏng"), HasSubstr("đồng hồ hệ thống")));
    }
    EXPECT_EQ(content_of(real), before);
    for (const auto& entry : fs::directory_iterator{real.data()})
        EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("restor")));
    real.start();
    EXPECT_EQ(Cli{real}({"clock", "show"}).code, 0);
    real.stop();
}

TEST_F(Recovery, TheDatabaseOfARunningDaemonIsNoBackup) {
    DaemonProcess other;
    other.start();
    daemon.start();
    daemon.stop();
    const auto before = content_of(daemon);
    fs::create_symlink(other.data() / "dondoc.db", daemon.folder() / "link.db");
    for (const auto& file : {other.data() / "dondoc.db", daemon.folder() / "link.db"}) {
        const auto refused = dondocd(daemon, {"--restore", file.string()});
        EXPECT_EQ(refused.code, refused_code);
        EXPECT_THAT(refused.output, HasSubstr("dondocd đang chạy"));
    }
    EXPECT_EQ(content_of(daemon), before);
    other.stop();
    EXPECT_EQ(dondocd(daemon, {"--restore", (other.data() / "dondoc.db").string()}).code, 0);
}

TEST_F(Recovery, AStartWithTheOtherClockIsNotTriedAgain) {
    daemon.start();
    daemon.stop();
    DaemonProcess real{"", "mode = \"system\"\n"};
    fs::create_directories(real.data());
    fs::copy(daemon.data(), real.data(), fs::copy_options::recursive);
    const auto refused = dondocd(real, {});
    EXPECT_EQ(refused.code, mends_nothing);
    EXPECT_THAT(refused.output, HasSubstr("đồng hồ"));
}

TEST_F(Recovery, AKeyThatWasNeverAnnouncedDoesNotBecomeTheDaemons) {
    daemon.start();
    daemon.stop();
    ASSERT_EQ(rotate("prepare").code, 0);
    const auto refused = rotate("finish");
    EXPECT_EQ(refused.code, refused_code);
    EXPECT_THAT(refused.output, AllOf(HasSubstr("chưa từng được thông báo"), HasSubstr("--force")));
    daemon.start();
    EXPECT_EQ(ask(), 0) << "nothing was changed";
    daemon.stop();
}

TEST_F(Recovery, ARotationSaysWhoWouldBeLockedOut) {
    daemon.start();
    ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
    const auto one = cli.grant("office");
    const auto two = (daemon.folder() / "two.toml").string();
    ASSERT_EQ(
        cli({"key", "new", "--out", two, "--role", "agency", "--agency", "SNV", "--name", "Máy ở Sở Nội vụ"})
            .code,
        0);
    daemon.stop();
    ASSERT_EQ(rotate("prepare").code, 0);
    daemon.start();
    EXPECT_EQ(cli.as(one, {"clock", "show"}).code, 0);
    daemon.stop();

    const auto refused = rotate("finish");
    EXPECT_EQ(refused.code, refused_code);
    EXPECT_THAT(refused.output, AllOf(HasSubstr("1 khóa"), HasSubstr("Máy ở Sở Nội vụ")));

    daemon.start();  // it is remembered who was told before
    EXPECT_EQ(cli.as(two, {"clock", "show"}).code, 0);
    daemon.stop();
    const auto done = rotate("finish");
    EXPECT_EQ(done.code, 0) << done.output;
    daemon.start();
    for (const auto& profile : {daemon.administrator(), one, fs::path{two}})
        EXPECT_EQ(cli.as(profile, {"clock", "show"}).code, 0) << profile;
    daemon.stop();
}

TEST_F(Recovery, WhoIsSureMayLockOthersOut) {
    daemon.start();
    const auto office = cli.grant("office");
    daemon.stop();
    ASSERT_EQ(rotate("prepare").code, 0);
    EXPECT_EQ(dondocd(daemon, {"--rotate-key", "finish", "--force"}).code, 0);
    daemon.start();
    EXPECT_EQ(ask(), 0) << "the profile in the data folder has changed with the key";
    EXPECT_EQ(cli.as(office, {"clock", "show"}).code, 3);
    daemon.stop();
}

TEST_F(Recovery, LostKeysHaveAWayBack) {
    daemon.start();
    const auto office = cli.grant("office");
    daemon.stop();
    EXPECT_EQ(dondocd(daemon, {"--new-server-key"}).code, refused_code) << "the key is there";
    fs::remove_all(daemon.data() / "keys");
    const auto refused = start();
    EXPECT_EQ(refused.code, mends_nothing) << "no restart mends it";
    EXPECT_THAT(refused.output, HasSubstr("--new-server-key"));

    const auto made = dondocd(daemon, {"--new-server-key"});
    EXPECT_EQ(made.code, 0) << made.output;
    auto key = read_file(daemon.data() / "keys" / "server.pub");
    key.pop_back();  // the end of the line
    EXPECT_THAT(made.output, AllOf(HasSubstr(key), HasSubstr("dondoc key server")));
    daemon.start();
    EXPECT_EQ(ask(), 0) << "the administrator's profile was changed";
    const auto locked_out = cli.as(office, {"clock", "show"});
    EXPECT_EQ(locked_out.code, 3);
    EXPECT_THAT(locked_out.output, HasSubstr("dondoc key server"));
    const auto told = cli.as(office, {"key", "server", key});
    EXPECT_EQ(told.code, 0) << told.output;
    EXPECT_EQ(cli.as(office, {"clock", "show"}).code, 0);
    EXPECT_EQ(cli.as(office, {"key", "server", "short"}).code, 2);
    daemon.stop();
}

TEST_F(Recovery, AProfileThatOpensNothingIsNoticedAndReplaced) {
    daemon.start();
    EXPECT_THAT(read_file(daemon.log()), Not(HasSubstr("opens_nothing")));
    ASSERT_EQ(cli({"backup", "before"}).code, 0);
    const auto backup = (daemon.data() / "backup" / "before.db").string();
    daemon.stop();
    // The profile is lost, a new one is made; then an older backup comes, which does not know it.
    fs::remove(daemon.administrator());
    daemon.start();
    EXPECT_EQ(ask(), 0);
    daemon.stop();
    ASSERT_EQ(dondocd(daemon, {"--restore", backup}).code, 0);
    daemon.start();
    EXPECT_EQ(ask(), 1);
    EXPECT_THAT(read_file(daemon.log()), AllOf(HasSubstr("event=administrator_profile_opens_nothing"),
                                               HasSubstr("--new-administrator")));
    EXPECT_EQ(dondocd(daemon, {"--new-administrator"}).code, 1) << "the daemon holds the folder";
    daemon.stop();

    const auto made = dondocd(daemon, {"--new-administrator"});
    EXPECT_EQ(made.code, 0) << made.output;
    EXPECT_TRUE(fs::exists(daemon.data() / "admin.toml.old"));
    daemon.start();
    const auto keys = cli({"key", "list"});
    EXPECT_EQ(keys.code, 0) << keys.output;
    daemon.stop();
}

TEST_F(Recovery, WhatTheDaemonKeepsIsForItAlone) {
    fs::create_directories(daemon.data());
    fs::permissions(daemon.data(), fs::perms{0755});
    daemon.start();
    for (const auto* name :
         {"dondoc.db", "dondoc.db-wal", "dondoc.db-shm", "admin.toml", "keys/server.key", "lock"}) {
        struct stat status {};
        ASSERT_EQ(::stat((daemon.data() / name).c_str(), &status), 0) << name;
        EXPECT_EQ(status.st_mode & 0077U, 0U) << name;
    }
    EXPECT_THAT(read_file(daemon.log()), HasSubstr("event=data_folder_open_to_others"));
    daemon.stop();
    fs::permissions(daemon.data() / "dondoc.db", fs::perms{0644});
    fs::permissions(daemon.data(), fs::perms{0700});
    daemon.start();
    struct stat status {};
    ASSERT_EQ(::stat((daemon.data() / "dondoc.db").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0077U, 0U) << "of a database that was open before";
    daemon.stop();
}

TEST_F(Recovery, ADatabaseThatIsCutShortUnderTheDaemonIsNoticedAtTheNextWrite) {
    daemon.start();
    ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
    daemon.stop();
    daemon.start();
    fs::resize_file(daemon.data() / "dondoc.db", 0);
    const auto refused =
        cli({"key", "new", "--out", (daemon.folder() / "x.toml").string(), "--role", "office"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("không ghi gì nữa"));
    daemon.kill();
}

TEST_F(Recovery, WhatIsWrongOnTheCommandLineIsSaidInVietnamese) {
    const std::pair<std::vector<std::string>, std::string> wrong[] = {
        {{"--nothing"}, "không có tùy chọn --nothing"},
        {{"extra"}, "thừa “extra”"},
        {{"--rotate-key", "turn"}, "prepare, finish, abandon"},
        {{"--restore"}, "--restore cần một giá trị"},
        {{"--check-config", "--check-data"}, "không dùng --check-config cùng với --check-data"}};
    for (const auto& [arguments, sentence] : wrong) {
        const auto refused = dondocd(daemon, arguments);
        EXPECT_EQ(refused.code, 2) << refused.output;
        EXPECT_THAT(refused.output, HasSubstr(sentence));
    }
    const auto help = dondocd(daemon, {"--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.output,
                AllOf(HasSubstr("Cách dùng: dondocd"), HasSubstr("Tùy chọn:"),
                      HasSubstr("--new-administrator"), Not(HasSubstr("Usage")), Not(HasSubstr("Options"))));
}

}  // namespace
}  // namespace dondoc::test
