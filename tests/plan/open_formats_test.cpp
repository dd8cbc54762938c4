// SPDX-License-Identifier: Apache-2.0
// OpenDocument and HTML tables, and the files that LibreOffice turns into others.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "odf_files.h"
#include "office_files.h"
#include "plan/formats/office_converter.h"
#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::ElementsAre;

const auto odf_head = odf_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"});

TEST(OpenDocument, ASheetIsReadWithItsDatesAndMergedCells) {
    const std::string covered = "<table:covered-table-cell/>";
    const auto rows =
        odf_head + "<table:table-row>" + odf_cell("1") +
        odf_cell("Rà soát <text:span>quy</text:span> <text:span>chế</text:span>") +
        odf_cell("Sở Y tế", "table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\"") +
        odf_cell("10/7/25", "office:value-type=\"date\" office:date-value=\"2025-07-10\"") +
        "</table:table-row>" + "<table:table-row>" + odf_cell("2") + odf_cell("Tổng hợp") + covered +
        "<table:table-cell/></table:table-row>" +
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
        "table:number-columns-repeated=\"1024\"/></table:table-row>";
    const auto reading = read_plan(odf("spreadsheet", odf_table(rows)));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].title(), "Rà soát quy chế");
    EXPECT_EQ(reading.rows[0].deadline_text(), "10/07/2025");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Y tế");
    EXPECT_EQ(reading.rows[1].deadline_text(), "");
    EXPECT_EQ(reading.rows[1].source().line(), 3u);
}

TEST(OpenDocument, WhatIsStruckOrHiddenIsTakenBack) {
    const std::string styles =
        "<style:style style:name=\"bo\"><style:text-properties "
        "style:text-line-through-style=\"solid\"/></style:style>"
        "<style:style style:name=\"an\"><style:table-properties table:display=\"false\"/></style:style>";
    std::string struck = "<table:table-row>";
    for (const auto* text : {"1", "Một", "Sở Y tế", "Quý I/2026"})
        struck += odf_cell(std::string("<text:span text:style-name=\"bo\">") + text + "</text:span>");
    const auto rows = odf_head + struck + "</table:table-row>" +
                      odf_row({"2", "Hai", "Sở Y tế", "Quý I/2026"}, "table:visibility=\"collapse\"") +
                      odf_row({"3", "Ba", "Sở Nội vụ", "Quý II/2026"});
    const auto reading = read_plan(
        odf("spreadsheet",
            odf_table(rows) + odf_table(odf_head, "table:name=\"Nháp\" table:style-name=\"an\""), styles));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].number(), "3");
    EXPECT_THAT(keys_of(reading),
                ElementsAre("plan.rows_taken_back", "plan.rows_taken_back", "plan.sheet_hidden"));
}

TEST(OpenDocument, NumbersThatTheWordProcessorCountsAreRead) {
    const auto level = [](int at, const char* format, const char* more = "") {
        return "<text:list-level-style-number text:level=\"" + std::to_string(at) + "\" style:num-format=\"" +
               format + "\" style:num-suffix=\".\" " + more + "/>";
    };
    const auto styles = "<text:list-style style:name=\"L1\">" + level(1, "1") +
                        level(2, "1", "text:display-levels=\"2\"") + "</text:list-style>" +
                        "<text:list-style style:name=\"L2\">" + level(1, "a") + "</text:list-style>" +
                        "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\"/>"
                        "</text:list-style>";
    const auto item = [](const std::string& inside, const std::string& attributes = {}) {
        return "<text:list-item " + attributes + ">" + inside + "</text:list-item>";
    };
    const auto list = [](const char* style, const std::string& items, const char* more = "") {
        return std::string{"<text:list text:style-name=\""} + style + "\" " + more + ">" + items +
               "</text:list>";
    };
    const std::string go_on = "text:continue-numbering=\"true\"";
    const auto row = [&](const std::string& number, const std::string& title) {
        return "<table:table-row><table:table-cell>" + number + "</table:table-cell><table:table-cell>" +
               title + "</table:table-cell>" + odf_cell("Sở Y tế") + odf_cell("Quý I/2026") +
               "</table:table-row>";
    };
    const auto empty = item("<text:p/>");
    const auto reading = read_plan(
        odf("text",
            odf_table(odf_head + row(list("L1", empty), "<text:p>Một</text:p>") +
                      row(list("L1", item(list("L1", empty)), go_on.c_str()), "<text:p>Một một</text:p>") +
                      row(list("L1", empty, go_on.c_str()),
                          list("L2", item("<text:p>Hai</text:p>") + item("<text:p>Ba</text:p>")) +
                              list("B", item("<text:p>Bốn</text:p>"))) +
                      row(list("L1", item("<text:p/>", "text:start-value=\"7\""), go_on.c_str()),
                          "<text:p>Bảy</text:p>")),
            styles));
    ASSERT_EQ(reading.rows.size(), 4u);
    EXPECT_EQ(reading.rows[0].number(), "1.");
    EXPECT_EQ(reading.rows[1].number(), "2.1.");
    EXPECT_EQ(reading.rows[2].number(), "3.");
    EXPECT_THAT(reading.rows[2].title(), testing::HasSubstr("a. Hai"));
    EXPECT_THAT(reading.rows[2].title(), testing::HasSubstr("b. Ba"));
    EXPECT_EQ(reading.rows[3].number(), "7.");
}

TEST(OpenDocument, ATextIsReadWithItsTables) {
    const auto body =
        "<text:p>Thời hạn hoàn thành: trước ngày 30/9/2026</text:p>" +
        odf_table(odf_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì"}) + odf_row({"1", "Rà soát", "Sở Y tế"})) +
        "<text:p><draw:frame><draw:text-box><text:p>Sở Nội vụ báo cáo trong tháng</text:p></draw:text-box>"
        "</draw:frame><text:note/></text:p>";
    const auto reading = read_plan(odf("text", body));
    EXPECT_EQ(reading.rows.at(0).deadline_text(), "trước ngày 30/9/2026");
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.text_box", "plan.footnotes", "plan.term_above"));
}

TEST(Html, TablesAreReadWithSpansAndWhatIsTakenBack) {
    const auto reading = read_plan(
        "<!DOCTYPE html><html><head><style>td{}</style></head><body><p>KẾ HOẠCH</p><table>"
        "<tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời hạn</th></tr>"
        "<tr><td>1</td><td>Rà soát<br>quy chế</td><td rowspan=\"2\">Sở Y tế</td><td><s>30/9/2025</s> "
        "15/12/2025</td></tr>"
        "<tr><td>2</td><td>Tổng hợp</td><td>Tháng 1<sup>2</sup>/2026</td></tr>"
        "<tr style=\"display:none\"><td>3</td><td>Ẩn</td><td>Sở Y "
        "tế</td><td>2026</td></tr></table></body></html>");
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "15/12/2025");
    EXPECT_EQ(reading.rows[0].doubts(0).key(), "row.struck");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Y tế");
    EXPECT_EQ(reading.rows[1].deadline_text(), "Tháng 1/2026");
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.rows_taken_back"));
}

// An old file: the mark of its kind and the name of its stream, two bytes a letter.
std::string old_file(const std::string& stream) {
    std::string bytes = "\xD0\xCF\x11\xE0";
    for (const char c : stream) bytes += std::string{c, '\0'};
    return bytes + std::string(2, '\0');
}

// PATH with one folder, in which a program of LibreOffice's name is `script`; or nothing.
class ProgramsOf : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("dondoc-programs-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        path_ = std::getenv("PATH");
        ::setenv("PATH", folder_.c_str(), 1);
    }
    void TearDown() override {
        ::setenv("PATH", path_.c_str(), 1);
        std::filesystem::remove_all(folder_);
    }
    void install(const std::string& script) {
        const auto program = folder_ / "soffice";
        std::ofstream(program) << "#!/bin/sh\n" << script;
        ::chmod(program.c_str(), 0700);
    }
    std::string refusal(const std::string& bytes) {
        try {
            (void)read_plan(bytes);
        } catch (const UserError& error) {
            return error.message().key;
        }
        return {};
    }
    std::filesystem::path folder_;
    std::string path_;
};

TEST_F(ProgramsOf, LibreOfficeThatIsMissingIsAskedFor) {
    EXPECT_EQ(refusal(old_file("WordDocument")), "plan.needs_libreoffice");
    EXPECT_EQ(refusal(old_file("Workbook")), "plan.needs_libreoffice");
    EXPECT_EQ(refusal("{\\rtf1 a}"), "plan.needs_libreoffice");
}

TEST_F(ProgramsOf, LibreOfficeTurnOldFilesIntoThoseThatAreRead) {
    const auto made = docx(word_table(word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                                      word_row({"1", "Rà soát", "Sở Y tế", "Quý I/2026"})));
    const auto result = folder_ / "made.docx";
    std::ofstream(result, std::ios::binary) << made;
    // Its arguments: profile, --headless, --invisible, --norestore, --nolockcheck, --convert-to, what,
    // --outdir, where.
    install("case \"$1\" in -env:UserInstallation=file://*) ;; *) exit 1 ;; esac\n[ \"$7\" = docx ] && cp " +
            result.string() + " \"$9/input.docx\"\n");
    const auto reading = read_plan(old_file("WordDocument"));
    EXPECT_EQ(reading.rows.at(0).title(), "Rà soát");
}

TEST_F(ProgramsOf, LibreOfficeThatFailsLeavesNothingBehind) {
    install("exit 1\n");
    // The folder of temporary files is shared with every other program, so this test has one of its own.
    const auto temporary = folder_ / "temporary";
    std::filesystem::create_directory(temporary);
    ::setenv("TMPDIR", temporary.c_str(), 1);
    EXPECT_EQ(refusal(old_file("Workbook")), "plan.not_converted");
    ::unsetenv("TMPDIR");
    EXPECT_TRUE(std::filesystem::is_empty(temporary));
}

}  // namespace
}  // namespace dondoc::plan
