// SPDX-License-Identifier: Apache-2.0
// The export of another system, with its traps, and the file that says how it is read.
#include "cli/commands/import_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "support/refusal.h"

namespace dondoc::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using State = v1::ImportedState;

constexpr auto of_a_document_system = R"toml(
[columns]
id = ["ID nhiệm vụ"]
document = ["Số/Ký hiệu"]
issued = ["Ngày văn bản"]
title = ["Nội dung"]
deadline = ["Hạn"]
lead = ["Đơn vị"]
state = ["Tình trạng xử lý"]
completed = ["Ngày xong"]
priority = ["Độ khẩn"]
[days]
none = ["01/01/1970"]
[texts]
cut = ["…"]
[states]
open = ["Chưa xử lý"]
in_progress = ["Đang xử lý"]
completed = ["Hoàn thành"]
[defaults]
level = "tỉnh"
)toml";

ImportRows rows_of(const std::string& table, const ImportDefaults& defaults = {}) {
    const auto columns = parse_import_columns(of_a_document_system, "x.toml");
    return read_import_rows(
        read_import_table("ID nhiệm vụ;Số/Ký hiệu;Ngày văn bản;Trạng thái;Nội dung;Đơn vị;Hạn;"
                          "Tình trạng xử lý;Ngày xong\n" +
                              table,
                          "x.csv", columns),
        columns, defaults);
}

std::vector<std::string> doubts(const v1::ImportedTask& task) {
    std::vector<std::string> keys;
    for (const auto& doubt : task.row().doubts()) keys.push_back(doubt.key());
    return keys;
}

std::string mistakes(const ImportRows& rows) {
    std::string text;
    for (const auto& refusal : rows.refused)
        text += std::to_string(refusal.line) + " " + refusal.column + ": " + refusal.what.key + "\n";
    return text;
}

TEST(ImportRows, ADayThatStandsForNoneIsNoTermAndAnHourIsKept) {
    const auto rows = rows_of(
        "1;5/CĐ-UBND;02/07/2025 00:00:00;x;Việc một;SXD;01/01/1970 00:00:00;Chưa xử lý;01/01/1970\n"
        "2;5/CĐ-UBND;02/07/2025;x;Việc hai;SXD;30/09/2025 17:00:00;Đang xử lý;\n"
        "3;5/CĐ-UBND;2025-07-02T08:00:00;x;Việc ba;SXD;2025-09-30T23:59:59;Đang xử lý;\n"
        "4;5/CĐ-UBND;02/07/2025;x;Việc bốn;SXD;Trước ngày 15 hằng tháng;Đang xử lý;\n"
        "5;5/CĐ-UBND;02/07/2025;x;Việc năm;SXD;1/1/1970;Đang xử lý;1970-01-01\n"
        "6;5/CĐ-UBND;02/07/2025;x;Việc sáu;SXD;1970-01-01T07:00:00;Đang xử lý;\n");
    ASSERT_EQ(rows.tasks.size(), 6U) << mistakes(rows);
    for (const auto nth : {4U, 5U}) EXPECT_EQ(rows.tasks[nth].row().deadline_text(), "") << nth;
    EXPECT_THAT(doubts(rows.tasks[4]), IsEmpty());
    EXPECT_EQ(rows.tasks[0].row().deadline_text(), "");
    EXPECT_EQ(rows.tasks[0].document().issued(), "2025-07-02");
    EXPECT_EQ(rows.tasks[0].document().level(), "province");
    EXPECT_THAT(doubts(rows.tasks[0]), IsEmpty());
    EXPECT_EQ(rows.tasks[1].row().deadline_text(), "Trước 17h00 ngày 30/09/2025");
    EXPECT_EQ(rows.tasks[2].row().deadline_text(), "30/09/2025");
    EXPECT_EQ(rows.tasks[2].document().issued(), "2025-07-02");
    EXPECT_EQ(rows.tasks[3].row().deadline_text(), "Trước ngày 15 hằng tháng");
}

TEST(ImportRows, RowsOfOneIdAreOneTaskAndAreRefusedWhereTheyContradict) {
    const auto rows = rows_of(
        "1;5/CĐ-UBND;02/07/2025;x;Việc một;SXD;30/09/2025;Đang xử lý;\n"
        "1;5/CĐ-UBND;02/07/2025;y;Việc một;STC;30/09/2025;Đang xử lý;\n"
        "1;5/CĐ-UBND;02/07/2025;x;Việc một;SXD;30/09/2025;Đang xử lý;\n"
        "1;5/CĐ-UBND;02/07/2025;x;Việc khác;SXD;30/09/2025;Đang xử lý;\n");
    ASSERT_EQ(rows.tasks.size(), 1U);
    EXPECT_EQ(rows.tasks[0].row().lead_text(), "SXD; STC");
    EXPECT_EQ(rows.joined, 1U);
    EXPECT_EQ(rows.doubled, 1U);
    EXPECT_EQ(mistakes(rows), "5 ID nhiệm vụ: task_import.other_row\n");
}

TEST(ImportRows, WhatIsDoubtfulIsMarkedOnItsRow) {
    const auto rows = rows_of(
        "1;5/CĐ-UBND;02/07/2025;x;Rà soát các khoản…;SXD;30/09/2025;Đang xử lý;\n"
        "2;5/CĐ-UBND;02/07/2025;x;Việc hai;SXD;30/09/2025;Tạm dừng;\n"
        "3;5/CĐ-UBND;02/07/2025;x;Việc ba;SXD;30/09/2025;HOÀN THÀNH;\n"
        "4;5/CĐ-UBND;02/07/2025;x;Việc bốn;SXD;30/09/2025;Đang xử lý;20/07/2025\n"
        "5;5/CĐ-UBND;02/07/2025;x;Việc năm;SXD;30/09/2025;Hoàn thành;20/07/2025\n");
    ASSERT_EQ(rows.tasks.size(), 5U) << mistakes(rows);
    EXPECT_THAT(doubts(rows.tasks[0]), ElementsAre("row.cut"));
    EXPECT_THAT(doubts(rows.tasks[1]), ElementsAre("row.unknown_state"));
    EXPECT_EQ(rows.tasks[1].state(), State::unsaid);
    EXPECT_THAT(doubts(rows.tasks[2]), ElementsAre("row.completed_when"));
    EXPECT_THAT(doubts(rows.tasks[3]), ElementsAre("row.completed_open"));
    EXPECT_EQ(rows.tasks[3].completed_on(), "");
    EXPECT_THAT(doubts(rows.tasks[4]), IsEmpty());
    EXPECT_EQ(rows.tasks[4].completed_on(), "2025-07-20");
}

TEST(ImportRows, WhatCannotBeTakenIsNamedByRowAndColumnAndTheOthersGoOn) {
    const auto rows = rows_of(
        ";5/CĐ-UBND;02/07/2025;x;Việc;SXD;30/09/2025;Đang xử lý;\n"
        "2;;02/07/2025;x;Việc;SXD;30/09/2025;Đang xử lý;\n"
        "3;5/CĐ-UBND;31/02/2025;x;Việc;SXD;30/09/2025;Đang xử lý;\n"
        "4;5/CĐ-UBND;02/07/2025;x;;SXD;30/09/2025;Đang xử lý;\n"
        "5;5/CĐ-UBND;02/07/2025;x;Việc;SXD;30/09/2025;Đang xử lý;\n");
    EXPECT_EQ(mistakes(rows),
              "2 ID nhiệm vụ: task_import.missing\n"
              "3 Số/Ký hiệu: task_import.missing\n"
              "4 Ngày văn bản: task_import.bad_day\n"
              "5 Nội dung: task_import.missing\n");
    ASSERT_EQ(rows.tasks.size(), 1U);
    EXPECT_EQ(rows.lines[0], 6U);
}

TEST(ImportRows, WhatTheFileLeavesOpenIsTakenFromTheCommand) {
    const ImportDefaults defaults{"7/KL-UBND", "2025-07-15", "commune", "UBND phường"};
    const auto rows = rows_of("1;;;x;Việc;SXD;30/09/2025;Đang xử lý;\n", defaults);
    ASSERT_EQ(rows.tasks.size(), 1U) << mistakes(rows);
    EXPECT_EQ(rows.tasks[0].document().number(), "7/KL-UBND");
    EXPECT_EQ(rows.tasks[0].document().issued(), "2025-07-15");
    EXPECT_EQ(rows.tasks[0].document().level(), "commune");
    EXPECT_EQ(rows.tasks[0].document().issuer(), "UBND phường");
}

TEST(ImportRows, WhatNoColumnSaysIsAskedOfTheCommand) {
    const auto columns = parse_import_columns(of_a_document_system, "cot.toml");
    const auto table = read_import_table("ID nhiệm vụ;Nội dung\n1;Việc\n", "xuat.csv", columns);
    EXPECT_EQ(mistakes(read_import_rows(table, columns, {})),
              "2 : task_import.no_document\n2 : task_import.no_issued\n");
}

TEST(ImportRows, EveryDegreeOfUrgencyIsUrgent) {
    const auto columns = parse_import_columns(of_a_document_system, "x.toml");
    for (const auto* word : {"Khẩn", "Thượng khẩn", "Hỏa tốc", "Hoả tốc", "Hỏa tốc hẹn giờ"}) {
        const auto table = std::string{"ID nhiệm vụ;Số/Ký hiệu;Ngày văn bản;Nội dung;Độ khẩn\n"} +
                           "1;5/CĐ-UBND;02/07/2025;Việc;" + word + "\n";
        const auto rows = read_import_rows(read_import_table(table, "x.csv", columns), columns, {});
        ASSERT_EQ(rows.tasks.size(), 1U) << mistakes(rows);
        EXPECT_EQ(rows.tasks[0].priority(), "urgent") << word;
    }
}

// Feedback of citizens comes with the day on which it was received, and the law gives its term.
TEST(ImportRows, WhatHasNoTermOfItsOwnHasTheOneOfItsColumnsFromItsReceipt) {
    const auto columns = parse_import_columns(
        "[columns]\nid = [\"Mã\"]\ntitle = [\"Nội dung\"]\ndeadline = [\"Hạn\"]\nreceived = [\"Ngày nhận\"]\n"
        "[days]\nnone = [\"01/01/1970\"]\n"
        "[terms]\nreceived = \"Trong 15 ngày làm việc kể từ ngày\"\n",
        "x.toml");
    const ImportDefaults defaults{"SO-PAKN/2025", "2025-01-01", "province", ""};
    const auto rows = read_import_rows(read_import_table("Mã;Nội dung;Hạn;Ngày nhận\n"
                                                         "1;Việc một;;14/07/2025\n"
                                                         "2;Việc hai;30/09/2025;14/07/2025\n"
                                                         "3;Việc ba;01/01/1970;14/07/2025 08:30\n"
                                                         "4;Việc bốn;;01/01/1970\n"
                                                         "5;Việc năm;;hôm qua\n",
                                                         "x.csv", columns),
                                       columns, defaults);
    EXPECT_EQ(mistakes(rows), "6 Ngày nhận: task_import.bad_day\n");
    ASSERT_EQ(rows.tasks.size(), 4U);
    EXPECT_EQ(rows.tasks[0].row().deadline_text(), "Trong 15 ngày làm việc kể từ ngày 14/07/2025");
    EXPECT_EQ(rows.tasks[1].row().deadline_text(), "30/09/2025");
    EXPECT_EQ(rows.tasks[2].row().deadline_text(), "Trong 15 ngày làm việc kể từ ngày 14/07/2025");
    EXPECT_EQ(rows.tasks[3].row().deadline_text(), "");
}

TEST(ImportTable, JsonLinesHaveTextsNumbersAndLists) {
    const auto columns = parse_import_columns(
        "[columns]\nid = [\"id\"]\ntitle = [\"title\"]\n"
        "lead = [\"lead\"]\n",
        "x.toml");
    const auto table = read_import_table(
        "{\"id\": 7, \"title\": \"Việc\", \"lead\": [\"SXD\", \"STC\"], \"note\": {}}\n\n"
        "{\"id\": \"8\", \"title\": \"Việc hai\", \"lead\": null}\n",
        "x.jsonl", columns);
    ASSERT_EQ(table.records.size(), 2U);
    EXPECT_EQ(table.records[0].fields.at("id"), "7");
    EXPECT_EQ(table.records[0].fields.at("lead"), "SXD; STC");
    EXPECT_EQ(table.records[1].line, 3U);
    EXPECT_EQ(table.records[1].fields.count("lead"), 0U);
    ASSERT_EQ(table.remarks.size(), 1U);
    EXPECT_THAT(table.remarks[0].args, ElementsAre("note"));
    for (const auto* bad : {"{\"id\": ", "{\"id\": 1.5, \"title\": \"x\"}", "{\"id\": {\"a\": 1}}", "{} x"})
        EXPECT_THROW(read_import_table(bad, "x.jsonl", columns), UserError) << bad;
}

TEST(ImportTable, TwoColumnsOfOneFieldAndAMissingHeaderAreRefused) {
    const auto columns = parse_import_columns(of_a_document_system, "x.toml");
    const auto read = [&](const char* text) {
        return [&columns, text] { read_import_table(text, "x.csv", columns); };
    };
    EXPECT_EQ(test::refusal(read("Cột;Khác\n1;2\n")), "task_import.no_header");
    EXPECT_EQ(test::refusal(read("ID nhiệm vụ;Nội dung;Nội dung\n1;a;b\n")), "task_import.twice_column");
    EXPECT_EQ(test::refusal(read("ID nhiệm vụ;Nội dung\n")), "task_import.no_rows");
}

TEST(ImportColumns, AFileThatContradictsItselfIsRefusedWithItsLine) {
    const auto read = [](const char* toml) { return [toml] { parse_import_columns(toml, "x.toml"); }; };
    EXPECT_EQ(test::refusal(read("[columns]\nid = [\"A\"]\ntitle = [\"a\"]\n")), "import_columns.twice");
    EXPECT_EQ(test::refusal(read("[columns]\nid = [\"A\"]\ntitle = [\"B\"]\n[states]\nopen = [\"x\"]\n"
                                 "completed = [\"X\"]\n")),
              "import_columns.state_twice");
    EXPECT_EQ(test::refusal(read("[columns]\nid = [\"A\"]\ntitle = [\"B\"]\n[defaults]\nlevel = \"thôn\"\n")),
              "import_columns.level");
    EXPECT_NE(test::refusal(read("[columns]\nid = [\"A\"]\n")), "") << "title is missing";
    EXPECT_NE(test::refusal(read("[columns]\nid = [\"A\"]\ntitle = [\"B\"]\nma = [\"C\"]\n")), "");
}

TEST(ImportColumns, ThoseThatComeWithDondocAreRead) {
    for (const auto* name : {"chung", "quan-ly-van-ban"}) {
        std::ifstream file{std::string{DONDOC_SOURCE_DIR "/config/import/"} + name + ".toml"};
        const std::string text{std::istreambuf_iterator<char>{file}, {}};
        const auto columns = parse_import_columns(text, name);
        EXPECT_TRUE(columns.is_no_day("01/01/1970 00:00:00"));
        EXPECT_EQ(columns.states.at("dang thuc hien"), State::in_progress);
    }
}

}  // namespace
}  // namespace dondoc::cli
