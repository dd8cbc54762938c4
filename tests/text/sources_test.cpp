// SPDX-License-Identifier: Apache-2.0
// The keys that the sources say are in the catalogue.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "text/catalogue.h"

namespace dondoc::text {
namespace {

namespace fs = std::filesystem;

std::set<std::string> catalogue_keys() {
    std::set<std::string> keys;
    for (const auto& file : all_entries())
        for (const auto& entry : file) keys.emplace(entry.key);
    return keys;
}

template <typename Check>
void for_each_source(Check check) {
    int files = 0;
    for (const auto* root : {"core", "daemon", "client"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path{DONDOC_SOURCE_DIR} / root)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h") continue;
            std::ifstream stream(entry.path());
            check(entry.path(), std::string{std::istreambuf_iterator<char>(stream), {}});
            ++files;
        }
    }
    EXPECT_GT(files, 20);
}

// The first group of each match.
std::set<std::string> matches(const std::string& source, const std::regex& pattern) {
    std::set<std::string> result;
    for (std::sregex_iterator match{source.begin(), source.end(), pattern}, end; match != end; ++match)
        result.insert((*match)[1]);
    return result;
}

bool is_file_name(std::string_view word) {
    for (const auto* extension : {".db", ".h", ".key", ".lock", ".pub", ".toml"})
        if (word.ends_with(extension)) return true;
    return false;
}

TEST(Sources, EveryKeyOfAnErrorOrAMessageIsInTheCatalogue) {
    const auto keys = catalogue_keys();
    const std::regex pattern{R"re(\b(?:UserError|UsageError|Message)(?:\s+\w+)?\s*[({]\s*"([^"]*)")re"};
    for_each_source([&](const fs::path& file, const std::string& source) {
        for (const auto& key : matches(source, pattern))
            EXPECT_TRUE(keys.contains(key)) << file << " says " << key;
    });
}

// Keys go through helpers too, so whatever looks like a key of a group that the catalogue has must be in it.
TEST(Sources, WhateverLooksLikeAKeyIsInTheCatalogue) {
    const auto keys = catalogue_keys();
    std::set<std::string> groups;
    for (const auto& key : keys) groups.insert(key.substr(0, key.find('.')));
    const std::regex pattern{R"re("([a-z]+(?:\.[a-z0-9_]+)+)")re"};
    for_each_source([&](const fs::path& file, const std::string& source) {
        for (const auto& word : matches(source, pattern)) {
            if (is_file_name(word) || word.ends_with('_')) continue;  // "cli.state_" + name
            if (!groups.contains(word.substr(0, word.find('.')))) continue;
            EXPECT_TRUE(keys.contains(word)) << file << " says " << word;
        }
    });
}

// What stands between one quotation mark and the next.
std::unordered_set<std::string> quoted(const std::string& source) {
    std::unordered_set<std::string> found;
    for (auto begin = source.find('"'); begin != std::string::npos;) {
        const auto end = source.find('"', begin + 1);
        if (end != std::string::npos) found.insert(source.substr(begin + 1, end - begin - 1));
        begin = end;
    }
    return found;
}

// A key is said as it stands or put together from its beginning, as "state." + name or "deadline.days" +
// "_back".
bool is_said(const std::string& key, const std::unordered_set<std::string>& words) {
    for (auto length = key.size(); length != std::string::npos && length > 0;
         length = key.find_last_of("._", length - 1)) {
        const auto beginning = key.substr(0, length);
        for (const auto* end : {"", ".", "_"})
            if (words.contains(beginning + end)) return true;
    }
    return false;
}

TEST(Sources, EverySentenceIsSaidSomewhere) {
    std::unordered_set<std::string> words;
    for_each_source([&](const fs::path& file, const std::string& source) {
        if (file.parent_path().filename() != "text") words.merge(quoted(source));
    });
    for (const auto& key : catalogue_keys()) EXPECT_TRUE(is_said(key, words)) << key << " is never said";
}

}  // namespace
}  // namespace dondoc::text
