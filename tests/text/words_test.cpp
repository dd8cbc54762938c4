// SPDX-License-Identifier: Apache-2.0
// One word for one thing: what users read in Vietnamese does not mix in the other words.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/catalogue.h"

namespace dondoc::text {
namespace {

struct OtherWord {
    std::string_view other, word;
};

constexpr OtherWord other_words[] = {
    {" daemon", "máy chủ (the program by its name: dondocd)"},
    {"Daemon", "máy chủ"},
    {"dịch vụ", "máy chủ"},
    {"danh mục", "danh bạ"},
    {"Danh mục", "danh bạ"},
    {" tua ", "chỉnh tới"},
    {"xong muộn", "hoàn thành quá hạn"},
    {"xong quá hạn", "hoàn thành quá hạn"},
    {"quá hạn chưa xong", "quá hạn chưa hoàn thành"},
    {"uổi quá hạn", "số ngày quá hạn"},
    {"khung tin", "gói tin"},
    {"người nghe", "bên nghe"},
    {" bạn ", "nobody is spoken to"},
    {"của bạn", "nobody is spoken to"},
    {"uản trị viên", "người quản trị"},
    {"LÝ-DO", "LÝ DO"},
};

TEST(Words, OneThingHasOneWord) {
    for (const auto& file : all_entries())
        for (const auto& entry : file)
            for (const auto& [other, word] : other_words)
                EXPECT_EQ(entry.vi.find(other), std::string_view::npos)
                    << entry.key << " says “" << other << "” for: " << word;
}

}  // namespace
}  // namespace dondoc::text
