// SPDX-License-Identifier: Apache-2.0
// Half a year of work, and on ten days of it every figure of a report is counted again from the list of the
// day.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "domain/civil.h"
#include "dondoc/v1/request.pb.h"
#include "support/cli.h"

namespace dondoc::test {
namespace {

constexpr int rows = 60, days_looked_at = 10;

template <typename Message>
Message read(const std::string& json) {
    Message message;
    const auto status = google::protobuf::util::JsonStringToMessage(json, &message);
    EXPECT_TRUE(status.ok()) << json.substr(0, 400);
    return message;
}

struct Figures {
    std::uint64_t on_time = 0, late = 0, waiting = 0, waiting_past = 0, overdue = 0, in_time = 0,
                  no_deadline = 0, withdrawn = 0;
    bool operator==(const Figures&) const = default;
};

Figures figures_of(const v1::ReportCounts& counts) {
    return {counts.on_time(), counts.late(),    counts.waiting(),     counts.waiting_past(),
            counts.overdue(), counts.in_time(), counts.no_deadline(), counts.withdrawn()};
}

// From state and days alone, by nobody's code but this one's.
Figures recounted(const v1::TaskListReply& list) {
    Figures figures;
    for (const auto& row : list.rows()) {
        const bool closed = row.state() > v1::Workflow::completed;
        if (closed)
            ++figures.withdrawn;
        else if (row.due().empty())
            ++figures.no_deadline;
        else if (row.state() == v1::Workflow::completed)
            ++(row.completed_on() <= row.due() ? figures.on_time : figures.late);
        else if (row.state() == v1::Workflow::reported)
            ++figures.waiting, figures.waiting_past += row.due() < list.today() ? 1 : 0;
        else
            ++(row.due() < list.today() ? figures.overdue : figures.in_time);
    }
    return figures;
}

class Recount : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        done({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
        const auto file = daemon.folder() / "plan.tsv";
        std::ofstream plan{file};
        plan << "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n";
        for (int i = 1; i <= rows; ++i)
            plan << i << "\tViệc thứ " << i << "\t" << (i % 3 == 0 ? "Sở Nội vụ; Sở Tài chính" : "Sở Nội vụ")
                 << "\t"
                 << (i % 7 == 0 ? "Thường xuyên"
                                : std::to_string(1 + i % 28) + "/" + std::to_string(5 + i % 7) + "/2023")
                 << "\n";
        plan.close();
        done({"plan", "import", file.string(), "--document", "12/KH-UBND", "--issued", "2023-05-02",
              "--level", "province"});
    }
    std::string done(std::vector<std::string> arguments) {
        const auto finished = cli(std::move(arguments));
        EXPECT_EQ(finished.code, 0) << finished.output;
        return finished.output;
    }
    v1::TaskListReply list() {
        return read<v1::TaskListReply>(done({"--json", "task", "list", "--limit", "1000"}));
    }
    Figures report(const std::string& day) {
        return figures_of(
            read<v1::Report>(done({"--json", "report", "government", "--all-levels", "--as-of", day}))
                .total()
                .current());
    }

    DaemonProcess daemon;
    Cli cli{daemon};
};

TEST_F(Recount, EveryFigureAgreesOnTenDaysOfHalfAYear) {
    std::mt19937 random{20'230'513};
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    std::map<std::string, Figures> known;
    for (int round = 0; round < days_looked_at; ++round) {
        const auto today = list();
        std::vector<std::string> report{"assignment", "report"}, confirm{"assignment", "confirm"},
            cancel{"assignment", "cancel"};
        for (const auto& row : today.rows()) {
            const auto id = std::to_string(row.assignment());
            if (row.state() == v1::Workflow::reported && pick(3) == 0)
                confirm.push_back(id);
            else if (row.state() < v1::Workflow::reported && pick(6) == 0)
                report.push_back(id);
            else if (row.state() < v1::Workflow::reported && pick(40) == 0)
                cancel.push_back(id);
        }
        const auto many = [&](std::vector<std::string> words, std::vector<std::string> more) {
            if (words.size() == 2) return;
            words.insert(words.end(), more.begin(), more.end());
            words.emplace_back("--yes");
            done(words);
        };
        many(report, {"--number", "9/BC"});
        many(confirm, {});
        many(cancel, {"--reason", "không còn cần"});
        const auto then = list();
        known[then.today()] = recounted(then);
        EXPECT_EQ(this->report(then.today()), known[then.today()]) << then.today();
        const auto status = read<v1::StatusReply>(done({"--json", "status"})).counts();
        EXPECT_EQ(status.waiting(), known[then.today()].waiting);
        EXPECT_EQ(status.overdue(), known[then.today()].overdue);
        EXPECT_EQ(status.total(), status.no_deadline() + status.in_time() + status.due_soon() +
                                      status.due_today() + status.overdue() + status.waiting() +
                                      status.completed_on_time() + status.completed_late() +
                                      status.completed_no_deadline());
        done({"clock", "advance", "--by", "18d"});
    }
    ASSERT_EQ(known.size(), std::size_t{days_looked_at});
    for (const auto& [day, figures] : known)
        EXPECT_EQ(report(day), figures) << "asked afterwards, of " << day;
    EXPECT_GT(known.rbegin()->second.waiting_past, 0U) << "something has waited";
    EXPECT_GT(known.rbegin()->second.withdrawn, 0U);
}

}  // namespace
}  // namespace dondoc::test
