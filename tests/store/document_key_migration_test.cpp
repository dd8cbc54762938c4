// SPDX-License-Identifier: Apache-2.0
// A file from before numbers of documents were compared in one form has one document under two spellings.
#include <gtest/gtest.h>

#include "store/old_file.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

void write_keyless_file(const std::filesystem::path& file) {
    auto raw = make_file_of_version(file, 12);
    raw.exec(R"sql(
        INSERT INTO document VALUES (1, 'I', '55/KH-UBND', 19000, 'T', 'province', 0, NULL),
                                    (2, 'I', '55 /KH-UBND', 19000, 'T', 'province', 0, NULL),
                                    (3, 'I', 'Số: 07/QĐ–UBND', 19001, 'T', 'province', 0, NULL),
                                    (4, 'I', '*55*/kh-ubnd', 19000, 'T', 'province', 0, 1650000000);
    )sql");
    raw.exec("PRAGMA application_id = " + std::to_string(store::application_id));
}

TEST(DocumentKeyMigration, EveryDocumentIsFoundByItsNumberInAnySpelling) {
    TemporaryFolder folder;
    write_keyless_file(folder / "dondoc.db");
    store::Store store{folder / "dondoc.db"};
    EXPECT_EQ(store.plans.count(), 4);
    const auto day = local_days{date::days{19001}};
    EXPECT_EQ(store.plans.find("I", "7/qđ-ubnd", day)->id, DocumentId{3});
    EXPECT_EQ(store.plans.find("I", "Số: 07/QĐ–UBND", day)->id, DocumentId{3});
    EXPECT_EQ(store.plans.with_number("55/ KH-UBND").size(), 3U) << "all of them are one document";
    EXPECT_EQ(store.database.handle().execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST(DocumentKeyMigration, OfTwoSpellingsTheOneThatIsTypedIsMeantAndElseTheOneInForce) {
    TemporaryFolder folder;
    write_keyless_file(folder / "dondoc.db");
    store::Store store{folder / "dondoc.db"};
    const auto day = local_days{date::days{19000}};
    EXPECT_EQ(store.plans.find("I", "55 /KH-UBND", day)->id, DocumentId{2});
    EXPECT_EQ(store.plans.find("I", "*55*/kh-ubnd", day)->id, DocumentId{4});
    EXPECT_EQ(store.plans.find("I", "55/ kh - ubnd", day)->id, DocumentId{1});
    EXPECT_EQ(store.plans.find("J", "55/KH-UBND", day), std::nullopt);
}

}  // namespace
}  // namespace dondoc::test
