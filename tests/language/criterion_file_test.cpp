// SPDX-License-Identifier: Apache-2.0
#include "language/files/criterion_file.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/message.h"
#include "refused_files.h"
#include "sample_register.h"

namespace dondoc::language {
namespace {

const std::string good_criterion =
    "id = \"1.7\"\nname = \"Tên\"\nmax = 1.5\non_time = 1\nlate = 0.75\noverdue = 0.0\n"
    "denominator = \"assigned\"\nsource = \"thử\"\nyears = { first = 2022, last = 2023 }\n";

TEST(CriterionFile, IsReadExactly) {
    const auto criterion = parse_criterion(
        good_criterion + "floor_percent = 79.5\ndecimals = 2\nterm = \"original\"\n", "a.toml");
    EXPECT_EQ(criterion.id, "1.7");
    EXPECT_EQ(criterion.max, 15'000);
    EXPECT_EQ(criterion.on_time, 10'000);
    EXPECT_EQ(criterion.late, 7'500);
    EXPECT_EQ(criterion.overdue, 0);
    EXPECT_EQ(criterion.floor_percent, 795'000);
    EXPECT_EQ(criterion.base, Criterion::Base::Assigned);
    EXPECT_EQ(criterion.term, Criterion::Term::Original);
    EXPECT_EQ(criterion.decimals, 2);
    EXPECT_EQ(criterion.levels, std::vector<std::string>{"government"});
    EXPECT_EQ(criterion.last_year, 2023);
}

TEST(CriterionFile, TheExampleThatIsShippedIsGoodAndSaysWhatItIs) {
    const std::string file = DONDOC_SOURCE_DIR "/config/criteria/vi-du.toml";
    const auto criterion = parse_criterion(tests::read_file(file), file);
    EXPECT_EQ(criterion.id, "vi-du");
    EXPECT_NE(criterion.name.find("ví dụ"), std::string::npos);
}

TEST(CriterionFile, ABadTableIsRefusedWithFileAndLine) {
    const auto replaced = [](const std::string& from, const std::string& to) {
        return tests::with(good_criterion, from, to);
    };
    const std::vector<tests::RefusedFile> files{
        {replaced("0.75", "1.5"), "config.out_of_range", "bad.toml:5"},
        {replaced("0.75", "\"0.75\""), "config.not_decimal", "bad.toml:5"},
        {replaced("0.75", "nan"), "config.out_of_range", "bad.toml:5"},
        {replaced("0.75", "0.123456"), "config.too_exact", "bad.toml:5"},
        {replaced("on_time = 1", "on_time = 0.5"), "criterion.late_above_on_time", "bad.toml:5"},
        {replaced("max = 1.5", "max = 0"), "config.out_of_range", "bad.toml:3"},
        {replaced("max = 1.5\n", ""), "config.missing", "bad.toml"},
        {replaced("assigned", "all"), "config.not_one_of", "bad.toml:7"},
        {replaced("2022", "2024"), "criterion.years_backwards", "bad.toml:9"},
        {replaced("first = 2022, ", ""), "config.missing", "bad.toml:9"},
        {good_criterion + "levels = [\"government\", \"tỉnh\"]\n", "criterion.bad_level", "bad.toml:10"},
        {good_criterion + "weight = 1\n", "config.unknown_key", "bad.toml:10"},
        {good_criterion + "decimals = 5\n", "config.out_of_range", "bad.toml:10"},
        {"id = ", "config.syntax", "bad.toml:1"},
    };
    tests::expect_refused(
        files, [](const std::string& text, const char* file) { (void)parse_criterion(text, file); });
}

TEST(CriterionFile, TwoTablesOfOneIdMustNotShareAYear) {
    const auto first = parse_criterion(good_criterion, "a.toml");
    auto second = parse_criterion(good_criterion, "b.toml");
    EXPECT_THROW(require_one_for_each_year({first, second}), UserError);
    second.first_year = second.last_year = 2024;
    EXPECT_NO_THROW(require_one_for_each_year({first, second}));
    second.id = "1.1";
    second.first_year = 2023;
    EXPECT_NO_THROW(require_one_for_each_year({first, second}));
}

}  // namespace
}  // namespace dondoc::language
