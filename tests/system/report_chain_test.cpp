// SPDX-License-Identifier: Apache-2.0
// A periodic report as a chain of steps, each earlier than the day on which the next one needs it, lived
// through a year.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;

class ReportChain : public Office {
  protected:
    ReportChain() : Office({}, "mode = \"simulated\"\nstart = \"2023-01-05T08:00\"\n") {}
    void SetUp() override {
        Office::SetUp();
        ask({"plan", "import", DONDOC_SOURCE_DIR "/config/samples/chuoi-bao-cao.txt", "--document",
             "01/KH-UBND", "--issued", "2023-01-05", "--level", "province"});
    }
};

TEST_F(ReportChain, EachStepIsOpenedToldAndChasedBeforeTheNextOneNeedsIt) {
    ask({"clock", "advance", "--to", "2024-01-10"});
    const std::vector<std::pair<std::string, std::vector<std::string>>> steps{
        {"địa phương", {"2023-03-01", "2023-06-01", "2023-09-01", "2023-12-01"}},
        {"số liệu", {"2023-03-05", "2023-06-05", "2023-09-05", "2023-12-05"}},
        {"dự thảo", {"2023-03-11", "2023-06-11", "2023-09-11", "2023-12-11", "2023-12-12"}},
        {"phần mềm", {"2023-03-20", "2023-06-20", "2023-09-20", "2023-12-20"}}};
    for (const auto& [text, days] : steps) {
        const auto listed = ask({"--json", "task", "list", "--text", text});
        for (const auto& day : days)
            EXPECT_THAT(listed, HasSubstr("\"occurrence\": \"" + day + "\"")) << text;
    }
    // Nobody did anything: each was reminded before its day and pressed after it.
    for (const auto* agency : {"STC", "SNV", "VPUBND"}) {
        EXPECT_THAT(ask({"--json", "log", "--agency", agency, "--kind", "reminder"}), HasSubstr("-7d"))
            << agency;
        EXPECT_THAT(ask({"--json", "log", "--agency", agency, "--kind", "overdue"}), HasSubstr("+1d"))
            << agency;
    }
}

}  // namespace
}  // namespace dondoc::test
