// SPDX-License-Identifier: Apache-2.0
// docs/lifecycle.md says what the program does: every cell, both ways.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "domain/lifecycle.h"

namespace dondoc {
namespace {

constexpr int state_count = static_cast<int>(Workflow::Revoked) + 1;

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream stream{line.substr(1)};
    for (std::string cell; std::getline(stream, cell, '|');) {
        const auto begin = cell.find_first_not_of(' ');
        const auto end = cell.find_last_not_of(' ');
        found.push_back(begin == std::string::npos ? "" : cell.substr(begin, end - begin + 1));
    }
    return found;
}

// The rows of the table that begins with "| action |", by action; the header is under "action".
std::map<std::string, std::vector<std::string>> table() {
    std::ifstream file{DONDOC_SOURCE_DIR "/docs/lifecycle.md"};
    std::map<std::string, std::vector<std::string>> rows;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("| action |")) inside = true;
        if (inside && !line.starts_with('|')) break;
        if (!inside || line.starts_with("|-")) continue;
        const auto row = cells(line);
        EXPECT_TRUE(rows.emplace(row.at(0), row).second) << row.at(0) << " is there twice";
    }
    return rows;
}

std::set<std::string> names_of(const std::string& list) {
    std::set<std::string> names;
    std::istringstream stream{list};
    for (std::string name; std::getline(stream >> std::ws, name, ',');) names.insert(name);
    return names;
}

TEST(LifecycleDocument, SaysWhatTheProgramDoes) {
    const auto rows = table();
    ASSERT_EQ(rows.size(), static_cast<std::size_t>(action_count) + 1);
    const auto& header = rows.at("action");
    ASSERT_EQ(header.size(), static_cast<std::size_t>(state_count) + 3);
    for (int s = 0; s < state_count; ++s)
        ASSERT_EQ(header.at(static_cast<std::size_t>(s) + 3), name_of(static_cast<Workflow>(s)));

    for (int a = 0; a < action_count; ++a) {
        const auto action = static_cast<Action>(a);
        const auto found = rows.find(std::string{name_of(action)});
        ASSERT_NE(found, rows.end()) << name_of(action);
        const auto& row = found->second;
        ASSERT_EQ(row.size(), header.size()) << name_of(action);
        EXPECT_EQ(row.at(2), needs_reason(action) ? "yes" : "no") << name_of(action);
        auto who = names_of(row.at(1));
        for (int w = 0; w < actor_count; ++w) {
            const auto actor = static_cast<Actor>(w);
            const bool may = who.erase(std::string{name_of(actor)}) == 1;
            EXPECT_EQ(may_ever(action, actor), may) << name_of(action) << " by " << name_of(actor);
            for (int s = 0; s < state_count; ++s) {
                const auto state = static_cast<Workflow>(s);
                const auto& cell = row.at(static_cast<std::size_t>(s) + 3);
                const auto next = after(state, action, actor);
                EXPECT_EQ(next ? name_of(*next) : "-", may ? cell : "-")
                    << name_of(action) << " by " << name_of(actor) << " in " << name_of(state);
            }
        }
        EXPECT_TRUE(who.empty()) << "nobody is called " << *who.begin();
    }
}

}  // namespace
}  // namespace dondoc
