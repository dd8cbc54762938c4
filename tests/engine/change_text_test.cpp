// SPDX-License-Identifier: Apache-2.0
// Work is found by what was said of it: at once, whether its words are in their index yet, and in databases
// of before.
#include <gtest/gtest.h>

#include <functional>

#include "dondoc/v1/life.pb.h"
#include "engine/life_record.h"
#include "language/words/text_pattern.h"
#include "store/old_file.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

std::function<void(engine::Work&)> saying(std::int64_t assignment, const std::string& note,
                                          const std::string& number = {}) {
    return [=](engine::Work& work) {
        v1::ChangeDetail detail;
        detail.set_note(note);
        if (!number.empty()) detail.mutable_result()->set_number(number);
        auto changed = work.store.assignments.get({assignment}).value();
        engine::write_change(work, changed, ChangeKind::Comment, "an", detail);
    };
}

void say(Province& province, std::int64_t assignment, const std::string& note,
         const std::string& number = {}) {
    province.engine.change(saying(assignment, note, number));
}

void import_two(Province& province) {
    province.register_agencies();
    province.import(
        {row("1", "Rà soát", "31/12/2023", "Sở Nội vụ"), row("2", "Số hóa", "31/12/2023", "Sở Tài chính")});
}

std::string note(int number) {
    return "biên bản k" + std::to_string(1000 + number);
}

std::int64_t indexed(store::Store& store, const std::string& word) {
    SQLite::Statement count{store.database.handle(),
                            "SELECT count(*) FROM change_words WHERE change_words MATCH ?"};
    count.bind(1, word);
    count.executeStep();
    return count.getColumn(0).getInt64();
}

std::vector<std::int64_t> found(store::Store& store, const std::string& words) {
    store::AssignmentFilter filter;
    const language::TextPattern pattern{words};
    filter.text = store::TextFilter{pattern.bare(),
                                    [pattern](const std::string& folded) { return pattern.fits(folded); }};
    std::vector<std::int64_t> ids;
    for (const auto& row : store.lists.page(filter, {}).rows) ids.push_back(row.assignment.id.value);
    return ids;
}

void make_older(const std::filesystem::path& file) {
    SQLite::Database raw{file.string(), SQLite::OPEN_READWRITE};
    put_back_to_version_29(raw);
    raw.exec("DROP TABLE change_words; DROP TABLE change_text");
    raw.exec("PRAGMA user_version = 27");
}

// As the version did whose words were indexed one text at a time.
void index_each(const std::filesystem::path& file) {
    SQLite::Database raw{file.string(), SQLite::OPEN_READWRITE};
    put_back_to_version_29(raw);
    raw.exec("INSERT INTO change_words (change_words) VALUES ('delete-all')");
    raw.exec("INSERT INTO change_words (rowid, words) SELECT id, replace(words, 'đ', 'd') FROM change_text");
    raw.exec(
        "CREATE TRIGGER change_text_added AFTER INSERT ON change_text BEGIN INSERT INTO change_words (rowid, "
        "words) VALUES (NEW.id, replace(NEW.words, 'đ', 'd')); END");
    raw.exec("PRAGMA user_version = 28");
}

TEST(ChangeText, IsFoundFromWhenItWasSaid) {
    const TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
    import_two(province);
    for (int i = 1; i <= 130; ++i) {
        say(province, 1 + i % 2, note(i));
        EXPECT_EQ(found(province.store, note(i)), std::vector<std::int64_t>{1 + i % 2}) << i;
        EXPECT_EQ(found(province.store, note(1)), std::vector<std::int64_t>{2}) << i;
    }
    EXPECT_EQ(indexed(province.store, "bien"), 128) << "by many at once";
}

TEST(ChangeText, OfWhatWasTakenBackNoWordIsFound) {
    const TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
    import_two(province);
    for (int i = 1; i <= 63; ++i) say(province, 1, note(i));
    province.engine.attempt(saying(2, "thu hồi"));
    EXPECT_EQ(indexed(province.store, "bien"), 0);
    say(province, 2, note(64));
    EXPECT_EQ(indexed(province.store, "bien"), 64);
    EXPECT_EQ(indexed(province.store, "thu"), 0);
    EXPECT_TRUE(found(province.store, "thu hồi").empty());
    EXPECT_EQ(found(province.store, note(64)), std::vector<std::int64_t>{2});
}

TEST(ChangeTextMigration, WhatWasIndexedOneByOneIsIndexedOnce) {
    const TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    {
        Province province{file};
        import_two(province);
        for (int i = 1; i <= 100; ++i) say(province, 1, note(i));
    }
    index_each(file);
    Province province{file};
    EXPECT_EQ(indexed(province.store, "bien"), 64);
    EXPECT_EQ(found(province.store, note(99)), std::vector<std::int64_t>{1});
    for (int i = 101; i <= 128; ++i) say(province, 1, note(i));
    EXPECT_EQ(indexed(province.store, "bien"), 128);
    EXPECT_EQ(indexed(province.store, "k1099"), 1);
}

TEST(ChangeTextMigration, WhatWasSaidBeforeIsFoundAfterTheFirstStart) {
    const TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    {
        Province province{file};
        import_two(province);
        say(province, 1, "Đã gửi dự thảo", "15/BC-SNV");
        say(province, 1, "");
        say(province, 2, "chờ ý kiến");
    }
    make_older(file);
    {
        Province province{file};
        EXPECT_EQ(found(province.store, "15 bc snv"), std::vector<std::int64_t>{1});
        EXPECT_EQ(found(province.store, "cho y kien"), std::vector<std::int64_t>{2});
    }
    Province again{file};
    auto& db = again.store.database.handle();
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM assignment_change WHERE words <> ''").getInt(), 2);
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM setting WHERE name = 'change_texts'").getInt(), 0)
        << "made once";
}

}  // namespace
}  // namespace dondoc::test
