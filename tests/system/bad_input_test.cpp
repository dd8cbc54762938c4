// SPDX-License-Identifier: Apache-2.0
// Bad input and bad circumstances: each a clear message, nothing lost, the right exit code.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include "support/cli.h"
#include "support/raw_province.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class BadInput : public testing::Test {
  protected:
    void serve() {
        daemon.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
    }
    std::string write(const std::string& name, const std::string& content) {
        const auto file = daemon.folder() / name;
        std::ofstream{file, std::ios::binary} << content;
        return file.string();
    }
    Finished import(const std::string& file) {
        return cli({"plan", "import", file, "--document", "9/KH-UBND", "--issued", "2023-05-13", "--level",
                    "province"});
    }
    // Starts a daemon that is expected to give up.
    Finished start_in_vain(const std::filesystem::path& config) {
        return run({DONDOCD_PROGRAM, "--config", config.string()}, daemon.folder().path(),
                   Cli::environment());
    }
    void expect_no_plan() {
        EXPECT_THAT(cli({"--json", "plan", "list"}).output, HasSubstr("\"documents\": []"));
    }

    DaemonProcess daemon;
    Cli cli{daemon};
};

TEST_F(BadInput, AnUnknownKeyInTheConfigurationIsNamedWithFileAndLine) {
    const auto config = write("bad.toml", "[daemon]\ndata_dir = \"/tmp/x\"\n\n[listen]\nsesions = []\n");
    const auto finished = start_in_vain(config);
    EXPECT_EQ(finished.code, 2);
    EXPECT_THAT(finished.output, AllOf(HasSubstr("bad.toml:5"), HasSubstr("sesions")));
    EXPECT_EQ(run({DONDOCD_PROGRAM, "--check-config", "--config", config}, daemon.folder().path()).code, 2);
    EXPECT_EQ(
        run({DONDOCD_PROGRAM, "--check-config", "--config", daemon.config().string()}, daemon.folder().path())
            .code,
        0);
    EXPECT_EQ(start_in_vain(daemon.folder() / "none.toml").code, 2);
}

TEST_F(BadInput, ADaemonThatHardlyAnybodyCouldConnectToDoesNotStart) {
    const auto folder = daemon.folder().path().string();
    const auto config =
        write("few.toml", "[daemon]\ndata_dir = \"" + folder + "/few\"\n[listen]\nsessions = [\"ipc://" +
                              folder + "/few.sock\"]\nfeed = []\n");
    const auto finished =
        run({"/bin/sh", "-c", "ulimit -n 40; exec \"$0\" --config \"$1\"", DONDOCD_PROGRAM, config},
            daemon.folder().path(), Cli::environment());
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.output, AllOf(HasSubstr("40"), HasSubstr("LimitNOFILE")));
}

// systemd would start it again every second for ever.
TEST_F(BadInput, ADataFolderThatCannotBeIsAMistakeOfTheConfiguration) {
    const auto file = write("no-folder", "a file");
    for (const auto& data : {file, file + "/data"}) {
        const auto config = write("folder.toml", "[daemon]\ndata_dir = \"" + data + "\"\n");
        const auto finished = start_in_vain(config);
        EXPECT_EQ(finished.code, 2) << finished.output;
        EXPECT_THAT(finished.output, AllOf(HasSubstr(data), HasSubstr("data_dir")));
    }
}

TEST_F(BadInput, AFileThatCannotBeReadOrIsNoPlanIsRefused) {
    serve();
    EXPECT_EQ(import((daemon.folder() / "none.txt").string()).code, 1);
    const auto prose =
        import(write("prose.txt", "Kính gửi các cơ quan,\n\nĐây không phải là một kế hoạch.\n"));
    EXPECT_EQ(prose.code, 1);
    EXPECT_THAT(prose.output, HasSubstr("prose.txt"));
    EXPECT_EQ(import(write("binary.txt", std::string("\0\1\2\xff\xfe", 5))).code, 1);
    EXPECT_EQ(import(write("empty.txt", "")).code, 1);
    EXPECT_EQ(import(daemon.folder().path().string()).code, 1);
    expect_no_plan();
}

TEST_F(BadInput, ARowWithoutAgencyAndAnUnknownAgencyAreKeptAndListed) {
    serve();
    const auto plan = write("plan.txt",
                            "STT\tNội dung nhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn hoàn thành\n"
                            "1\tXây dựng kế hoạch\tSở Nội vụ\tSở Tài chính\t31/12/2023\n"
                            "2\tTổng kết phong trào\t\t\t31/12/2023\n"
                            "3\tThăm dò sao Hỏa\tSở Vũ trụ\t\t31/12/2023\n");
    const auto imported = import(plan);
    EXPECT_EQ(imported.code, 0);
    EXPECT_THAT(imported.output, AllOf(HasSubstr("3 nhiệm vụ"), HasSubstr("Sở Vũ trụ")));
    EXPECT_THAT(cli({"task", "list"}).output, HasSubstr("Xây dựng kế hoạch"));

    const auto again = import(plan);
    EXPECT_EQ(again.code, 0);
    EXPECT_THAT(cli({"--json", "plan", "list"}).output, HasSubstr("\"tasks\": \"3\""));
    const auto strict = cli({"plan", "import", plan, "--document", "10/KH-UBND", "--issued", "2023-05-13",
                             "--level", "province", "--strict"});
    EXPECT_EQ(strict.code, 1);
    EXPECT_THAT(cli({"--json", "plan", "list"}).output, Not(HasSubstr("10/KH-UBND")));
}

TEST_F(BadInput, WrongUsageUnreachableDaemonAndRefusalHaveTheirOwnExitCodes) {
    serve();
    EXPECT_EQ(cli({"no-such-command"}).code, 2);
    EXPECT_EQ(cli({"plan", "import"}).code, 2);
    EXPECT_EQ(cli({"task", "show", "999999"}).code, 1);
    EXPECT_EQ(cli({"task", "show", "18446744073709551615"}).code, 2);
    EXPECT_EQ(daemon.stop(), 0);
    EXPECT_EQ(cli({"--timeout", "2", "status"}).code, 3);
}

TEST_F(BadInput, ADatabaseOfANewerVersionIsRefused) {
    daemon.start();
    ASSERT_EQ(daemon.stop(), 0);
    {
        // user_version is the big-endian number at byte 60 of the file header
        // (sqlite.org/fileformat2.html, 1.3).
        std::fstream file{daemon.data() / "dondoc.db", std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(60);
        file.write("\0\0\x03\xe7", 4);
    }
    const auto finished = start_in_vain(daemon.config());
    EXPECT_EQ(finished.code, 2);
    EXPECT_THAT(finished.output, HasSubstr("999"));
}

TEST_F(BadInput, TwoDaemonsDoNotShareADataFolder) {
    daemon.start();
    const auto second = start_in_vain(daemon.config());
    EXPECT_EQ(second.code, 1);
    EXPECT_THAT(second.output, HasSubstr(daemon.data().string()));
    EXPECT_EQ(cli({"status"}).code, 0);
}

TEST_F(BadInput, ASecondDaemonDoesNotTakeTheFirstOnesEndpoint) {
    daemon.start();
    const auto config =
        write("second.toml", "[daemon]\ndata_dir = \"" + (daemon.folder() / "other").string() +
                                 "\"\n[listen]\nsessions = [\"" + daemon.endpoint() + "\"]\nfeed = []\n");
    const auto second = start_in_vain(config);
    EXPECT_EQ(second.code, 1);
    EXPECT_THAT(second.output, HasSubstr(daemon.endpoint()));
    EXPECT_EQ(cli({"status"}).code, 0);
}

TEST_F(BadInput, APortInUseIsNamed) {
    zmq::context_t context;
    zmq::socket_t other{context, zmq::socket_type::rep};
    other.bind("tcp://127.0.0.1:*");
    const auto endpoint = other.get(zmq::sockopt::last_endpoint);
    const auto config =
        write("port.toml", "[daemon]\ndata_dir = \"" + daemon.data().string() +
                               "\"\n[listen]\nsessions = [\"" + endpoint + "\"]\nfeed = []\n");
    const auto finished = start_in_vain(config);
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.output, HasSubstr(endpoint));
}

TEST_F(BadInput, AFullDiskIsSaidAndLosesNothing) {
    std::filesystem::create_directory(daemon.data());
    if (::mount("dondoc-test", daemon.data().c_str(), "tmpfs", 0, "size=2m") != 0)
        GTEST_SKIP() << "a small file system cannot be mounted here";
    struct Unmount {
        std::filesystem::path folder;
        ~Unmount() { ::umount2(folder.c_str(), MNT_DETACH); }
    } const unmount{daemon.data()};
    serve();

    const auto ballast = daemon.data() / "ballast";
    {
        std::ofstream out{ballast, std::ios::binary};
        while (out.write(std::string(4096, 'x').data(), 4096).flush()) {
        }
    }
    const auto refused = cli({"plan", "import", DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt",
                              "--document", "08/KH-UBND", "--issued", "2023-01-10", "--level", "province"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("Đĩa đầy"));
    EXPECT_TRUE(daemon.is_running());
    expect_no_plan();

    std::filesystem::remove(ballast);
    EXPECT_EQ(cli({"plan", "import", DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt", "--document",
                   "08/KH-UBND", "--issued", "2023-01-10", "--level", "province"})
                  .code,
              0);
    daemon.kill();
    daemon.start();
    EXPECT_THAT(cli({"plan", "list"}).output, HasSubstr("08/KH-UBND"));
    daemon.stop();
}

}  // namespace
}  // namespace dondoc::test
