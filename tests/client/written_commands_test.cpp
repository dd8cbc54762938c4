// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that the manual, the README and the other pages show: who types them is understood.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "client/temporary_folder.h"
#include "support/run_client.h"

namespace dondoc::cli {
namespace {

// As a shell takes a line apart, up to a comment, a pipe or a redirection.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool in_word = false;
    char quote = 0;
    for (const char c : line) {
        if (quote != 0) {
            if (c == quote)
                quote = 0;
            else
                word += c;
        } else if (c == '\'' || c == '"') {
            quote = c;
            in_word = true;
        } else if (std::string_view("|<>;&").find(c) != std::string_view::npos || (c == '#' && !in_word)) {
            break;
        } else if (c != ' ') {
            word += c;
            in_word = true;
        } else if (in_word) {
            words.push_back(word);
            word.clear();
            in_word = false;
        }
    }
    if (in_word) words.push_back(word);
    return words;
}

struct Written {
    std::string command;
    bool is_whole;  // in a block of code; between strokes in the text often without what it needs
};

std::vector<Written> commands_of(const std::filesystem::path& page) {
    std::ifstream in{page};
    std::vector<Written> commands;
    bool in_block = false;
    std::string line, more;
    while (std::getline(in, line)) {
        if (line.starts_with("```")) {
            in_block = !in_block;
        } else if (in_block) {
            while (line.ends_with('\\') && std::getline(in, more))
                line = line.substr(0, line.size() - 1) + more;
            for (const auto* prompt : {"$ ", "sudo -u dondoc "})
                if (line.starts_with(prompt)) line.erase(0, std::string_view(prompt).size());
            if (line.starts_with("dondoc ")) commands.push_back({line, true});
        } else {
            for (std::size_t at = 0; (at = line.find("`dondoc ", at)) != std::string::npos;) {
                const auto end = line.find('`', at + 1);
                if (end == std::string::npos) break;
                commands.push_back({line.substr(at + 1, end - at - 1), false});
                at = end + 1;
            }
        }
    }
    return commands;
}

// What stands for something else, or shows a mistake.
bool is_pattern(const std::string& command) {
    for (const auto* sign : {"...", "…", "KHÓA", "COMMAND", "|", "KEY", "[", "@", "$(", "overdu\n"})
        if ((command + "\n").find(sign) != std::string::npos) return true;
    return false;
}

// The message that dondoc ends with where it does not understand; empty: it did.
std::string complaint(const Written& written) {
    auto words = words_of(written.command);
    words.erase(words.begin());
    const auto said = run_client(words).err;
    const bool is_not_known =
        said.starts_with("Lỗi: không có ") || said.find("một trong") != std::string::npos;
    const bool is_misused = said.find("Xem cách dùng") != std::string::npos;
    return is_misused && (is_not_known || written.is_whole) ? said : std::string{};
}

// In a folder of its own, and with a profile that is not there: nothing is asked and nothing is changed.
class WrittenCommands : public ::testing::Test {
  protected:
    WrittenCommands() {
        std::filesystem::current_path(folder_ / "");
        ::setenv("DONDOC_PROFILE", "/nonexistent", 1);
        ::setenv("DONDOC_PROPOSALS", "/nonexistent", 1);
    }
    ~WrittenCommands() override {
        ::unsetenv("DONDOC_PROFILE");
        ::unsetenv("DONDOC_PROPOSALS");
        std::filesystem::current_path(before_);
    }

  private:
    std::filesystem::path before_ = std::filesystem::current_path();
    testing::TemporaryFolder folder_;
};

TEST_F(WrittenCommands, AreUnderstood) {
    std::vector<std::filesystem::path> pages{DONDOC_SOURCE_DIR "/README.md"};
    for (const auto* part : {"/docs", "/docs/vi"})
        for (const auto& page : std::filesystem::directory_iterator(std::string{DONDOC_SOURCE_DIR} + part))
            if (page.path().extension() == ".md") pages.push_back(page.path());
    std::set<std::string> tried;
    for (const auto& page : pages)
        for (const auto& written : commands_of(page)) {
            // setup changes the machine
            if (!tried.insert(written.command).second || is_pattern(written.command) ||
                written.command.starts_with("dondoc setup"))
                continue;
            EXPECT_EQ(complaint(written), "") << page.filename() << ": " << written.command;
        }
    EXPECT_GT(tried.size(), 200U);
}

}  // namespace
}  // namespace dondoc::cli
