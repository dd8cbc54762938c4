// SPDX-License-Identifier: Apache-2.0
// Trouble of the disk under a running daemon, backups and restores, by real processes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "support/cli.h"
#include "support/loop_disk.h"
#include "support/raw_province.h"
#include "support/small_disk.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

class Storage : public testing::Test {
  protected:
    void serve_a_province() {
        daemon.start();
        province = std::make_unique<RawProvince>(daemon);
        province->import_agencies();
        province->import_plan();
    }
    static std::vector<std::string> undisturbed_log() {
        DaemonProcess other;
        other.start();
        RawProvince same{other};
        same.import_agencies();
        same.import_plan();
        same.advance_to("2024-02-01");
        return same.log();
    }
    std::string status() { return cli({"status"}).output; }
    // Waits for the thing itself, with a bound.
    void wait_until(const std::function<bool()>& there) {
        for (int i = 0; i < 300 && !there(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{50});
        ASSERT_TRUE(there()) << read_file(daemon.log());
    }
    Finished dondocd(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), DONDOCD_PROGRAM);
        return run(arguments, daemon.folder().path(), Cli::environment());
    }
    std::string backup(const std::string& name) {
        const auto made = cli({"backup", name});
        EXPECT_EQ(made.code, 0) << made.output;
        return (daemon.data() / "backup" / (name + ".db")).string();
    }
    std::string restore(const std::string& file) {
        const auto done = dondocd({"--restore", file, "--data", daemon.data().string()});
        EXPECT_EQ(done.code, 0) << done.output;
        return done.output;
    }
    // The page on which this stands first.
    void damage_a_page_with(const std::string& text) {
        std::fstream bytes{daemon.data() / "dondoc.db", std::ios::in | std::ios::out | std::ios::binary};
        const std::string content{std::istreambuf_iterator<char>{bytes}, {}};
        const auto at = content.find(text);
        ASSERT_NE(at, content.npos);
        bytes.clear();
        bytes.seekp(static_cast<std::streamoff>(at / 4096 * 4096));
        bytes << std::string(4096, '\xff');
    }

    DaemonProcess daemon;
    Cli cli{daemon};
    std::unique_ptr<RawProvince> province;
};

TEST_F(Storage, AFullDiskStopsWritesOnlyAndAfterItNothingIsLostOrToldTwice) {
    const auto undisturbed = undisturbed_log();
    const SmallDisk disk{daemon.data(), "40m"};
    if (!disk.is_mounted()) GTEST_SKIP() << "a small file system cannot be mounted here";
    serve_a_province();
    province->advance_to("2023-08-01");
    const auto before = province->log();
    const auto agency = cli.grant("agency", agency_code(1));
    disk.fill();
    EXPECT_THROW(province->advance_to("2024-02-01"), std::runtime_error);
    EXPECT_THAT(status(), HasSubstr("Đĩa đầy"));
    EXPECT_GE(province->log().size(), before.size());
    const auto heard = cli.as(agency, {"listen", "--since", "0", "--until-idle", "--json"});
    EXPECT_EQ(heard.code, 0) << heard.output;
    EXPECT_GT(count_of(heard.output, "\n"), 0U);
    EXPECT_TRUE(daemon.is_running());

    disk.make_room();
    wait_until([&] { return read_file(daemon.log()).find("event=storage_well") != std::string::npos; });
    EXPECT_THAT(status(), Not(HasSubstr("Đĩa đầy")));
    province->advance_to("2024-02-01");
    EXPECT_EQ(province->log(), undisturbed);
    daemon.kill();
    daemon.start();
    province->reconnect();
    EXPECT_EQ(province->log(), undisturbed);
    EXPECT_EQ(count_of(read_file(daemon.log()), "code=storage.full"), 1U) << read_file(daemon.log());
    daemon.stop();
}

TEST_F(Storage, AfterTheKernelTurnedTheDiskReadOnlyItIsReadAndOnceMountedAgainNothingIsLost) {
    const auto undisturbed = undisturbed_log();
    LoopDisk disk{daemon.data()};
    if (!disk.is_mounted()) GTEST_SKIP() << "a file system of a loop device cannot be mounted here";
    serve_a_province();
    province->advance_to("2023-08-01");
    const auto before = province->log();
    if (!disk.turn_read_only()) GTEST_SKIP() << "the kernel offers no error to try this with";

    EXPECT_THROW(province->advance_to("2024-02-01"), std::runtime_error);
    const auto refused = cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("ghi được cơ sở dữ liệu"));
    EXPECT_THAT(status(), HasSubstr("ghi được cơ sở dữ liệu"));
    EXPECT_EQ(province->log(), before) << "reading goes on, and nothing is half told";
    EXPECT_EQ(cli({"task", "list"}).code, 0);
    EXPECT_TRUE(daemon.is_running());
    EXPECT_EQ(count_of(read_file(daemon.log()), "event=storage_trouble"), 1U) << read_file(daemon.log());
    daemon.stop();

    disk.unmount();
    disk.mount("rw");
    daemon.start();
    province->reconnect();
    EXPECT_EQ(province->log(), before);
    province->advance_to("2024-02-01");
    EXPECT_EQ(province->log(), undisturbed);
    daemon.stop();

    disk.unmount();
    disk.mount("ro");
    ASSERT_TRUE(disk.is_mounted());
    const auto not_started = dondocd({"--config", daemon.config().string()});
    EXPECT_NE(not_started.code, 0);
    EXPECT_THAT(not_started.output, HasSubstr("Không ghi được"));
}

TEST_F(Storage, ALogThatIsDeletedUnderTheDaemonLosesNothing) {
    serve_a_province();
    province->advance_to("2023-08-01");
    const auto before = province->log();
    ASSERT_TRUE(fs::remove(daemon.data() / "dondoc.db-wal"));
    province->advance_to("2023-08-02");
    wait_until([&] { return fs::exists(daemon.data() / "dondoc.db-wal"); });
    daemon.kill();
    daemon.start();
    province->reconnect();
    EXPECT_GE(province->log().size(), before.size());
    EXPECT_EQ(cli({"check"}).code, 0);
    daemon.stop();
}

TEST_F(Storage, ADatabaseThatIsMovedAwayIsNotWrittenUntilItIsBack) {
    serve_a_province();
    fs::rename(daemon.data() / "dondoc.db", daemon.data() / "elsewhere");
    const auto refused = cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("đã bị xóa hoặc thay thế"));
    EXPECT_THAT(status(), HasSubstr("đã bị xóa hoặc thay thế"));
    EXPECT_EQ(cli({"backup", "rescued"}).code, 0) << "what is still open is saved";
    const auto elsewhere = (daemon.folder() / "elsewhere").string();
    const auto rescued = (daemon.data() / "backup" / "rescued.db").string();
    EXPECT_THAT(dondocd({"--restore", rescued, "--data", elsewhere}).output, HasSubstr("1 văn bản"));
    fs::rename(daemon.data() / "elsewhere", daemon.data() / "dondoc.db");
    EXPECT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
    wait_until([&] { return status().find("đã bị xóa hoặc thay thế") == std::string::npos; });
    daemon.stop();
}

TEST_F(Storage, ADamagedPageEndsWritesForGoodUntilABackupIsRestored) {
    serve_a_province();
    province->advance_to("2023-08-01");
    const auto file = backup("good");
    ASSERT_EQ(daemon.stop(), 0);
    damage_a_page_with("Nhiệm vụ thử nghiệm thứ 12");

    daemon.start();
    cli({"task", "list"});
    EXPECT_THAT(status(), HasSubstr("bị hỏng"));
    const auto refused = cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("--restore"));
    EXPECT_EQ(cli({"agency", "list"}).code, 0) << "other pages are still read";
    EXPECT_EQ(cli({"check"}).code, 1);
    EXPECT_EQ(cli({"backup", "bad"}).code, 1);
    ASSERT_EQ(daemon.stop(), 0);

    daemon.start();
    EXPECT_THAT(status(), HasSubstr("bị hỏng")) << "also after a restart";
    ASSERT_EQ(daemon.stop(), 0);
    EXPECT_EQ(dondocd({"--check-data", "--data", daemon.data().string()}).code, 1);

    EXPECT_THAT(restore(file), HasSubstr("before-restore"));
    EXPECT_EQ(dondocd({"--check-data", "--data", daemon.data().string()}).code, 0);
    daemon.start();
    EXPECT_THAT(status(), AllOf(Not(HasSubstr("bị hỏng")), HasSubstr("được khôi phục")));
    EXPECT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
    daemon.stop();
}

TEST_F(Storage, AListenerGoesOnAfterARestoreThatSetItsNumbersBackAndBothSidesSaySo) {
    serve_a_province();
    province->advance_to("2023-07-15");
    const auto agency = cli.grant("agency", agency_code(1));
    const auto journal = (daemon.folder() / "journal").string();
    const auto state = (daemon.folder() / "state").string();
    const auto listen = [&](const std::string& option, const std::string& file) {
        return cli.as(agency, {"listen", option, file, "--until-idle", "--json"});
    };
    const auto file = backup("summer");
    ASSERT_EQ(listen("--journal", journal).code, 0);
    ASSERT_EQ(listen("--state", state).code, 0);
    const auto in_backup = count_of(read_file(journal), "\n");
    province->advance_to("2023-11-20");
    ASSERT_EQ(listen("--journal", journal).code, 0);
    ASSERT_EQ(listen("--state", state).code, 0);
    const auto lost = read_file(journal);
    const auto head = count_of(lost, "\n");
    ASSERT_GT(head, in_backup + 2);
    ASSERT_EQ(daemon.stop(), 0);

    EXPECT_EQ(dondocd({"--restore", file, "--data", (daemon.folder() / "nowhere" / "x").string()}).code, 0)
        << "a new machine";
    restore(file);
    daemon.start();
    province->reconnect();
    // Past where the listener was: without a lineage it would take the new numbers for those that it has.
    province->advance_to("2024-02-01");
    const auto told = listen("--journal", journal);
    EXPECT_EQ(told.code, 0) << told.output;
    EXPECT_THAT(told.output,
                HasSubstr("vị trí " + std::to_string(head) + " lùi về " + std::to_string(in_backup)));
    EXPECT_THAT(read_file(daemon.log()), HasSubstr("event=listener_set_back"));
    EXPECT_THAT(listen("--state", state).output, HasSubstr("lùi về " + std::to_string(in_backup)));

    // What was journalled stays; behind it stands the whole of the new history, each number once.
    const auto lines = read_file(journal);
    ASSERT_TRUE(lines.starts_with(lost));
    auto expected = in_backup;
    std::istringstream after{lines.substr(lost.size())};
    for (std::string line; std::getline(after, line);) {
        EXPECT_THAT(line, HasSubstr("\"number\":\"" + std::to_string(++expected) + "\""));
        EXPECT_THAT(line, Not(HasSubstr("\"lineage\":\"\"")));
    }
    v1::Request request;
    request.mutable_log()->set_agency(agency_code(1));
    request.mutable_log()->set_limit(1000);
    const auto log = province->administrator().ask(request).log();
    EXPECT_EQ(expected, static_cast<std::size_t>(log.events_size()));

    const auto again = listen("--journal", journal);
    EXPECT_EQ(again.code, 0);
    EXPECT_THAT(again.output, Not(HasSubstr("lùi về"))) << "told once";
    daemon.stop();
}

TEST_F(Storage, AnOldClientThatKnowsNoLineageIsRefusedAndNotMisled) {
    serve_a_province();
    province->advance_to("2023-07-15");
    const auto file = backup("summer");
    ASSERT_EQ(daemon.stop(), 0);
    restore(file);
    daemon.start();
    province->reconnect();
    province->advance_to("2024-02-01");
    v1::Request request;
    request.mutable_log()->set_agency(agency_code(1));
    request.mutable_log()->set_limit(1000);
    const auto head = province->administrator().ask(request).log().events_size();
    province->administrator().hello(agency_code(1), static_cast<std::uint64_t>(head));
    const auto answer = province->administrator().receive();
    ASSERT_TRUE(answer && answer->has_refused());
    EXPECT_EQ(answer->refused().error().code(), "session.restored");
    EXPECT_LT(answer->refused().goes_on_from(), static_cast<std::uint64_t>(head));
    daemon.stop();
}

TEST_F(Storage, ABackupThatIsOverdueIsMadeAtTheStartAndOldOnesAreRemoved) {
    const auto folder = daemon.data() / "backup";
    fs::create_directories(folder);
    for (const auto* name : {"dondoc-auto-2020-01-01T020000.db", "dondoc-auto-2020-01-02T020000.db",
                             "mine.db", "dondoc-auto-2020-01-03T020000.db.partial"})
        std::ofstream{folder / name} << "x";
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours{72};
    for (const auto& entry : fs::directory_iterator{folder}) fs::last_write_time(entry.path(), long_ago);
    std::ofstream{daemon.config(), std::ios::app} << "[backup]\nkeep = 1\n";
    daemon.start();
    wait_until([&] { return read_file(daemon.log()).find("event=backup ") != std::string::npos; });
    EXPECT_FALSE(fs::exists(folder / "dondoc-auto-2020-01-01T020000.db"));
    EXPECT_FALSE(fs::exists(folder / "dondoc-auto-2020-01-02T020000.db"));
    EXPECT_FALSE(fs::exists(folder / "dondoc-auto-2020-01-03T020000.db.partial"));
    EXPECT_TRUE(fs::exists(folder / "mine.db")) << "only its own are removed";
    EXPECT_THAT(status(), Not(HasSubstr("sao lưu tốt gần nhất")));
    daemon.stop();
}

TEST_F(Storage, WhatCannotBeDoneIsSaidClearly) {
    serve_a_province();
    EXPECT_THAT(cli({"backup", "../x"}).output, HasSubstr("không có thư mục"));
    EXPECT_THAT(cli({"backup", "dondoc-auto-x"}).output, HasSubstr("dondoc-auto-"));
    EXPECT_EQ(cli({"backup", "--", "-rf"}).code, 1) << "an option to whoever removes it";
    backup("once");
    const auto twice = cli({"backup", "once"});
    EXPECT_EQ(twice.code, 1);
    EXPECT_THAT(twice.output, HasSubstr("không bị ghi đè"));
    const auto office = cli.grant("office");
    EXPECT_EQ(cli.as(office, {"backup"}).code, 1);
    EXPECT_EQ(cli.as(office, {"check"}).code, 1);
    for (const auto& arguments :
         {std::vector<std::string>{"--check-data", "--data", daemon.data().string()},
          {"--restore", (daemon.data() / "backup" / "once.db").string(), "--data", daemon.data().string()}}) {
        const auto refused = dondocd(arguments);
        EXPECT_EQ(refused.code, 1);
        EXPECT_THAT(refused.output, HasSubstr("đang dùng thư mục"));
    }
    daemon.stop();
}

}  // namespace
}  // namespace dondoc::test
