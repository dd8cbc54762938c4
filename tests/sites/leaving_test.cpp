// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves a site, and what stays.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>

#include "bridge/facts.h"
#include "bridge/follower.h"
#include "bridge/secret_work.h"
#include "wire/report.h"
#include "wire/time.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

sys_seconds noon(int month, unsigned day) {
    return to_instant(local_seconds{civil(2025, static_cast<unsigned>(month), day)} + 12h);
}

v1::AssignmentRow row(std::uint64_t id, const std::string& due) {
    v1::AssignmentRow made;
    made.set_assignment(id);
    made.set_task(id);
    made.set_level("province");
    made.set_due(due);
    made.set_secret(true);
    wire::set(*made.mutable_given(), noon(7, 1));
    return made;
}

v1::LifeEntry entry(std::uint64_t id, std::uint64_t revision, sys_seconds at, const std::string& action,
                    const std::string& state, const std::string& due) {
    v1::LifeEntry made;
    made.set_assignment(id);
    made.set_revision(revision);
    wire::set(*made.mutable_time(), at);
    made.set_action(action);
    made.set_state(state);
    made.set_due(due);
    made.set_original_due(due);
    return made;
}

TEST(Leaving, AnEventOfASecretDocumentSaysOnlyThatThereIsSomething) {
    v1::Event event;
    event.set_id(9);
    event.set_agency("SNV");
    event.set_number(4);
    event.set_lineage("l");
    event.set_kind(v1::EventKind::overdue);
    auto& secret = *event.mutable_digest()->add_items();
    secret.set_secret(true);
    secret.set_title("chuyện kín");
    secret.set_document("01/M");
    event.mutable_digest()->add_items()->set_title("chuyện thường");
    const auto message = bridge::message_of("19", event);
    EXPECT_EQ(message.subject, "dondoc.19.SNV.overdue");
    EXPECT_EQ(message.id, "19/l/9");
    std::map<std::string, std::string> headers{message.headers.begin(), message.headers.end()};
    EXPECT_THAT(headers, testing::UnorderedElementsAre(
                             testing::Pair("Dondoc-Site", "19"), testing::Pair("Dondoc-Lineage", "l"),
                             testing::Pair("Dondoc-Event", "9"), testing::Pair("Dondoc-Number", "4")));
    EXPECT_THAT(message.payload, Not(HasSubstr("chuyện kín")));
    EXPECT_THAT(message.payload, Not(HasSubstr("01/M")));
    EXPECT_THAT(message.payload, HasSubstr("chuyện thường"));
    v1::SiteMessage read;
    ASSERT_TRUE(read.ParseFromString(message.payload));
    EXPECT_EQ(read.event().digest().items_size(), 2);
}

TEST(Leaving, NoPersonAndNoNoteIsInAnEvent) {
    v1::Event event;
    event.set_kind(v1::EventKind::changed);
    for (auto* change : {event.mutable_change(), event.add_more()}) {
        change->set_note("gọi cho anh Bình");
        change->set_by("Nguyễn Văn An");
        change->mutable_detail()->set_note("gọi cho anh Bình");
        change->mutable_detail()->mutable_extension()->set_due("2025-12-31");
    }
    v1::Event pressed;
    pressed.mutable_digest()->mutable_pressing()->set_note("lần cuối, anh Bình");
    pressed.mutable_digest()->mutable_pressing()->set_way("phone");
    for (const auto& one : {event, pressed})
        for (const auto* kept : {"An", "Bình"})
            EXPECT_THAT(bridge::message_of("19", one).payload, Not(HasSubstr(kept)));
    EXPECT_THAT(bridge::message_of("19", event).payload, HasSubstr("2025-12-31"));
    EXPECT_THAT(bridge::message_of("19", pressed).payload, HasSubstr("phone"));
}

TEST(Leaving, AnEventThatIsTooLargeGoesAsItsHeading) {
    v1::Event event;
    event.set_id(9);
    event.set_agency("SNV");
    for (int i = 0; i < 200; ++i) event.mutable_digest()->add_items()->set_title(std::string(16'000, 'x'));
    const auto message = bridge::message_of("19", event);
    v1::SiteMessage read;
    ASSERT_TRUE(read.ParseFromString(message.payload));
    EXPECT_LT(message.payload.size(), 1000);
    EXPECT_TRUE(read.event().removed());
    EXPECT_EQ(read.event().id(), 9);
}

TEST(Leaving, NoPersonAndNoNoteIsInAChange) {
    auto change = entry(1, 2, noon(7, 2), "press", "assigned", "2025-07-30");
    change.set_by("Nguyễn Văn An");
    change.mutable_detail()->set_note("gọi cho anh Bình");
    change.mutable_detail()->set_person_name("Trần Thị Bình");
    change.mutable_detail()->mutable_pressing()->set_note("lần cuối");
    change.mutable_detail()->mutable_pressing()->set_way("phone");
    const auto told = bridge::told_change(change).SerializeAsString();
    for (const auto* kept : {"An", "Bình", "lần cuối"}) EXPECT_THAT(told, Not(HasSubstr(kept)));
    EXPECT_THAT(told, HasSubstr("phone"));
}

TEST(SecretWork, IsCountedAsItStoodOnEachDay) {
    bridge::SecretWork work;
    work.add(row(1, "2025-07-10"));
    work.add(row(2, "2025-07-20"));
    auto done = entry(1, 2, noon(7, 12), "complete", "completed", "2025-07-10");
    done.set_completed_on("2025-07-12");
    work.add(done);
    work.add(entry(2, 2, noon(7, 15), "report", "reported", "2025-07-20"));
    const CountingRules rules{7, 30, WaitingResults::Own};
    const auto on = [&](unsigned day) {
        v1::SecretFigures figures;
        work.add_day(figures, civil(2025, 7, day), noon(7, day), rules);
        return figures;
    };
    const auto first = on(11).days(0).figures().current();
    EXPECT_EQ(first.given(), 2);
    EXPECT_EQ(first.overdue(), 1);
    EXPECT_EQ(first.in_time(), 1);
    const auto later = on(16).days(0).figures().current();
    EXPECT_EQ(later.late(), 1);
    EXPECT_EQ(later.waiting(), 1);
    EXPECT_EQ(later.longest_waiting(), 1);
    EXPECT_EQ(on(16).days(0).tasks(), 2);
}

TEST(SecretWork, ComesBackFromTheWireAsItWas) {
    bridge::SecretWork work;
    work.add(row(1, "2025-07-10"));
    v1::SecretFigures figures;
    work.add_day(figures, civil(2025, 7, 31), noon(7, 31), {7, 30, WaitingResults::Own});
    const auto again = wire::from_wire(figures.days(0).figures());
    EXPECT_EQ(again.current.overdue, 1);
    EXPECT_EQ(again.current.ages[1], 1);
    EXPECT_EQ(wire::to_wire(again).SerializeAsString(), figures.days(0).figures().SerializeAsString());
}

}  // namespace
}  // namespace dondoc::test
