// SPDX-License-Identifier: Apache-2.0
// What a hostile key may send, store and fill, and that it is known who did what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/hub.h"
#include "hub/requests/convert.h"
#include "support/outbox.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

class FrameDoor : public testing::Test {
  protected:
    FrameDoor() {
        province.register_agencies();
        province.import({row("1", "Rà soát quy chế", "Trước 31/10/2023", "Sở Nội vụ", "Sở Tài chính"),
                         row("2", "Việc tài chính", "Trước 31/10/2023", "Sở Tài chính"),
                         row("3", "Việc chưa có thời hạn", "", "Sở Tài chính")});
        province.engine.change([&](engine::Work& work) {
            for (const auto* code : {"SNV", "STC"})
                work.store.keys.put({key(code), Role::Agency, work.store.agencies.find(code)->id, code,
                                     work.now, std::nullopt});
            work.store.keys.put(
                {key("office"), Role::Office, std::nullopt, "văn phòng", work.now, std::nullopt});
            work.store.keys.put({key("operator"), Role::Operator, std::nullopt, "", work.now, std::nullopt});
        });
        access.load(province.store.keys, province.store.agencies);
    }

    static std::string key(const std::string& who) { return who + std::string(40 - who.size(), '-'); }
    void send(const std::string& who, const std::string& frame) { hub.receive(who, key(who), frame); }
    v1::Reply ask(const std::string& who, v1::Request request, const std::string& id = {}) {
        request.set_id(id.empty() ? "r" + std::to_string(++asked) : id);
        v1::ClientFrame frame;
        *frame.mutable_request() = std::move(request);
        send(who, frame.SerializeAsString());
        while (hub.go_on()) {
        }
        return answers.of[who].back();
    }
    static v1::Request comment(const std::string& note, std::uint64_t assignment = 1) {
        v1::Request request;
        request.mutable_assignment_change()->set_assignment(assignment);
        request.mutable_assignment_change()->set_action(v1::AssignmentChangeRequest::comment);
        request.mutable_assignment_change()->set_note(note);
        return request;
    }
    static v1::Request report_with(const std::vector<std::string>& evidence) {
        v1::Request request;
        request.mutable_assignment_change()->set_assignment(1);
        request.mutable_assignment_change()->set_action(v1::AssignmentChangeRequest::report);
        for (const auto& one : evidence) request.mutable_assignment_change()->add_evidence(one);
        return request;
    }
    static v1::Request looking() {
        v1::Request request;
        request.mutable_status();
        return request;
    }

    int asked = 0;
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
    hub::AccessList access;
    Answers answers;
    NoFeed feed;
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, answers, feed, {.written_bytes_per_day = 20'000}, turned_away};
};

TEST_F(FrameDoor, WhoMayNotIsRefusedBeforeAnythingIsDecoded) {
    v1::ClientFrame frame;
    frame.mutable_request()->set_id("big");
    auto& rows = *frame.mutable_request()->mutable_plan_import()->mutable_rows();
    for (int i = 0; i < 100'000; ++i) rows.Add();
    send("SNV", frame.SerializeAsString());
    EXPECT_EQ(answers.of["SNV"].back().id(), "big");
    EXPECT_EQ(answers.of["SNV"].back().error().code(), "access.denied");
    send("operator", frame.SerializeAsString());
    EXPECT_EQ(answers.of["operator"].back().error().code(), "value.too_many");

    // What stands in the request would not even decode.
    const std::string request = "\x0a\x02r9" + std::string{"\x72\x03\xff\xff\xff", 5};  // id, plan_import
    const std::string broken = std::string{"\x22", 1} + static_cast<char>(request.size()) + request;
    send("SNV", broken);
    EXPECT_EQ(answers.of["SNV"].back().id(), "r9");
    EXPECT_EQ(answers.of["SNV"].back().error().code(), "access.denied");
    send("operator", broken);
    EXPECT_EQ(answers.of["operator"].back().error().code(), "request.malformed");
}

TEST_F(FrameDoor, ARequestOfAnAgencyIsSmall) {
    auto request = looking();
    request.mutable_status()->set_document(std::string(600, 'x'));
    EXPECT_EQ(ask("SNV", request).error().code(), "value.too_long");
    request.mutable_status()->set_document(std::string(20'000, 'x'));
    EXPECT_EQ(ask("SNV", request).error().code(), "request.too_large");
    EXPECT_EQ(ask("SNV", comment(std::string(4 * 1024, 'x'))).error().code(), "");
}

TEST_F(FrameDoor, WhatIsNotKnownIsDropped) {
    auto request = comment("một lần");
    request.GetReflection()->MutableUnknownFields(&request)->AddLengthDelimited(9999, std::string(1000, 'x'));
    EXPECT_FALSE(ask("SNV", request, "same").has_error());
    request.GetReflection()->MutableUnknownFields(&request)->Clear();
    request.GetReflection()->MutableUnknownFields(&request)->AddLengthDelimited(9998, "y");
    EXPECT_FALSE(ask("SNV", request, "same").has_error()) << "the same command, answered again";
    EXPECT_EQ(ask("SNV", comment("khác"), "same").error().code(), "request.id_used");
    EXPECT_EQ(province.store.history.of({1}).size(), 1U);
}

TEST_F(FrameDoor, ABlankLineOfEvidenceIsRefused) {
    EXPECT_EQ(ask("SNV", report_with({"15/BC-SNV", ""})).error().code(), "assignment.blank_evidence");
    EXPECT_EQ(ask("SNV", report_with({"  \t"})).error().code(), "assignment.blank_evidence");
    EXPECT_EQ(ask("SNV", report_with(std::vector<std::string>(65, "x"))).error().code(), "value.too_many");
    EXPECT_EQ(ask("SNV", report_with({"15/BC-SNV", "biên bản"})).error().code(), "");
}

TEST_F(FrameDoor, WhatAnEarlierVersionTookIsShownWithinBounds) {
    v1::Event event;
    event.mutable_change()->set_assignment(1);
    event.mutable_change()->set_task(1);
    std::string detail;
    for (int i = 0; i < 1'500'000; ++i) detail += {'\x1a', '\0'};  // empty evidence
    ASSERT_TRUE(event.mutable_change()->mutable_detail()->ParseFromString(detail));
    const auto body = event.SerializeAsString();
    event.Clear();
    constexpr int poisoned = 6;
    {
        store::Transaction transaction{province.store.database};
        store::EventWriter events{province.store.inbox, province.clock.now()};
        const auto agency = province.store.agencies.find("SNV")->id;
        for (int i = 0; i < poisoned; ++i) {
            auto assignment = province.store.assignments.get({1}).value();
            province.store.history.write(assignment, ChangeKind::Report, "snv", {detail},
                                         province.clock.now());
            const auto slot = events.next(agency);
            events.append({slot.id, agency, slot.number, body}, v1::EventKind::changed);
            province.store.notices.add({1}, slot.id);
        }
        events.finish();
        transaction.commit();
    }
    constexpr std::size_t most_bytes = 8U << 20;
    v1::Request request;
    request.mutable_log()->set_limit(100);
    request.mutable_log()->set_newest_first(true);
    const auto log = ask("office", request);
    EXPECT_GT(log.log().events_size(), 0);
    EXPECT_TRUE(log.log().events(log.log().events_size() - 1).removed()) << "its heading";
    EXPECT_TRUE(log.log().more());
    EXPECT_LT(log.ByteSizeLong(), most_bytes);
    request.mutable_assignment_history()->set_task(1);
    const auto history = ask("office", request);
    EXPECT_EQ(history.assignment_history().entries_size(), poisoned);
    EXPECT_LT(history.ByteSizeLong(), most_bytes);
    request.mutable_task_show()->set_task(1);
    const auto shown = ask("office", request);
    EXPECT_EQ(shown.task_show().life_size(), poisoned);
    EXPECT_LT(shown.ByteSizeLong(), most_bytes);
}

TEST_F(FrameDoor, AKeyWritesSoMuchADayAndLooksOn) {
    int written = 0;
    v1::Reply reply;
    for (; written < 20; ++written) {
        reply = ask("SNV", comment(std::string(2'000, 'x')), "c" + std::to_string(written));
        if (reply.has_error()) break;
    }
    EXPECT_EQ(reply.error().code(), "limit.written");
    EXPECT_GE(written, 2);
    EXPECT_LT(written, 10);
    EXPECT_FALSE(ask("SNV", looking()).has_error());
    EXPECT_FALSE(ask("SNV", comment(std::string(2'000, 'x')), "c0").has_error())
        << "done before, answered again";
    EXPECT_FALSE(ask("STC", comment("khóa khác")).has_error());
    for (int i = 0; i < 20; ++i)
        EXPECT_FALSE(ask("operator", comment(std::string(2'000, 'x'))).has_error())
            << "operators are trusted";
    province.advance_to("2023-05-14T08:00");
    EXPECT_FALSE(ask("SNV", comment("hôm sau")).has_error());
}

TEST_F(FrameDoor, ARefusalRepeatsAtMostALine) {
    std::string long_name;
    while (long_name.size() < 100'000) long_name += "Sở Nội vụ ";
    const auto wire = hub::to_wire(UserError("agency.unknown", {long_name}, long_name), text::Lang::Vi);
    EXPECT_LE(wire.args(0).size(), 512U);
    EXPECT_LE(wire.place().size(), 512U);
    EXPECT_LE(wire.message().size(), 1024U);
    v1::Error again;
    EXPECT_TRUE(again.ParseFromString(wire.SerializeAsString())) << "still whole characters";
}

TEST_F(FrameDoor, WhoDidItIsNeverEmpty) {
    const std::string doer = "operator operator";  // the role, and how the key begins
    v1::Request request;
    request.mutable_mute_add()->set_task(2);
    request.mutable_mute_add()->set_until("2023-06-01");
    request.mutable_mute_add()->set_reason("lý do");
    EXPECT_EQ(ask("operator", request).mute().mute().by(), doer);
    request.mutable_mute_end()->set_mute(1);
    request.mutable_mute_end()->set_reason("xong");
    EXPECT_EQ(ask("operator", request).mute().mute().ended_by(), doer);
    request.mutable_task_term()->set_task(3);
    request.mutable_task_term()->set_due("2023-12-15");
    request.mutable_task_term()->set_document("15/QĐ-UBND");
    request.mutable_task_term()->set_reason("lý do");
    const auto term = ask("operator", request);
    EXPECT_EQ(term.task_term().term().by(), doer) << term.error().message();
    request.mutable_task_priority()->set_task(1);
    request.mutable_task_priority()->set_priority("urgent");
    request.mutable_task_priority()->set_reason("gấp");
    EXPECT_FALSE(ask("operator", request).has_error());
    request.mutable_assignment_history();
    const auto history = ask("office", request).assignment_history();
    ASSERT_GT(history.entries_size(), 0);
    for (const auto& entry : history.entries()) EXPECT_EQ(entry.by(), doer) << entry.action();
    EXPECT_EQ(province.inbox("SNV").back().change().by(), doer);
}

TEST_F(FrameDoor, AKeyOfAnAgencyThatCeasedLooksAndChangesNothing) {
    v1::Request request;
    auto& order = *request.mutable_agency_succeed();
    auto& succession = *order.add_successions();
    succession.set_kind(v1::Succession::merge);
    succession.set_day("2023-05-10");
    succession.set_document("1/NQ-HĐND");
    succession.add_from("STC");
    succession.add_to("VP");
    order.set_dry_run(true);
    order.set_seen(ask("operator", request).agency_succeed().seen());
    order.set_dry_run(false);
    ASSERT_FALSE(ask("operator", request).has_error());
    const auto assignment = static_cast<std::uint64_t>(
        province.store.assignments.find({2}, province.store.agencies.find("STC")->id)->id.value);
    EXPECT_EQ(ask("STC", comment("vẫn còn đây", assignment)).error().code(), "access.agency_ended");
    EXPECT_FALSE(ask("STC", looking()).has_error());
    EXPECT_FALSE(ask("office", comment("ý kiến", assignment)).has_error());
}

TEST_F(FrameDoor, WhyAnAgencyIsMutedIsNotTheOthersBusiness) {
    v1::Request request;
    request.mutable_mute_add()->set_agency("SNV");
    request.mutable_mute_add()->set_until("2023-06-01");
    request.mutable_mute_add()->set_reason("đang thanh tra");
    ASSERT_FALSE(ask("operator", request).has_error());
    request.mutable_task_list()->set_role("cooperating");
    request.mutable_task_list()->set_agency("STC");
    const auto theirs = ask("STC", request).task_list();
    ASSERT_EQ(theirs.rows_size(), 1);
    EXPECT_TRUE(theirs.rows(0).has_mute());
    EXPECT_EQ(theirs.rows(0).mute().reason(), "");
    request.mutable_task_list();
    request.mutable_task_list()->Clear();
    EXPECT_EQ(ask("SNV", request).task_list().rows(0).mute().reason(), "đang thanh tra");
}

TEST_F(FrameDoor, AnEmptyDayInADecisionIsRefusedAsEmpty) {
    v1::Request request;
    auto& plan = *request.mutable_plan_import();
    plan.mutable_document()->set_number("7/KH");
    plan.mutable_document()->set_issued("2023-05-13");
    plan.mutable_document()->set_level("province");
    auto& planned = *plan.add_rows();
    planned.set_title("Việc");
    planned.mutable_decided()->mutable_deadline()->set_kind(v1::DeadlineKind::date);
    planned.mutable_decided()->mutable_deadline()->add_due("");
    const auto reply = ask("operator", request);
    EXPECT_EQ(reply.error().code(), "value.day");
    EXPECT_EQ(reply.error().args(0), "");
}

TEST_F(FrameDoor, AnotherSpellingOfANumberIsTheSameDocumentEverywhere) {
    for (const auto* number : {"01/KH-UBND", "01/kh-ubnd", "01 / KH – UBND"}) {
        v1::Request request;
        request.mutable_status()->set_document(number);
        EXPECT_FALSE(ask("SNV", request).has_error()) << number;
        request.mutable_assignment_history()->set_document(number);
        EXPECT_FALSE(ask("SNV", request).has_error()) << number;
        request.mutable_report()->set_kind(v1::ReportKind::agency);
        request.mutable_report()->set_document(number);
        EXPECT_EQ(ask("SNV", request).report().document().number(), "01/KH-UBND") << number;
        request.mutable_plan_withdraw()->set_document(number);
        request.mutable_plan_withdraw()->set_reason("lý do");
        request.mutable_plan_withdraw()->set_dry_run(true);
        EXPECT_EQ(ask("operator", request).plan_withdraw().document().number(), "01/KH-UBND") << number;
    }
}

}  // namespace
}  // namespace dondoc::test
