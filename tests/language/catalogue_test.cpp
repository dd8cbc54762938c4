// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "sample_register.h"
#include "text/entries.h"

namespace dondoc::text {
namespace {

std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> found;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        found.insert(std::string(text.substr(at, 3)));
    return found;
}

TEST(ReadingsCatalogue, HasBothLanguagesWithTheSameArguments) {
    for (const auto& entry : language_entries()) {
        EXPECT_FALSE(entry.vi.empty()) << entry.key;
        EXPECT_FALSE(entry.en.empty()) << entry.key;
        EXPECT_EQ(placeholders(entry.vi), placeholders(entry.en)) << entry.key;
    }
}

TEST(ReadingsCatalogue, NamesEachKeyOnceAmongAllFiles) {
    std::set<std::string_view> keys;
    for (const auto& file : all_entries())
        for (const auto& entry : file) EXPECT_TRUE(keys.insert(entry.key).second) << entry.key;
}

// Every key that the readers' source files mention is in the catalogue.
TEST(ReadingsCatalogue, KnowsEveryKeyThatTheReadersUse) {
    std::set<std::string> keys;
    for (const auto& file : all_entries())
        for (const auto& entry : file) keys.insert(std::string(entry.key));
    const std::regex mentioned("\"((deadline|party|row|register|plan)\\.[a-z_]+)\"");
    std::size_t found = 0;
    for (const char* folder : {"/core/language", "/client/plan"}) {
        for (const auto& file :
             std::filesystem::recursive_directory_iterator(std::string(DONDOC_SOURCE_DIR) + folder)) {
            if (file.path().extension() != ".cpp") continue;
            const auto source = tests::read_file(file.path().string());
            for (std::sregex_iterator at(source.begin(), source.end(), mentioned), end; at != end; ++at) {
                ++found;
                EXPECT_TRUE(keys.contains((*at)[1])) << (*at)[1] << " in " << file.path();
            }
        }
    }
    EXPECT_GT(found, 50u);
    for (const char* unit : {"days", "working_days", "weeks", "months", "years"}) {
        EXPECT_TRUE(keys.contains(std::string("deadline.") + unit));
        EXPECT_TRUE(keys.contains(std::string("deadline.") + unit + "_back"));
        if (std::string_view(unit) != "working_days") {
            EXPECT_TRUE(keys.contains(std::string("deadline.") + unit + "_rolled"));
        }
    }
}

}  // namespace
}  // namespace dondoc::text
