// SPDX-License-Identifier: Apache-2.0
// The commands of every day are a program of their own; what it does not have it leaves to the whole one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/frame/daily_commands.h"
#include "cli/terminal/terminal.h"
#include "support/run_client.h"

namespace dondoc::cli {
namespace {

struct Daily {
    std::optional<Exit> exit;
    std::string out, err;
};

Daily ask_daily(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    const auto exit = run_daily(arguments, out, err, Terminal{});
    return {exit, out.str(), err.str()};
}

TEST(DailyCommands, AreCommandsOfTheWholeProgram) {
    for (const auto& [word, add] : daily_commands()) {
        const auto help = run_client({std::string{word}, "--help"});
        EXPECT_EQ(help.exit, Exit::Done) << word;
        std::ostringstream out, err;
        Session session(out, err, Terminal{});
        CLI::App app;
        add(app, session);
        const std::string name{word};
        EXPECT_EQ(app.get_subcommands([&](CLI::App* sub) { return sub->get_name() == name; }).size(), 1)
            << word;
    }
}

TEST(DailyCommands, LeaveTheRestToTheWholeProgram) {
    for (const auto& words : std::vector<std::vector<std::string>>{{},
                                                                   {"--help"},
                                                                   {"help", "status"},
                                                                   {"status", "--help"},
                                                                   {"--lang", "en", "plan", "list"},
                                                                   {"task", "import", "x.csv"},
                                                                   {"task"},
                                                                   {"assignment", "sheet"},
                                                                   {"statu"},
                                                                   {"status", "--nosuch"},
                                                                   {"--timeout", "x", "status"},
                                                                   {"completion", "bash"}}) {
        const auto left = ask_daily(words);
        EXPECT_EQ(left.exit, std::nullopt) << ::testing::PrintToString(words);
        EXPECT_EQ(left.out + left.err, "") << ::testing::PrintToString(words);
    }
}

TEST(DailyCommands, AnswerAsTheWholeProgramDoes) {
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"--profile", "/nonexistent/profile.toml", "status"},
             {"--profile", "/nonexistent/profile.toml", "--json", "status"},
             {"--lang=en", "--profile", "/nonexistent/profile.toml", "task", "show", "12"},
             {"due", "--within", "x"},
             {"overdue", "--limit", "-1"},
             {"status", "--version"}}) {
        const auto daily = ask_daily(words);
        const auto whole = run_client(words);
        EXPECT_EQ(daily.exit, whole.exit) << ::testing::PrintToString(words);
        EXPECT_EQ(daily.out, whole.out) << ::testing::PrintToString(words);
        EXPECT_EQ(daily.err, whole.err) << ::testing::PrintToString(words);
    }
}

}  // namespace
}  // namespace dondoc::cli
