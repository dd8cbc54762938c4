// SPDX-License-Identifier: Apache-2.0
// What is on disk of what is to be sent.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "people.h"
#include "relay/intake.h"
#include "support/refusal.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;

class OutboxFile : public testing::Test {
  protected:
    std::vector<relay::Message> take(sys_seconds now, const std::vector<std::int64_t>& busy = {}) {
        outbox.begin();
        auto messages = outbox.take("mail", now, 10, busy);
        outbox.commit();
        return messages;
    }
    bool add(std::uint64_t event, std::uint64_t to, sys_seconds ready, bool urgent = false) {
        outbox.begin();
        const bool added = outbox.add(part_of(alert(event, "SNV", v1::EventKind::reminder, {item(1, "Một")})),
                                      {to, "mail", urgent, ready, true});
        outbox.commit();
        return added;
    }
    void note(std::int64_t message, const relay::Result& result) {
        outbox.begin();
        outbox.note(message, result);
        outbox.commit();
    }
    TemporaryFolder folder;
    std::filesystem::path file = folder / "outbox.db";
    relay::Outbox outbox{file};
    sys_seconds morning = at("2025-06-23T07:45");
};

TEST_F(OutboxFile, EachIsAddedOnceForAPersonAndChannel) {
    EXPECT_TRUE(add(1, 1, morning));
    EXPECT_FALSE(add(1, 1, morning));
    EXPECT_TRUE(add(1, 2, morning));
    EXPECT_EQ(take(morning).size(), 2U);
}

// Whoever watches has a connection of its own, and must never see things as they once were.
TEST_F(OutboxFile, WhatIsLookedAtIsAsItIsNowAndTheLogCanBeWrittenBack) {
    relay::Outbox watched{file};
    const auto standings = [&] {
        std::map<std::string, std::int64_t> found;
        for (const auto& count : watched.counts(morning)) found[count.standing] = count.messages;
        return found;
    };
    add(1, 1, morning);
    note(take(morning).at(0).id, {v1::Delivery::sent, morning, {}, ""});
    add(2, 2, morning);
    ASSERT_EQ(watched.backlogs(morning).size(), 1U);
    watched.count(v1::Delivery::sent);
    watched.position();
    note(take(morning).at(0).id, {v1::Delivery::sent, morning, {}, ""});
    EXPECT_TRUE(watched.backlogs(morning).empty());
    add(3, 3, morning);
    EXPECT_EQ(watched.backlogs(morning).size(), 1U) << "a silence after the first one";
    EXPECT_EQ(standings(), (std::map<std::string, std::int64_t>{{"sent", 2}, {"due", 1}}));
    SQLite::Database other{file.string(), SQLite::OPEN_READWRITE};
    EXPECT_EQ(other.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt(), 0) << "somebody is still reading";
}

TEST_F(OutboxFile, IsCountedByHowMessagesStand) {
    add(1, 1, morning);
    add(2, 2, morning);
    add(3, 3, morning + 1h);
    EXPECT_EQ(outbox.count(v1::Delivery::waiting), 0) << "nothing was tried yet";
    const auto messages = take(morning);
    ASSERT_EQ(messages.size(), 2U);
    note(messages[0].id, {v1::Delivery::sent, morning, {}, ""});
    note(messages[1].id, {v1::Delivery::waiting, morning, morning + 1min, "smtp 450"});
    EXPECT_EQ(outbox.count(v1::Delivery::waiting), 1);
    std::map<std::string, std::int64_t> counts;
    for (const auto& count : outbox.counts(morning))
        counts[count.channel + " " + count.standing] = count.messages;
    EXPECT_EQ(counts, (std::map<std::string, std::int64_t>{
                          {"mail later", 1}, {"mail put_off", 1}, {"mail sent", 1}}));
    EXPECT_EQ(outbox.counts(morning + 1min).at(0).standing, "due");
    EXPECT_EQ(outbox.backlogs(morning + 30min).at(0).untried_since, std::nullopt);
    const auto later = outbox.backlogs(morning + 2h).at(0);
    EXPECT_EQ(later.since, morning);
    EXPECT_EQ(later.untried_since, morning + 1h);
    EXPECT_EQ(later.last_sent, morning);
}

// A server that is down moves the next try and not the moment since which something waits.
TEST_F(OutboxFile, WaitsSinceItWasDueWhateverHoldsItUp) {
    add(1, 1, morning);
    EXPECT_THAT(outbox.backlogs(morning - 1s), testing::IsEmpty());
    const auto messages = take(morning);
    note(messages.at(0).id, {v1::Delivery::waiting, morning, morning + 15min, "smtp no connection", false});
    EXPECT_EQ(outbox.backlogs(morning + 1min).at(0).untried_since, morning);
}

TEST_F(OutboxFile, WhatComesBeforeTheFirstTryGoesOutTogetherAndWhatComesLaterByItself) {
    add(1, 1, morning);
    add(2, 1, morning);
    add(3, 1, morning, true);
    EXPECT_TRUE(take(morning - 1s).empty());
    const auto messages = take(morning);
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_TRUE(messages[0].urgent) << "the urgent first";
    EXPECT_EQ(messages[1].parts.size(), 2U);
    EXPECT_EQ(messages[1].key, "event.0.1.1");
    add(4, 1, morning);
    EXPECT_EQ(take(morning, {messages[0].id, messages[1].id}).at(0).key, "event.0.4.1");
    relay::Outbox after_a_crash{file};
    after_a_crash.begin();
    const auto again = after_a_crash.take("mail", morning, 10, {});
    after_a_crash.commit();
    ASSERT_EQ(again.size(), 3U);
    EXPECT_EQ(again[1].parts.size(), 2U) << "the same parts under the same id";
}

TEST_F(OutboxFile, AReportThatIsTakenDoesNotHideANewerState) {
    add(1, 1, morning);
    EXPECT_TRUE(outbox.unreported(10).empty()) << "nothing was tried";
    const auto id = take(morning).at(0).id;
    note(id, {v1::Delivery::waiting, morning, morning + 1min, "smtp 450"});
    const auto reports = outbox.unreported(10);
    ASSERT_EQ(reports.size(), 1U);
    note(id, {v1::Delivery::sent, morning + 1min, {}, ""});
    outbox.told(reports);
    ASSERT_EQ(outbox.unreported(10).size(), 1U);
    EXPECT_EQ(outbox.unreported(10).at(0).delivery.state(), v1::Delivery::sent);
    outbox.told(outbox.unreported(10));
    EXPECT_TRUE(outbox.unreported(10).empty());
}

TEST_F(OutboxFile, AWishTriesAgainAtOnceOrDrops) {
    add(1, 1, morning);
    add(2, 2, morning);
    for (const auto& message : take(morning))
        note(message.id, {v1::Delivery::refused, morning, {}, "smtp 550"});
    outbox.told(outbox.unreported(10));
    v1::Delivery wish;
    wish.set_event(1);
    wish.set_person(1);
    wish.set_channel("mail");
    wish.set_wish("retry");
    outbox.begin();
    EXPECT_TRUE(outbox.carry_out(wish, morning + 1h));
    wish.set_event(2);
    wish.set_person(2);
    wish.set_wish("drop");
    EXPECT_TRUE(outbox.carry_out(wish, morning + 1h));
    wish.set_event(3);
    EXPECT_FALSE(outbox.carry_out(wish, morning + 1h));
    outbox.commit();
    const auto reports = outbox.unreported(10);
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[0].delivery.wish(), "retry");
    EXPECT_EQ(reports[1].delivery.state(), v1::Delivery::dropped);
    const auto again = take(morning + 1h);
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].key, "event.0.1.1") << "the same Message-ID";
    EXPECT_FALSE(again[0].parts.at(0).body.empty());
}

TEST_F(OutboxFile, TheIntakeKeepsItsPlaceWithWhatItAdded) {
    relay::Persons persons;
    persons.add(person(1, "SNV", "an@snv.vn"));
    auto event = alert(5, "SNV", v1::EventKind::reminder, {item(1, "Một")});
    {
        relay::Intake intake{relay::Outbox{file}, {}, {"mail"}, {}};
        EXPECT_TRUE(intake.is_new());
        intake.begin_after(4, "");
        intake.take(event, persons, morning);
        intake.keep(event);
    }
    relay::Intake intake{relay::Outbox{file}, {}, {"mail"}, {}};
    EXPECT_FALSE(intake.is_new());
    EXPECT_EQ(intake.last(), 5U);
    EXPECT_TRUE(intake.holds(event));
    intake.take(event, persons, morning);  // sent again: nothing is added
    EXPECT_EQ(take(morning + 1h).size(), 1U);
    // The database was restored to before it: its numbers come again, with other events.
    intake.set_back(3);
    event.set_lineage("second");
    EXPECT_FALSE(intake.holds(event));
    intake.take(event, persons, morning);
    EXPECT_EQ(take(morning + 2h).size(), 2U);
}

TEST_F(OutboxFile, WebhooksGetWhatTheyAskFor) {
    relay::WebhookSettings webhook;
    webhook.name = "kho";
    webhook.agencies = {"SNV"};
    webhook.kinds = {"reminder"};
    relay::Intake intake{relay::Outbox{file}, {}, {"mail"}, {webhook}};
    const relay::Persons nobody;
    intake.take(alert(1, "SNV", v1::EventKind::reminder, {item(1, "Một")}), nobody, morning);
    intake.take(alert(2, "SNV", v1::EventKind::overdue, {item(1, "Một")}), nobody, morning);
    intake.take(alert(3, "STC", v1::EventKind::reminder, {item(1, "Một")}), nobody, morning);
    outbox.begin();
    EXPECT_EQ(outbox.take("kho", morning, 10, {}).size(), 1U);
    outbox.commit();
}

TEST_F(OutboxFile, AnotherProgramsFileIsRefused) {
    const auto foreign = folder / "foreign.db";
    SQLite::Database{foreign.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
        "CREATE TABLE x (y)");
    EXPECT_EQ(refusal([&] { relay::Outbox{foreign}; }), "relay.outbox.foreign");
    EXPECT_EQ(refusal([&] { relay::Outbox{folder / "no" / "folder"}; }), "relay.outbox.unusable");
}

}  // namespace
}  // namespace dondoc::test
