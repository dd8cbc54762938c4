// SPDX-License-Identifier: Apache-2.0
#include "language/rows/row_matching.h"

#include <gmock/gmock.h>

namespace dondoc::language {
namespace {

using testing::ElementsAre;
using Match = std::optional<std::size_t>;
constexpr auto added = std::nullopt;

const RowIdentity services{"1", "I. Cải cách", "Rà soát thủ tục hành chính", "Báo cáo kết quả rà soát"};
const RowIdentity archive{"2", "I. Cải cách", "Số hóa hồ sơ lưu trữ", "Kho dữ liệu số"};
const RowIdentity training{"3", "I. Cải cách", "Bồi dưỡng cán bộ một cửa", "Lớp bồi dưỡng"};

RowIdentity numbered(RowIdentity row, const char* number) {
    row.number = number;
    return row;
}
RowIdentity titled(RowIdentity row, const char* title) {
    row.title = title;
    return row;
}

TEST(RowMatching, RenumberedRowsAreKnownByWhatTheySay) {
    EXPECT_THAT(match_rows({services, archive, training},
                           {numbered(training, "1"), numbered(services, "2"), numbered(archive, "3")}),
                ElementsAre(Match{2}, Match{0}, Match{1}));
}

TEST(RowMatching, AnInsertedRowIsNewAndThoseBelowItStay) {
    const RowIdentity inserted{"2", "I. Cải cách", "Khảo sát mức độ hài lòng của người dân", ""};
    EXPECT_THAT(match_rows({services, archive, training},
                           {services, inserted, numbered(archive, "3"), numbered(training, "4")}),
                ElementsAre(Match{0}, added, Match{1}, Match{2}));
}

TEST(RowMatching, OfASplitRowTheLikerPartStays) {
    EXPECT_THAT(match_rows({services, archive}, {services, titled(archive, "Số hóa hồ sơ lưu trữ cấp tỉnh"),
                                                 numbered(titled(archive, "Số hóa hồ sơ"), "2a")}),
                ElementsAre(Match{0}, Match{1}, added));
}

TEST(RowMatching, ARewordedTitleIsTheSameRow) {
    EXPECT_THAT(match_rows({services, archive}, {titled(services, "Rà soát, đơn giản hóa thủ tục hành chính"),
                                                 numbered(archive, "5")}),
                ElementsAre(Match{0}, Match{1}));
}

TEST(RowMatching, AnotherDutyUnderTheSameNumberIsNew) {
    const RowIdentity other{"1", "I. Cải cách", "Mua sắm máy chủ cho trung tâm dữ liệu", "Hợp đồng"};
    EXPECT_THAT(match_rows({services}, {other}), ElementsAre(added));
}

TEST(RowMatching, RowsWithOneTitleAreToldApartByNumberAndRequirement) {
    const RowIdentity a{"1a", "", "Báo cáo", "Báo cáo quý I"}, b{"1b", "", "Báo cáo", "Báo cáo quý II"};
    EXPECT_THAT(match_rows({a, b}, {b, a}), ElementsAre(Match{1}, Match{0}));
    EXPECT_THAT(match_rows({a, a}, {a}), ElementsAre(Match{0})) << "twins in their order";
}

TEST(RowMatching, SpellingDoesNotMatter) {
    EXPECT_THAT(match_rows({services}, {titled(services, "  RÀ SOÁT thủ tục   hành chính ")}),
                ElementsAre(Match{0}));
}

TEST(RowMatching, OnlyTheVerySameRowsComeBack) {
    EXPECT_THAT(
        match_same_rows({services, archive}, {numbered(archive, "9"), titled(services, "Rà soát thủ tục")}),
        ElementsAre(Match{1}, added));
}

}  // namespace
}  // namespace dondoc::language
