// SPDX-License-Identifier: Apache-2.0
// What the program reports that sends to persons, what it is asked to do, and who has looked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/hub.h"
#include "support/outbox.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Deliveries : public testing::Test {
  protected:
    Deliveries() {
        province.register_agencies();
        province.import({row("1", "Rà soát", "31/12/2023", "Sở Nội vụ")});
        const auto grant = [&](const std::string& name, Role role, const std::string& agency) {
            const auto known = province.store.agencies.find(agency);
            province.store.keys.put({"key " + name, role, known ? std::optional{known->id} : std::nullopt,
                                     name, province.clock.now(), std::nullopt});
        };
        grant("SNV", Role::Agency, "SNV");
        grant("STC", Role::Agency, "STC");
        grant("relay", Role::Office, "");
        grant("operator", Role::Operator, "");
        access.load(province.store.keys, province.store.agencies);
        v1::Request request;
        auto& entry = *request.mutable_person_add()->mutable_entry();
        entry.set_agency("SNV");
        entry.mutable_edit()->set_name("Nguyễn Văn An");
        entry.mutable_edit()->set_email("an@snv.gov.vn");
        person = ask("operator", request).person().person().id();
    }
    v1::Reply ask(const std::string& who, v1::Request request) {
        request.set_id(std::to_string(++asked));
        v1::ClientFrame frame;
        *frame.mutable_request() = std::move(request);
        hub.receive(who, "key " + who, frame.SerializeAsString());
        return answers.of[who].back();
    }
    v1::Delivery delivery(std::uint64_t event, v1::Delivery::State state, const std::string& reason = {}) {
        v1::Delivery one;
        one.set_event(event);
        one.set_person(person);
        one.set_channel("mail");
        one.set_state(state);
        one.set_reason(reason);
        one.mutable_time()->set_seconds(province.clock.now().time_since_epoch().count());
        return one;
    }
    v1::Reply report(const std::vector<v1::Delivery>& deliveries) {
        v1::Request request;
        request.mutable_delivery_report();
        for (const auto& one : deliveries) *request.mutable_delivery_report()->add_deliveries() = one;
        return ask("relay", request);
    }
    v1::TaskShowReply explained(const std::string& who = "SNV") {
        v1::Request request;
        request.mutable_task_show()->set_task(1);
        return ask(who, request).task_show();
    }

    int asked = 0;
    std::uint64_t person = 0;
    TemporaryFolder folder;
    Province province{folder / "dondoc.db", {{daily_policy()}, {}, 7, "VP"}};
    hub::AccessList access;
    Answers answers;
    NoFeed feed;
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, answers, feed, {}, turned_away};
};

TEST_F(Deliveries, WhatWasSentIsToldApartFromWhatWasSeen) {
    EXPECT_EQ(report({delivery(1, v1::Delivery::sent)}).delivery_report().changed(), 1U);
    auto alert = explained().alerts(0);
    EXPECT_FALSE(alert.seen());
    ASSERT_EQ(alert.deliveries_size(), 1);
    EXPECT_EQ(alert.deliveries(0).state(), v1::Delivery::sent);
    EXPECT_EQ(alert.deliveries(0).person_name(), "Nguyễn Văn An");

    v1::Request request;
    request.mutable_event_seen()->add_events(1);
    request.mutable_event_seen()->set_person("Nguyễn Văn An");
    EXPECT_EQ(ask("relay", request).error().code(), "event.others_look") << "no other looks for an agency";
    EXPECT_EQ(ask("STC", request).error().code(), "person.unknown");
    EXPECT_EQ(ask("SNV", request).event_seen().seen(), 1U);
    EXPECT_EQ(ask("SNV", request).event_seen().seen(), 0U);
    alert = explained().alerts(0);
    EXPECT_TRUE(alert.seen());
    EXPECT_EQ(alert.seen_by(), "Nguyễn Văn An");
}

TEST_F(Deliveries, WhoActsOnWorkHasLookedAtWhatItWasTold) {
    v1::Request request;
    request.mutable_assignment_change()->set_assignment(1);
    request.mutable_assignment_change()->set_action(v1::AssignmentChangeRequest::receive);
    ASSERT_FALSE(ask("SNV", request).has_error());
    EXPECT_TRUE(explained().alerts(0).seen());
    EXPECT_TRUE(province.store.unseen.list().empty());
}

TEST_F(Deliveries, AReportThatIsRepeatedChangesNothing) {
    const auto before = province.store.inbox.last_event();
    EXPECT_EQ(report({delivery(1, v1::Delivery::refused, "smtp 550 5.1.1")}).delivery_report().changed(), 1U);
    EXPECT_EQ(report({delivery(1, v1::Delivery::refused, "smtp 550 5.1.1")}).delivery_report().changed(), 0U);
    EXPECT_EQ(province.store.inbox.last_event().value, before.value + 1);
    EXPECT_EQ(report({delivery(1, v1::Delivery::sent)}).delivery_report().changed(), 1U);
    EXPECT_EQ(report({delivery(1, v1::Delivery::waiting)}).delivery_report().changed(), 0U)
        << "what was sent stays sent";
}

TEST_F(Deliveries, WhatIsRefusedForGoodIsToldToTheOfficeOnce) {
    report({delivery(1, v1::Delivery::refused, "smtp 550 5.1.1")});
    const auto told = province.inbox("VP").back();
    ASSERT_EQ(told.kind(), v1::EventKind::undelivered);
    ASSERT_EQ(told.undelivered().items_size(), 1);
    EXPECT_EQ(told.undelivered().items(0).person(), person);
    EXPECT_EQ(told.undelivered().items(0).reason(), "smtp 550 5.1.1");
    EXPECT_EQ(told.DebugString().find('@'), std::string::npos);
    const auto events = province.store.inbox.last_event();
    report({delivery(told.id(), v1::Delivery::refused, "smtp 550 5.1.1")});
    EXPECT_EQ(province.store.inbox.last_event(), events) << "of what could not be told nothing is told again";
}

TEST_F(Deliveries, AReasonWithAnAddressIsRefused) {
    const auto reply = report({delivery(1, v1::Delivery::refused, "550 <an@snv.gov.vn> unknown")});
    EXPECT_EQ(reply.error().code(), "delivery.address");
    EXPECT_EQ(report({delivery(1, v1::Delivery::unspecified)}).error().code(), "delivery.state");
}

TEST_F(Deliveries, OfEventsAndPersonsThatAreNotThereNothingIsKept) {
    auto foreign = delivery(1, v1::Delivery::sent);
    foreign.set_lineage("another");
    auto nobody = delivery(1, v1::Delivery::sent);
    nobody.set_person(999);
    EXPECT_EQ(report({foreign, nobody, delivery(999, v1::Delivery::sent)}).delivery_report().unknown(), 3U);
    EXPECT_EQ(explained().alerts(0).deliveries_size(), 0);
}

TEST_F(Deliveries, AWishStaysUntilItIsCarriedOut) {
    report({delivery(1, v1::Delivery::refused, "smtp 550 5.1.1")});
    v1::Request request;
    request.mutable_delivery_change()->set_wish("retry");
    EXPECT_EQ(ask("operator", request).error().code(), "delivery.which");
    request.mutable_delivery_change()->set_event(1);
    EXPECT_EQ(ask("relay", request).error().code(), "access.denied");
    EXPECT_EQ(ask("operator", request).delivery_change().changed(), 1U);
    // What was on its way before the wish takes nothing of it away.
    auto reply = report({delivery(1, v1::Delivery::waiting, "smtp 450")}).delivery_report();
    ASSERT_EQ(reply.wishes_size(), 1);
    EXPECT_EQ(reply.wishes(0).wish(), "retry");
    auto done = delivery(1, v1::Delivery::waiting, "smtp 450");
    done.set_wish("retry");
    EXPECT_EQ(report({done}).delivery_report().wishes_size(), 0);
}

TEST_F(Deliveries, ATestIsAskedForOnceAMinuteAndItsResultShown) {
    v1::Request request;
    request.mutable_contact_test()->set_person(std::to_string(person));
    EXPECT_EQ(ask("STC", request).error().code(), "person.unknown");
    const auto first = ask("SNV", request).contact_test();
    ASSERT_EQ(first.tests_size(), 1);
    EXPECT_EQ(ask("SNV", request).contact_test().tests(0).test(), first.tests(0).test());
    auto offered = report({}).delivery_report();
    ASSERT_EQ(offered.tests_size(), 1);
    EXPECT_TRUE(offered.simulated());
    v1::Delivery sent;
    sent.set_test(offered.tests(0).test());
    sent.set_state(v1::Delivery::sent);
    EXPECT_EQ(report({sent}).delivery_report().tests_size(), 0);
    v1::Request show;
    show.mutable_contact_test_show()->add_tests(first.tests(0).test());
    EXPECT_EQ(ask("SNV", show).contact_test().tests(0).state(), v1::Delivery::sent);
    EXPECT_EQ(ask("STC", show).error().code(), "contact.unknown");
}

TEST_F(Deliveries, AnAgencyListsItsOwn) {
    report({delivery(1, v1::Delivery::waiting, "smtp 450")});
    v1::Request request;
    request.mutable_delivery_list();
    EXPECT_EQ(ask("SNV", request).delivery_list().deliveries_size(), 1);
    EXPECT_EQ(ask("STC", request).delivery_list().deliveries_size(), 0);
    EXPECT_EQ(ask("relay", request).delivery_list().deliveries(0).agency(), "SNV");
}

TEST_F(Deliveries, AnAlertNamesWhoIsResponsible) {
    v1::Request request;
    request.mutable_assignment_responsible()->set_assignment(1);
    request.mutable_assignment_responsible()->set_person("Nguyễn Văn An");
    ASSERT_FALSE(ask("SNV", request).has_error());
    EXPECT_EQ(province.inbox("SNV").back().change().responsible(), person);
    province.advance_to("2023-12-17");
    const auto reminder = province.inbox("SNV").back();
    ASSERT_EQ(reminder.kind(), v1::EventKind::reminder);
    EXPECT_EQ(reminder.digest().items(0).responsible(), person);
}

}  // namespace
}  // namespace dondoc::test
