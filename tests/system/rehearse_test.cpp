// SPDX-License-Identifier: Apache-2.0
// What a rehearsal says is what then comes, and nothing of it is left behind; with the programs themselves.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "dondoc/v1/request.pb.h"
#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;

const std::string sample = DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt";
constexpr const char* last_day = "2023-06-20";
const std::vector<std::string> facts{"--document", "08/KH-UBND", "--issued", "2023-01-10",
                                     "--level",    "province",   "--until",  last_day};

class Rehearse : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
    }
    v1::Rehearsal report(const std::vector<std::string>& arguments) {
        std::vector<std::string> all{"--json", "rehearse"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const auto finished = cli(all);
        EXPECT_EQ(finished.code, 0) << finished.output;
        v1::Rehearsal rehearsal;
        const auto status = google::protobuf::util::JsonStringToMessage(finished.output, &rehearsal);
        EXPECT_TRUE(status.ok()) << status.ToString();
        return rehearsal;
    }
    v1::Rehearsal rehearse_sample() {
        std::vector<std::string> arguments{sample};
        arguments.insert(arguments.end(), facts.begin(), facts.end());
        return report(arguments);
    }
    // Alerts that were really sent, from the log.
    std::uint64_t sent() {
        std::uint64_t alerts = 0;
        for (const auto* kind : {"reminder", "overdue", "escalation"}) {
            const auto log = cli({"--json", "log", "--limit", "1000", "--kind", kind});
            EXPECT_EQ(log.code, 0) << log.output;
            v1::LogReply reply;
            EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(log.output, &reply).ok());
            EXPECT_LT(reply.events_size(), 1000) << "more than one page";
            for (const auto& event : reply.events())
                alerts += static_cast<std::uint64_t>(event.digest().items_size());
        }
        return alerts;
    }

    DaemonProcess daemon;
    Cli cli{daemon};
};

TEST_F(Rehearse, SaysWhatThenComes) {
    const auto rehearsal = rehearse_sample();
    EXPECT_GT(rehearsal.alerts(), 0U);
    EXPECT_EQ(sent(), 0U);
    EXPECT_THAT(cli({"plan", "list"}).output, HasSubstr("Chưa có văn bản nào"));

    std::vector<std::string> import{"plan", "import", sample};
    import.insert(import.end(), facts.begin(), facts.end() - 2);
    ASSERT_EQ(cli(import).code, 0);
    // What was late already on the day of the import has been told by now.
    const auto at_once = sent();
    EXPECT_EQ(report({"--document", "08/KH-UBND", "--until", last_day}).alerts(),
              rehearsal.alerts() - at_once);
    ASSERT_EQ(cli({"clock", "advance", "--to", std::string{last_day} + "T23:59:59"}).code, 0);
    EXPECT_EQ(sent(), rehearsal.alerts());
}

TEST_F(Rehearse, ItsTablesNameAgenciesAndDaysOff) {
    std::vector<std::string> arguments{"rehearse", sample};
    arguments.insert(arguments.end(), facts.begin(), facts.end());
    const auto whole = cli(arguments);
    EXPECT_EQ(whole.code, 0);
    EXPECT_THAT(whole.output, HasSubstr("Theo cơ quan"));
    EXPECT_THAT(whole.output, HasSubstr("Chủ nhật 31/12/2023"));  // a term after the last day is named too
    arguments.insert(arguments.end(), {"--agency", "SNV"});
    EXPECT_THAT(cli(arguments).output, HasSubstr("Sở Nội vụ"));
}

TEST_F(Rehearse, WrongQuestionsAreRefusedInWords) {
    EXPECT_EQ(cli({"rehearse"}).code, 2);
    EXPECT_EQ(cli({"rehearse", sample}).code, 2);
    const auto unknown = cli({"rehearse", "--document", "99/KH-UBND"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.output, HasSubstr("99/KH-UBND"));
}

TEST_F(Rehearse, AnAgencyMayNotRehearse) {
    const auto profile = cli.grant("agency", "SNV");
    EXPECT_EQ(cli.as(profile, {"rehearse", "--document", "08/KH-UBND"}).code, 1);
}

TEST_F(Rehearse, TheCopyOfADaemonThatWasKilledIsRemoved) {
    const auto copy = daemon.folder() / "data" / "dondoc.db.rehearsal";
    std::ofstream{copy} << "half a copy";
    daemon.kill();
    daemon.start();
    EXPECT_FALSE(std::filesystem::exists(copy));
}

}  // namespace
}  // namespace dondoc::test
