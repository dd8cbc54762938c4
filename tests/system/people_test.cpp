// SPDX-License-Identifier: Apache-2.0
// Persons, who is responsible, and pressing, with the programs themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/office_files.h"
#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class People : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
        write("plan.txt",
              "STT\tNội dung công việc\tKết quả\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n"
              "1\tRà soát thủ tục\tBáo cáo\t31/05/2023\tSở Nội vụ\tSở Tư pháp\n"
              "2\tSố hóa hồ sơ\tKho dữ liệu\t31/05/2023\tSở Tài chính\t\n");
        ASSERT_EQ(cli({"plan", "import", file("plan.txt"), "--document", "12/KH-UBND", "--issued",
                       "2023-05-13", "--level", "province"})
                      .code,
                  0);
        snv = cli.grant("agency", "SNV");
        stc = cli.grant("agency", "STC");
        office = cli.grant("office");
    }
    std::string file(const std::string& name) const { return (daemon.folder() / name).string(); }
    void write(const std::string& name, const std::string& content) const {
        std::ofstream{file(name)} << content;
    }
    std::string done(const std::filesystem::path& profile, const std::vector<std::string>& words) const {
        const auto finished = cli.as(profile, words);
        EXPECT_EQ(finished.code, 0) << words[0] << " " << words[1] << ": " << finished.output;
        return finished.output;
    }
    std::string refused(const std::filesystem::path& profile, const std::vector<std::string>& words,
                        int code = 1) const {
        const auto finished = cli.as(profile, words);
        EXPECT_EQ(finished.code, code) << words[0] << " " << words[1] << ": " << finished.output;
        return finished.output;
    }
    std::filesystem::path operators() const { return daemon.administrator(); }

    DaemonProcess daemon;
    Cli cli{daemon};
    std::filesystem::path snv, stc, office;
};

TEST_F(People, AnAgencyLooksAfterItsOwn) {
    EXPECT_THAT(done(snv, {"person", "add", "--name", "Nguyễn Văn An", "--email", "an@snv.gov.vn", "--phone",
                           "912 345 678", "--position", "Chuyên viên", "--quiet", "21h-6h"}),
                HasSubstr("Đã thêm Nguyễn Văn An (số 1, SNV)"));
    done(snv, {"person", "add", "--name", "Lê Thị Chi", "--told", "lãnh đạo"});
    const auto shown = done(snv, {"person", "show", "nguyễn văn an"});
    for (const auto* part :
         {"an@snv.gov.vn", "0912345678", "21:00-06:00", "việc chủ trì, việc phối hợp", "cơ quan"})
        EXPECT_THAT(shown, HasSubstr(part));
    EXPECT_THAT(done(office, {"person", "list"}), HasSubstr("an@snv.gov.vn"));
    EXPECT_THAT(done(stc, {"person", "list"}), Not(HasSubstr("An")));
    EXPECT_THAT(refused(stc, {"person", "show", "1"}), HasSubstr("Không có người nào"));
    EXPECT_THAT(refused(office, {"person", "change", "1", "--phone", ""}), HasSubstr("người vận hành"));
    EXPECT_THAT(refused(operators(), {"person", "add", "--name", "Ai"}, 2),
                HasSubstr("--agency MÃ hoặc --office"));

    done(snv, {"person", "change", "1", "--deputy", "Lê Thị Chi", "--to", "30/06/2023", "--phone", ""});
    const auto changed = done(snv, {"person", "show", "1"});
    EXPECT_THAT(changed, HasSubstr("Lê Thị Chi, từ 13/05/2023 đến 30/06/2023"));
    EXPECT_THAT(changed, Not(HasSubstr("0912345678")));
    EXPECT_THAT(changed, HasSubstr("Điện thoại (đã đổi)"));

    EXPECT_THAT(done(snv, {"assignment", "responsible", "1", "--person", "an@snv.gov.vn"}),
                HasSubstr("người phụ trách là Nguyễn Văn An"));
    EXPECT_THAT(done(snv, {"task", "list", "--responsible", "1"}),
                HasSubstr("Người phụ trách: Nguyễn Văn An"));
    EXPECT_THAT(done(snv, {"person", "remove", "1", "--reason", "nghỉ hưu", "--hand-over", "2"}),
                HasSubstr("1 phần việc đã giao lại"));
    EXPECT_THAT(done(snv, {"task", "show", "1"}), HasSubstr("Người phụ trách: Lê Thị Chi"));

    // What is personal is in no log and in nothing that listeners are told.
    const auto told = done(snv, {"--json", "listen", "--since", "0", "--until-idle"});
    EXPECT_THAT(told, HasSubstr("\"responsible\""));
    for (const auto& text : {told, read_file(daemon.log())})
        for (const auto* secret : {"an@snv.gov.vn", "912345678", "Nguyễn Văn An", "Lê Thị Chi"})
            EXPECT_THAT(text, Not(HasSubstr(secret)));
}

TEST_F(People, AnAgencyOfWhichNobodyHearsOfNewWorkIsSaidByEveryCommandThatShowsIt) {
    const auto lost = HasSubstr("Chú ý: Sở Nội vụ (SNV): chỉ lãnh đạo được báo khi việc đã quá hạn");
    EXPECT_THAT(
        done(snv, {"person", "add", "--name", "Lê Thị Chi", "--told", "head", "--email", "chi@snv.vn"}),
        lost);
    EXPECT_THAT(done(snv, {"person", "list"}), lost);
    EXPECT_THAT(done(snv, {"status"}), lost);
    EXPECT_THAT(done(office, {"status"}), lost);
    EXPECT_THAT(refused(office, {"status", "--check"}), HasSubstr("Sở Nội vụ (SNV): chỉ lãnh đạo"));
    EXPECT_THAT(done(snv, {"--lang", "en", "status"}), HasSubstr("Sở Nội vụ (SNV): only heads are told"));
    EXPECT_THAT(done(stc, {"status"}), Not(HasSubstr("(SNV)")));
    write("ds.csv", "Họ và tên;Email\nNguyễn Văn An;\n");
    EXPECT_THAT(done(snv, {"person", "import", file("ds.csv"), "--dry-run"}), lost)
        << "an address is missing";
    EXPECT_THAT(done(snv, {"person", "add", "--name", "Nguyễn Văn An", "--email", "an@snv.gov.vn"}),
                Not(HasSubstr("Chú ý")));
    EXPECT_THAT(done(snv, {"status"}), Not(HasSubstr("(SNV): ")));
    EXPECT_THAT(done(snv, {"person", "remove", "2", "--reason", "nghỉ hưu"}), lost);
}

TEST_F(People, AListIsShownAskedAndTakenInOnce) {
    write("ds.csv",
          "TT;Họ và tên;Cơ quan;Email;Nhận tin\n1;Nguyễn Văn An;Sở Nội vụ;an@snv.gov.vn;chủ trì\n"
          "2;Phạm Văn Dũng;STC;;lãnh đạo\n");
    const auto look = done(operators(), {"person", "import", file("ds.csv"), "--dry-run"});
    EXPECT_THAT(look, HasSubstr("Dòng 2: thêm Nguyễn Văn An (SNV)"));
    EXPECT_THAT(look, HasSubstr("Sẽ thêm 2 người"));
    EXPECT_THAT(done(operators(), {"person", "list"}), HasSubstr("Chưa có người nào"));
    EXPECT_THAT(refused(operators(), {"person", "import", file("ds.csv")}), HasSubstr("--yes"));
    EXPECT_THAT(done(operators(), {"person", "import", file("ds.csv"), "--yes"}),
                HasSubstr("Đã thêm 2 người"));
    EXPECT_THAT(done(operators(), {"person", "import", file("ds.csv"), "--yes"}), HasSubstr("giữ nguyên 2"));
    write("ds.csv", "Họ và tên;Cơ quan;Email\nNguyễn Văn An;SNV;an@snv\n");
    EXPECT_THAT(refused(operators(), {"person", "import", file("ds.csv"), "--yes"}),
                HasSubstr("dòng 2, cột Thư điện tử"));
    write("ds.csv", "Họ và tên;Email\nNguyễn Văn An;an@snv.gov.vn\n");
    refused(operators(), {"person", "import", file("ds.csv"), "--yes"}, 2);
    write("people.toml",
          "[[person]]\nname = \"Trần Thị Bình\"\nemail = \"binh@vp.gov.vn\"\nrole = \"operator\"\n");
    EXPECT_THAT(done(operators(), {"agency", "import", file("people.toml")}), HasSubstr("Đã thêm 1 người"));
    EXPECT_THAT(done(operators(), {"person", "list", "--office"}), HasSubstr("Trần Thị Bình"));
}

TEST_F(People, TheOfficePressesAndWritesItsLetter) {
    done(operators(), {"clock", "advance", "--to", "2023-06-12T09:00"});
    const auto letter = [&] {
        std::ofstream out{file("mau.docx"), std::ios::binary};
        out << tests::docx(tests::paragraph("Kính gửi: «co_quan» (số «so»)") + "<w:tbl>" +
                           tests::word_row({"«stt»", "«noi_dung»", "«so_ngay_qua_han»", "«so_lan_don_doc»"}) +
                           "</w:tbl>");
    };
    letter();
    const std::vector<std::string> press{"press",      "--overdue",      "--by",     "letter",
                                         "--number",   "512/UBND-TH",    "--note",   "báo cáo trước 20/6",
                                         "--template", file("mau.docx"), "--letter", file("cv-@agency.docx")};
    EXPECT_THAT(refused(office, press), HasSubstr("--yes"));
    auto dry = press;
    dry.emplace_back("--dry-run");
    EXPECT_THAT(done(office, dry), HasSubstr("Sẽ đôn đốc 2 phần việc của 2 cơ quan"));
    EXPECT_FALSE(std::filesystem::exists(file("cv-SNV.docx")));
    auto yes = press;
    yes.emplace_back("--yes");
    EXPECT_THAT(done(office, yes), HasSubstr("Đã đôn đốc 2 phần việc của 2 cơ quan"));
    ASSERT_TRUE(std::filesystem::exists(file("cv-SNV.docx")));
    ASSERT_TRUE(std::filesystem::exists(file("cv-STC.docx")));
    done(office, {"press", "1", "--by", "phone"});
    EXPECT_THAT(done(snv, {"task", "show", "1"}), HasSubstr("đã đôn đốc 2 lần, lần cuối"));
    EXPECT_THAT(done(snv, {"listen", "--since", "0", "--until-idle"}),
                testing::AllOf(HasSubstr("ĐÔN ĐỐC"), HasSubstr("bằng công văn số 512/UBND-TH"),
                               HasSubstr("báo cáo trước 20/6"), HasSubstr("lần thứ 2")));
    EXPECT_THAT(done(office, {"assignment", "history", "--action", "press"}), HasSubstr("512/UBND-TH"));
    EXPECT_THAT(refused(snv, {"press", "1", "--by", "phone"}), HasSubstr("không có quyền"));

    // A template with a mistake presses nobody.
    std::ofstream{file("mau.docx"), std::ios::binary} << tests::docx(tests::paragraph("«khong_co»"));
    EXPECT_THAT(refused(office, yes), HasSubstr("«khongco»"));
    EXPECT_THAT(done(snv, {"task", "show", "1"}), HasSubstr("đã đôn đốc 2 lần"));
}

TEST_F(People, AnAgencyFillsInItsSheetAndTheSameSheetAgainChangesNothing) {
    EXPECT_THAT(done(snv, {"assignment", "sheet", "-o", file("phieu.xlsx")}),
                HasSubstr("Đã ghi 1 phần việc"));
    EXPECT_THAT(refused(snv, {"assignment", "sheet", "-o", file("phieu.xlsx")}), HasSubstr("--force"));
    EXPECT_THAT(done(snv, {"assignment", "update", file("phieu.xlsx"), "--yes"}),
                HasSubstr("Sẽ cập nhật 0 dòng"));
    const auto sheet = [&](const std::string& key, const std::string& percent) {
        write("phieu.txt",
              "dondoc-phieu\t1\t\t\nPhần việc\tTrạng thái\tTiến độ (%)\tMã dòng\n1\tđang thực hiện\t" +
                  percent + "\t" + key + "\n");
        return file("phieu.txt");
    };
    const auto first = sheet("1/1/assigned/-", "60");
    EXPECT_THAT(done(snv, {"assignment", "update", first, "--dry-run"}),
                testing::AllOf(HasSubstr("mới giao → đang thực hiện; tiến độ: 60%"),
                               HasSubstr("Sẽ cập nhật 1 dòng")));
    EXPECT_THAT(done(snv, {"task", "show", "1"}), HasSubstr("mới giao"));
    EXPECT_THAT(done(snv, {"assignment", "update", first, "--yes"}), HasSubstr("Đã cập nhật 1 phần việc"));
    EXPECT_THAT(done(snv, {"assignment", "update", first, "--yes"}), HasSubstr("đã cập nhật từ trước 1"));
    done(office, {"assignment", "comment", "1", "--text", "cần nhanh hơn"});
    const auto stale = refused(snv, {"assignment", "update", sheet("1/3/in_progress/60", "80"), "--yes"});
    EXPECT_THAT(stale, testing::AllOf(HasSubstr("Không cập nhật"), HasSubstr("Ý kiến (office"),
                                      HasSubstr("1 dòng không cập nhật được")));
    EXPECT_THAT(refused(stc, {"assignment", "update", sheet("1/4/in_progress/60", "80"), "--yes"}),
                HasSubstr("Không có"));
}

}  // namespace
}  // namespace dondoc::test
