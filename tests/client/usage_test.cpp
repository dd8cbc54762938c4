// SPDX-License-Identifier: Apache-2.0
// Command lines that are wrong, help, and what completes them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "cli/frame/values.h"
#include "client/temporary_folder.h"
#include "support/run_client.h"

namespace dondoc::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Usage, HelpIsACommandToo) {
    for (const auto& words :
         std::vector<std::vector<std::string>>{{}, {"plan"}, {"plan", "import"}, {"overdue"}}) {
        auto asked = words, said = words;
        asked.insert(asked.begin(), "help");
        said.emplace_back("--help");
        const auto help = run_client(asked);
        EXPECT_EQ(help.exit, Exit::Done);
        EXPECT_EQ(help.out, run_client(said).out);
        EXPECT_THAT(help.out, HasSubstr("Cách dùng"));
    }
    const auto unknown = run_client({"help", "overdu"});
    EXPECT_EQ(unknown.exit, Exit::WrongUsage);
    EXPECT_THAT(unknown.err, HasSubstr("overdue"));
}

TEST(Usage, SaysOneOfTheNamesOfAnOptionAndTheHelpAll) {
    const auto help = run_client({"help", "assignment", "return"}).out;
    EXPECT_THAT(help,
                AllOf(HasSubstr("assignment return --reason TEXT "), HasSubstr("--reason, --note TEXT")));
    EXPECT_THAT(run_client({"help", "report", "plan"}).out, HasSubstr("report plan NUMBER"));
}

TEST(Usage, AnUnknownCommandIsSaidBeforeItsOptions) {
    for (const auto& words : std::vector<std::vector<std::string>>{{"task", "assing", "22", "--to", "STP"},
                                                                   {"tasks", "list", "--agency", "SNV"},
                                                                   {"plan", "drop", "--x"}}) {
        const auto refused = run_client(words);
        EXPECT_EQ(refused.exit, Exit::WrongUsage);
        EXPECT_THAT(refused.err, AllOf(HasSubstr("không có lệnh"), Not(HasSubstr("tùy chọn"))));
    }
}

TEST(Usage, ANumberOutOfItsRangeIsToldTheRange) {
    for (const auto* typed : {"120", "-5", "40%", "101", "x"}) {
        const auto refused = run_client({"assignment", "progress", "1", "--percent", typed});
        EXPECT_EQ(refused.exit, Exit::WrongUsage);
        EXPECT_THAT(refused.err, AllOf(HasSubstr("--percent"), HasSubstr("từ 0 đến 100"))) << typed;
    }
    const auto choice = run_client({"--lang", "fr", "status"});
    EXPECT_THAT(choice.err, AllOf(HasSubstr("--lang"), HasSubstr("vi"), HasSubstr("en")));
}

TEST(Values, MayBeTypedInVietnameseWithOrWithoutMarks) {
    const std::array<std::array<const char*, 3>, 20> words{
        {{"LEVEL", "tỉnh", "province"},
         {"LEVEL", "CẤP TỈNH", "province"},
         {"LEVEL", "tinh", "province"},
         {"LEVEL", "Chính phủ", "government"},
         {"LEVEL", "province", "province"},
         {"LEVEL", "thôn", "thôn"},
         {"STATE", "quá hạn", "overdue"},
         {"STATE", "đến hạn  hôm nay", "due_today"},
         {"STATE", "Hoàn thành, không có thời hạn", "completed_no_deadline"},
         {"PRIORITY", "khẩn", "urgent"},
         {"ROLE", "văn phòng", "office"},
         {"KIND", "nhắc việc", "reminder"},
         {"KIND", "Đôn đốc", "pressed"},
         {"SUCCESSION", "sáp nhập", "merge"},
         {"WAY", "điện thoại", "phone"},
         {"RANKING", "đúng hạn", "on_time"},
         {"DOSSIER_STATE", "còn hạn", "in_time"},
         {"DOSSIER_ROW", "thủ tục", "procedure"},
         {"ORDER", "-thời hạn", "-due"},
         {"CODE", "tỉnh", "tỉnh"}}};
    for (const auto& [what, typed, wire] : words) EXPECT_EQ(value_for_wire(what, typed), wire) << typed;
}

// What bash offers for the last word.
std::string offered(const std::string& script, const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) line += " '" + word + "'";
    const auto command =
        "bash --norc -c 'source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($#-1)); _dondoc; "
        "echo \"${COMPREPLY[*]}\"' " +
        script + line;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe{::popen(command.c_str(), "r"), ::pclose};
    std::array<char, 4096> text{};
    std::string answer;
    while (std::fgets(text.data(), text.size(), pipe.get()) != nullptr) answer += text.data();
    while (answer.ends_with('\n')) answer.pop_back();
    return answer;
}

TEST(Completion, OffersCommandsValuesAndFiles) {
    const testing::TemporaryFolder folder;
    const auto script = (folder / "dondoc").string();
    testing::write_text(script, run_client({"completion", "bash"}).out);
    testing::write_text(folder / "plan.docx", "x");
    const auto file = (folder / "plan.docx").string();
    EXPECT_EQ(offered(script, {"dondoc", "over"}), "overdue");
    EXPECT_THAT(offered(script, {"dondoc", "task", ""}), AllOf(HasSubstr("list"), Not(HasSubstr("--"))));
    EXPECT_EQ(offered(script, {"dondoc", "task", "list", "--level", "p"}), "province");
    EXPECT_EQ(offered(script, {"dondoc", "task", "list", "--agency", "SNV", "--state", "due"}),
              "due_soon due_today");
    EXPECT_EQ(offered(script, {"dondoc", "key", "new", "--role", ""}),
              "agency office operator administrator gateway");
    EXPECT_EQ(offered(script, {"dondoc", "log", "--kind", "p"}), "pressed");
    EXPECT_EQ(offered(script, {"dondoc", "press", "--by", ""}), "letter phone mail");
    EXPECT_EQ(offered(script, {"dondoc", "agency", "succeed", "--kind", ""}), "merge split rename dissolve");
    EXPECT_EQ(offered(script, {"dondoc", "listen", "--exec", file.substr(0, file.size() - 3)}), file);
    EXPECT_THAT(offered(script, {"dondoc", "help", ""}), HasSubstr("overdue"));
    EXPECT_EQ(offered(script, {"dondoc", "help", "plan", "pre"}), "preview");
    EXPECT_EQ(offered(script, {"dondoc", "completion", ""}), "bash zsh fish");
    EXPECT_EQ(offered(script, {"dondoc", "--profile", file.substr(0, file.size() - 3)}), file);
    EXPECT_EQ(offered(script, {"dondoc", "plan", "import", file.substr(0, file.size() - 3)}), file);
    EXPECT_EQ(offered(script, {"dondoc", "plan", "import", "x", "--stri"}), "--strict");
    EXPECT_EQ(offered(script, {"dondoc", "task", "list", "--agency", ""}), "")
        << "codes are the daemon's to know";
    for (const auto* shell : {"zsh", "fish"})
        EXPECT_THAT(run_client({"completion", shell}).out, HasSubstr("province")) << shell;
}

}  // namespace
}  // namespace dondoc::cli
