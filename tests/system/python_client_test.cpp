// SPDX-License-Identifier: Apache-2.0
// docs/protocol.md is enough to write a listener in another language: the one in client/examples gets what is
// there.
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <fstream>

#include "dondoc/v1/event.pb.h"
#include "support/cli.h"

namespace dondoc::test {
namespace {

const std::string script = DONDOC_SOURCE_DIR "/client/examples/listen.py";

class PythonClient : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
        ASSERT_EQ(cli({"plan", "import", DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt", "--document",
                       "08/KH-UBND", "--issued", "2023-01-10", "--level", "province"})
                      .code,
                  0);
        profile = cli.grant("agency", "SNV");
    }
    void listen_until_idle() {
        const auto finished =
            run({"/usr/bin/python3", script, profile.string(), journal.string(), "--until-idle"},
                daemon.folder().path(), Cli::environment());
        ASSERT_EQ(finished.code, 0) << finished.output;
    }
    std::vector<v1::Event> applied() const {
        std::vector<v1::Event> events;
        std::ifstream in{journal};
        for (std::string line; std::getline(in, line);) {
            events.emplace_back();
            const auto status = google::protobuf::util::JsonStringToMessage(line, &events.back());
            EXPECT_TRUE(status.ok()) << status.ToString();
        }
        return events;
    }
    void expect_whole() const {
        const auto events = applied();
        ASSERT_FALSE(events.empty());
        for (std::size_t i = 0; i < events.size(); ++i) {
            EXPECT_EQ(events[i].number(), i + 1);
            EXPECT_EQ(events[i].agency(), "SNV");
        }
    }

    DaemonProcess daemon;
    Cli cli{daemon};
    std::filesystem::path profile;
    std::filesystem::path journal = daemon.folder() / "python.jsonl";
};

TEST_F(PythonClient, GetsEveryEventOnceAlsoAfterItWasAway) {
    listen_until_idle();
    expect_whole();
    const auto before = applied().size();
    ASSERT_EQ(cli({"clock", "advance", "--to", "2023-12-31"}).code, 0);
    std::ofstream{journal, std::ios::app} << "{\"number\": \"" << before + 1
                                          << "\", \"agen";  // killed while it wrote
    listen_until_idle();
    expect_whole();
    EXPECT_GT(applied().size(), before);
}

TEST_F(PythonClient, IsToldWhyItIsRefused) {
    const auto office = cli.grant("office");
    const auto finished = run({"/usr/bin/python3", script, office.string(), journal.string(), "--until-idle"},
                              daemon.folder().path(), Cli::environment());
    EXPECT_EQ(finished.code, 1);
    EXPECT_NE(finished.output.find("cơ quan"), std::string::npos) << finished.output;
}

TEST_F(PythonClient, FollowsTheStreamOfAllAgenciesAlsoAcrossARestartOfTheDaemon) {
    const auto office = cli.grant("office");
    const auto follow = [&](const std::filesystem::path& with) {
        return run({"/usr/bin/python3", DONDOC_SOURCE_DIR "/client/examples/stream.py", with.string(),
                    journal.string(), "kho", "--until-idle"},
                   daemon.folder().path(), Cli::environment());
    };
    ASSERT_EQ(follow(office).code, 0);
    const auto before = applied().size();
    ASSERT_GT(before, 0U);
    daemon.kill();
    daemon.start();
    ASSERT_EQ(cli({"clock", "advance", "--to", "2023-12-31"}).code, 0);
    std::ofstream{journal, std::ios::app} << "{\"id\": \"" << before + 1
                                          << "\", \"agen";  // killed while it wrote
    ASSERT_EQ(follow(office).code, 0);
    const auto events = applied();
    ASSERT_GT(events.size(), before + 500) << "more than a window";
    for (std::size_t i = 0; i < events.size(); ++i) EXPECT_EQ(events[i].id(), i + 1);
    const auto consumers = cli({"consumer", "list"});
    EXPECT_NE(consumers.output.find("dòng sự kiện"), std::string::npos) << consumers.output;
    // The program's own listener follows it as well.
    const auto listened = cli.as(office, {"--json", "listen", "--stream", "--since", "0", "--until-idle"});
    EXPECT_EQ(static_cast<std::size_t>(std::count(listened.output.begin(), listened.output.end(), '\n')),
              events.size());
    EXPECT_EQ(follow(profile).code, 1) << "an agency may not";
}

}  // namespace
}  // namespace dondoc::test
