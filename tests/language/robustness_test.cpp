// SPDX-License-Identifier: Apache-2.0
// Any bytes leave the readers standing, and long cells are read in linear time.
#include <gtest/gtest.h>

#include <random>

#include "sample_register.h"
#include "support/cpu_time.h"

namespace dondoc::language {
namespace {

const std::vector<std::string> pieces{
    "Trước", "ngày",  "12",       "tháng",        "cuối",    "quý",         "III",
    "-",     "/",     "2023",     "31",           "và",      ",",           ";",
    "năm",   "trong", "kể từ",    "hằng",         "6",       "đến",         "từ",
    "khi",   "(",     ")",        "Sở",           "Nội",     "vụ",          "UBND",
    "cấp",   "huyện", "các",      "liên",         "quan",    ":",           ".",
    "\n",    "\xff",  "\xCC\xA3", "phối hợp với", "chủ trì", "99999999999", "Ủy ban nhân dân"};

// Sanitizers take long enough.
constexpr bool is_slow = test::patience > 20;

TEST(Robustness, AnyMixtureOfWordsAndBytesIsRead) {
    constexpr int rounds = is_slow ? 5'000 : 20'000;  // fuzz targets go on from there
    std::mt19937 random(20230513);
    for (int round = 0; round < rounds; ++round) {
        std::string text;
        const auto length = random() % 24;
        for (std::size_t i = 0; i < length; ++i) {
            if (random() % 16 == 0)
                text += static_cast<char>(random());
            else
                text += pieces[random() % pieces.size()];
            if (random() % 4) text += ' ';
        }
        const auto reading = read_deadline(text, {civil(2023, 5, 13)});
        if (std::holds_alternative<Unread>(reading.deadline.term)) {
            EXPECT_FALSE(reading.problems.empty()) << text;
        }
        if (const auto* recurring = std::get_if<Recurring>(&reading.deadline.term)) {
            EXPECT_FALSE(recurring->occurrences.empty()) << text;
            EXPECT_TRUE(std::is_sorted(recurring->occurrences.begin(), recurring->occurrences.end())) << text;
        }
        const auto parties = tests::sample_agencies().read(text);
        for (const auto& party : parties.parties) EXPECT_FALSE(party.name.empty()) << text;
    }
}

TEST(Robustness, ACellOfAMegabyteIsReadInTime) {
    constexpr std::size_t size = is_slow ? 50'000 : 1'000'000;
    for (const char* piece :
         {"Sở ", "các ", "Sở Nội vụ; ", "abc, ", "(", "a", "\xCC\xA3", "UBND cấp huyện liên quan, ", "và ",
          "1/1/2023 ", "Trước ", "- ", "các sở, ", "Ủy ban ", "1. ", "các sở, ban, ngành trừ Sở Nội vụ; "}) {
        std::string text;
        while (text.size() < size) text += piece;
        const test::CpuTime took;
        (void)read_deadline(text, {civil(2023, 5, 13)});
        (void)tests::sample_agencies().read(text);
        EXPECT_LT(took.seconds(), 3 * test::patience) << piece;
    }
}

TEST(Robustness, AnyRegisterFileIsReadOrRefused) {
    const auto sample = tests::read_file(DONDOC_SOURCE_DIR "/config/agencies/sample.toml").substr(0, 6000);
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        auto text = sample;
        for (int i = 0; i < 5; ++i) text[random() % text.size()] = static_cast<char>(random());
        try {
            (void)parse_register(text, "a.toml");
        } catch (const UserError& error) {
            EXPECT_NE(error.place().find("a.toml:"), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace dondoc::language
