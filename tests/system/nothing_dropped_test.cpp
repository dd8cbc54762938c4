// SPDX-License-Identifier: Apache-2.0
// A clerk takes in plans of the days of a reform: nothing of them is lost, and nothing is taken in twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int communes = 60;

// Sixty communes begin on 1/7/2025, and three departments are there all the time.
std::string two_level_register() {
    std::string text =
        "[[agency]]\ncode = \"STP\"\nname = \"Sở Tư pháp\"\nlevel = \"province\"\n"
        "[[agency]]\ncode = \"SNNMT\"\nname = \"Sở Nông nghiệp và Môi trường\"\nlevel = \"province\"\n"
        "[[agency]]\ncode = \"SXD\"\nname = \"Sở Xây dựng\"\nlevel = \"province\"\n";
    for (int i = 1; i <= communes; ++i) {
        const auto number = std::to_string(i);
        text += "[[agency]]\ncode = \"X" + number + "\"\nname = \"UBND xã Số " + number +
                "\"\nlevel = \"commune\"\nvalid_from = 2025-07-01\n";
    }
    return text +
           "[[group]]\nname = \"UBND cấp xã\"\naliases = [\"UBND các xã, phường, đặc khu\"]\n"
           "member_levels = [\"commune\"]\n";
}

class NothingDropped : public Office {
  protected:
    NothingDropped() : Office("", "mode = \"simulated\"\nstart = \"2025-07-02T08:00\"\n") {}

    void SetUp() override {
        daemon.start();
        take_in_agencies(write("danh-ba.toml", two_level_register()));
    }
    std::string write(const std::string& name, const std::string& text) {
        const auto file = daemon.folder() / name;
        std::ofstream{file} << text;
        return file.string();
    }
    std::string handover() {
        return write("ban-giao.tsv",
                     "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
                     "1\tBàn giao hồ sơ, tài liệu\tUBND các xã, phường, đặc khu\t15/7/2025\n"
                     "2\tKiểm tra việc bàn giao\tSở Tư pháp; UBND các xã, phường, đặc khu\t15/7/2025\n");
    }
    std::vector<std::string> import(const std::string& file, const std::string& number,
                                    const std::string& issued, std::vector<std::string> more = {}) {
        std::vector<std::string> command{"plan",     "import", file,      "--document", number,
                                         "--issued", issued,   "--level", "province"};
        command.insert(command.end(), more.begin(), more.end());
        return command;
    }
};

TEST_F(NothingDropped, AGroupThatBeginsOnTheNextDayIsAskedForAndNotLeftOut) {
    const auto file = handover();
    const auto preview = ask({"plan", "preview", file, "--issued", "30/06/2025"});
    EXPECT_THAT(preview, HasSubstr("Nhóm “UBND cấp xã”: 60/60 cơ quan chỉ có từ ngày 01/07/2025"));
    EXPECT_THAT(preview, HasSubstr("2 có chỗ cần xem lại"));
    EXPECT_THAT(preview, HasSubstr("0 cơ quan: @UBND cấp xã"));
    EXPECT_THAT(preview, HasSubstr("1 cơ quan: Sở Tư pháp; @UBND cấp xã"));

    for (const auto& more : {std::vector<std::string>{}, {"--strict"}, {"--yes"}}) {
        const auto said = refused(import(file, "99/KH-UBND", "30/06/2025", more));
        if (more.empty()) {
            EXPECT_THAT(said, HasSubstr("thêm 120 phần việc"));
        }
        EXPECT_THAT(ask({"plan", "list"}), HasSubstr("Chưa có văn bản nào"));
    }
    const auto rehearsed =
        ask({"rehearse", file, "--document", "99/KH-UBND", "--issued", "30/06/2025", "--level", "province"});
    EXPECT_THAT(rehearsed, HasSubstr("1: Nhóm “UBND cấp xã”: 60/60"));

    const auto done = ask(import(file, "99/KH-UBND", "30/06/2025", {"--absent", "assign", "--strict"}));
    EXPECT_THAT(done, HasSubstr("121 phần việc"));
    EXPECT_THAT(done, HasSubstr("61 cơ quan: Sở Tư pháp; @UBND cấp xã"));
    // The plan again, without the answer: what was decided holds.
    EXPECT_THAT(ask(import(file, "99/KH-UBND", "30/06/2025")), HasSubstr("không có gì thay đổi"));
}

TEST_F(NothingDropped, WhoIsLeftOutIsLeftOutByWordOnly) {
    EXPECT_THAT(ask(import(handover(), "99/KH-UBND", "30/06/2025", {"--absent", "leave"})),
                HasSubstr("1 phần việc"));
    EXPECT_EQ(cli(import(handover(), "98/KH-UBND", "30/06/2025", {"--absent", "bỏ"})).code, 2);
}

TEST_F(NothingDropped, AnAmendmentOfAnotherFieldKeepsThoseWhoWereAssigned) {
    ask(import(handover(), "99/KH-UBND", "30/06/2025", {"--absent", "assign"}));
    const auto later =
        write("sua.tsv",
              "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
              "1\tBàn giao hồ sơ, tài liệu\tUBND các xã, phường, đặc khu\t20/7/2025\n"
              "2\tKiểm tra việc bàn giao\tSở Tư pháp; UBND các xã, phường, đặc khu\t15/7/2025\n");
    ask(import(later, "99/KH-UBND", "30/06/2025", {"--yes"}));
    EXPECT_THAT(ask({"status"}), Not(HasSubstr("đã rút")));
    const auto rows = ask({"--json", "task", "list", "--document", "99/KH-UBND", "--limit", "1000"});
    EXPECT_THAT(rows, HasSubstr("\"total\": \"121\""));
    EXPECT_THAT(rows, HasSubstr("2025-07-20"));
}

TEST_F(NothingDropped, OneNumberInManySpellingsIsOneDocument) {
    const auto file = write("n.tsv",
                            "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
                            "1\tRà soát quy hoạch\tSở Xây dựng\t31/12/2025\n");
    ask(import(file, "55 /KH-UBND", "02/07/2025"));
    for (const auto* number : {"55/KH-UBND", "55/kh-ubnd", "Số: 55/KH-UBND", "*55*/KH-UBND", "số 55/KH-UBND",
                               "55/KH–UBND", "055/KH-UBND"})
        EXPECT_THAT(ask(import(file, number, "02/07/2025")), HasSubstr("không có gì thay đổi")) << number;
    EXPECT_THAT(ask({"--json", "plan", "list"}), HasSubstr("\"number\": \"55/KH-UBND\""));
    for (const auto* number : {"55 / KH-UBND", "Số: 55/kh–ubnd"}) {
        EXPECT_THAT(ask({"task", "list", "--document", number}), HasSubstr("1 phần việc")) << number;
        EXPECT_THAT(ask({"report", "plan", number}), HasSubstr("55/KH-UBND"));
        EXPECT_THAT(ask({"assignment", "history", "--document", number}), Not(HasSubstr("Không có văn bản")));
    }
    ask({"mute", "add", "--document", "*55*/kh-ubnd", "--until", "31/12/2025", "--reason", "chờ"});
    EXPECT_THAT(ask({"plan", "withdraw", "--document", "55/ KH-UBND", "--reason", "nhập nhầm", "--yes"}),
                HasSubstr("55/KH-UBND"));
    const auto said = refused(import(file, "78/QĐ\x1b[31m-UBND", "02/07/2025"));
    EXPECT_THAT(said, HasSubstr("ký tự điều khiển"));
    EXPECT_THAT(said, Not(HasSubstr("\x1b")));
}

TEST_F(NothingDropped, ADayOfIssueThatIsWeeksAheadIsSaid) {
    const auto file = write("n.tsv",
                            "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
                            "1\tRà soát quy hoạch\tSở Xây dựng\t31/12/2025\n");
    const std::string said_so = "Ngày ban hành 02/09/2025 còn 62 ngày nữa mới đến (hôm nay 02/07/2025)";
    EXPECT_THAT(ask(import(file, "56/KH-UBND", "02/09/2025", {"--dry-run"})), HasSubstr(said_so));
    EXPECT_THAT(refused(import(file, "56/KH-UBND", "02/09/2025", {"--strict"})), HasSubstr(said_so));
    EXPECT_THAT(ask({"plan", "list"}), HasSubstr("Chưa có văn bản nào"));
    EXPECT_THAT(ask(import(file, "56/KH-UBND", "02/09/2025")), HasSubstr(said_so));
    // A document may be here some days before its date.
    EXPECT_THAT(ask(import(file, "57/KH-UBND", "09/07/2025", {"--strict", "--new-document"})),
                Not(HasSubstr("nữa mới đến")));
}

TEST_F(NothingDropped, APreviewReadsWithTheDaemonsRegisterAndSaysSo) {
    const auto file = write("r.tsv",
                            "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
                            "1\tA\tSở Nông nghiệp và Môi trường\t31/12/2025\n"
                            "2\tB\tUBND xã Số 7\t31/12/2025\n"
                            "3\tC\tSở Khoa học vũ trụ\t31/12/2025\n"
                            "4\tD\tSở Khoa học vũ trụ\t31/12/2025\n");
    const auto known = ask({"plan", "preview", file, "--issued", "01/12/2025"});
    EXPECT_THAT(known, HasSubstr("Đọc theo danh bạ của máy chủ"));
    EXPECT_THAT(known, HasSubstr("2 có chỗ cần xem lại"));
    EXPECT_THAT(known, HasSubstr("Nhiều dòng có cùng chỗ cần xem lại"));
    EXPECT_THAT(known, HasSubstr("3, 4"));
    const auto sample = ask({"plan", "preview", file, "--issued", "01/12/2025", "--register",
                             DONDOC_SOURCE_DIR "/config/agencies/sample.toml"});
    EXPECT_THAT(sample, HasSubstr("Đọc theo danh bạ trong tệp"));
    EXPECT_THAT(sample, HasSubstr("4 có chỗ cần xem lại"));
}

TEST_F(NothingDropped, WhatTheHeadOfADocumentSaysIsNotAskedFor) {
    const auto file =
        write("kh.txt",
              "UBND TỈNH HÒA AN\n\nSố: 41 /KH-UBND\n\nHòa An, ngày 02 tháng 7 năm 2025\n\nKẾ HOẠCH\n\n"
              "Sắp xếp trụ sở\n\nSTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
              "1\tLập danh mục trụ sở\tSở Xây dựng\t31/12/2025\n");
    const auto said = ask({"plan", "import", file, "--level", "province"});
    EXPECT_THAT(said, HasSubstr("--document \"41/KH-UBND\""));
    EXPECT_THAT(said, HasSubstr("--issued \"02/07/2025\""));
    const auto list = ask({"--json", "plan", "list"});
    EXPECT_THAT(list, HasSubstr("\"issuer\": \"UBND tỉnh Hòa An\""));
    EXPECT_THAT(list, HasSubstr("\"title\": \"Kế hoạch Sắp xếp trụ sở\""));
    // An option wins.
    ask({"plan", "import", file, "--level", "province", "--document", "42/KH-UBND", "--issued", "03/07/2025",
         "--new-document"});
    EXPECT_THAT(ask({"--json", "plan", "list"}), HasSubstr("\"issued\": \"2025-07-03\""));
}

TEST_F(NothingDropped, ASecondAgencyOfOneNameIsRefused) {
    const auto said = refused({"agency", "import",
                               write("sm.toml",
                                     "[[agency]]\ncode = \"SM\"\nname = \"SỞ TƯ PHÁP\"\nlevel = "
                                     "\"province\"\n")});
    EXPECT_THAT(said, HasSubstr("STP"));
    EXPECT_THAT(said, Not(HasSubstr("agencies["))) << "a name of the wire says nothing to a clerk";
    const auto renamed = write(
        "stp.toml", "[[agency]]\ncode = \"STP\"\nname = \"Sở Tư pháp và Nội vụ\"\nlevel = \"province\"\n");
    EXPECT_THAT(ask({"agency", "import", renamed, "--dry-run"}),
                HasSubstr("“Sở Tư pháp” → “Sở Tư pháp và Nội vụ”"));
    refused({"agency", "import", renamed});
    EXPECT_THAT(ask({"agency", "show", "STP"}), Not(HasSubstr("và Nội vụ")));
    ask({"agency", "import", renamed, "--yes"});
    EXPECT_THAT(ask({"agency", "show", "STP"}), HasSubstr("và Nội vụ"));
}

TEST_F(NothingDropped, TheRegisterComesOutAndSingleEntriesAreEdited) {
    ask({"agency", "group", "khối tổng hợp", "--members", "STP,SXD"});
    ask({"agency", "group", "khối tổng hợp", "--add", "SNNMT", "--remove", "SXD"});
    ask({"agency", "edit", "SXD", "--alias", "Sở XD tỉnh"});
    ask({"agency", "import",
         write("nhom.toml", "[[group]]\nname = \"khối kỹ thuật\"\nmembers = [\"SXD\"]\n")});
    const auto out = (daemon.folder() / "ra.toml").string();
    EXPECT_THAT(ask({"agency", "export", "-o", out}), HasSubstr("63 cơ quan, 3 nhóm"));
    const auto text = read_file(out);
    EXPECT_THAT(text, HasSubstr("members = [\"STP\", \"SNNMT\"]"));
    EXPECT_THAT(text, HasSubstr("aliases = [\"Sở XD tỉnh\"]"));
    EXPECT_THAT(text, HasSubstr("valid_from = 2025-07-01"));
    EXPECT_THAT(ask({"agency", "import", out}), HasSubstr("0 cơ quan mới, 0 thay đổi"));
}

}  // namespace
}  // namespace dondoc::test
