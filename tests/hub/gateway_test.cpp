// SPDX-License-Identifier: Apache-2.0
// A gateway speaks for persons who logged in to it: each may what his role and agency may, and nothing is
// done in the gateway's own name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/hub.h"
#include "support/outbox.h"
#include "support/process.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

class Gateway : public testing::Test {
  protected:
    Gateway() {
        province.register_agencies();
        province.import({row("1", "Rà soát", "31/12/2023", "Sở Nội vụ"),
                         row("2", "Ngân sách", "31/12/2023", "Sở Tài chính")});
        for (const auto& [name, role] :
             {std::pair{"operator", Role::Operator}, {"gateway", Role::Gateway}, {"office", Role::Office}})
            province.store.keys.put(
                {std::string{"key "} + name, role, std::nullopt, name, province.clock.now(), std::nullopt});
        access.load(province.store.keys, province.store.agencies);
        an = added("SNV", "Nguyễn Văn An");
        binh = added("STC", "Trần Thị Bình");
    }
    v1::Reply ask(const std::string& who, v1::Request request, std::uint64_t person = 0,
                  std::string id = {}) {
        request.set_id(id.empty() ? std::to_string(++asked) : std::move(id));
        request.set_person(person);
        v1::ClientFrame frame;
        *frame.mutable_request() = std::move(request);
        hub.receive(who, "key " + who, frame.SerializeAsString());
        while (hub.go_on()) {
        }
        return answers.of[who].back();
    }
    std::uint64_t added(const std::string& agency, const std::string& name) {
        v1::Request request;
        request.mutable_person_add()->mutable_entry()->set_agency(agency);
        request.mutable_person_add()->mutable_entry()->mutable_edit()->set_name(name);
        return ask("operator", request).person().person().id();
    }
    static v1::Request start(std::uint64_t assignment) {
        v1::Request request;
        request.mutable_assignment_change()->set_assignment(assignment);
        request.mutable_assignment_change()->set_action(v1::AssignmentChangeRequest::start);
        return request;
    }
    v1::Reply change_role(std::uint64_t person, const std::string& role) {
        v1::Request request;
        request.mutable_person_change()->set_person(std::to_string(person));
        request.mutable_person_change()->mutable_edit()->set_role(role);
        return ask("operator", request);
    }
    v1::PersonInviteReply invite(std::uint64_t person) {
        v1::Request request;
        request.mutable_person_invite()->set_person(std::to_string(person));
        return ask("operator", request).person_invite();
    }
    v1::Reply take(const std::string& token, bool look = false, const std::string& who = "gateway") {
        v1::Request request;
        request.mutable_invitation_take()->set_token(token);
        request.mutable_invitation_take()->set_look(look);
        return ask(who, request);
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db",
                      {{daily_policy()}, {}, 7, "", {}, {}, "", "", "", "https://dondoc.vn"}};
    hub::AccessList access;
    Answers answers;
    NoFeed feed;
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, answers, feed, {}, turned_away};
    int asked = 0;
    std::uint64_t an = 0, binh = 0;
};

TEST_F(Gateway, WhatWasDoneBearsThePersonsName) {
    ASSERT_FALSE(ask("gateway", start(1), an).has_error());
    v1::Request history;
    history.mutable_assignment_history()->set_assignment(1);
    const auto reply = ask("operator", history);
    ASSERT_EQ(reply.assignment_history().entries_size(), 1);
    EXPECT_EQ(reply.assignment_history().entries(0).by(), "Nguyễn Văn An");
}

TEST_F(Gateway, APersonDoesNothingToAnotherAgencysWork) {
    EXPECT_EQ(ask("gateway", start(2), an).error().code(), "assignment.unknown");
    EXPECT_FALSE(ask("gateway", start(2), binh).has_error());
}

TEST_F(Gateway, OnlyAGatewaySpeaksForPersons) {
    EXPECT_EQ(ask("office", start(1), an).error().code(), "access.not_gateway");
    EXPECT_EQ(ask("operator", start(1), an).error().code(), "access.not_gateway");
}

TEST_F(Gateway, WhoMayNotLogInIsNotSpokenFor) {
    EXPECT_EQ(ask("gateway", start(1), 999).error().code(), "access.person");
    ASSERT_FALSE(change_role(an, "none").has_error());
    EXPECT_EQ(ask("gateway", start(1), an).error().code(), "access.person");
    v1::Request removal;
    removal.mutable_person_remove()->set_person(std::to_string(binh));
    removal.mutable_person_remove()->set_reason("nghỉ hưu");
    ASSERT_FALSE(ask("operator", removal).has_error());
    EXPECT_EQ(ask("gateway", start(2), binh).error().code(), "access.person");
}

TEST_F(Gateway, ARoleThatChangesHoldsFromTheNextRequestOn) {
    const auto watcher = added("", "Lê Văn Cường");
    v1::Request edit;
    edit.mutable_task_priority()->set_task(1);
    edit.mutable_task_priority()->set_priority("urgent");
    edit.mutable_task_priority()->set_reason("gấp");
    EXPECT_EQ(ask("gateway", edit, watcher).error().code(), "access.denied");
    ASSERT_FALSE(change_role(watcher, "operator").has_error());
    EXPECT_FALSE(ask("gateway", edit, watcher).has_error());
}

// Of two persons who happen to choose one id, the second is not answered with what the first did.
TEST_F(Gateway, RequestIdsAreEachPersonsOwn) {
    ASSERT_FALSE(ask("gateway", start(1), an, "một").has_error());
    const auto other = ask("gateway", start(2), binh, "một");
    ASSERT_FALSE(other.has_error()) << other.error().message();
    EXPECT_EQ(other.assignment_change().assignment().assignment(), 2U);
    EXPECT_EQ(ask("gateway", start(1), an, "một").assignment_change().assignment().assignment(), 1U);
}

TEST_F(Gateway, ForItselfItFindsWhoMayLogInAndNoMore) {
    v1::Request show;
    show.mutable_person_show()->set_person("Nguyễn Văn An");
    EXPECT_EQ(ask("gateway", show).person_show().person().id(), an);
    EXPECT_EQ(ask("gateway", show).person_show().history_size(), 0);
    ASSERT_FALSE(change_role(an, "none").has_error());
    EXPECT_EQ(ask("gateway", show).error().code(), "person.unknown");
    v1::Request list;
    list.mutable_task_list();
    EXPECT_EQ(ask("gateway", list).error().code(), "access.denied");
}

TEST_F(Gateway, AnInvitationWorksOnce) {
    const auto invited = invite(an);
    EXPECT_EQ(invited.link(), "https://dondoc.vn/loi-moi/" + invited.token());
    EXPECT_EQ(take(invited.token(), true).invitation_take().person().id(), an);
    EXPECT_EQ(take(invited.token()).invitation_take().person().id(), an);
    EXPECT_EQ(take(invited.token()).error().code(), "person.invitation");
}

TEST_F(Gateway, AnInvitationIsForAGatewayAlone) {
    const auto invited = invite(an);
    EXPECT_EQ(take(invited.token(), false, "operator").error().code(), "access.denied");
    EXPECT_FALSE(take(invited.token()).has_error());
}

TEST_F(Gateway, ANewInvitationEndsTheOneBefore) {
    const auto first = invite(an), second = invite(an);
    EXPECT_EQ(take(first.token()).error().code(), "person.invitation");
    EXPECT_FALSE(take(second.token()).has_error());
}

TEST_F(Gateway, AnInvitationEndsWithItsTimeAndWithItsPerson) {
    const auto late = invite(an), removed = invite(binh);
    v1::Request removal;
    removal.mutable_person_remove()->set_person(std::to_string(binh));
    removal.mutable_person_remove()->set_reason("nghỉ hưu");
    ASSERT_FALSE(ask("operator", removal).has_error());
    EXPECT_EQ(take(removed.token()).error().code(), "person.invitation");
    province.advance_to("2023-05-16T08:01");
    EXPECT_EQ(take(late.token()).error().code(), "person.invitation");
}

// Neither the database nor its backup lets anybody in.
TEST_F(Gateway, TheTokenOfAnInvitationIsNotKept) {
    const auto invited = invite(an);
    province.store.database.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    EXPECT_EQ(read_file(folder / "dondoc.db").find(invited.token()), std::string::npos);
}

class ForgottenPassword : public Gateway {
  protected:
    ForgottenPassword() {
        province.store.keys.put(
            {"key relay", Role::Office, std::nullopt, "relay", province.clock.now(), std::nullopt});
        access.load(province.store.keys, province.store.agencies);
        give_mail(an, "an@snv.gov.vn");
    }
    void give_mail(std::uint64_t person, const std::string& mail) {
        v1::Request request;
        request.mutable_person_change()->set_person(std::to_string(person));
        request.mutable_person_change()->mutable_edit()->set_email(mail);
        ASSERT_FALSE(ask("operator", request).has_error());
    }
    v1::Reply forgot(const std::string& named) {
        v1::Request request;
        request.mutable_sign_in_link()->set_person(named);
        return ask("gateway", request);
    }
    // What the program that sends is given, and what it then says of it.
    v1::DeliveryReportReply round(const std::vector<v1::Delivery>& done = {}) {
        v1::Request request;
        request.mutable_delivery_report()->mutable_deliveries()->Assign(done.begin(), done.end());
        return ask("relay", request).delivery_report();
    }
    static std::string token_in(const std::string& link) { return link.substr(link.rfind('/') + 1); }
};

TEST_F(ForgottenPassword, AMailedLinkWorksOnceAndSaysThatItCameByMail) {
    round();
    EXPECT_TRUE(forgot("an@snv.gov.vn").sign_in_link().by_mail());
    const auto offered = round();
    ASSERT_EQ(offered.tests_size(), 1);
    EXPECT_EQ(offered.tests(0).person(), an);
    EXPECT_EQ(offered.tests(0).channel(), "mail");
    EXPECT_EQ(round().tests(0).link(), offered.tests(0).link()) << "asked again, it is the same link";
    const auto token = token_in(offered.tests(0).link());
    EXPECT_EQ(offered.tests(0).link(), "https://dondoc.vn/loi-moi/" + token);
    EXPECT_TRUE(take(token, true).invitation_take().mailed());
    EXPECT_EQ(take(token).invitation_take().person().id(), an);
    EXPECT_EQ(take(token).error().code(), "person.invitation");
}

TEST_F(ForgottenPassword, AMailedLinkEndsAfterAnHourEvenIfNobodySentIt) {
    round();
    forgot("an@snv.gov.vn");
    const auto token = token_in(round().tests(0).link());
    province.advance_to("2023-05-13T09:01");
    EXPECT_EQ(take(token).error().code(), "person.invitation");
    EXPECT_EQ(round().tests_size(), 0) << "what was asked for an hour ago is not sent any more";
}

TEST_F(ForgottenPassword, AMailedLinkLeavesAnInvitationThatSomebodyHandedOver) {
    round();
    const auto invited = invite(an);
    forgot("Nguyễn Văn An");
    round();
    EXPECT_FALSE(take(invited.token(), true).invitation_take().mailed());
    EXPECT_EQ(take(invited.token(), true).invitation_take().person().id(), an);
}

TEST_F(ForgottenPassword, AMailedLinkIsSentOnceInAQuarterOfAnHour) {
    round();
    forgot("an@snv.gov.vn");
    forgot("Nguyễn Văn An");
    const auto offered = round();
    ASSERT_EQ(offered.tests_size(), 1);
    auto sent = offered.tests(0);
    sent.set_state(v1::Delivery::sent);
    EXPECT_EQ(round({sent}).tests_size(), 0);
    EXPECT_TRUE(forgot("an@snv.gov.vn").sign_in_link().by_mail());
    EXPECT_EQ(round().tests_size(), 0);
}

TEST_F(ForgottenPassword, AMailedLinkIsNotOnDisk) {
    round();
    forgot("an@snv.gov.vn");
    const auto token = token_in(round().tests(0).link());
    province.store.database.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    EXPECT_EQ(read_file(folder / "dondoc.db").find(token), std::string::npos);
}

TEST_F(ForgottenPassword, WhetherSomebodyIsKnownIsNotTold) {
    round();
    auto known = forgot("an@snv.gov.vn"), unknown = forgot("nobody@snv.gov.vn"),
         without_mail = forgot("Trần Thị Bình");
    for (auto* reply : {&known, &unknown, &without_mail}) reply->clear_id();
    EXPECT_EQ(known.SerializeAsString(), unknown.SerializeAsString());
    EXPECT_EQ(known.SerializeAsString(), without_mail.SerializeAsString());
    EXPECT_EQ(round().tests_size(), 1);
}

TEST_F(ForgottenPassword, WithoutAProgramThatSendsTheOfficeHasToHelp) {
    EXPECT_FALSE(forgot("an@snv.gov.vn").sign_in_link().by_mail());
    EXPECT_EQ(round().tests_size(), 0) << "nothing is sent later that nobody waits for";
    EXPECT_TRUE(forgot("an@snv.gov.vn").sign_in_link().by_mail());
}

// Whoever is given a link could open it.
TEST_F(ForgottenPassword, AKeyThatSendsIsGivenNoLinkOfWhoMayDoMore) {
    const auto chief = added("", "Lê Văn Cường");
    ASSERT_FALSE(change_role(chief, "operator").has_error());
    give_mail(chief, "cuong@vp.gov.vn");
    const auto watcher = added("", "Hà Thị Dậu");
    round();
    forgot("cuong@vp.gov.vn");
    forgot("an@snv.gov.vn");
    const auto offered = round();
    ASSERT_EQ(offered.tests_size(), 1);
    EXPECT_EQ(offered.tests(0).person(), an);
    v1::Request request;
    request.mutable_delivery_report();
    EXPECT_EQ(ask("gateway", request, watcher).delivery_report().tests_size(), 0) << "a person of the office";
    EXPECT_EQ(ask("gateway", request, chief).delivery_report().tests_size(), 2)
        << "an operator may invite anybody";
}

TEST_F(ForgottenPassword, IsForAGatewayAlone) {
    v1::Request request;
    request.mutable_sign_in_link()->set_person("an@snv.gov.vn");
    EXPECT_EQ(ask("operator", request).error().code(), "access.denied");
    EXPECT_EQ(ask("gateway", request, an).error().code(), "access.denied");
}

TEST_F(Gateway, AnAgencysPersonInvitesColleaguesAndNobodyElse) {
    v1::Request request;
    request.mutable_person_invite()->set_person(std::to_string(added("SNV", "Phạm Thị Dung")));
    EXPECT_FALSE(ask("gateway", request, an).has_error());
    request.mutable_person_invite()->set_person(std::to_string(binh));
    EXPECT_EQ(ask("gateway", request, an).error().code(), "person.unknown");
}

}  // namespace
}  // namespace dondoc::test
