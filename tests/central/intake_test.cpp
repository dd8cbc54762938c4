// SPDX-License-Identifier: GPL-3.0-or-later
// What a site tells, taken in: doubled, late, lost, out of order, and after its database was set back.
#include "central/intake.h"

#include <gmock/gmock.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "central/database.h"
#include "told.h"
#include "with_database.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string standing_events = "SELECT id FROM event WHERE NOT undone ORDER BY id";

class Intake : public WithDatabase {
  protected:
    void SetUp() override {
        WithDatabase::SetUp();
        if (IsSkipped()) return;
        central::migrate(*connection);
        begin();
    }

    // As a centre that is started again: from what is in the database.
    void begin() {
        intake.reset();
        connection = central::connect(std::getenv("DONDOC_POSTGRES"));
        intake.emplace(*connection, "19", "Tỉnh 19");
    }

    void take(std::initializer_list<v1::SiteMessage> messages) {
        std::vector<jetstream::Incoming> batch;
        for (const auto& message : messages) {
            batch.push_back({++sequence, message.SerializeAsString()});
            stream.push_back(batch.back().payload);
        }
        intake->take(batch);
    }

    void take_events(const std::string& lineage, std::uint64_t first, std::uint64_t last) {
        for (auto id = first; id <= last; ++id) take({event(lineage, id)});
    }

    // All that was told, in batches of one, or at once.
    void read_the_stream_again(bool at_once) {
        intake->begin_stream("2");
        std::vector<jetstream::Incoming> batch;
        std::uint64_t number = 0;
        for (const auto& payload : stream) {
            batch.push_back({++number, payload});
            if (!at_once) intake->take(std::exchange(batch, {}));
        }
        intake->take(batch);
    }

    // What is asked for when all has waited for long: "snapshot", or lineage and ids.
    std::vector<std::string> asked() {
        run("UPDATE gap SET since = since - interval '1 minute'; UPDATE parked SET since = since - interval "
            "'1 minute'");
        std::vector<std::string> asks;
        for (const auto& ask : intake->missing())
            asks.push_back(ask.snapshot()
                               ? "snapshot"
                               : ask.events().lineage() + " " + std::to_string(ask.events().first()) + "-" +
                                     std::to_string(ask.events().last()));
        return asks;
    }

    std::vector<std::string> assignments() {
        return ask("SELECT a.id FROM assignment a JOIN site s ON s.generation = a.generation ORDER BY 1");
    }

    std::optional<central::Intake> intake;
    std::uint64_t sequence = 0;
    std::vector<std::string> stream;
};

TEST_F(Intake, WhatComesTwiceOrLateIsThereOnce) {
    take({begins("s"), part("s", 2, 1), complete("s", 3)});
    take({event("", 5), event("", 6)});
    take({event("", 6), event("", 5), part("s", 2, 1), event("", 7)});
    EXPECT_THAT(ask(standing_events), ElementsAre("5", "6", "7"));
    EXPECT_THAT(assignments(), ElementsAre("1"));
    EXPECT_THAT(asked(), IsEmpty());
}

TEST_F(Intake, AGapIsAskedForUntilItIsFilled) {
    take({begins("s"), complete("s", 2), event("", 1), event("", 5)});
    begin();
    EXPECT_THAT(asked(), ElementsAre(" 2-4"));
    take({event("", 3)});
    EXPECT_THAT(asked(), ElementsAre(" 2-2", " 4-4"));
    take({event("", 2), event("", 4), told_again(range("", 2, 4, 3))});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(ask(standing_events), ElementsAre("1", "2", "3", "4", "5"));
}

TEST_F(Intake, WhatTheLogNoLongerHasIsNotAskedForAgain) {
    take({begins("s"), complete("s", 2), event("", 1), event("", 5), event("", 3),
          told_again(range("", 2, 4, 1))});
    EXPECT_THAT(asked(), IsEmpty());
}

TEST_F(Intake, TheNewestEventsAreMissedWhenTheServersLoseThem) {
    take({begins("s"), complete("s", 2), event("", 1), alive(1)});
    EXPECT_THAT(asked(), IsEmpty());
    take({alive(4), alive(4, "of nothing that is known")});
    EXPECT_THAT(asked(), ElementsAre(" 2-4"));
    take({event("", 2), event("", 3), event("", 4), event("", 5)});
    EXPECT_THAT(asked(), IsEmpty());
}

TEST_F(Intake, ARestoreUndoesWhatCameAfterItsBackup) {
    take_events("", 1, 6);
    take({restored("a", 4), event("a", 5), event("", 6)});
    EXPECT_THAT(ask("SELECT lineage, id FROM event WHERE NOT undone ORDER BY id"),
                ElementsAre(" 1", " 2", " 3", " 4", "a 5"));
    read_the_stream_again(true);
    read_the_stream_again(false);
    EXPECT_THAT(ask(standing_events), ElementsAre("1", "2", "3", "4", "5"));
}

// First from a backup that was too old, then from the right one.
TEST_F(Intake, ANewerBackupBringsBackWhatAnOlderOneHadUndone) {
    take({begins("s"), complete("s", 2)});
    take_events("", 1, 9);
    take({restored("a", 4), event("a", 5), event("a", 6)});
    take({restored("b", 4, {range("", 5, 7)}), event("b", 8)});
    const auto expected = ElementsAre(" 1", " 2", " 3", " 4", " 5", " 6", " 7", "b 8");
    const std::string standing = "SELECT lineage, id FROM event WHERE NOT undone ORDER BY id";
    EXPECT_THAT(ask(standing), expected);
    EXPECT_THAT(asked(), ElementsAre("b 5-7"));  // are none; the bridge says so
    take({told_again(range("b", 5, 7, 0))});
    EXPECT_THAT(asked(), IsEmpty());
    read_the_stream_again(false);
    EXPECT_THAT(ask(standing), expected);
    begin();
    read_the_stream_again(true);
    EXPECT_THAT(ask(standing), expected);
}

TEST_F(Intake, WhatCameBackAndIsNotHereIsAskedFor) {
    take({begins("s"), complete("s", 2)});
    take_events("", 1, 6);
    take({restored("a", 4), restored("b", 4, {range("", 5, 8)})});
    EXPECT_THAT(asked(), ElementsAre(" 5-8"));
    take({event("", 7), event("", 8)});
    EXPECT_THAT(asked(), ElementsAre(" 5-6"));
    take({event("", 5), event("", 6), told_again(range("", 5, 6, 2))});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(ask(standing_events), ElementsAre("1", "2", "3", "4", "5", "6", "7", "8"));
}

TEST_F(Intake, WhatCameBackIsUndoneByALaterRestore) {
    take_events("", 1, 9);
    take({restored("a", 4), restored("b", 4, {range("", 5, 7)}), event("b", 8), restored("c", 5),
          event("c", 6)});
    const std::string standing = "SELECT lineage, id FROM event WHERE NOT undone ORDER BY id";
    const auto expected = ElementsAre(" 1", " 2", " 3", " 4", " 5", "c 6");
    EXPECT_THAT(ask(standing), expected);
    read_the_stream_again(false);
    EXPECT_THAT(ask(standing), expected);
}

// The servers have lost what told of the restore, and the first events after it.
TEST_F(Intake, ALineageThatNobodyToldOfIsLearntFromTheNextPart) {
    take({begins("s"), complete("s", 2)});
    take_events("", 1, 6);
    take({since(alive(6, "a"), "a", 4)});
    EXPECT_THAT(ask(standing_events), ElementsAre("1", "2", "3", "4"));
    EXPECT_THAT(asked(), ElementsAre("a 5-6"));
    take({event("a", 5), event("a", 6), since(alive(6, "a"), "a", 4)});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(ask("SELECT lineage, id FROM event WHERE NOT undone ORDER BY id"),
                ElementsAre(" 1", " 2", " 3", " 4", "a 5", "a 6"));
}

TEST_F(Intake, ALineageWhoseFirstEventsAreLostIsMendedByTheNextPart) {
    take({begins("s"), complete("s", 2)});
    take_events("", 1, 6);
    take({event("a", 7), since(alive(7, "a"), "a", 4)});
    EXPECT_THAT(asked(), ElementsAre("a 5-6"));
    EXPECT_THAT(ask(standing_events), ElementsAre("1", "2", "3", "4", "7"));
}

TEST_F(Intake, ACentreThatIsNewAsksForNothingOfBeforeIt) {
    take({begins("s"), since(complete("s", 2), "a", 4)});
    take({event("a", 5'000), since(alive(5'000, "a"), "a", 4)});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(ask(standing_events), ElementsAre("5000"));
}

TEST_F(Intake, APartThatComesEarlyWaitsForItsTurn) {
    take({begins("s"), part("s", 3, 2), complete("s", 4)});
    EXPECT_THAT(assignments(), IsEmpty());
    begin();
    take({part("s", 2, 1)});
    EXPECT_THAT(assignments(), ElementsAre("1", "2"));
    EXPECT_THAT(asked(), IsEmpty());
}

TEST_F(Intake, ALostPartIsMendedByAnotherSnapshotAndByNoMore) {
    take({begins("s"), part("s", 2, 1), complete("s", 3), part("s", 5, 3)});
    EXPECT_THAT(asked(), ElementsAre("snapshot"));
    take({begins("t"), part("t", 2, 1)});
    EXPECT_THAT(asked(), IsEmpty());  // it is being told
    take({part("t", 3, 2), part("t", 4, 3), complete("t", 5)});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(assignments(), ElementsAre("1", "2", "3"));
}

// Of a snapshot whose beginning the servers lost no generation is known: its parts once asked for another one
// for a day.
TEST_F(Intake, PartsWithoutABeginningWaitOnlyUntilASnapshotIsComplete) {
    take({begins("s"), complete("s", 2)});
    take({part("lost", 2, 1), part("lost", 3, 2)});
    EXPECT_THAT(asked(), ElementsAre("snapshot"));
    take({begins("t"), part("t", 2, 1), complete("t", 3)});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(ask("SELECT count(*) FROM parked"), ElementsAre("0"));
    intake->clean();
    EXPECT_THAT(ask("SELECT snapshot FROM generation WHERE NOT dropped"), ElementsAre("t"));
}

// As of a stream from which a centre has taken the old parts, or only the first of them as it was killed.
TEST_F(Intake, NothingIsMissedOfWhatANewerSnapshotReplaces) {
    take({event("", 1), part("old", 5, 1), part("old", 7, 2), event("", 2)});
    take({begins("s"), part("s", 2, 3), complete("s", 3), event("", 3)});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(assignments(), ElementsAre("3"));
    EXPECT_THAT(ask(standing_events), ElementsAre("1", "2", "3"));
}

// Another centre has taken away what this one was reading.
TEST_F(Intake, ASnapshotThatGoesAwayWhileItIsReadIsNotMissed) {
    take({begins("s"), part("s", 2, 1)});
    take({part("s", 9, 2), begins("t"), part("t", 2, 3), complete("t", 3)});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(assignments(), ElementsAre("3"));
    intake->clean();
    EXPECT_THAT(ask("SELECT snapshot FROM generation WHERE NOT dropped"), ElementsAre("t"));
}

TEST_F(Intake, ASnapshotThatIsCompleteLateDoesNotReplaceANewerOne) {
    take({begins("s"), begins("t"), part("t", 2, 2), complete("t", 3), part("s", 2, 1), complete("s", 3)});
    EXPECT_THAT(assignments(), ElementsAre("2"));
    intake->clean();
    EXPECT_THAT(ask("SELECT snapshot FROM generation WHERE NOT dropped"), ElementsAre("t"));
}

// As after a move to another machine and back: what the newest snapshot's bridge told is all that reports
// know.
TEST_F(Intake, ASnapshotIsAskedForWhenOnlyABridgeWithAnOlderOneGoesOn) {
    take({begins("s"), complete("s", 2), begins("t"), complete("t", 2)});
    intake->clean();
    take({later(part("s", 3, 1), 1), later(part("t", 3, 1), 1), later(part("s", 4, 2), 2)});
    EXPECT_THAT(asked(), IsEmpty());  // both of them are there
    take({later(part("s", 5, 3), 10)});
    EXPECT_THAT(asked(), ElementsAre("snapshot"));
    begin();
    take({later(part("s", 6, 3), 11)});
    EXPECT_THAT(asked(), ElementsAre("snapshot"));
    take({later(begins("u"), 12)});
    EXPECT_THAT(asked(), IsEmpty());  // it is being told
    take({later(part("u", 2, 4), 12), later(complete("u", 3), 12), later(part("s", 7, 5), 13)});
    EXPECT_THAT(asked(), IsEmpty());
    EXPECT_THAT(assignments(), ElementsAre("4"));
}

TEST_F(Intake, SaysWhichSnapshotIsWholeAndUpToWhere) {
    EXPECT_FALSE(intake->newest());
    take({begins("s"), part("s", 2, 1)});
    EXPECT_FALSE(intake->newest());
    take({complete("s", 3), part("s", 4, 2), part("s", 6, 3), begins("t")});
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(intake->newest());
        EXPECT_EQ(intake->newest()->snapshot, "s");
        EXPECT_EQ(intake->newest()->number, 4);
        begin();
    }
}

TEST_F(Intake, OfASnapshotThatIsToldAPartIsMissedToo) {
    take({begins("s"), complete("s", 2), begins("t"), part("t", 3, 1)});
    EXPECT_THAT(asked(), ElementsAre("snapshot"));
}

}  // namespace
}  // namespace dondoc::test
