// SPDX-License-Identifier: GPL-3.0-or-later
// How messages of a site are called.
#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>

#include "jetstream/subjects.h"

namespace dondoc::test {
namespace {

using namespace jetstream;

// The text again; empty also for what is no token.
std::string read_back(const std::string& token) {
    std::string text;
    if (token == "=") return text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '=') {
            text += token[i];
            continue;
        }
        text += static_cast<char>(std::stoi(token.substr(i + 1, 2), nullptr, 16));
        i += 2;
    }
    return text;
}

TEST(Subjects, AreOfSiteAgencyAndKind) {
    EXPECT_EQ(subject_of("19", "SNV", "overdue"), "dondoc.19.SNV.overdue");
    EXPECT_EQ(subject_of("19", "", "state"), "dondoc.19._.state");
    EXPECT_EQ(all_subjects_of("19"), "dondoc.19.>");
    EXPECT_EQ(ask_subject_of("19"), "dondoc_ask.19");
}

TEST(Subjects, HaveNoCharacterThatMeansSomethingToTheServers) {
    EXPECT_EQ(token_of("H46.SNV"), "H46=2ESNV");
    EXPECT_EQ(token_of("a b*>_="), "a=20b=2A=3E=5F=3D");
    EXPECT_EQ(token_of("Sở"), "S=E1=BB=9F");
    EXPECT_EQ(token_of(""), "=");
}

TEST(Subjects, OfAnyTwoTextsAreTwo) {
    std::set<std::string> tokens;
    for (int first = 0; first < 256; ++first)
        for (int second = -1; second < 256; ++second) {
            std::string text{static_cast<char>(first)};
            if (second >= 0) text += static_cast<char>(second);
            const auto token = token_of(text);
            EXPECT_EQ(token.find_first_of(". *>_\t\r\n"), std::string::npos);
            EXPECT_EQ(read_back(token), text);
            EXPECT_TRUE(tokens.insert(token).second);
        }
    EXPECT_FALSE(tokens.contains(std::string{whole_site}));
}

TEST(Subjects, IdsTellSitesLineagesAndEventsApart) {
    EXPECT_EQ(event_id("19", "", 7), "19//7");
    EXPECT_EQ(event_id("19", "l2", 7), "19/l2/7");
    EXPECT_EQ(part_id("19", "s1", 3), "19/s1/3");
}

TEST(Subjects, APartIsKnownByItsId) {
    EXPECT_EQ(part_number(part_id("a/b", "s1", 12), "a/b", "s1"), 12);
    for (const char* other :
         {"19/s2/3", "1/s1/3", "19/s1/", "19/s1/3x", "19/s1/03", "19/s1/3/again/x", "3", ""})
        EXPECT_EQ(part_number(other, "19", "s1"), std::nullopt) << other;
}

}  // namespace
}  // namespace dondoc::test
