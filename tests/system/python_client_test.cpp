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

}  // namespace
}  // namespace dondoc::test
