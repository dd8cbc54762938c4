// SPDX-License-Identifier: Apache-2.0
// A database from before work was found by what was said of it.
#include <gtest/gtest.h>

#include "dondoc/v1/life.pb.h"
#include "engine/life_record.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

void say(Province& province, std::int64_t assignment, const std::string& note, const std::string& number) {
    province.engine.change([&](engine::Work& work) {
        v1::ChangeDetail detail;
        detail.set_note(note);
        if (!number.empty()) detail.mutable_result()->set_number(number);
        auto changed = work.store.assignments.get({assignment}).value();
        engine::write_change(work, changed, ChangeKind::Comment, "an", detail);
    });
}

std::vector<std::int64_t> found(store::Store& store, const std::string& words) {
    store::AssignmentFilter filter;
    filter.text = store::TextFilter{words, [](const std::string&) { return true; }};
    std::vector<std::int64_t> ids;
    for (const auto& row : store.lists.page(filter, {}).rows) ids.push_back(row.assignment.id.value);
    return ids;
}

void make_older(const std::filesystem::path& file) {
    SQLite::Database raw{file.string(), SQLite::OPEN_READWRITE};
    const int newest = raw.execAndGet("PRAGMA user_version").getInt();
    raw.exec("DROP TRIGGER change_text_added; DROP TABLE change_words; DROP TABLE change_text");
    raw.exec("PRAGMA user_version = " + std::to_string(newest - 1));
}

TEST(ChangeTextMigration, WhatWasSaidBeforeIsFoundAfterTheFirstStart) {
    const TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    {
        Province province{file};
        province.register_agencies();
        province.import({row("1", "Rà soát", "31/12/2023", "Sở Nội vụ"),
                         row("2", "Số hóa", "31/12/2023", "Sở Tài chính")});
        say(province, 1, "Đã gửi dự thảo", "15/BC-SNV");
        say(province, 1, "", "");
        say(province, 2, "chờ ý kiến", "");
    }
    make_older(file);
    {
        Province province{file};
        EXPECT_EQ(found(province.store, "15 bc snv"), std::vector<std::int64_t>{1});
        EXPECT_EQ(found(province.store, "cho y kien"), std::vector<std::int64_t>{2});
    }
    Province again{file};
    EXPECT_EQ(again.store.database.handle().execAndGet("SELECT count(*) FROM change_text").getInt(), 2)
        << "made once";
}

}  // namespace
}  // namespace dondoc::test
