// SPDX-License-Identifier: Apache-2.0
// Who is told of what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "people.h"
#include "relay/intake.h"
#include "relay/recipients.h"
#include "wire/secrets.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;

class Recipients : public testing::Test {
  protected:
    Recipients() {
        persons.add(person(1, "SNV", "lead@snv.vn"));
        persons.add(person(2, "SNV", "head@snv.vn", {"head"}));
        persons.add(person(3, "SNV", "helps@snv.vn", {"cooperating"}));
        persons.add(person(4, "SNV", "quiet@snv.vn", {}));
        persons.add(person(5, "STC", "other@stc.vn"));
        persons.add(person(6, "", "office@vp.vn"));
        persons.add(person(7, "VP", "chief@vp.vn", {"head"}));
    }
    // Person -> titles.
    std::map<std::uint64_t, std::vector<std::string>> told(const v1::Event& event) const {
        std::map<std::uint64_t, std::vector<std::string>> titles;
        for (const auto& one : relay::told_of(event, persons, civil(2025, 6, 23)))
            for (const auto& piece : one.event.digest().items())
                titles[one.person->id()].push_back(piece.title());
        return titles;
    }
    relay::Persons persons{"VP"};
};

TEST_F(Recipients, AReminderIsForThoseWhoDoTheWork) {
    auto helped = item(2, "Hai");
    helped.set_role("cooperating");
    const auto event = alert(1, "SNV", v1::EventKind::reminder, {item(1, "Một"), helped});
    EXPECT_THAT(told(event), ElementsAre(Pair(1, ElementsAre("Một", "Hai")), Pair(3, ElementsAre("Hai"))));
}

TEST_F(Recipients, WhoIsResponsibleIsToldAndNoOtherOfThoseWhoDoTheWork) {
    auto answered = item(1, "Một", -3);
    answered.set_responsible(4);
    EXPECT_THAT(told(alert(1, "SNV", v1::EventKind::reminder, {answered, item(2, "Hai")})),
                ElementsAre(Pair(1, ElementsAre("Hai")), Pair(4, ElementsAre("Một"))));
    EXPECT_THAT(told(alert(1, "SNV", v1::EventKind::overdue, {answered})),
                ElementsAre(Pair(2, ElementsAre("Một")), Pair(4, ElementsAre("Một"))))
        << "and the head of what is overdue";
    answered.set_responsible(99);  // left since
    EXPECT_THAT(told(alert(1, "SNV", v1::EventKind::reminder, {answered})),
                ElementsAre(Pair(1, ElementsAre("Một"))));
}

TEST_F(Recipients, TheOfficesInboxIsForThePersonsOfTheOffice) {
    EXPECT_THAT(told(alert(1, "VP", v1::EventKind::escalation, {item(1, "Một", -9)})),
                ElementsAre(Pair(6, ElementsAre("Một")), Pair(7, ElementsAre("Một"))));
}

TEST_F(Recipients, ADeputyIsToldWhileSomebodyIsAway) {
    auto away = person(1, "SNV", "lead@snv.vn");
    away.mutable_deputy()->set_person(3);
    away.mutable_deputy()->set_from("2025-06-20");
    away.mutable_deputy()->set_to("2025-06-23");
    persons.add(away);
    const auto event = alert(1, "SNV", v1::EventKind::reminder, {item(1, "Một")});
    EXPECT_THAT(told(event), ElementsAre(Pair(3, ElementsAre("Một"))));
    EXPECT_EQ(relay::told_of(event, persons, civil(2025, 6, 24)).at(0).person->id(), 1U);
    auto round = person(3, "SNV", "helps@snv.vn", {"cooperating"});
    round.mutable_deputy()->set_person(1);
    round.mutable_deputy()->set_from("2025-06-20");
    round.mutable_deputy()->set_to("2025-06-23");
    persons.add(round);
    EXPECT_EQ(relay::told_of(event, persons, civil(2025, 6, 23)).size(), 1U) << "each other's deputy";
}

TEST_F(Recipients, OfASecretDocumentOnlyThatThereIsSomethingLeaves) {
    auto secret = item(1, "DAUVET");
    secret.set_secret(true);
    secret.set_deadline_text("DAUVET");
    auto event = alert(1, "SNV", v1::EventKind::pressed, {secret, item(2, "Hai")});
    event.mutable_digest()->mutable_pressing()->set_note("về DAUVET");
    for (const auto& one : relay::told_of(event, persons, civil(2025, 6, 23))) {
        EXPECT_THAT(one.event.DebugString(), Not(HasSubstr("DAUVET")));
        EXPECT_THAT(one.event.DebugString(), Not(HasSubstr("122/KH-UBND\"\n    task_number: \"1\"")));
        EXPECT_EQ(one.event.digest().items_size(), 2);
    }
    v1::Event changed;
    changed.set_agency("SNV");
    changed.mutable_change()->set_secret(true);
    changed.mutable_change()->set_title("DAUVET");
    changed.mutable_change()->set_note("DAUVET");
    *changed.add_more() = changed.change();
    const auto left = wire::without_secrets(changed);
    EXPECT_THAT(left.DebugString(), Not(HasSubstr("DAUVET")));
    EXPECT_TRUE(left.has_change());
}

TEST_F(Recipients, WhatIsUrgentDoesNotWaitForTheMorningNorForQuietHours) {
    auto one = person(1, "SNV", "lead@snv.vn");
    one.set_quiet("21:00-06:00");
    const relay::Timing timing;
    const auto ready = [&](const char* now, bool urgent) {
        return spoken_instant(relay::ready_at(one, urgent, timing, at(now)));
    };
    EXPECT_EQ(ready("2025-06-23T07:30", false), "23/06/2025 07:45");
    EXPECT_EQ(ready("2025-06-23T07:30", true), "23/06/2025 07:30");
    EXPECT_EQ(ready("2025-06-23T14:00", false), "23/06/2025 14:02");
    EXPECT_EQ(ready("2025-06-23T22:00", false), "24/06/2025 06:00");
    EXPECT_EQ(ready("2025-06-23T22:00", true), "23/06/2025 22:00");
    one.set_quiet("12:00-13:30");
    EXPECT_EQ(ready("2025-06-23T12:10", false), "23/06/2025 13:30");
    one.set_quiet("06:00-08:00");
    EXPECT_EQ(ready("2025-06-23T05:00", false), "23/06/2025 08:00") << "the digest's time is quiet";
}

TEST_F(Recipients, PressingByHandIsUrgentAndTellsTheHeadOfWhatIsOverdue) {
    const auto all = relay::told_of(alert(1, "SNV", v1::EventKind::pressed, {item(1, "Một", -1)}), persons,
                                    civil(2025, 6, 23));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].urgent);
    EXPECT_THAT(told(alert(1, "SNV", v1::EventKind::pressed, {item(1, "Một", 1)})),
                ElementsAre(Pair(1, ElementsAre("Một"))));
    EXPECT_THAT(told(alert(1, "KHONGCO", v1::EventKind::reminder, {item(1, "Một")})), IsEmpty());
}

}  // namespace
}  // namespace dondoc::test
