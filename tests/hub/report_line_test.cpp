// SPDX-License-Identifier: Apache-2.0
// Reports wait in line: nobody's sheet turns another's away, and nobody takes more than one place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "hub/hub.h"
#include "support/outbox.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

class ReportLine : public testing::Test {
  protected:
    ReportLine() {
        province.register_agencies();
        province.import({row("1", "Một", "31/05/2023", "Sở Nội vụ; Sở Tài chính")});
        for (const auto* code : {"SNV", "STC"})
            province.store.keys.put({std::string{"key "} + code, Role::Agency,
                                     province.store.agencies.find(code)->id, code, province.clock.now(),
                                     std::nullopt});
        access.load(province.store.keys, province.store.agencies);
    }
    void ask(const std::string& code, const std::string& id) {
        v1::ClientFrame frame;
        auto& request = *frame.mutable_request();
        request.set_id(id);
        request.mutable_report()->set_kind(v1::ReportKind::agency);
        hub.receive(code, "key " + code, frame.SerializeAsString());
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
    hub::AccessList access;
    Answers answers;
    NoFeed feed;
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, answers, feed, {.window = 4}, turned_away};
};

TEST_F(ReportLine, EverybodyInItIsAnswered) {
    ask("SNV", "1");
    ask("STC", "2");
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
    ask("STC", "1");
    ask("SNV", "2");
    ask("SNV", "2");  // asked again: the same place
    EXPECT_TRUE(answers.of.empty());
    ask("SNV", "3");
    ASSERT_EQ(answers.of["SNV"].size(), 1U);
    EXPECT_EQ(answers.of["SNV"][0].error().code(), "report.busy");
    while (hub.go_on()) {
    }
    ASSERT_EQ(answers.of["SNV"].size(), 2U);
    EXPECT_EQ(answers.of["SNV"][1].id(), "2");
    ask("SNV", "3");
    while (hub.go_on()) {
    }
    EXPECT_TRUE(answers.of["SNV"].back().has_report());
}

}  // namespace
}  // namespace dondoc::test
