// SPDX-License-Identifier: Apache-2.0
// A secret document is for those who lead in it, the office and operators.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/asked_hub.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class SecretDocuments : public testing::Test, protected AskedHub {
  protected:
    SecretDocuments() {
        province.import(rows(), "09/KH-UBND", "province", true);
        grant("SNV", Role::Agency, "SNV");
        grant("STC", Role::Agency, "STC");
        grant("office", Role::Office);
    }
    static std::vector<engine::PlanRow> rows(const char* due = "31/5/2023") {
        return {row("1", "Việc kín", due, "Sở Nội vụ", "Sở Tài chính")};
    }
    // All that the key is answered when it asks for what it can ask for.
    std::string everything(const std::string& who) {
        std::string bytes;
        v1::Request request;
        const auto add = [&] { bytes += ask(who, request).SerializeAsString(); };
        request.mutable_task_show()->set_task(1);
        add();
        request.mutable_task_list()->set_text("việc kín");
        add();
        request.mutable_task_list()->clear_text();
        request.mutable_task_list()->set_agency(who);
        request.mutable_task_list()->set_role("cooperating");
        add();
        request.mutable_log()->set_limit(1000);
        add();
        request.mutable_log()->set_document("09/KH-UBND");
        add();
        request.mutable_assignment_history()->set_assignment(1);
        add();
        request.mutable_agency_show()->set_code(who);
        add();
        request.mutable_status();
        add();
        for (const auto& event : province.inbox(who)) bytes += event.SerializeAsString();
        return bytes;
    }
};

TEST_F(SecretDocuments, WhoOnlyCooperatesIsToldAndShownNothing) {
    const auto seen =
        province
            .import_again(rows("15/6/2023"), {.trial = true},
                          store::Document{
                              {}, "UBND tỉnh", "09/KH-UBND", civil(2023, 5, 13), "Kế hoạch thử", "province"})
            .difference.value()
            .seen();
    province.import_again(
        rows("15/6/2023"), {.amendment = engine::Amendment{seen, "sửa", "vp"}},
        store::Document{{}, "UBND tỉnh", "09/KH-UBND", civil(2023, 5, 13), "Kế hoạch thử", "province"});
    province.advance_to("2023-07-01");
    const auto foreign = everything("STC");
    EXPECT_THAT(foreign, Not(HasSubstr("Việc kín")));
    EXPECT_EQ(foreign.find("Kế hoạch thử"), std::string::npos);
    EXPECT_TRUE(province.inbox("STC").empty());
    EXPECT_THAT(everything("SNV"), HasSubstr("Việc kín"));
}

TEST_F(SecretDocuments, WhoLeadsAndTheOfficeSeeItMarked) {
    province.advance_to("2023-06-05");
    for (const auto& event : province.inbox("SNV"))
        for (const auto& item : event.digest().items())
            EXPECT_TRUE(item.secret()) << event.ShortDebugString();
    v1::Request request;
    request.mutable_task_list();
    for (const auto* who : {"SNV", "office"}) {
        const auto list = ask(who, request).task_list();
        ASSERT_EQ(list.rows_size(), 1) << who;
        EXPECT_TRUE(list.rows(0).secret());
    }
    request.mutable_task_show()->set_task(1);
    EXPECT_TRUE(ask("office", request).task_show().document().secret());
}

TEST_F(SecretDocuments, WhatOthersKnowOfCannotBecomeSecret) {
    province.import({row("1", "Việc thường", "31/5/2023", "Sở Nội vụ", "Sở Tài chính")}, "10/KH-UBND");
    EXPECT_EQ(refusal([&] {
                  province.import({row("1", "Việc thường", "31/5/2023", "Sở Nội vụ", "Sở Tài chính")},
                                  "10/KH-UBND", "province", true);
              }),
              "plan.not_secret");
}

}  // namespace
}  // namespace dondoc::test
