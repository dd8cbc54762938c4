// SPDX-License-Identifier: Apache-2.0
// Reports wait in line: nobody's sheet turns another's away, and nobody takes more than one place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "support/asked_hub.h"

namespace dondoc::test {
namespace {

class ReportLine : public testing::Test, protected AskedHub {
  protected:
    ReportLine() {
        province.import({row("1", "Một", "31/05/2023", "Sở Nội vụ; Sở Tài chính")});
        grant("SNV", Role::Agency, "SNV");
        grant("STC", Role::Agency, "STC");
    }
    void ask_for_a_report(const std::string& code, const std::string& id) {
        v1::ClientFrame frame;
        auto& request = *frame.mutable_request();
        request.set_id(id);
        request.mutable_report()->set_kind(v1::ReportKind::agency);
        hub.receive(code, "key " + code, frame.SerializeAsString());
    }
};

TEST_F(ReportLine, EverybodyInItIsAnswered) {
    ask_for_a_report("SNV", "1");
    ask_for_a_report("STC", "2");
    EXPECT_TRUE(answers.of.empty());
    while (hub.go_on()) {
    }
    for (const auto* code : {"SNV", "STC"}) {
        ASSERT_EQ(answers.of[code].size(), 1U);
        EXPECT_EQ(answers.of[code][0].report().asked().agency(), code);
        EXPECT_EQ(answers.of[code][0].report().total().current().given(), 1U);
    }
}

TEST_F(ReportLine, AKeyHasOnePlaceInIt) {
    ask_for_a_report("STC", "1");
    ask_for_a_report("SNV", "2");
    ask_for_a_report("SNV", "2");  // asked again: the same place
    EXPECT_TRUE(answers.of.empty());
    ask_for_a_report("SNV", "3");
    ASSERT_EQ(answers.of["SNV"].size(), 1U);
    EXPECT_EQ(answers.of["SNV"][0].error().code(), "report.busy");
    while (hub.go_on()) {
    }
    ASSERT_EQ(answers.of["SNV"].size(), 2U);
    EXPECT_EQ(answers.of["SNV"][1].id(), "2");
    ask_for_a_report("SNV", "3");
    while (hub.go_on()) {
    }
    EXPECT_TRUE(answers.of["SNV"].back().has_report());
}

}  // namespace
}  // namespace dondoc::test
