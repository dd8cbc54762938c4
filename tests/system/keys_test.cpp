// SPDX-License-Identifier: Apache-2.0
// Keys as an administrator hands them out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <set>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

const std::string two_levels = DONDOC_SOURCE_DIR "/config/agencies/hai-cap-2025.toml";
constexpr auto clock_of_2025 = "mode = \"simulated\"\nstart = \"2025-07-09T08:00\"\n";

class Keys : public testing::Test {
  protected:
    void start(const std::string& clock = clock_of_2025) {
        daemon = std::make_unique<DaemonProcess>("", clock);
        cli = std::make_unique<Cli>(*daemon);
    }
    void serve() {
        daemon->start();
        ASSERT_EQ((*cli)({"agency", "import", two_levels}).code, 0);
    }
    std::string folder() const { return (daemon->folder() / "keys").string(); }
    // What "public" is put into: the daemon's own section comes first in its file.
    void configure(const std::string& listen) {
        auto text = read_file(daemon->config());
        text.insert(text.find("[clock]"), listen);
        std::ofstream{daemon->config()} << text;
    }

    std::unique_ptr<DaemonProcess> daemon;
    std::unique_ptr<Cli> cli;
};

TEST_F(Keys, OfAllAgenciesAreMadeAtOnce) {
    start();
    serve();
    const auto made = (*cli)({"key", "issue", "--folder", folder()});
    EXPECT_EQ(made.code, 0) << made.output;
    std::set<std::string> files;
    for (const auto& file : fs::directory_iterator{folder()}) {
        files.insert(file.path().filename().string());
        struct stat status {};
        ASSERT_EQ(::stat(file.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0077U, 0U) << file.path();
    }
    EXPECT_EQ(files.size(), 116U) << "of every agency of the register";
    EXPECT_TRUE(files.contains("X.DAITU.toml"));
    EXPECT_EQ(cli->as(folder() + "/X.DAITU.toml", {"task", "list"}).code, 0);
    EXPECT_EQ(cli->as(folder() + "/X.DAITU.toml", {"task", "list", "--agency", "SNV"}).code, 1);

    const auto warning = made.output.find("chỉ dùng được trên chính máy này");
    EXPECT_NE(warning, std::string::npos) << made.output;
    EXPECT_EQ(made.output.find("chính máy này", warning + 40), std::string::npos)
        << "once, not for each agency";
    const auto again = (*cli)({"key", "issue", "--folder", folder() + "2"});
    EXPECT_THAT(again.output, HasSubstr("đã có khóa"));
    const auto one = (*cli)({"key", "issue", "SNV", "--folder", folder() + "2", "--again"});
    EXPECT_EQ(one.code, 0) << one.output;
    EXPECT_TRUE(fs::exists(folder() + "2/SNV.toml"));
    EXPECT_EQ((*cli)({"key", "issue", "XYZ", "--folder", folder() + "3"}).code, 1);
    daemon->stop();
}

TEST_F(Keys, AnArchiveOpensByItsOwnPassphraseOnly) {
    start();
    serve();
    const auto made = (*cli)({"key", "issue", "SNV", "STC", "--folder", folder(), "--archive"});
    ASSERT_EQ(made.code, 0) << made.output;
    EXPECT_FALSE(fs::exists(folder() + "/SNV.toml")) << "only the archive is left";
    EXPECT_THAT(read_file(folder() + "/SNV.zip"), Not(HasSubstr("secret_key")));
    std::istringstream list(read_file(folder() + "/passphrases.tsv"));
    std::map<std::string, std::string> passphrases;
    for (std::string line; std::getline(list, line);)
        passphrases[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1);
    ASSERT_EQ(passphrases.size(), 2U);
    EXPECT_NE(passphrases["SNV.zip"], passphrases["STC.zip"]);
    EXPECT_EQ(passphrases["SNV.zip"].size(), 14U);
    daemon->stop();
}

TEST_F(Keys, AreRevokedByTheirShortNames) {
    start();
    serve();
    const auto office = cli->grant("office");
    const auto list = (*cli)({"--json", "key", "list"}).output;
    const auto at = list.find("\"office\"");
    ASSERT_NE(at, list.npos) << list;
    const auto begin = list.find("\"short_name\": \"", at) + 15;
    const auto name = list.substr(begin, list.find('"', begin) - begin);
    EXPECT_EQ(name.size(), 8U);
    EXPECT_EQ(name.find_first_not_of("abcdefghjkmnpqrstuvwxyz123456789"), name.npos) << name;
    EXPECT_THAT((*cli)({"key", "list"}).output, HasSubstr(name));
    const auto revoked = (*cli)({"key", "revoke", name});
    EXPECT_EQ(revoked.code, 0) << revoked.output;
    EXPECT_NE(cli->as(office, {"clock", "show"}).code, 0);
    EXPECT_EQ((*cli)({"key", "revoke", name}).code, 1) << "it is no longer in force";
    daemon->stop();
}

TEST_F(Keys, AProfileSaysWhereOthersFindTheDaemon) {
    start();
    serve();
    const auto local = (*cli)({"key", "new", "--out", (daemon->folder() / "a.toml").string(), "--role",
                               "agency", "--agency", "SNV"});
    EXPECT_THAT(local.output,
                AllOf(HasSubstr("chỉ dùng được trên chính máy này"), HasSubstr("[listen] public")));
    daemon->stop();

    configure("public = \"tcp://dondoc.example.vn:7710\"\npublic_feed = \"tcp://dondoc.example.vn:7711\"\n");
    daemon->start();
    const auto agency = daemon->folder() / "b.toml", office = daemon->folder() / "c.toml";
    const auto named = (*cli)(
        {"key", "new", "--out", agency.string(), "--role", "agency", "--agency", "SNV", "--name", "b"});
    EXPECT_THAT(named.output, Not(HasSubstr("chính máy này")));
    EXPECT_THAT(read_file(agency), AllOf(HasSubstr("tcp://dondoc.example.vn:7710"), Not(HasSubstr("feed"))));
    ASSERT_EQ((*cli)({"key", "new", "--out", office.string(), "--role", "office"}).code, 0);
    EXPECT_THAT(read_file(office), HasSubstr("tcp://dondoc.example.vn:7711"));
    const auto chosen = daemon->folder() / "d.toml";
    ASSERT_EQ((*cli)({"key", "new", "--out", chosen.string(), "--role", "office", "--profile-endpoint",
                      "tcp://10.0.0.5:7710"})
                  .code,
              0);
    EXPECT_THAT(read_file(chosen), HasSubstr("tcp://10.0.0.5:7710"));
    daemon->stop();
}

TEST_F(Keys, AMuteThatHidesTheLastReminderSaysSo) {
    start();
    serve();
    ASSERT_EQ((*cli)({"plan", "import", DONDOC_SOURCE_DIR "/config/samples/ke-hoach-2025.txt", "--document",
                      "58/KH-UBND", "--issued", "08/07/2025", "--level", "tỉnh"})
                  .code,
              0);
    // 1.1 is due on 18/07/2025, 1.2 on 31/07/2025, 2.3 on 31/12/2025; all are 92 communes'.
    const auto hides =
        (*cli)({"mute", "add", "--agency", "X.DAITU", "--until", "31/07/2025", "--reason", "bão"});
    EXPECT_EQ(hides.code, 0);
    EXPECT_THAT(hides.output, AllOf(HasSubstr("3 phần việc sẽ không được nhắc lần cuối"),
                                    HasSubstr("nhiệm vụ 1.1): hạn 18/07/2025"),
                                    HasSubstr("nhiệm vụ 1.2): hạn 31/07/2025"), Not(HasSubstr("2.3"))));
    const auto harmless =
        (*cli)({"mute", "add", "--agency", "X.DINHHOA", "--until", "10/07/2025", "--reason", "bão"});
    EXPECT_EQ(harmless.code, 0);
    EXPECT_THAT(harmless.output, Not(HasSubstr("Chú ý")));
    daemon->stop();
}

TEST_F(Keys, WhoTypesANameForACodeIsToldTheCode) {
    start();
    serve();
    for (const auto& [typed, code] :
         {std::pair{"snv", "SNV (Sở Nội vụ)"}, std::pair{"Sở Nội vụ", "SNV (Sở Nội vụ)"},
          std::pair{"so noi vu", "SNV (Sở Nội vụ)"}, std::pair{"X.DAITUU", "X.DAITU (UBND xã Đại Từ)"}}) {
        const auto refused = (*cli)({"agency", "show", typed});
        EXPECT_EQ(refused.code, 1);
        EXPECT_THAT(refused.output, HasSubstr(code)) << typed;
    }
    EXPECT_THAT(
        (*cli)({"mute", "add", "--agency", "Sở Y tế", "--until", "31/07/2025", "--reason", "x"}).output,
        HasSubstr("SYT (Sở Y tế)"));
    EXPECT_THAT((*cli)({"agency", "show", "không có"}).output, Not(HasSubstr("Có phải")));
    daemon->stop();
}

TEST_F(Keys, APlanOfTwoLevelsIsReadByItsRegister) {
    start();
    const auto preview = run(
        {DONDOC_PROGRAM, "plan", "preview", DONDOC_SOURCE_DIR "/config/samples/ke-hoach-2025.txt", "--issued",
         "08/07/2025", "--level", "tỉnh", "--document", "58/KH-UBND", "--register", two_levels},
        daemon->folder().path(), Cli::environment());
    EXPECT_EQ(preview.code, 0);
    EXPECT_THAT(preview.output, AllOf(HasSubstr("Đọc được 17 nhiệm vụ; 14 có ngày đến hạn"),
                                      Not(HasSubstr("trong danh bạ cơ quan"))));
}

}  // namespace
}  // namespace dondoc::test
