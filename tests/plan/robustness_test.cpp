// SPDX-License-Identifier: Apache-2.0
// Mutated plans and random bytes are read or refused; nothing crashes and nothing takes long.
#include <gtest/gtest.h>

#include <random>

#include "../language/sample_register.h"
#include "plan/preview.h"
#include "support/cpu_time.h"
#include "support/fewer.h"

namespace dondoc::plan {
namespace {

void read_or_refuse(const std::string& bytes) {
    v1::Document document;
    document.set_issued("2023-01-10");
    try {
        (void)preview(read_plan_text(bytes), document, tests::sample_agencies(), nullptr, text::Lang::Vi);
    } catch (const UserError& error) {
        EXPECT_FALSE(error.message().key.empty());
    }
}

TEST(PlanRobustness, MutatedPlansAreReadOrRefused) {
    const auto sample = tests::read_file(DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt");
    std::mt19937 random(7);
    const std::string marks = "\t\t\n\n\"<>p/-1IVa ,;:.()";
    for (int round = 0; round < test::fewer(150); ++round) {
        auto text = sample;
        const auto changes = 1 + random() % 60;
        for (std::size_t i = 0; i < changes; ++i) {
            const auto at = random() % text.size();
            switch (random() % 3) {
                case 0:
                    text.insert(at, 1, marks[random() % marks.size()]);
                    break;
                case 1:
                    text.erase(at, random() % 40);
                    break;
                default:
                    text.insert(at, text.substr(random() % text.size(), random() % 200));
                    break;
            }
        }
        // Cuts go through letters; that alone would refuse every one of them.
        std::string valid;
        std::size_t begin = 0;
        while (begin <= text.size()) {
            auto end = text.find_first_of("\t\n", begin);
            if (end == std::string::npos) end = text.size();
            valid += language::normalize(text.substr(begin, end - begin));
            if (end < text.size()) valid += text[end];
            begin = end + 1;
        }
        read_or_refuse(valid);
    }
}

TEST(PlanRobustness, RandomBytesAreReadOrRefused) {
    std::mt19937 random(8);
    for (int round = 0; round < 500; ++round) {
        std::string bytes(random() % 400, '\0');
        for (auto& byte : bytes) byte = static_cast<char>(random());
        read_or_refuse(bytes);
        for (auto& byte : bytes) byte = "STT\tNội dung\nChủ trì"[static_cast<unsigned char>(byte) % 24];
        read_or_refuse(bytes);
    }
}

TEST(PlanRobustness, HostileTextTakesLittleTime) {
    const std::string header = "STT\tNội dung\tThời hạn\tCơ quan chủ trì\n";
    for (const std::string piece :
         {"\"", "\t\"", "<", "<p>", "&", "\n\"a", "1\t\n", "**", "a", "\n1\ta\t\t", "I\tA\n", "\t\n"}) {
        auto text = header;
        while (text.size() < static_cast<std::size_t>(test::fewer(2'000'000))) text += piece;
        const test::CpuTime took;
        read_or_refuse(text);
        EXPECT_LT(took.seconds(), 3 * test::patience) << piece;
    }
}

}  // namespace
}  // namespace dondoc::plan
