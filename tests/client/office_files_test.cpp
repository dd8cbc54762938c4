// SPDX-License-Identifier: Apache-2.0
// Files of an office beside those that come with dondoc.
#include "lib/office_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace dondoc::client {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(OfficeFiles, TheOfficesOwnStandsBeforeTheShippedOneOfItsName) {
    const test::TemporaryFolder own;
    const auto shipped = file_of_name(own.path(), "reports", "bieu-mau-1");
    ASSERT_TRUE(shipped);
    EXPECT_NE(shipped->parent_path(), own.path());
    std::ofstream{own / "bieu-mau-1.toml"} << "x";
    EXPECT_EQ(file_of_name(own.path(), "reports", "bieu-mau-1"), own / "bieu-mau-1.toml");
    EXPECT_EQ(file_of_name(own.path(), "reports", "khong-co"), std::nullopt);
    EXPECT_TRUE(file_of_name(own / "khong-co", "reports", "bieu-mau-1"));
}

TEST(OfficeFiles, ANameIsNoPath) {
    const test::TemporaryFolder folder;
    std::ofstream{folder / "bi-mat.toml"} << "x";
    std::filesystem::create_directory(folder / "own");
    std::ofstream{folder / "own" / ".an.toml"} << "x";
    const std::vector<std::string> paths{"../bi-mat", (folder / "bi-mat").string(), "", ".an",
                                         "own\\x",    std::string{"a\0b", 3}};
    for (const auto& name : paths)
        EXPECT_EQ(file_of_name(folder / "own", "reports", name), std::nullopt) << name;
    EXPECT_FALSE(is_plain_name(std::string{"a\0b", 3}));
}

TEST(OfficeFiles, AllThatThereAreAreListedOnce) {
    const test::TemporaryFolder own;
    std::ofstream{own / "bieu-mau-1.toml"} << "x";
    std::ofstream{own / "cua-so.toml"} << "x";
    std::ofstream{own / ".an.toml"} << "x";
    std::ofstream{own / "ghi-chu.txt"} << "x";
    const auto names = names_of_files(own.path(), "reports");
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_EQ(std::count(names.begin(), names.end(), "bieu-mau-1"), 1);
    EXPECT_THAT(names, Contains("cua-so"));
    EXPECT_THAT(names, Not(Contains("ghi-chu")));
    EXPECT_THAT(names, Not(Contains(".an")));
    EXPECT_THAT(names_of_files("/khong-co", "reports"), Contains("bieu-mau-1"));
}

}  // namespace
}  // namespace dondoc::client
