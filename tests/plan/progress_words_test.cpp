// SPDX-License-Identifier: Apache-2.0
// What the columns beside the term say of how far a task is.
#include "plan/meaning/progress_words.h"

#include <gtest/gtest.h>

#include <array>

namespace dondoc::plan {
namespace {

using Kind = SaidProgress::Kind;

struct Case {
    const char* cell;
    Kind kind;
    std::optional<std::uint32_t> percent = std::nullopt;
    std::optional<local_days> day = std::nullopt;
};

TEST(SaidProgress, IsReadFromWhatOfficesWrite) {
    const std::array cases{
        Case{"Hoàn thành", Kind::Done, 100U},
        Case{"Đã hoàn thành.", Kind::Done, 100U},
        Case{"Đã xong", Kind::Done, 100U},
        Case{"100%", Kind::Done, 100U},
        Case{"Đã hoàn thành ngày 15/3/2024", Kind::Done, 100U, civil(2024, 3, 15)},
        Case{"Hoàn thành (20/12/2023)", Kind::Done, 100U, civil(2023, 12, 20)},
        Case{"80%", Kind::UnderWay, 80U},
        Case{"Đạt khoảng 75 % khối lượng", Kind::UnderWay, 75U},
        Case{"Đã hoàn thành 60%", Kind::UnderWay, 60U},
        Case{"Đạt 92,5%", Kind::UnderWay, 92U},
        Case{"0%", Kind::NotBegun, 0U},
        Case{"Đang rà soát", Kind::UnderWay},
        Case{"Đã trình UBND tỉnh tại Tờ trình số 12/TTr-SNV", Kind::UnderWay},
        Case{"Cơ bản hoàn thành", Kind::UnderWay},
        Case{"Chưa thực hiện", Kind::NotBegun},
        Case{"Chưa triển khai", Kind::NotBegun},
    };
    for (const auto& [cell, kind, percent, day] : cases) {
        const auto read = read_progress(cell);
        ASSERT_TRUE(read) << cell;
        EXPECT_EQ(read->kind, kind) << cell;
        EXPECT_EQ(read->percent, percent) << cell;
        EXPECT_EQ(read->day, day) << cell;
    }
}

// A part that is done is not the task, and what was not begun for a reason is more than not begun.
TEST(SaidProgress, IsDoneOnlyWhereNothingElseIsSaid) {
    for (const auto* cell : {"Hoàn thành dự thảo", "Đã hoàn thành giai đoạn 1", "Đã hoàn thành 2/5 nội dung",
                             "Hoàn thành trước ngày 15/3/2024"}) {
        const auto read = read_progress(cell);
        ASSERT_TRUE(read) << cell;
        EXPECT_EQ(read->kind, Kind::UnderWay) << cell;
        EXPECT_FALSE(read->percent || read->day) << cell;
    }
}

TEST(SaidProgress, IsNotGuessed) {
    for (const auto* cell : {"", "-", "Sở Nội vụ", "120%", "Chưa đến hạn", "Báo cáo số 12/BC-SNV",
                             "50% hồ sơ quá hạn", "Không thực hiện", "8", "Mức 80% trở lên"})
        EXPECT_FALSE(read_progress(cell)) << cell;
}

TEST(SaidProgress, ColumnsOfItAreKnownByTheirTitle) {
    for (const auto* title : {"Tiến độ", "Kết quả thực hiện", "Tình trạng", "Tỷ lệ hoàn thành (%)"})
        EXPECT_TRUE(names_progress(title)) << title;
    for (const auto* title : {"Ghi chú", "Kinh phí", "Thời hạn"})
        EXPECT_FALSE(names_progress(title)) << title;
}

}  // namespace
}  // namespace dondoc::plan
