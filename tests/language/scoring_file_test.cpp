// SPDX-License-Identifier: Apache-2.0
#include "language/files/scoring_file.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/message.h"
#include "refused_files.h"
#include "sample_register.h"

namespace dondoc::language {
namespace {

using Rule = ScoredCriterion::Rule;

const std::string good_scoring =
    "title = \"Tự chấm\"\n"
    "source = \"thử\"\n"
    "year = 2025\n"
    "[[criteria]]\n"
    "number = \"1.1\"\n"
    "name = \"Kế hoạch\"\n"
    "max = 1.5\n"
    "rule = \"share\"\n"
    "floor_percent = 79.5\n"
    "[[criteria]]\n"
    "number = \"1.1\"\n"
    "section = \"Phụ lục 2\"\n"
    "name = \"Sáng kiến\"\n"
    "max = 0.5\n"
    "rule = \"by_hand\"\n"
    "points = 0.25\n"
    "[[criteria]]\n"
    "number = \"1.7\"\n"
    "name = \"Nhiệm vụ được giao\"\n"
    "max = 1.5\n"
    "rule = \"table\"\n"
    "table = \"vi-du\"\n";

TEST(ScoringFile, ItsCriteriaAreReadExactly) {
    const auto table = parse_scoring_table(good_scoring, "a.toml");
    ASSERT_EQ(table.criteria.size(), 3U);
    EXPECT_EQ(table.year, 2025);
    EXPECT_EQ(table.criteria[0].max, 15'000);
    EXPECT_EQ(table.criteria[0].rule, Rule::Share);
    EXPECT_EQ(table.criteria[0].floor_percent, 795'000);
    EXPECT_EQ(table.criteria[0].points, std::nullopt);
    EXPECT_EQ(table.criteria[1].section, "Phụ lục 2");
    EXPECT_EQ(table.criteria[1].points, 2'500);
    EXPECT_EQ(table.criteria[2].table, "vi-du");
}

TEST(ScoringFile, TheExampleThatIsShippedIsGoodAndSaysWhatItIs) {
    const std::string file = DONDOC_SOURCE_DIR "/config/scoring/vi-du.toml";
    const auto table = parse_scoring_table(tests::read_file(file), file);
    EXPECT_NE(table.title.find("ví dụ"), std::string::npos);
    EXPECT_NE(table.source.find("không lấy từ văn bản nào"), std::string::npos);
}

TEST(ScoringFile, ABadOneIsRefusedWithFileAndLine) {
    const auto replaced = [](const std::string& from, const std::string& to) {
        return tests::with(good_scoring, from, to);
    };
    const std::vector<tests::RefusedFile> files{
        {replaced("section = \"Phụ lục 2\"\n", ""), "scoring.twice", "bad.toml:11"},
        {replaced("points = 0.25", "points = 0.75"), "scoring.above_max", "bad.toml:16"},
        {replaced("points = 0.25", "points = 0.00001"), "config.too_exact", "bad.toml:16"},
        {replaced("rule = \"share\"", "rule = \"all\""), "config.unknown_key", "bad.toml:9"},
        {replaced("table = \"vi-du\"\n", ""), "config.missing", "bad.toml:17"},
        {replaced("max = 1.5", "max = 0"), "config.out_of_range", "bad.toml:7"},
        {replaced("\"share\"", "\"half\""), "config.not_one_of", "bad.toml:8"},
        {replaced("year = 2025", "year = 25"), "config.out_of_range", "bad.toml:3"},
        {"title = \"a\"\nsource = \"b\"\nyear = 2025\ncriteria = []\n", "config.empty", "bad.toml:4"},
        {"title = \"a\"\n", "config.missing", "bad.toml"},
    };
    tests::expect_refused(
        files, [](const std::string& text, const char* file) { (void)parse_scoring_table(text, file); });
}

}  // namespace
}  // namespace dondoc::language
