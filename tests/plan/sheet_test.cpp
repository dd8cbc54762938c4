// SPDX-License-Identifier: Apache-2.0
// The file to correct: what is written comes back, and what was mended wins.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "../language/sample_register.h"
#include "plan/preview.h"
#include "plan/sheet/sheet_columns.h"
#include "plan/sheet/sheet_reader.h"
#include "plan/sheet/sheet_writer.h"
#include "tables.h"

namespace dondoc::plan {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

v1::Document document() {
    v1::Document made;
    made.set_number("08/KH-UBND");
    made.set_issued("2023-05-13");
    made.set_issuer("UBND tỉnh");
    made.set_level("province");
    made.set_title("Kế hoạch; \"thử\"");
    return made;
}

v1::PlanPreview previewed(PlanTableReading reading) {
    return preview(std::move(reading), document(), tests::sample_agencies(), nullptr, text::Lang::Vi);
}

std::string to_file(const v1::PlanPreview& plan, bool xlsx, text::Lang lang = text::Lang::Vi) {
    const auto sheet = make_sheet(plan, lang);
    return xlsx ? to_xlsx(sheet) : to_csv(sheet);
}

SheetReading read_back(const std::string& bytes) {
    auto reading = read_sheet_file(bytes);
    if (!reading) throw std::runtime_error("not known again");
    return std::move(*reading);
}

v1::PlanPreview sample() {
    return previewed(read_plan_text(
        tests::header +
        tests::line({"1.10", "=Rà soát; \"sửa\"", "-5% hồ sơ", "Trước 31/10/2023", "Sở Nội vụ",
                     "Các sở, ban, ngành"}) +
        tests::line({"2", "'Số hóa", "@kho", "Thường xuyên", "Sở Tài chính", ""}) +
        tests::line({"3", "Báo cáo", "+2", "lúc thuận tiện", "Sở Vũ trụ", "các sở, ngành liên quan"})));
}

// The text of one cell of the sheet, by its row (from 0) and column.
v1::PlanRow mended(std::size_t row, const std::vector<std::pair<SheetColumn, std::string>>& cells, bool xlsx,
                   std::vector<SheetMistake>* mistakes = nullptr) {
    auto sheet = make_sheet(sample(), text::Lang::Vi);
    for (const auto& [column, text] : cells) sheet.rows.at(row).at(static_cast<std::size_t>(column)) = text;
    auto reading = read_back(xlsx ? to_xlsx(sheet) : to_csv(sheet));
    if (mistakes != nullptr) *mistakes = reading.mistakes;
    return reading.rows.at(row);
}

// What was doubtful in the file that was read first, and where it stood there, is settled by whoever mends
// it.
PlanTableReading without_its_file(PlanTableReading reading) {
    for (auto& row : reading.rows) {
        row.clear_doubts();
        row.clear_beside();
        row.clear_origins();
    }
    return reading;
}

void expect_round_trip(const PlanTableReading& file, const std::string& what) {
    const auto reading = without_its_file(file);
    const auto plan = previewed(reading);
    for (const auto lang : {text::Lang::Vi, text::Lang::En})
        for (const bool xlsx : {false, true}) {
            const auto back = read_back(to_file(plan, xlsx, lang));
            EXPECT_THAT(back.mistakes, IsEmpty()) << what;
            EXPECT_EQ(back.document.SerializeAsString(), document().SerializeAsString()) << what;
            ASSERT_EQ(back.rows.size(), reading.rows.size()) << what;
            for (std::size_t i = 0; i < back.rows.size(); ++i)
                EXPECT_EQ(back.rows[i].ShortDebugString(), reading.rows[i].ShortDebugString())
                    << what << " row " << i << (xlsx ? " xlsx" : " csv");
        }
}

TEST(Sheet, WhatIsNotMendedComesBackAsItWas) {
    expect_round_trip(read_plan(tests::read_file(DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt")),
                      "sample");
    for (const auto* name : {"kh-122.txt", "kh-122.tsv", "kh-122.docx", "kh-122.xlsx", "kh-122.pdf"}) {
        const auto file = std::filesystem::path{DONDOC_PLANS_DIR} / name;
        if (!std::filesystem::exists(file)) continue;
        PlanTableReading reading;
        try {
            reading = read_plan(tests::read_file(file.string()));
        } catch (const UserError&) {
            continue;  // a careful reader's table is no plan
        }
        expect_round_trip(reading, name);
    }
}

TEST(Sheet, AFileThatLostItsFirstLineIsRefusedAndNoOrdinaryPlan) {
    auto csv = to_file(sample(), false);
    csv.erase(0, csv.find('\n') + 1);
    try {
        read_sheet_file(csv);
        FAIL();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "sheet.no_marker");
    }
}

TEST(Sheet, TextsThatLookLikeFormulasAreNoneAndComeBack) {
    const auto plan = sample();
    const auto csv = to_file(plan, false);
    EXPECT_THAT(csv, HasSubstr(";\"'=Rà soát; \"\"sửa\"\"\";'-5% hồ sơ;"));
    EXPECT_THAT(csv, HasSubstr(";'@kho;"));
    EXPECT_TRUE(
        csv.starts_with("\xEF\xBB\xBF"
                        "dondoc-plan;1;"));
    for (const bool xlsx : {false, true}) {
        const auto back = read_back(to_file(plan, xlsx));
        EXPECT_EQ(back.rows.at(0).title(), "=Rà soát; \"sửa\"");
        EXPECT_EQ(back.rows.at(0).number(), "1.10");
        EXPECT_EQ(back.rows.at(0).requirement(), "-5% hồ sơ");
        EXPECT_EQ(back.rows.at(1).title(), "'Số hóa");
        EXPECT_FALSE(back.rows.at(0).has_decided());
        EXPECT_FALSE(back.rows.at(2).has_decided());
    }
}

TEST(Sheet, AMendedDayWinsHoweverASpreadsheetWritesIt) {
    for (const bool xlsx : {false, true})
        for (const auto* day :
             {"30/11/2023", "30-11-2023", "2023-11-30", "30/11/23", "2023-11-30 00:00:00", "45260"}) {
            const auto row = mended(0, {{SheetColumn::Due, day}}, xlsx);
            EXPECT_THAT(row.decided().deadline().due(), ElementsAre("2023-11-30")) << day;
            EXPECT_EQ(row.decided().deadline().kind(), v1::DeadlineKind::date)
                << "it is no longer before a day";
            EXPECT_EQ(row.deadline_text(), "Trước 31/10/2023");
            EXPECT_FALSE(row.decided().has_lead());
        }
    EXPECT_FALSE(mended(0, {{SheetColumn::Due, "30/10/23"}}, false).has_decided())
        << "the same day, written anew";
}

TEST(Sheet, DaysAndKindsAreDecidedTogether) {
    const auto kind = [](std::size_t row, const std::vector<std::pair<SheetColumn, std::string>>& cells) {
        return mended(row, cells, false).decided().deadline().kind();
    };
    EXPECT_EQ(kind(2, {{SheetColumn::Due, "31/12/2023"}}), v1::DeadlineKind::date);
    EXPECT_EQ(kind(1, {{SheetColumn::Due, "30/6/2023; 31/12/2023"}}), v1::DeadlineKind::recurring);
    EXPECT_EQ(kind(0, {{SheetColumn::Kind, "thường xuyên"}, {SheetColumn::Due, ""}}),
              v1::DeadlineKind::ongoing);
    EXPECT_EQ(kind(2, {{SheetColumn::Kind, "Month"}, {SheetColumn::Due, "31/8/2023"}}),
              v1::DeadlineKind::month)
        << "a word of the wire";
    EXPECT_EQ(kind(2, {{SheetColumn::Start, "1/9/2023"}}), v1::DeadlineKind::from);
}

TEST(Sheet, MendedAgenciesWinAndAnEmptiedCellIsNobody) {
    for (const bool xlsx : {false, true}) {
        const auto row = mended(2, {{SheetColumn::Lead, "STC; @các sở, ban, ngành"}}, xlsx);
        EXPECT_THAT(row.decided().lead().names(), ElementsAre("STC", "@các sở, ban, ngành"));
        EXPECT_EQ(row.lead_text(), "Sở Vũ trụ");
        const auto emptied = mended(0, {{SheetColumn::Cooperating, ""}}, xlsx);
        EXPECT_TRUE(emptied.decided().has_cooperating());
        EXPECT_EQ(emptied.decided().cooperating().names_size(), 0);
    }
}

TEST(Sheet, RowsAreDroppedMovedAndAdded) {
    auto sheet = make_sheet(sample(), text::Lang::Vi);
    sheet.rows.erase(sheet.rows.begin());
    std::swap(sheet.rows[0], sheet.rows[1]);
    sheet.rows.emplace_back(sheet_columns);
    sheet.rows.emplace_back(sheet_columns);
    auto& added = sheet.rows.back();
    added[static_cast<std::size_t>(SheetColumn::Title)] = "Việc thêm";
    added[static_cast<std::size_t>(SheetColumn::DeadlineText)] = "Quý IV/2023";
    added[static_cast<std::size_t>(SheetColumn::Lead)] = "SNV";
    for (const bool xlsx : {false, true}) {
        const auto back = read_back(xlsx ? to_xlsx(sheet) : to_csv(sheet));
        ASSERT_EQ(back.rows.size(), 3U);
        EXPECT_EQ(back.rows[0].number(), "3");
        EXPECT_EQ(back.rows[1].number(), "2");
        EXPECT_EQ(back.rows[2].title(), "Việc thêm") << "below an empty row, too";
        EXPECT_FALSE(back.rows[2].decided().has_deadline());
        EXPECT_THAT(back.rows[2].decided().lead().names(), ElementsAre("SNV"));
        EXPECT_EQ(back.rows[2].source().line(), 11U);
    }
}

TEST(Sheet, EveryMistakeIsSaidWithItsRowAndColumn) {
    struct Case {
        SheetColumn column;
        const char* text;
        const char* key;
    };
    for (const auto& [column, text, key] :
         {Case{SheetColumn::Due, "31/13/2023", "sheet.bad_day"},
          Case{SheetColumn::Due, "12/31/2023", "sheet.bad_day"},
          Case{SheetColumn::Due, "31/12/2022", "decision.before_issue"},
          Case{SheetColumn::Kind, "hôm nào", "sheet.bad_kind"},
          Case{SheetColumn::Key, "k1-1", "sheet.bad_key"}, Case{SheetColumn::Title, "", "sheet.no_title"},
          Case{SheetColumn::Lead, "#NAME?", "sheet.formula"}}) {
        std::vector<SheetMistake> mistakes;
        mended(1, {{column, text}}, false, &mistakes);
        ASSERT_EQ(mistakes.size(), 1U) << text;
        EXPECT_EQ(mistakes[0].what.key, key);
        EXPECT_EQ(mistakes[0].line, 9U);
        EXPECT_EQ(mistakes[0].column, title_of(column, text::Lang::Vi));
    }
    std::vector<SheetMistake> mistakes;
    mended(0, {{SheetColumn::Kind, "thường xuyên"}}, false, &mistakes);
    ASSERT_EQ(mistakes.size(), 1U);
    EXPECT_EQ(mistakes[0].what.key, "decision.no_day");
}

TEST(Sheet, ADecisionSurvivesBeingWrittenAgain) {
    auto plan = sample();
    PlanTableReading reading;
    reading.rows = {
        mended(0, {{SheetColumn::Due, "30/11/2023"}, {SheetColumn::Lead, "Sở Tài chính"}}, false)};
    const auto again = read_back(to_file(previewed(reading), true));
    EXPECT_THAT(again.rows.at(0).decided().deadline().due(), ElementsAre("2023-11-30"));
    EXPECT_THAT(again.rows.at(0).decided().lead().names(), ElementsAre("Sở Tài chính"));
    EXPECT_FALSE(again.rows.at(0).decided().has_cooperating());
}

TEST(Sheet, OnlyItsOwnMarkerMakesAFileOne) {
    EXPECT_FALSE(read_sheet_file(tests::header));
    EXPECT_FALSE(read_sheet_file("dondoc-planning;1\n"));
    EXPECT_FALSE(read_sheet_file("sep="));
    const auto csv = to_file(sample(), false);
    EXPECT_EQ(read_back("sep=;\r\n" + csv.substr(3)).rows.size(), 3U);
    for (const auto* broken : {"dondoc-plan;2\n", "dondoc-plan;1\n", "dondoc-plan;1;\"\n"})
        EXPECT_THROW(read_sheet_file(broken), UserError) << broken;
}

TEST(Sheet, AMissingColumnIsNamed) {
    auto sheet = make_sheet(sample(), text::Lang::Vi);
    sheet.titles[static_cast<std::size_t>(SheetColumn::Key)] = "Ghi chú";
    try {
        read_sheet_file(to_csv(sheet));
        FAIL() << "not refused";
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "sheet.no_column");
        EXPECT_THAT(error.message().args, ElementsAre("Khóa dòng (đừng sửa)"));
    }
}

TEST(Sheet, DaysThatAreNoneAreRefused) {
    for (const auto* text :
         {"", "31/2/2023", "1/2", "31/12/202", "ngày mai", "-5", "7", "99999", "31/12-2023"})
        EXPECT_FALSE(parse_sheet_day(text)) << text;
}

}  // namespace
}  // namespace dondoc::plan
