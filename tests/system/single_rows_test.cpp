// SPDX-License-Identifier: Apache-2.0
// Single rows after the import: a telegram from the telephone, a task that nobody was found for, a slip.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class SingleRows : public Office {
  protected:
    std::vector<std::string> telegram(std::vector<std::string> more = {}) {
        std::vector<std::string> command{"task",       "add",
                                         "--document", "05/CĐ-UBND",
                                         "--issued",   "13/05/2023",
                                         "--level",    "province",
                                         "--title",    "Sơ tán người dân vùng trũng",
                                         "--lead",     "SXD, Sở Nội vụ",
                                         "--due",      "Trước ngày 16/5/2023",
                                         "--priority", "urgent"};
        command.insert(command.end(), more.begin(), more.end());
        return command;
    }
    std::string write_plan() {
        const auto file = daemon.folder() / "plan.tsv";
        std::ofstream{file} << "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
                            << "1\tRà soát thủ tục\tSở Nội vụ\t31/12/2023\n"
                            << "2\tSố hóa hồ sơ\tCơ quan chưa thành lập\tQuý III/2023\n"
                            << "3\tBồi dưỡng cán bộ\tSở Tài chính\tThường xuyên\n";
        return file.string();
    }
    void import_plan() {
        ask({"plan", "import", write_plan(), "--document", "12/KH-UBND", "--issued", "2023-05-13", "--level",
             "province"});
    }
};

TEST_F(SingleRows, ATelegramIsOneCommandAndItsAgenciesAreToldAtOnce) {
    const auto done = ask(telegram());
    EXPECT_THAT(done, HasSubstr("Đã lập văn bản 05/CĐ-UBND"));
    EXPECT_THAT(done, HasSubstr("Đã thêm nhiệm vụ 1 (văn bản 05/CĐ-UBND, số 1), giao 2 phần việc: PV 1, 2"));
    const auto log = ask({"--json", "log", "--agency", "SXD"});
    EXPECT_THAT(log, HasSubstr("\"kind\": \"assigned\""));
    EXPECT_THAT(log, HasSubstr("\"due\": \"2023-05-15\""));
    EXPECT_THAT(ask({"task", "show", "05/CĐ-UBND", "1"}), HasSubstr("khẩn"));
    // The same again, with another spelling: nothing is given twice.
    auto again = telegram();
    again[3] = "Số: 05 /CĐ-UBND";
    EXPECT_THAT(ask(again), HasSubstr("không có gì thay đổi"));
    EXPECT_THAT(ask({"--json", "status"}), HasSubstr("\"total\": \"2\""));
}

TEST_F(SingleRows, ASecondTaskGoesIntoTheDocumentWithTheNextNumber) {
    import_plan();
    const auto done = ask({"task", "add", "--document", "12/KH-UBND", "--title", "Họp giao ban", "--lead",
                           "Các sở, ban, ngành", "--due", "30/6/2023"});
    EXPECT_THAT(done, HasSubstr("số 4"));
    EXPECT_THAT(ask({"task", "list", "--document", "12/KH-UBND", "--text", "giao ban"}),
                HasSubstr("30/06/2023"));
    const auto other = refused({"task", "add", "--document", "12/KH-UBND", "--title", "Họp giao ban",
                                "--lead", "SNV", "--due", "30/6/2023"});
    EXPECT_THAT(other, HasSubstr("task edit 4"));
}

TEST_F(SingleRows, WhatIsDoubtfulIsShownAndAskedFor) {
    auto wanted = telegram();
    wanted[11] = "Sở Vũ trụ";
    const auto said = refused(wanted);
    EXPECT_THAT(said, HasSubstr("Cần xem lại: Không có “Sở Vũ trụ”"));
    EXPECT_THAT(said, HasSubstr("--yes"));
    EXPECT_THAT(ask({"plan", "list"}), HasSubstr("Chưa có văn bản nào"));
    wanted.push_back("--yes");
    EXPECT_THAT(refused(wanted), HasSubstr("từ “Sở Vũ trụ”: chưa giao gì")) << "nobody would be told";
    EXPECT_THAT(ask({"plan", "list"}), HasSubstr("Chưa có văn bản nào"));
    auto trial = telegram({"--dry-run"});
    EXPECT_THAT(ask(trial), HasSubstr("Chưa ghi gì"));
    EXPECT_THAT(ask({"plan", "list"}), HasSubstr("Chưa có văn bản nào"));
    const auto unnamed = refused({"task", "add", "--document", "06/CĐ-UBND", "--title", "Trực ban", "--lead",
                                  "SNV", "--due", "30/6/2023"});
    EXPECT_THAT(unnamed, HasSubstr("--issued"));
}

TEST_F(SingleRows, ATaskOfNobodyIsAssignedAndTheDecisionStandsBesideTheDocumentsWords) {
    import_plan();
    EXPECT_THAT(ask({"task", "list", "--unassigned"}), HasSubstr("Số hóa hồ sơ"));
    EXPECT_THAT(refused({"task", "assign", "2", "--to", "STC", "--yes"}), HasSubstr("--reason"));
    EXPECT_THAT(refused({"task", "assign", "2", "--to", "STC", "--document", "15/TB-UBND"}),
                HasSubstr("--yes"));
    const auto done =
        ask({"task", "assign", "12/kh-ubnd", "2", "--to", "STC; SNV", "--document", "15/TB-UBND", "--yes"});
    EXPECT_THAT(done, HasSubstr("giao mới 2"));
    const auto shown = ask({"task", "show", "2"});
    EXPECT_THAT(shown, HasSubstr("Sở Tài chính"));
    EXPECT_THAT(shown, HasSubstr("Đã quyết định thêm"));
    EXPECT_THAT(shown, HasSubstr("15/TB-UBND"));
    // The plan again says what it said: the decision holds.
    EXPECT_THAT(ask({"plan", "import", write_plan(), "--document", "12/KH-UBND", "--issued", "2023-05-13",
                     "--level", "province"}),
                HasSubstr("không có gì thay đổi"));
}

TEST_F(SingleRows, ATermIsMendedByAPhraseAndTheAgencyIsTold) {
    import_plan();
    const auto done =
        ask({"task", "edit", "1", "--due", "Trước ngày 01/10/2023", "--reason", "gõ sai", "--yes"});
    EXPECT_THAT(done, HasSubstr("đổi hạn 1 phần việc"));
    EXPECT_THAT(ask({"task", "show", "1"}), HasSubstr("30/09/2023"));
    EXPECT_THAT(ask({"--json", "task", "show", "1"}), HasSubstr("\"deadline_text\": \"31/12/2023\""));
    EXPECT_THAT(ask({"log", "--agency", "SNV"}), HasSubstr("Văn bản sửa đổi"));
    EXPECT_THAT(refused({"task", "edit", "1", "--due", "tháng 13/2023", "--reason", "x", "--yes"}),
                HasSubstr("tháng 13/2023"));
    // The same day by another phrase is another kind of term, and once more it changes nothing.
    EXPECT_THAT(ask({"task", "edit", "1", "--due", "30/9/2023", "--reason", "như trên", "--yes"}),
                HasSubstr("“trước một ngày” → “ngày cố định”"));
    EXPECT_THAT(ask({"task", "edit", "1", "--due", "30/9/2023", "--reason", "như trên", "--yes"}),
                HasSubstr("không có gì thay đổi"));
}

// Who is given the lead of what he cooperates in no longer cooperates, and the document comes out as it
// stands.
TEST_F(SingleRows, WhoLeadsDoesNotCooperateInTheSameTask) {
    const auto file = (daemon.folder() / "phoi-hop.tsv").string();
    std::ofstream{file} << "STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\n"
                        << "1\tRà soát thủ tục\tSở Nội vụ\tSở Tài chính; Sở Tư pháp\t31/12/2023\n";
    ask({"plan", "import", file, "--document", "12/KH-UBND", "--issued", "2023-05-13", "--level",
         "province"});
    const auto done =
        ask({"task", "assign", "12/KH-UBND", "1", "--to", "STC", "--reason", "phân công lại", "--yes"});
    EXPECT_THAT(done, HasSubstr("“Sở Tài chính; Sở Tư pháp” → “Sở Tư pháp”"));
    EXPECT_THAT(done, HasSubstr("người nhập ấn định: cơ quan chủ trì"));
    EXPECT_THAT(done, Not(HasSubstr("“”")));
    const auto book = (daemon.folder() / "ra.xlsx").string();
    ask({"plan", "export", "12/KH-UBND", "-o", book});
    EXPECT_THAT(ask({"plan", "import", book}), HasSubstr("không có gì thay đổi"));
}

TEST_F(SingleRows, ADocumentComesOutAsAWorkbookAndBackAsAnAmendment) {
    import_plan();
    ask({"task", "assign", "2", "--to", "STC", "--reason", "theo phân công", "--yes"});
    for (const auto* name : {"ra.xlsx", "ra.csv"}) {
        const auto file = (daemon.folder() / name).string();
        EXPECT_THAT(ask({"plan", "export", "12/kh-ubnd", "-o", file}), HasSubstr("3 dòng"));
        EXPECT_THAT(ask({"plan", "import", file}), HasSubstr("không có gì thay đổi")) << name;
        EXPECT_EQ(cli({"plan", "export", "12/KH-UBND", "-o", file}).code, 1) << "not overwritten";
    }
    auto csv = read_file(daemon.folder() / "ra.csv");
    csv.replace(csv.find(";31/12/2023;ngày cố định;") + 1, 10, "30/11/2023");
    const auto mended = (daemon.folder() / "sua.csv").string();
    std::ofstream{mended} << csv;
    EXPECT_THAT(ask({"plan", "import", mended, "--yes"}), HasSubstr("“31/12/2023” → “30/11/2023”"));
}

TEST_F(SingleRows, WorkIsNamedByDocumentRowAndAgency) {
    ask(telegram());
    EXPECT_THAT(ask({"assignment", "start", "05/CĐ-UBND", "1", "--agency", "SNV"}), HasSubstr("Phần việc 2"));
    EXPECT_THAT(ask({"assignment", "progress", "5/cđ-ubnd", "--agency", "SNV", "--percent", "40"}),
                HasSubstr("Phần việc 2"));
    EXPECT_THAT(refused({"assignment", "start", "05/CĐ-UBND", "9"}), HasSubstr("không có nhiệm vụ số 9"));
    EXPECT_THAT(refused({"assignment", "start", "77/CĐ-UBND", "1"}), HasSubstr("77/CĐ-UBND"));
    const auto snv = cli.grant("agency", "SNV");
    const auto own = cli.as(snv, {"assignment", "report", "05/CĐ-UBND", "1", "--number", "9/BC-SNV"});
    EXPECT_EQ(own.code, 0) << own.output;
    EXPECT_THAT(own.output, HasSubstr("Phần việc 2"));
    const auto stc = cli.grant("agency", "STC");
    EXPECT_EQ(cli.as(stc, {"assignment", "start", "05/CĐ-UBND", "1"}).code, 1) << "another agency's";
}

}  // namespace
}  // namespace dondoc::test
