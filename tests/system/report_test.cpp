// SPDX-License-Identifier: Apache-2.0
// Reports with the programs themselves: today and a past day, every output, and who may ask for what.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "dondoc/v1/report.pb.h"
#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Report : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        done({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
        std::ofstream{file("plan.txt")} << "STT\tNội dung nhiệm vụ\tCơ quan chủ trì\tThời hạn hoàn thành\n"
                                           "1\tLập danh mục hồ sơ\tSở Nội vụ\t30/06/2023\n"
                                           "2\tRà soát quy chế\tSở Tài chính\t30/06/2023\n"
                                           "3\tBáo cáo tổng kết\tSở Nội vụ\t31/12/2023\n";
        done({"plan", "import", file("plan.txt"), "--document", "9/QĐ-TTg", "--issued", "2023-05-13",
              "--level", "government"});
        done({"clock", "advance", "--to", "2023-07-10T09:00"});
        done({"assignment", "complete", "1", "--date", "28/06/2023"});
        done({"clock", "advance", "--to", "2023-10-20T09:00"});
        done({"assignment", "complete", "2", "--date", "19/10/2023"});
    }
    std::string done(std::vector<std::string> arguments) const {
        const auto finished = cli(std::move(arguments));
        EXPECT_EQ(finished.code, 0) << finished.output;
        return finished.output;
    }
    v1::Report report(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--json", "report"});
        v1::Report made;
        const auto status = google::protobuf::util::JsonStringToMessage(done(std::move(arguments)), &made);
        EXPECT_TRUE(status.ok()) << status.ToString();
        return made;
    }
    std::string file(const std::string& name) const { return (daemon.folder() / name).string(); }

    DaemonProcess daemon{"[criteria]\nfiles = [\"" DONDOC_SOURCE_DIR "/config/criteria/vi-du.toml\"]\n"};
    Cli cli{daemon};
};

TEST_F(Report, APastDayDiffersFromToday) {
    const auto now = report({"government"}).total().current();
    EXPECT_EQ(now.on_time(), 1U);
    EXPECT_EQ(now.late(), 1U);
    EXPECT_EQ(now.in_time(), 1U);
    const auto past = report({"government", "--as-of", "30/9/2023"});
    EXPECT_EQ(past.as_of(), "2023-09-30");
    EXPECT_EQ(past.total().current().on_time(), 1U);
    EXPECT_EQ(past.total().current().late(), 0U);
    EXPECT_EQ(past.total().current().overdue(), 1U);
    EXPECT_EQ(past.total().current().ages(3), 1U) << "92 days";
    EXPECT_EQ(past.total().current().ratios(0).percent(), "50.00");
    const auto before = report({"government", "--as-of", "2023-07-09"}).total().current();
    EXPECT_EQ(before.overdue(), 2U) << "what was done then was not yet known to be done";
    EXPECT_EQ(report({"government", "--as-of", "2023-05-12"}).total().current().given(), 0U);
    const auto future = cli({"report", "government", "--as-of", "21/10/2023"});
    EXPECT_EQ(future.code, 1);
    EXPECT_THAT(future.output, HasSubstr("20/10/2023"));
}

TEST_F(Report, APastDayShowsAgenciesAsTheyWereOrRestatedWithTheSameTotals) {
    done({"agency", "succeed", "--kind", "merge", "--day", "20/10/2023", "--document", "15/NQ-HĐND", "--from",
          "STC", "--to", "SNV", "--yes"});
    const auto codes = [](const v1::Report& made) {
        std::string all;
        for (const auto& agency : made.agencies())
            all += agency.code() + "=" + std::to_string(agency.figures().current().given()) + " ";
        return all;
    };
    const auto as_it_was = report({"government", "--as-of", "30/9/2023"});
    const auto restated = report({"government", "--as-of", "30/9/2023", "--restated"});
    EXPECT_EQ(codes(as_it_was), "SNV=2 STC=1 ");
    EXPECT_EQ(codes(restated), "SNV=3 ");
    EXPECT_EQ(as_it_was.total().SerializeAsString(), restated.total().SerializeAsString());
    const auto refused = cli({"report", "government", "--agency", "SNV", "--restated"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("--restated"));
}

TEST_F(Report, IsPrintedAndWrittenInEveryForm) {
    EXPECT_THAT(done({"report", "government"}),
                AllOf(HasSubstr("5.4"), HasSubstr("100,00 %"),
                      HasSubstr("3 = 1 hoàn thành đúng hạn + 1 hoàn thành quá hạn"),
                      HasSubstr("20/10/2023, lúc lập báo cáo"), HasSubstr("dondoc")));
    done(
        {"report", "government", "--csv", file("r.csv"), "--xlsx", file("r.xlsx"), "--html", file("r.html")});
    EXPECT_THAT(read_file(file("r.csv")), AllOf(HasSubstr("5.1;"), HasSubstr("20/10/2023")));
    EXPECT_THAT(read_file(file("r.html")), AllOf(HasSubstr("<svg"), HasSubstr("Sở Tài chính")));
    EXPECT_TRUE(read_file(file("r.xlsx")).starts_with("PK"));
    const auto printed = cli({"report", "government", "--html", "-"});
    EXPECT_TRUE(printed.output.starts_with("<!DOCTYPE html>")) << printed.output.substr(0, 100);
    EXPECT_FALSE(std::filesystem::exists("-"));
    EXPECT_EQ(cli({"report", "government", "--csv", "-"}).output, read_file(file("r.csv")));
    EXPECT_EQ(cli({"report", "government", "--csv", "-", "--json"}).code, 2);
    const auto again = cli({"report", "government", "--csv", file("r.csv")});
    EXPECT_EQ(again.code, 1) << "a file that is there is not replaced";
    done({"report", "government", "--csv", file("r.csv"), "--force"});
    EXPECT_THAT(done({"report", "plan", "9/QĐ-TTg"}), HasSubstr("Báo cáo tổng kết"));
    EXPECT_THAT(done({"report", "ranking", "--least", "1"}), AllOf(HasSubstr("Hạng"), HasSubstr("SNV")));
    EXPECT_THAT(done({"report", "stale"}), HasSubstr("Báo cáo tổng kết"));
    EXPECT_THAT(done({"report", "updates"}), HasSubstr("Tỷ lệ cập nhật"));
    EXPECT_EQ(cli({"report", "plan", "10/QĐ-TTg"}).code, 1);
    EXPECT_EQ(cli({"report", "government", "--as-of", "hôm nay"}).code, 2);
}

TEST_F(Report, AScoreIsAlwaysSaidToBeOfTheUsersRule) {
    const auto output = done({"report", "criterion", "vi-du"});
    EXPECT_THAT(output, AllOf(HasSubstr("quy tắc do người dùng cấu hình"), HasSubstr("1,1250")));
    EXPECT_EQ(report({"criterion", "vi-du", "--as-of", "2023-09-30"}).score().points(), "0.7500");
    const auto unknown = cli({"report", "criterion", "1.7"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.output, HasSubstr("vi-du (2022-2030)"));
}

TEST_F(Report, AnAgencysKeySeesItsOwnSheetOnly) {
    const auto own = cli.grant("agency", "SNV");
    const auto sheet = cli.as(own, {"report", "agency"});
    EXPECT_EQ(sheet.code, 0) << sheet.output;
    EXPECT_THAT(sheet.output, AllOf(HasSubstr("Sở Nội vụ"), HasSubstr("Lập danh mục"), Not(HasSubstr("STC")),
                                    Not(HasSubstr("Rà soát"))));
    EXPECT_EQ(cli.as(own, {"report", "agency", "STC"}).code, 1);
    for (const auto* kind : {"government", "ranking", "stale", "updates", "criterion"})
        EXPECT_EQ(cli.as(own, {"report", kind}).code, 1) << kind;
    EXPECT_EQ(cli.as(own, {"report", "plan", "9/QĐ-TTg"}).code, 1);
}

TEST_F(Report, ABadScoringTableStopsTheStartWithFileAndLine) {
    std::ofstream{file("bad.toml")} << "id = \"x\"\nmax = \"nhiều\"\n";
    auto config = read_file(daemon.config());
    const std::string good = DONDOC_SOURCE_DIR "/config/criteria/vi-du.toml";
    config.replace(config.find(good), good.size(), file("bad.toml"));
    std::ofstream{file("with.toml")} << config;
    const auto check =
        run({DONDOCD_PROGRAM, "--check-config", "--config", file("with.toml")}, daemon.folder().path());
    EXPECT_EQ(check.code, 2);
    EXPECT_THAT(check.output, HasSubstr("bad.toml:"));
}

}  // namespace
}  // namespace dondoc::test
