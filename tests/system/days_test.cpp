// SPDX-License-Identifier: Apache-2.0
// Usual days as scripts (tests/system/days): they run to their end, in so many commands and seconds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class UsualDay : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
        std::filesystem::create_directories(bin());
        std::ofstream{bin() / "dondoc"} << "#!/bin/sh\necho x >> \"" << (daemon.folder() / "calls").string()
                                        << "\"\nexec " << DONDOC_PROGRAM << " \"$@\"\n";
        std::filesystem::permissions(bin() / "dondoc", std::filesystem::perms::owner_all);
        std::ofstream{daemon.folder() / "plan.tsv"}
            << "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
            << "1\tRà soát thủ tục\tSở Nội vụ\t31/12/2023\n"
            << "2\tSố hóa hồ sơ\tCơ quan chưa thành lập\tQuý III/2023\n";
    }
    std::filesystem::path bin() const { return daemon.folder() / "bin"; }

    // Rows of Sở Nội vụ.
    void import_rows(int rows) {
        const auto file = daemon.folder() / "rows.tsv";
        std::ofstream plan{file};
        plan << "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n";
        for (int i = 1; i <= rows; ++i) plan << i << "\tViệc thứ " << i << "\tSở Nội vụ\t31/12/2023\n";
        plan.close();
        const auto done = cli({"plan", "import", file.string(), "--document", "12/KH-UBND", "--issued",
                               "2023-05-13", "--level", "province"});
        ASSERT_EQ(done.code, 0) << done.output;
    }
    // Runs the script, and fails where it takes more commands than a person would put up with, or long.
    std::string live(const std::string& name, const std::filesystem::path& profile, std::size_t commands) {
        auto environment = Cli::environment();
        environment["PATH"] = bin().string() + ":/usr/bin:/bin";
        environment["DONDOC_PROFILE"] = profile.string();
        const auto begun = std::chrono::steady_clock::now();
        const auto done = run({"/bin/sh", "-c",
                               "cd '" + daemon.folder().path().string() + "' && exec /bin/sh -e " +
                                   std::string{DONDOC_SOURCE_DIR "/tests/system/days/"} + name},
                              daemon.folder().path(), environment);
        EXPECT_EQ(done.code, 0) << done.output;
        EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{30});
        EXPECT_EQ(read_file(daemon.folder() / "calls").size() / 2, commands);
        return done.output;
    }

    DaemonProcess daemon;
    Cli cli{daemon};
};

TEST_F(UsualDay, ATelegramGoesFromTheTelephoneToTheAlertInOneCommand) {
    live("telegram.sh", daemon.administrator(), 1);
    const auto snv = cli.grant("agency", "SNV");
    const auto heard = cli.as(snv, {"listen", "--since", "0", "--until-idle"});
    EXPECT_THAT(heard.output, HasSubstr("Sơ tán người dân vùng trũng"));
    EXPECT_THAT(heard.output, HasSubstr("15/05/2023"));
}

TEST_F(UsualDay, EightyTwoConfirmationsTakeTwoCommands) {
    import_rows(82);
    ASSERT_EQ(cli({"assignment", "report", "--document", "12/KH-UBND", "--number", "1/BC", "--yes"}).code, 0);
    EXPECT_THAT(live("confirmations.sh", cli.grant("office"), 2), HasSubstr("cho 82 phần việc"));
}

TEST_F(UsualDay, AClerksDay) {
    live("clerk.sh", daemon.administrator(), 6);
    EXPECT_TRUE(std::filesystem::exists(daemon.folder() / "tuan.xlsx"));
}

TEST_F(UsualDay, ANewListenerMayBeginWithWhatComesNext) {
    import_rows(3);
    const auto snv = cli.grant("agency", "SNV");
    const auto listen = [&] {
        const auto state = (daemon.folder() / "snv.state").string();
        const auto heard = cli.as(snv, {"listen", "--from-now", "--until-idle", "--state", state});
        EXPECT_EQ(heard.code, 0) << heard.output;
        return heard.output;
    };
    EXPECT_THAT(listen(), Not(HasSubstr("Giao việc")));
    live("telegram.sh", daemon.administrator(), 1);
    EXPECT_THAT(listen(), AllOf(HasSubstr("Sơ tán người dân"), Not(HasSubstr("12/KH-UBND"))));
    EXPECT_THAT(listen(), Not(HasSubstr("Sơ tán"))) << "it goes on from where it stopped";
}

TEST_F(UsualDay, AnOfficersDay) {
    import_rows(3);
    const auto said = live("officer.sh", cli.grant("agency", "SNV"), 4);
    EXPECT_THAT(said, HasSubstr("chờ quyết định"));
}

}  // namespace
}  // namespace dondoc::test
