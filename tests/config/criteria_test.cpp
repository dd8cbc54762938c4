// SPDX-License-Identifier: Apache-2.0
// Scoring tables are read as calendars are: those that the settings name, or those that are installed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "config/loader.h"
#include "support/temporary_folder.h"

namespace dondoc::config {
namespace {

using testing::HasSubstr;

TEST(Criteria, AreReadFromTheFilesThatAreNamed) {
    const test::TemporaryFolder folder;
    std::ofstream{folder / "a.toml"}
        << "id = \"1.7\"\nname = \"Tên\"\nmax = 1.5\non_time = 1\nlate = 0.5\noverdue = 0\n"
           "denominator = \"due\"\nsource = \"thử\"\nyears = { first = 2022, last = 2023 }\n";
    const auto settings = parse("[criteria]\nfiles = [\"a.toml\"]\n", (folder / "dondocd.toml").string());
    const auto criteria = load_criteria(settings);
    ASSERT_EQ(criteria.size(), 1U);
    EXPECT_EQ(criteria.front().id, "1.7");
    EXPECT_EQ(criteria.front().file, (folder / "a.toml").string());
}

TEST(Criteria, AFileThatIsNotThereIsNamed) {
    try {
        load_criteria(parse("[criteria]\nfiles = [\"none.toml\"]\n", "/nowhere/dondocd.toml"));
        ADD_FAILURE() << "was let through";
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "config.unreadable");
        EXPECT_THAT(error.message().args.at(0), HasSubstr("none.toml"));
    }
}

}  // namespace
}  // namespace dondoc::config
