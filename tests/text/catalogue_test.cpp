// SPDX-License-Identifier: Apache-2.0
#include "text/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/reasons.h"

namespace dondoc::text {
namespace {

// The numbers of "{0}", "{1}"...; fails on any other brace, which fmt would refuse.
std::set<int> placeholders(std::string_view key, std::string_view sentence) {
    std::set<int> numbers;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] != '{' && sentence[i] != '}') continue;
        const auto part = sentence.substr(i, 3);
        const bool good =
            part.size() == 3 && part[0] == '{' && part[1] >= '0' && part[1] <= '9' && part[2] == '}';
        EXPECT_TRUE(good) << key << ": " << sentence;
        if (!good) break;
        numbers.insert(part[1] - '0');
        i += 2;
    }
    return numbers;
}

template <typename Check>
void for_each_entry(Check check) {
    for (const auto& file : all_entries())
        for (const auto& entry : file) check(entry);
}

TEST(Catalogue, EverySentenceIsThereInBothLanguages) {
    for_each_entry([](const Entry& entry) {
        EXPECT_FALSE(entry.vi.empty()) << entry.key;
        EXPECT_FALSE(entry.en.empty()) << entry.key;
    });
}

TEST(Catalogue, BothLanguagesSayTheSameArguments) {
    for_each_entry([](const Entry& entry) {
        const auto numbers = placeholders(entry.key, entry.vi);
        EXPECT_EQ(numbers, placeholders(entry.key, entry.en)) << entry.key;
    });
}

// In a list of commands one that begins with a capital looks odd.
TEST(Catalogue, WhatACommandDoesBeginsWithASmallLetter) {
    for_each_entry([](const Entry& entry) {
        const std::string_view key{entry.key};
        if (!key.starts_with("cli.") || !key.ends_with("about")) return;
        EXPECT_FALSE(entry.en.front() >= 'A' && entry.en.front() <= 'Z') << key;
    });
}

TEST(Catalogue, OneThingIsNotSaidInThePluralInEnglish) {
    const std::vector<std::string> one{"1", "1"}, more{"2", "11"};
    EXPECT_EQ(render(Lang::En, "cli.press.done", one),
              "Pressed for 1 assignment of 1 agency; they were told.");
    EXPECT_EQ(render(Lang::En, "cli.press.done", more),
              "Pressed for 2 assignments of 11 agencies; they were told.");
    EXPECT_EQ(render(Lang::Vi, "cli.press.done", one),
              "Đã đôn đốc 1 phần việc của 1 cơ quan; các cơ quan đã được báo.");
}

TEST(Catalogue, EverySentenceIsRendered) {
    const std::vector<std::string> args{"a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"};
    for_each_entry([&](const Entry& entry) {
        for (const auto lang : {Lang::Vi, Lang::En}) {
            const auto pattern = lang == Lang::Vi ? entry.vi : entry.en;
            const auto sentence = render(lang, entry.key, args);
            EXPECT_EQ(sentence.find('{'), std::string::npos) << entry.key;
            for (const int number : placeholders(entry.key, pattern))
                EXPECT_NE(sentence.find(args[static_cast<std::size_t>(number)]), std::string::npos)
                    << entry.key;
        }
    });
}

TEST(Catalogue, NoKeyIsThereTwice) {
    std::set<std::string_view> seen;
    for_each_entry([&](const Entry& entry) { EXPECT_TRUE(seen.insert(entry.key).second) << entry.key; });
}

TEST(Catalogue, AKeyIsWordsJoinedByDots) {
    for_each_entry([](const Entry& entry) {
        const bool plain = std::ranges::all_of(entry.key, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        });
        EXPECT_TRUE(plain) << entry.key;
    });
}

TEST(Catalogue, WhatIsNotInItIsStillReadable) {
    const std::vector<std::string> args{"một", "hai"};
    EXPECT_EQ(render(Lang::En, "no.such_key", args), "no.such_key một hai");
    EXPECT_EQ(render(Lang::En, "no.such_key"), "no.such_key ");
}

TEST(Catalogue, ASentenceWithTooFewArgumentsIsStillReadable) {
    EXPECT_EQ(render(Lang::En, "config.twice", std::vector<std::string>{"x"}),
              "{0}: “{1}” is there twice. x");
}

TEST(Catalogue, HasAWordForEveryReasonOfTheSystem) {
    for (const auto key : reason_keys()) {
        const Message message{"client.file.unreadable", {"@" + std::string{key}}};
        EXPECT_EQ(render(Lang::Vi, message).find('@'), std::string::npos) << key;
    }
    const auto said = [](int error) {
        return render(Lang::Vi, {"client.file.unreadable", {system_reason(error)}});
    };
    EXPECT_EQ(said(ENOENT), "không đọc được: không có tệp hoặc thư mục này");
    EXPECT_EQ(said(EACCES), "không đọc được: không có quyền truy cập");
    EXPECT_EQ(said(EOVERFLOW), "không đọc được: Value too large for defined data type")
        << "as the system says it";
}

TEST(Catalogue, AnyOtherLanguageIsVietnamese) {
    EXPECT_EQ(parse_lang("en"), Lang::En);
    for (const auto* other : {"vi", "", "fr", "EN"}) EXPECT_EQ(parse_lang(other), Lang::Vi) << other;
}

}  // namespace
}  // namespace dondoc::text
