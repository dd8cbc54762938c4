// SPDX-License-Identifier: Apache-2.0
// The second machine: the first is killed at a random moment, the second takes over, and every listener goes
// on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
namespace fs = std::filesystem;

class Standby : public testing::Test {
  protected:
    Standby() {
        std::ofstream{first.config(), std::ios::app} << "[backup]\nevery = \"1s\"\ncopy_to = \""
                                                     << copies().string() << "\"\n";
        std::ofstream{second.config(), std::ios::app} << "[standby]\nfrom = \"" << copies().string()
                                                      << "\"\n";
    }
    fs::path copies() const { return first.folder() / "copies"; }
    fs::path ready() const { return second.data() / "standby"; }
    void start_first() {
        first.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
        fs::create_directories(second.data());
        fs::permissions(second.data(), fs::perms::owner_all);
        fs::copy(first.data() / "keys", second.data() / "keys");
        fs::copy_file(first.administrator(), second.administrator());
    }
    std::unique_ptr<Process> start_standby() {
        return std::make_unique<Process>(
            std::vector<std::string>{DONDOCD_PROGRAM, "--standby", "--config", second.config().string()},
            second.log(), Cli::environment());
    }
    static std::string noted(const fs::path& folder, const std::string& key) {
        const auto text = "\n" + read_file(folder / "dondoc-copy.txt");
        const auto at = text.find("\n" + key + " ");
        return at == std::string::npos
                   ? ""
                   : text.substr(at + key.size() + 2, text.find('\n', at + 1) - at - key.size() - 2);
    }
    static std::int64_t event_in(const fs::path& folder) {
        const auto text = noted(folder, "last_event");
        return text.empty() ? -1 : std::stoll(text);
    }
    // The thing itself, with a bound.
    template <typename Condition>
    static bool comes_true(const Condition& condition) {
        for (int i = 0; i < 3000; ++i) {
            if (condition()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
        return false;
    }
    std::int64_t last_event() const {
        const auto text = cli({"--json", "status"}).output;
        const auto at = text.find("\"last_event\": \"");
        return at == std::string::npos ? -1 : std::stoll(text.substr(at + 15));
    }
    void assign(int number) const {
        const auto done = cli({"task", "add", "--document", std::to_string(number) + "/CT-UBND", "--issued",
                               "13/05/2023", "--level", "province", "--title",
                               "Việc " + std::to_string(number), "--lead", "SNV", "--due", "30/6/2023"});
        ASSERT_EQ(done.code, 0) << done.output;
    }
    Finished promote() const {
        return run({DONDOCD_PROGRAM, "--promote", "--config", second.config().string()},
                   second.folder().path(), Cli::environment());
    }

    DaemonProcess first, second;
    Cli cli{first};
};

TEST_F(Standby, TakesOverFromTheNewestCopyAndEveryListenerGoesOn) {
    start_first();
    const auto agency = cli.grant("agency", "SNV");
    const auto journal = first.folder() / "journal.jsonl";
    assign(1);
    ASSERT_EQ(cli.as(agency, {"listen", "--until-idle", "--journal", journal.string()}).code, 0);
    const auto standby = start_standby();
    const auto named = last_event();
    ASSERT_TRUE(comes_true([&] { return event_in(ready()) >= named; }))
        << read_file(first.log()) << read_file(second.log());

    std::mt19937 random{std::random_device{}()};
    const int more = 2 + static_cast<int>(random() % 6);
    for (int i = 2; i < 2 + more; ++i) assign(i);
    ASSERT_EQ(cli.as(agency, {"listen", "--until-idle", "--journal", journal.string()}).code, 0);
    const auto at_the_end = last_event();
    std::this_thread::sleep_for(std::chrono::milliseconds{random() % 1500});  // the moment is any
    first.kill();

    ASSERT_TRUE(comes_true([&] { return event_in(ready()) == event_in(copies()); }));
    const auto kept = event_in(ready());
    standby->signal(SIGTERM);
    EXPECT_EQ(standby->wait(), 0);
    const auto promoted = promote();
    ASSERT_EQ(promoted.code, 0) << promoted.output;
    EXPECT_THAT(promoted.output,
                AllOf(HasSubstr("mã lớn hơn " + std::to_string(kept)), HasSubstr("Đã ghi vào")));
    second.start();

    const auto moved = second.folder() / "snv.toml";
    auto profile = read_file(agency);
    profile.replace(profile.find(first.endpoint()), first.endpoint().size(), second.endpoint());
    std::ofstream{moved} << profile;
    fs::permissions(moved, fs::perms::owner_read | fs::perms::owner_write);
    const auto heard = cli.as(moved, {"listen", "--until-idle", "--journal", journal.string()});
    EXPECT_EQ(heard.code, 0) << heard.output;
    const auto own = second.folder() / "all.jsonl";
    ASSERT_EQ(cli.as(moved, {"listen", "--until-idle", "--consumer", "new", "--journal", own.string()}).code,
              0);
    const auto all = read_file(own), old = read_file(journal);
    EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), kept) << "what the copy holds, and nothing else";
    EXPECT_EQ(old.substr(0, all.size()), all) << "the listener has the same, and what was lost besides";
    EXPECT_LE(kept, at_the_end);

    // The first machine comes back, and finds that it was replaced.
    const auto again = run({DONDOCD_PROGRAM, "--config", first.config().string()}, first.folder().path(),
                           Cli::environment());
    EXPECT_EQ(again.code, 2);
    EXPECT_THAT(again.output, HasSubstr("Máy khác đã thay máy này"));
}

TEST_F(Standby, TheFirstEndsWhenItReadsThatItWasReplaced) {
    start_first();
    ASSERT_TRUE(comes_true([&] { return event_in(copies()) >= 0; })) << read_file(first.log());
    ASSERT_EQ(promote().code, 0) << "the folder is in reach: the newest copy is taken from it";
    EXPECT_TRUE(comes_true([&] { return !first.is_running(); }));
    EXPECT_EQ(first.process().wait(), 2);
    second.start();
    EXPECT_EQ(cli.as(second.administrator(), {"--endpoint", second.endpoint(), "agency", "list"}).code, 0);
}

TEST_F(Standby, WithoutKeysOrACopyItSaysWhatIsMissing) {
    auto standby = start_standby();
    EXPECT_EQ(standby->wait(), 1);
    EXPECT_THAT(read_file(second.log()), HasSubstr("keys"));
    fs::create_directories(second.data());
    const auto promoted = promote();
    EXPECT_EQ(promoted.code, 1);
    EXPECT_THAT(promoted.output, HasSubstr("--standby"));
    EXPECT_FALSE(fs::exists(second.data() / "dondoc.db"));
}

TEST_F(Standby, ACopyThatCannotBeWrittenIsSaidInTheStatus) {
    std::ofstream{copies()} << "a file, no folder";
    first.start();
    ASSERT_TRUE(
        comes_true([&] { return read_file(first.log()).find("event=copy_failed") != std::string::npos; }));
    EXPECT_EQ(cli({"clock", "show"}).code, 0) << "it serves all the same";
}

}  // namespace
}  // namespace dondoc::test
