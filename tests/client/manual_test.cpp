// SPDX-License-Identifier: Apache-2.0
// The pages of the manual: one for each command, made of its help.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "client/temporary_folder.h"
#include "support/run_client.h"

namespace dondoc::cli {
namespace {

using dondoc::testing::read_text;
using dondoc::testing::TemporaryFolder;
using ::testing::HasSubstr;

class Manual : public ::testing::Test {
  protected:
    std::string page(const std::string& lang, const std::string& name) {
        const auto folder = (folder_ / lang).string();
        const auto written = run_client({"--lang", lang, "manual", folder, "--date", "2026-01-02"});
        EXPECT_EQ(written.exit, Exit::Done) << written.err;
        return read_text(folder_ / lang / name);
    }

    TemporaryFolder folder_;
};

TEST_F(Manual, EveryCommandOfEveryHelpPageHasAPage) {
    page("en", "dondoc.1");
    std::set<std::string> pages;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "en"))
        pages.insert(entry.path().filename().string());
    for (const auto* expected : {"dondoc.1", "dondoc-plan.1", "dondoc-plan-import.1", "dondoc-listen.1"})
        EXPECT_TRUE(pages.contains(expected)) << expected;
    EXPECT_FALSE(pages.contains("dondoc-manual.1"));
    EXPECT_GT(pages.size(), 60U);
}

TEST_F(Manual, APageSaysWhatTheHelpSaysInBothLanguages) {
    const auto english = page("en", "dondoc-mute-add.1");
    EXPECT_THAT(english, HasSubstr(".TH DONDOC\\-MUTE\\-ADD 1 2026-01-02"));
    EXPECT_THAT(english, HasSubstr(".B \\-\\-until DATE\n"));
    EXPECT_THAT(english, HasSubstr("dondoc mute add \\-\\-task 12"));
    EXPECT_THAT(english, HasSubstr(".BR dondoc\\-mute (1),"));
    EXPECT_THAT(page("vi", "dondoc-mute-add.1"), HasSubstr(".SH TÙY CHỌN\n"));
}

TEST_F(Manual, AFolderThatCannotBeWrittenIsSaid) {
    const auto refused = run_client({"manual", "/proc/dondoc", "--date", "2026-01-02"});
    EXPECT_NE(refused.exit, Exit::Done);
    EXPECT_THAT(refused.err, HasSubstr("/proc/dondoc/dondoc.1"));
}

}  // namespace
}  // namespace dondoc::cli
