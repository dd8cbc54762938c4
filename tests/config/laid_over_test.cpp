// SPDX-License-Identifier: Apache-2.0
// Files of dondocd.d are laid over the main one, in the order of their names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "config/loader.h"
#include "refusal.h"
#include "support/temporary_folder.h"

namespace dondoc::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class LaidOver : public testing::Test {
  protected:
    void SetUp() override { std::filesystem::create_directories(folder / "dondocd.d"); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream{folder / name} << text;
    }
    std::filesystem::path file() const { return folder / "dondocd.toml"; }

    test::TemporaryFolder folder;
};

TEST_F(LaidOver, ALaterFileReplacesSingleKeysAndTheOthersStay) {
    write("dondocd.toml",
          "[daemon]\nname = \"một\"\n[limits]\nwindow = 8\nunread_mib = 3\n[backup]\nkeep = 2\n");
    write("dondocd.d/20-last.toml", "[limits]\nwindow = 20\n");
    write("dondocd.d/10-first.toml", "limits.window = 10\n[backup]\nfolder = \"copies\"\n");
    write("dondocd.d/30-off.toml.disabled", "[limits]\nwindow = 30\n");
    const auto settings = load(file());
    EXPECT_EQ(settings.name, "một");
    EXPECT_EQ(settings.limits.window, 20);
    EXPECT_EQ(settings.limits.unread_mib, 3);
    EXPECT_EQ(settings.backup.keep, 2);
    EXPECT_EQ(settings.backup.folder, folder / "copies") << "paths start at the folder of the main file";
}

TEST_F(LaidOver, ListsAndPoliciesAreReplacedAsAWhole) {
    write("dondocd.toml",
          "[listen]\nfeed = [\"tcp://127.0.0.1:1\", \"tcp://127.0.0.1:2\"]\n"
          "[[policy]]\nname = \"a\"\nlevels = [\"government\"]\n[[policy]]\nname = \"b\"\n");
    write("dondocd.d/p.toml", "[listen]\nfeed = []\n[[policy]]\nname = \"c\"\n");
    const auto settings = load(file());
    EXPECT_THAT(settings.listen.feed, ElementsAre());
    ASSERT_EQ(settings.policies.size(), 1U);
    EXPECT_EQ(settings.policies[0].name, "c");
}

TEST_F(LaidOver, WhatIsWrongIsSaidWithTheFileInWhichItStands) {
    write("dondocd.toml", "[daemon]\nname = \"x\"\n[limits]\nwindows = 5\n");
    write("dondocd.d/a.toml", "[limits]\n\nwindow = 0\n[calendar]\nfiles = [\"none.toml\"]\n");
    write("dondocd.d/b.toml", "[limit]\nwindow = 5\n[backup]\nat = \"late\"\nkeeps = 3\n");
    std::vector<std::string> said;
    for (const auto& mistake : check(file()).mistakes)
        said.push_back(mistake.place().substr(folder.path().string().size() + 1) + " " +
                       mistake.message().key);
    EXPECT_THAT(
        said,
        ElementsAre("dondocd.toml:4 config.unknown_key", "dondocd.d/a.toml:3 config.out_of_range",
                    "dondocd.d/a.toml:5 config.no_file", "dondocd.d/b.toml:1 config.unknown_section",
                    "dondocd.d/b.toml:4 config.bad_backup_time", "dondocd.d/b.toml:5 config.unknown_key"));
    write("dondocd.toml", "");
    write("dondocd.d/a.toml", "\n[limits\n");
    EXPECT_THAT(refusal_of([&] { load(file()); }), HasSubstr("dondocd.d/a.toml:2 config.syntax"));
}

TEST_F(LaidOver, ASectionThatIsNoSectionElsewhereIsRefusedAndNotMerged) {
    write("dondocd.toml", "[limits]\nwindow = 5\n");
    write("dondocd.d/a.toml", "limits = 7\n");
    EXPECT_THAT(refusal_of([&] { load(file()); }), HasSubstr("dondocd.d/a.toml:1 config.not_section"));
}

TEST_F(LaidOver, ItIsToldWhatCameFromWhere) {
    write("dondocd.toml", "[limits]\nwindow = 8\n");
    write("dondocd.d/a.toml", "[limits]\nwindow = 9\n[office]\nagency = \"VP\"\n");
    write("dondocd.d/b.toml", "[limits]\nwindow = 10\n");
    const auto& laid = check(file()).laid;
    std::vector<std::string> told;
    const auto name = [&](const std::string& place) {
        return place.empty() ? place : place.substr(folder.path().string().size() + 1);
    };
    for (const auto& one : laid) told.push_back(one.key + "|" + name(one.place) + "|" + name(one.before));
    EXPECT_THAT(told, ElementsAre("limits.window|dondocd.d/a.toml:2|dondocd.toml:2",
                                  "office.agency|dondocd.d/a.toml:4|",
                                  "limits.window|dondocd.d/b.toml:2|dondocd.d/a.toml:2"));
}

TEST_F(LaidOver, WithoutTheFolderThereIsOneFile) {
    std::filesystem::remove(folder / "dondocd.d");
    write("dondocd.toml", "[limits]\nwindow = 8\n");
    EXPECT_THAT(files_of(file()), ElementsAre(file()));
    EXPECT_EQ(load(file()).limits.window, 8);
}

}  // namespace
}  // namespace dondoc::config
