// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that programs of before have filled, brought up to date.
#include <gmock/gmock.h>

#include <string>
#include <thread>
#include <vector>

#include "central/database.h"
#include "central/intake.h"
#include "central/report.h"
#include "central/schema.h"
#include "domain/civil.h"
#include "domain/message.h"
#include "with_database.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;

// As the programs of the first version left it: site 19 was restored three times, and nothing happened
// between the second and the third. They read their stream again and again, and so undid what still stands
// (c), and not what does not.
constexpr const char* filled_version_1 = R"sql(
SET search_path = dondoc;
INSERT INTO site (code, name, generation, stream, position) VALUES ('19', 'Tỉnh 19', 2, '1700', 40), ('08', 'Tỉnh 08', 3, '1700', 12);
INSERT INTO generation (site, snapshot, number, complete, dropped, stands, lineage, due_soon_days, waiting_is_open) VALUES
    (1, 's1', 9, true, true, '2025-07-03 08:00+07', 'b', 7, false),
    (1, 's2', 4, true, false, '2025-07-20 08:00+07', 'c', 7, false),
    (2, 't1', 5, true, false, '2025-07-20 08:00+07', '', 7, true);
INSERT INTO lineage VALUES (1, '', 0, 10), (1, 'a', 7, 9), (1, 'b', 8, 8), (1, 'c', 8, 10), (2, '', 0, 2);
INSERT INTO gap (site, lineage, first, last) VALUES (2, '', 1, 1);
INSERT INTO parked (site, snapshot, number, part) VALUES (1, 'lost', 3, '\x0a00');
CREATE TABLE event_s1 (LIKE event INCLUDING ALL);
ALTER TABLE event ATTACH PARTITION event_s1 FOR VALUES IN (1);
CREATE TABLE event_s2 (LIKE event INCLUDING ALL);
ALTER TABLE event ATTACH PARTITION event_s2 FOR VALUES IN (2);
INSERT INTO event SELECT 1, '', id, 'SNV', id, '2025-07-01 08:00+07', 2, 1, false FROM generate_series(1, 10) id;
INSERT INTO event SELECT 1, 'a', id, 'SNV', id, '2025-07-02 08:00+07', 2, 1, true FROM generate_series(8, 9) id;
INSERT INTO event SELECT 1, 'c', id, 'SNV', id, '2025-07-04 08:00+07', 2, 1, true FROM generate_series(9, 10) id;
INSERT INTO event VALUES (2, '', 2, 'STC', 1, '2025-07-01 08:00+07', 2, 1, false);
CREATE TABLE assignment_g2 (LIKE assignment INCLUDING ALL);
ALTER TABLE assignment ATTACH PARTITION assignment_g2 FOR VALUES IN (2);
CREATE TABLE standing_g2 (LIKE standing INCLUDING ALL);
ALTER TABLE standing ATTACH PARTITION standing_g2 FOR VALUES IN (2);
CREATE TABLE pressing_g2 (LIKE pressing INCLUDING ALL);
ALTER TABLE pressing ATTACH PARTITION pressing_g2 FOR VALUES IN (2);
INSERT INTO agency VALUES (2, 'SNV', 'Sở Nội vụ', 'province');
INSERT INTO assignment SELECT 2, id, id, '58/KH-UBND', 'SNV', 'government', '1', 'Việc', '', '', 'normal', '2025-07-01 08:00+07'
    FROM generate_series(1, 3) id;
INSERT INTO standing SELECT 2, id, 1, '2025-07-01 08:00+07', 'infinity', '', 0, '2025-07-10', '2025-07-10', NULL, NULL, 0, 'SNV',
    'government' FROM generate_series(1, 2) id;
INSERT INTO standing VALUES (2, 3, 1, '2025-07-01 08:00+07', '2025-07-09 08:00+07', '', 0, '2025-07-10', '2025-07-10', NULL, NULL, 0,
    'SNV', 'government'), (2, 3, 2, '2025-07-09 08:00+07', 'infinity', 'complete', 4, '2025-07-10', '2025-07-10', '2025-07-09', NULL,
    0, 'SNV', 'government');
)sql";

class Migration : public WithDatabase {
  protected:
    void fill_version_1() {
        run("CREATE SCHEMA dondoc; CREATE TABLE dondoc.migration (version int PRIMARY KEY)");
        run("SET search_path = dondoc; " + std::string{central::migrations().front()} +
            "INSERT INTO migration VALUES (1)");
        run(filled_version_1);
    }

    // Of site 19, as of a day.
    v1::ReportCounts counts(const std::string& day) {
        pqxx::work transaction{*connection};
        central::Question question;
        question.as_of = day;
        question.sites = {"19"};
        const auto now = to_instant(local_seconds{civil(2025, 8, 1)});
        return central::make_report(transaction, central::understand(transaction, question, {}, now),
                                    "Trung tâm", now)
            .report()
            .total()
            .current();
    }
};

TEST_F(Migration, LineagesOfBeforeHaveTheirOrderAndEventsStandAsItSays) {
    fill_version_1();
    central::migrate(*connection);
    EXPECT_THAT(ask("SELECT lineage, place FROM lineage WHERE site = 1 ORDER BY place"),
                ElementsAre(" 1", "a 2", "b 3", "c 4"));
    EXPECT_THAT(ask("SELECT lineage, min(id), max(id) FROM event WHERE site = 1 AND NOT undone GROUP BY 1 "
                    "ORDER BY 1"),
                ElementsAre(" 1 7", "a 8 8", "c 9 10"));
    EXPECT_THAT(ask("SELECT id FROM event WHERE site = 2 AND NOT undone"), ElementsAre("2"));
    EXPECT_THAT(ask("SELECT max(version) FROM migration"),
                ElementsAre(std::to_string(central::migrations().size())));
}

TEST_F(Migration, WhatWasGatheredBeforeIsCountedAndGoesOn) {
    fill_version_1();
    central::migrate(*connection);
    EXPECT_EQ(counts("2025-07-08").in_time(), 3);
    EXPECT_EQ(counts("2025-07-31").overdue(), 2);
    EXPECT_EQ(counts("2025-07-31").given(), 3);
    central::Intake intake{*connection, "19", "Tỉnh mười chín"};
    EXPECT_EQ(intake.position(), 40);
    v1::SiteMessage next;
    next.mutable_event()->set_lineage("c");
    next.mutable_event()->set_id(11);
    intake.take({{41, next.SerializeAsString()}});
    EXPECT_THAT(ask("SELECT count(*) FROM event WHERE site = 1 AND NOT undone"), ElementsAre("11"));
    EXPECT_THAT(ask("SELECT place, last FROM lineage WHERE site = 1 AND lineage = 'c'"), ElementsAre("4 11"));
    EXPECT_THAT(ask("SELECT name, position FROM site WHERE code = '19'"), ElementsAre("Tỉnh mười chín 41"));
}

TEST_F(Migration, ProgramsThatBeginAtOnceMakeOneSchema) {
    std::vector<std::thread> programs;
    for (int i = 0; i < 4; ++i)
        programs.emplace_back([] { central::migrate(*central::connect(std::getenv("DONDOC_POSTGRES"))); });
    for (auto& program : programs) program.join();
    EXPECT_THAT(ask("SELECT count(*) FROM migration"),
                ElementsAre(std::to_string(central::migrations().size())));
}

TEST_F(Migration, TablesOfANewerProgramAreRefused) {
    central::migrate(*connection);
    run("INSERT INTO migration VALUES (99)");
    try {
        central::migrate(*connection);
        ADD_FAILURE() << "nothing was refused";
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "central.newer");
    }
}

}  // namespace
}  // namespace dondoc::test
