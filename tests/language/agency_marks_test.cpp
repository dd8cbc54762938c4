// SPDX-License-Identifier: Apache-2.0
// Cells of which something is left open, or says more than whom they name: the reading says so, whoever it
// took.
#include <gmock/gmock.h>

#include "sample_register.h"

namespace dondoc::language {
namespace {

class OpenCell : public testing::TestWithParam<const char*> {};

TEST_P(OpenCell, IsMarked) {
    EXPECT_FALSE(tests::sample_agencies().read(GetParam()).problems.empty()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Initials, OpenCell,
                         testing::Values("Sở Y tế, TP Thái Nguyên", "Sở Xây dựng - TP", "Sở Y tế; CT"));
INSTANTIATE_TEST_SUITE_P(OfOtherProvinces, OpenCell,
                         testing::Values("UBND các tỉnh", "Công an các tỉnh", "Thanh tra các tỉnh; Sở Y tế"));
INSTANTIATE_TEST_SUITE_P(OfEachOfMany, OpenCell,
                         testing::Values("Văn phòng UBND các xã, phường", "Sở Y tế các huyện",
                                         "Kho bạc Nhà nước các xã", "Công an tỉnh và các xã, phường"));
INSTANTIATE_TEST_SUITE_P(AGroupAndItsMembers, OpenCell,
                         testing::Values("Các sở, ban, ngành: Sở Y tế, Sở Nội vụ",
                                         "Các sở, ban, ngành - Sở Y tế", "Các sở, ngành, gồm Sở Y tế",
                                         "UBND cấp xã: UBND xã La Bằng",
                                         "UBND các xã: 1. La Bằng; 2. Phú Đình", "UBND các xã; La Bằng"));
INSTANTIATE_TEST_SUITE_P(Blanks, OpenCell,
                         testing::Values("UBND xã ………", "UBND cấp xã....", "Các sở, ngành: ……",
                                         "UBND xã ____", "UBND xã -----", "UBND xã [......]",
                                         "Sở Y tế, Sở Nội vụ, …", "Sở Y tế và", "\""));
INSTANTIATE_TEST_SUITE_P(Either, OpenCell,
                         testing::Values("Sở Y tế hoặc Giám đốc Sở Nội vụ",
                                         "Sở Y tế hoặc các Sở: Nội vụ, Tài chính", "Sở Y tế; hoặc: Sở Nội vụ",
                                         "Sở Y tế và/hoặc Sở Nội vụ"));
INSTANTIATE_TEST_SUITE_P(AnOpenException, OpenCell,
                         testing::Values("Các sở, ban, ngành không gồm Sở Y tế, Công an tỉnh",
                                         "Các sở, ban, ngành trừ Sở Y tế và UBND cấp xã",
                                         "Các sở, ban, ngành trừ Sở Y tế phối hợp Sở Nội vụ"));
INSTANTIATE_TEST_SUITE_P(ArrowsAndBoxes, OpenCell,
                         testing::Values("Sở Y tế → Sở Nội vụ", "Sở Y tế => UBND tỉnh",
                                         "☑ Sở Y tế ☐ Sở Nội vụ", "[ ] Sở Y tế", "✓ Sở Y tế; Sở Nội vụ",
                                         "Sở Y tế ?", "Sở Y tế (?)", "Sở Y tế ≠ Sở Nội vụ"));
INSTANTIATE_TEST_SUITE_P(Brackets, OpenCell,
                         testing::Values("Sở Y tế (chủ trì khi được giao)", "UBND cấp xã (xã vùng cao)",
                                         "Sở Y tế (Hà Nội)", "Sở Nội vụ (SYT)", "Sở Y tế (cấp xã)",
                                         "Sở Y tế (chủ trì/phối hợp)", "Sở Y tế (các sở, ngành phối hợp)",
                                         "Sở Y tế (Sở Nội vụ phối hợp", "Sở Nội vụ (chi cục thuế)"));

class ClosedCell : public testing::TestWithParam<const char*> {};

TEST_P(ClosedCell, IsNotMarked) {
    const auto reading = tests::sample_agencies().read(GetParam());
    EXPECT_TRUE(reading.problems.empty()) << GetParam() << ": " << reading.problems.front().key;
    EXPECT_FALSE(reading.parties.empty() && reading.cooperating.empty());
}

INSTANTIATE_TEST_SUITE_P(Cells, ClosedCell,
                         testing::Values("Sở Y tế (SYT)", "Công an tỉnh (PC06)", "Sở Y tế (1), Sở Nội vụ (2)",
                                         "• Sở Y tế\n• Sở Nội vụ", "“Sở Y tế”", "Sở Y tế | Sở Nội vụ",
                                         "@các sở, ban, ngành", "SỞ NỘI VỤ VÀ SỞ Y TẾ",
                                         "Chủ trì: Sở Nội vụ Phối hợp: Sở Y tế",
                                         "UBND xã La Bằng - tỉnh Thái Nguyên", "(Các sở, ban, ngành)",
                                         "Phối hợp (các sở, ngành)", "Sở Y tế, CT UBND xã La Bằng",
                                         "Các sở, ban, ngành (trừ Sở Y tế) phối hợp", "Sở NV, TC, CT"));

}  // namespace
}  // namespace dondoc::language
