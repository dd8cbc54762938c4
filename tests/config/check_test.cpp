// SPDX-License-Identifier: Apache-2.0
// All that is wrong is said at once: who installs it mends it in one go.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "config/loader.h"
#include "support/temporary_folder.h"
#include "text/catalogue.h"

namespace dondoc::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> said(const std::filesystem::path& file) {
    std::vector<std::string> lines;
    for (const auto& mistake : check(file).mistakes)
        lines.push_back(std::filesystem::path{mistake.place()}.filename().string() + " " +
                        mistake.message().key);
    return lines;
}

TEST(Check, SaysEveryMistakeOfTheFileInItsOrder) {
    const test::TemporaryFolder folder;
    const auto file = folder / "dondocd.toml";
    std::ofstream{file} << "[listen]\n"
                           "sessions = [\"tcp:/x\"]\n"
                           "feeds = []\n"
                           "[status]\n"
                           "due_soon = \"soon\"\n"
                           "[calendar]\n"
                           "files = [\"none.toml\"]\n"
                           "[limits]\n"
                           "window = 0\n";
    EXPECT_THAT(said(file),
                ElementsAre("dondocd.toml:2 config.bad_endpoint", "dondocd.toml:3 config.unknown_key",
                            "dondocd.toml:5 config.bad_days", "dondocd.toml:7 config.no_file",
                            "dondocd.toml:9 config.out_of_range"));
    EXPECT_THROW(load(file), UserError);
}

TEST(Check, LooksAtEveryCalendarThatIsNamed) {
    const test::TemporaryFolder folder;
    std::ofstream{folder / "a.toml"} << "year = \"x\"\n";
    std::ofstream{folder / "b.toml"} << "year = [\n";
    const auto file = folder / "dondocd.toml";
    std::ofstream{file} << "[calendar]\nfiles = [\"a.toml\", \"b.toml\"]\n[criteria]\nfiles = []\n";
    const auto mistakes = check(file).mistakes;
    ASSERT_EQ(mistakes.size(), 2U);
    EXPECT_THAT(mistakes[0].place(), HasSubstr("a.toml"));
    EXPECT_THAT(text::render(text::Lang::Vi, mistakes[1].message()), HasSubstr("Sai cú pháp TOML"));
}

TEST(Check, AGoodFileHasNone) {
    EXPECT_THAT(said(DONDOC_SOURCE_DIR "/config/dondocd.toml"), ElementsAre());
}

}  // namespace
}  // namespace dondoc::config
