// SPDX-License-Identifier: Apache-2.0
// A file from before lists were found by words and the log by what it is about.
#include <gtest/gtest.h>

#include "store/old_file.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

void write_unindexed_file(const std::filesystem::path& file) {
    auto raw = make_file_of_version(file, 8);
    raw.exec(R"sql(
        INSERT INTO agency (id, code, name, level) VALUES (1, 'A', 'A', 'province');
        INSERT INTO document VALUES (1, 'I', '1/KH', 19000, 'T', 'province', 0, NULL),
                                    (2, 'I', '2/KH', 19000, 'T', 'province', 0, NULL);
        INSERT INTO task VALUES (1, 1, 0, '1', '', 'T', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0,
                                 'luật đất đai', '', 0, NULL, 0),
                                (2, 2, 0, '1', '', 'U', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0,
                                 'cải cách', '', 0, NULL, 0);
        INSERT INTO task_due VALUES (1, 19100), (2, 19100);
        INSERT INTO assignment (id, task_id, agency_id, state, due) VALUES (5, 1, 1, 0, 19100), (6, 2, 1, 0, NULL);
        INSERT INTO event (id, agency_id, number, at, kind, body) VALUES (1, 1, 1, 100, 1, x''), (2, 1, 2, 200, 2, x'');
        INSERT INTO notice VALUES (1, 1), (2, 1);
        INSERT INTO alert VALUES (5, 19100, '-7d', 200, 1, 2), (5, 19100, '-1d', 200, 1, NULL);
    )sql");
    raw.exec("PRAGMA application_id = " + std::to_string(store::application_id));
}

class ListsMigration : public testing::Test {
  protected:
    ListsMigration() { write_unindexed_file(folder / "dondoc.db"); }

    std::size_t events_of(DocumentId document) {
        store::LogFilter filter;
        filter.documents = {document};
        return store->log.page(filter, {}).events.size();
    }

    TemporaryFolder folder;
    std::optional<store::Store> store;
};

TEST_F(ListsMigration, TasksAreFoundByTheirWordsAndEventsByTheirDocuments) {
    store.emplace(folder / "dondoc.db");
    store::AssignmentFilter filter;
    filter.text = store::TextFilter{"dat dai", [](const std::string&) { return true; }};
    const auto page = store->lists.page(filter, {});
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows[0].assignment.id, AssignmentId{5});
    EXPECT_EQ(events_of({1}), 2U);
    EXPECT_EQ(events_of({2}), 1U);
    const auto everything = store->lists.page({}, {});
    ASSERT_EQ(everything.rows.size(), 2U);
    EXPECT_EQ(everything.rows[1].assignment.due, std::nullopt) << "those without a day come last";
}

}  // namespace
}  // namespace dondoc::test
