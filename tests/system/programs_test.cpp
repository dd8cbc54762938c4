// SPDX-License-Identifier: Apache-2.0
// What starts when somebody types dondoc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "support/cli.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string libraries_of(const std::string& program, const TemporaryFolder& folder) {
    return run({program}, folder.path(), {{"LD_TRACE_LOADED_OBJECTS", "1"}}).output;
}

TEST(Programs, DailyCommandsLoadNothingForPlansAndWorkbooks) {
    TemporaryFolder folder;
    EXPECT_THAT(libraries_of(DONDOC_PROGRAM, folder),
                AllOf(HasSubstr("libzmq"), Not(HasSubstr("poppler")), Not(HasSubstr("xlsxwriter")),
                      Not(HasSubstr("tesseract")), Not(HasSubstr("libxml2")), Not(HasSubstr("libicu"))));
    const auto whole = std::filesystem::path{DONDOC_PROGRAM}.parent_path() / "dondoc-whole";
    EXPECT_THAT(libraries_of(whole.string(), folder), AllOf(HasSubstr("poppler"), HasSubstr("xlsxwriter")));
}

TEST(Programs, AMissingWholeProgramIsSaid) {
    TemporaryFolder folder;
    const auto alone = folder / "dondoc";
    std::filesystem::copy_file(DONDOC_PROGRAM, alone);
    const auto plan = run({alone.string(), "--lang", "en", "plan", "list"}, folder.path());
    EXPECT_EQ(plan.code, 1);
    EXPECT_THAT(plan.output, HasSubstr("dondoc-whole"));
    const auto daily = run({alone.string(), "--profile", "/nonexistent", "status"}, folder.path());
    EXPECT_EQ(daily.code, 2);
}

// Holidays that are not announced yet are said by `dondoc status`; who reads the warnings of the log is not
// woken.
TEST(Programs, AHealthyStartWarnsOfNothing) {
    DaemonProcess daemon{{}, "mode = \"simulated\"\nstart = \"2025-07-09T08:00\"\n"};
    daemon.start();
    const Cli cli{daemon};
    EXPECT_EQ(cli({"status"}).code, 0);
    daemon.stop();
    EXPECT_THAT(read_file(daemon.log()),
                AllOf(HasSubstr(" info "), Not(HasSubstr(" warning ")), Not(HasSubstr(" error "))));
}

}  // namespace
}  // namespace dondoc::test
