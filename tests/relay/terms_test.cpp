// SPDX-License-Identifier: Apache-2.0
// What a mail puts into a calendar.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "post_office.h"
#include "relay/letter.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const relay::Links links{"https://d.vn/t/{task}?seen={event}"};

v1::Event change(std::uint64_t id, const std::string& action, const std::string& due,
                 const std::string& time = "2025-06-24T09:00") {
    v1::Event event;
    event.set_id(id);
    event.set_agency("SNV");
    event.set_kind(v1::EventKind::changed);
    event.mutable_time()->set_seconds(at(time.c_str()).time_since_epoch().count());
    auto& changed = *event.mutable_change();
    changed.set_assignment(5);
    changed.set_task(5);
    changed.set_title("Rà soát");
    changed.set_action(action);
    changed.set_due(due);
    return event;
}

std::vector<ics::Entry> terms_of(const v1::Event& event) {
    return relay::terms_of(event, text::Lang::Vi, links);
}

TEST(Terms, WhatIsGivenIsAnEntryOfItsDayAndAReminderIsNone) {
    const auto terms = terms_of(alert(1, "SNV", v1::EventKind::assigned, {item(5, "Rà soát")}));
    ASSERT_EQ(terms.size(), 1U);
    EXPECT_EQ(terms[0].id, "5");
    EXPECT_EQ(terms[0].day, parse_iso_day("2025-06-30"));
    EXPECT_EQ(terms[0].summary, "Hạn: Rà soát");
    EXPECT_EQ(terms[0].url, "https://d.vn/t/5?seen=1");
    EXPECT_FALSE(terms[0].is_cancelled);
    EXPECT_THAT(terms_of(alert(2, "SNV", v1::EventKind::reminder, {item(5, "Rà soát")})), IsEmpty());
}

TEST(Terms, WhoCooperatesHasTheEntryOfTheTask) {
    auto one = item(5, "Rà soát");
    one.set_assignment(0);
    one.set_role("cooperating");
    EXPECT_EQ(terms_of(alert(1, "SNV", v1::EventKind::assigned, {one})).at(0).id, "task-5");
}

TEST(Terms, WhatIsSecretOrHasNoDayIsNone) {
    auto secret = item(5, "Rà soát"), open = item(6, "Thường xuyên");
    secret.set_secret(true);
    open.clear_due();
    EXPECT_THAT(terms_of(alert(1, "SNV", v1::EventKind::assigned, {secret, open})), IsEmpty());
}

TEST(Terms, ATermThatMovesReplacesTheEntryAndOneThatEndsCancelsIt) {
    const auto given = terms_of(alert(1, "SNV", v1::EventKind::assigned, {item(5, "Rà soát")}));
    for (const auto* action : {"extend", "grant_extension", "reopen", "term", "event", "amend"}) {
        const auto moved = terms_of(change(2, action, "2025-07-15"));
        ASSERT_EQ(moved.size(), 1U) << action;
        EXPECT_EQ(moved[0].id, given[0].id) << action;
        EXPECT_GT(moved[0].sequence, given[0].sequence) << action;
        EXPECT_EQ(moved[0].day, parse_iso_day("2025-07-15")) << action;
    }
    for (const auto* action : {"cancel", "transfer", "return", "term_undone"}) {
        const auto ended = terms_of(change(3, action, ""));
        ASSERT_EQ(ended.size(), 1U) << action;
        EXPECT_EQ(ended[0].id, given[0].id) << action;
        EXPECT_TRUE(ended[0].is_cancelled) << action;
    }
    for (const auto* action : {"progress", "report", "request_extension", "comment", "complete", "press"})
        EXPECT_THAT(terms_of(change(4, action, "2025-07-15")), IsEmpty()) << action;
}

TEST(Terms, AnAmendmentOfSomethingElseIsNoEntry) {
    auto event = change(2, "amend", "");
    auto& field = *event.mutable_change()->add_changed();
    field.set_field("title");
    field.set_new_("Rà soát lại");
    EXPECT_THAT(terms_of(event), IsEmpty());
    field.set_field("due");
    field.set_new_("2025-08-01");
    EXPECT_EQ(terms_of(event).at(0).day, parse_iso_day("2025-08-01"));
    field.set_new_("");
    EXPECT_TRUE(terms_of(event).at(0).is_cancelled);
}

TEST(Terms, OfSomebodyElsesWorkThereIsNone) {
    auto event = change(2, "extend", "2025-07-15");
    event.mutable_change()->set_agency("STC");
    EXPECT_THAT(terms_of(event), IsEmpty());
}

TEST(Terms, OneLetterSaysEachOnceAsItStandsLast) {
    const auto letter =
        relay::compose({part_of(alert(1, "SNV", v1::EventKind::assigned, {item(5, "Một"), item(6, "Hai")})),
                        part_of(change(2, "extend", "2025-07-15"))},
                       person(1, "SNV", "an@snv.vn"), false, {});
    ASSERT_EQ(letter.terms.size(), 2U);
    EXPECT_EQ(letter.terms[0].day, parse_iso_day("2025-07-15"));
    EXPECT_THAT(relay::plain_text(letter), HasSubstr(".ics"));
}

// As a calendar program gets it: parsed by Python's email and icalendar.
TEST(Terms, ComeAttachedToTheMailAndAMoveReplacesThem) {
    PostOffice office;
    office.post_events({alert(1, "SNV", v1::EventKind::assigned, {item(5, "Rà soát; “x”")})}, "an@snv.vn");
    office.send();
    office.post_events({change(2, "extend", "2025-07-15"), change(3, "cancel", "", "2025-06-25T09:00")},
                       "an@snv.vn");
    office.send();
    const auto arrived = office.arrived();
    ASSERT_EQ(arrived.size(), 2U);
    EXPECT_EQ(arrived[0].wrong, "");
    EXPECT_THAT(arrived[0].terms,
                AllOf(HasSubstr("PUBLISH dondoc-5@tinh.tinh.vn 2025-06-30 CONFIRMED Hạn: Rà soát; “x”"),
                      HasSubstr("mailto:dondoc@tinh.vn")));
    EXPECT_THAT(arrived[1].terms,
                AllOf(HasSubstr("CANCEL dondoc-5@tinh.tinh.vn"), Not(HasSubstr("PUBLISH"))));
}

}  // namespace
}  // namespace dondoc::test
