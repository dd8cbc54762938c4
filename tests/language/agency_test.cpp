// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "few_texts.h"
#include "sample_register.h"

namespace dondoc::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names(const std::vector<Party>& parties) {
    std::vector<std::string> list;
    for (const auto& party : parties) list.push_back(party.name);
    return list;
}

struct Cell {
    const char* text;
    FewTexts names;
};
void PrintTo(const Cell& cell, std::ostream* out) {
    *out << cell.text;
}

class AgencyCell : public testing::TestWithParam<Cell> {};

TEST_P(AgencyCell, IsReadWithoutDoubt) {
    const auto reading = tests::sample_agencies().read(GetParam().text);
    EXPECT_EQ(names(reading.parties), GetParam().names.list());
    EXPECT_THAT(reading.cooperating, IsEmpty());
    EXPECT_THAT(reading.problems, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Lists, AgencyCell,
    testing::ValuesIn(std::vector<Cell>{
        {"", {}},
        {"Sở Nội vụ", {"Sở Nội vụ"}},
        {"Sở Tài chính; Kho bạc Nhà nước", {"Sở Tài chính", "Kho bạc Nhà nước tỉnh"}},
        {"Các sở, ban, ngành; UBND cấp huyện", {"@các sở, ban, ngành", "@UBND cấp huyện"}},
        {"Các Sở, BAN, ngành, UBND cấp huyện, cấp xã",
         {"@các sở, ban, ngành", "@UBND cấp huyện", "@UBND cấp xã"}},
        {"các Sở: Nội vụ; Tư pháp; Tài chính", {"Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"}},
        {"Các Sở (Nội vụ, Tài chính)", {"Sở Nội vụ", "Sở Tài chính"}},
        {"Sở Nội vụ, Tài chính và Y tế", {"Sở Nội vụ", "Sở Tài chính", "Sở Y tế"}},
        {"Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", {"Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"}},
        {"Các sở: Văn hóa, Thể thao và Du lịch; Lao động, Thương binh và Xã hội",
         {"Sở Văn hóa, Thể thao và Du lịch", "Sở Lao động - Thương binh và Xã hội"}},
        {"UBND các huyện: Đại Từ, Phú Lương", {"UBND huyện Đại Từ", "UBND huyện Phú Lương"}},
        {"UBND huyện Đại Từ, Phú Bình; UBND thành phố Sông Công",
         {"UBND huyện Đại Từ", "UBND huyện Phú Bình", "UBND thành phố Sông Công"}},
        {"1. Sở Nội vụ 2. Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}},
        {"- Sở Nội vụ; Thanh tra tỉnh. - Các cơ quan ngành dọc đóng trên địa bàn tỉnh.",
         {"Sở Nội vụ", "Thanh tra tỉnh", "@các cơ quan ngành dọc"}},
        {"Sở Nội vụ\nSở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}},
        {"a) Sở Nội vụ; b) Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}},
        {"Sở Nội vụ (50%), Sở Tài chính (đầu mối)", {"Sở Nội vụ", "Sở Tài chính"}},
        {"Sở Nội vụ; Sở Nội vụ", {"Sở Nội vụ"}},
        {"Trung tâm Thông tin, Văn phòng UBND tỉnh", {"Trung tâm Thông tin tỉnh"}},
    }));
INSTANTIATE_TEST_SUITE_P(
    LostSeparators, AgencyCell,
    testing::ValuesIn(std::vector<Cell>{
        {"các Sở: Tài chính; Thông tin và Truyền thông Đài Phát thanh và Truyền hình Bắc Kạn",
         {"Sở Tài chính", "Sở Thông tin và Truyền thông", "Đài Phát thanh và Truyền hình Bắc Kạn"}},
        {"Các sở, ban, ngành UBND cấp huyện", {"@các sở, ban, ngành", "@UBND cấp huyện"}},
        {"Sở Nội vụ Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}},
    }));
INSTANTIATE_TEST_SUITE_P(
    Spellings, AgencyCell,
    testing::ValuesIn(std::vector<Cell>{
        {"Sở Công thương", {"Sở Công Thương"}},
        {"SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", {"Sở Văn hóa, Thể thao và Du lịch"}},
        {"Sở Văn hoá Thể thao và Du lịch", {"Sở Văn hóa, Thể thao và Du lịch"}},
        {"Sở Thông tin và truyền thông tỉnh", {"Sở Thông tin và Truyền thông"}},
        {"Sở Nội vụ tỉnh Thái Nguyên", {"Sở Nội vụ"}},
        {"Uỷ ban nhân dân tỉnh", {"UBND tỉnh"}},
        {"Sở KH&ĐT, Sở LĐ-TB&XH, Sở TNMT",
         {"Sở Kế hoạch và Đầu tư", "Sở Lao động - Thương binh và Xã hội", "Sở Tài nguyên và Môi trường"}},
        {"Sở Giáo dục & Đào tạo", {"Sở Giáo dục và Đào tạo"}},
        {"Chi Cục hải quan Thái Nguyên", {"Chi cục Hải quan Thái Nguyên"}},
        {"Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Nội vụ, Tư pháp",
         {"Văn phòng UBND tỉnh", "Sở Nội vụ", "Sở Tư pháp"}},
        {"Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố",
         {"@các sở, ban, ngành", "@UBND cấp huyện"}},
        {"Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh", {"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"}},
        {"So\xCC\x9B\xCC\x89 No\xCC\xA3\xCC\x82i vu\xCC\xA3", {"Sở Nội vụ"}},  // NFD
    }));

TEST(AgencyRoles, InBracketsAreNotedAndChangeNobody) {
    const auto reading = tests::sample_agencies().read(
        "Sở Nội vụ (chủ trì theo dõi); các sở, ban, ngành, UBND cấp huyện (thực hiện)");
    EXPECT_THAT(names(reading.parties), ElementsAre("Sở Nội vụ", "@các sở, ban, ngành", "@UBND cấp huyện"));
    EXPECT_THAT(reading.role_notes, ElementsAre("chủ trì theo dõi", "thực hiện"));
    EXPECT_THAT(reading.problems, IsEmpty());
}

TEST(AgencyRoles, WhoIsSaidToLeadInBracketsLeadsAlone) {
    const auto reading = tests::sample_agencies().read("Sở Y tế (chủ trì), Công an tỉnh, Sở Nội vụ");
    ASSERT_EQ(reading.parties.size(), 1u);
    EXPECT_EQ(reading.parties[0].name, "Sở Y tế");
    EXPECT_EQ(reading.cooperating.size(), 2u);
    ASSERT_EQ(reading.problems.size(), 1u);
    EXPECT_EQ(reading.problems[0].key, "party.not_leading");
    EXPECT_TRUE(tests::sample_agencies().read("Sở Y tế (chủ trì)").problems.empty());
}

TEST(AgencyRoles, APlaceInBracketsIsPartOfWhoIsMeant) {
    const auto reading = tests::sample_agencies().read("UBND xã Bình Sơn (huyện Đại Từ)");
    ASSERT_EQ(reading.problems.size(), 1u);
    EXPECT_EQ(reading.problems[0].key, "party.other_words");
    EXPECT_TRUE(tests::sample_agencies().read("Công an tỉnh (cấp tỉnh)").problems.empty());
}

TEST(AgencyRoles, CooperatingAgenciesOfTheSameCellAreToldApart) {
    for (const char* cell : {"Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và UBND các huyện, thành phố",
                             "Sở Nội vụ phối hợp Sở Tài chính, UBND cấp huyện",
                             "Sở Nội vụ phối hợp cùng Sở Tài chính, UBND cấp huyện tham mưu",
                             "Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính, UBND cấp huyện",
                             "Sở Nội vụ chủ trì; Sở Tài chính, UBND cấp huyện phối hợp",
                             "Sở Nội vụ (chủ trì); Sở Tài chính, UBND cấp huyện (phối hợp)"}) {
        const auto reading = tests::sample_agencies().read(cell);
        EXPECT_THAT(names(reading.parties), ElementsAre("Sở Nội vụ")) << cell;
        EXPECT_THAT(names(reading.cooperating), ElementsAre("Sở Tài chính", "@UBND cấp huyện")) << cell;
    }
}

TEST(AgencyGroups, ThatNobodyCanListAreKeptAsTextAndFlagged) {
    for (const Cell& cell : std::vector<Cell>{
             {"các sở, ngành liên quan", {"@các sở, ngành liên quan"}},
             {"Các sở, ban, ngành có liên quan", {"@các sở, ngành liên quan"}},
             {"một số đơn vị liên quan", {"@các đơn vị liên quan"}},
             {"Các đơn vị được kiểm tra trong năm", {"@các đơn vị được kiểm tra trong năm"}},
             {"người dân, doanh nghiệp", {"@người dân", "@doanh nghiệp"}},
             {"Các cơ quan, đơn vị, địa phương; đơn vị cung cấp phần mềm",
              {"@các cơ quan, đơn vị, địa phương", "@đơn vị cung cấp phần mềm"}},
             {"Các ngành, địa phương được giao nhiệm vụ tại Kế hoạch số 12/KH-UBND ngày 02/01/2023",
              {"@các ngành, địa phương được giao nhiệm vụ tại Kế hoạch số 12/KH-UBND"}},
             {"UBND cấp huyện nơi có dự án", {"@UBND cấp huyện nơi có dự án"}},
         }) {
        const auto reading = tests::sample_agencies().read(cell.text);
        EXPECT_EQ(names(reading.parties), cell.names.list()) << cell.text;
        EXPECT_EQ(reading.problems.size(), cell.names.list().size()) << cell.text;
        for (const auto& party : reading.parties) EXPECT_EQ(party.kind, Party::Kind::Vague) << cell.text;
        for (const auto& problem : reading.problems) EXPECT_EQ(problem.key, "party.vague") << cell.text;
    }
}

TEST(AgencyGroups, AQualifierNarrowsDownEveryGroupOfItsList) {
    const auto reading = tests::sample_agencies().read(
        "Sở Nội vụ; các sở, ban, ngành; UBND cấp huyện được thanh tra, kiểm tra trong năm");
    EXPECT_THAT(names(reading.parties),
                ElementsAre("Sở Nội vụ", "@các sở, ban, ngành được thanh tra, kiểm tra trong năm",
                            "@UBND cấp huyện được thanh tra, kiểm tra trong năm"));
}

TEST(UnknownAgency, IsKeptAsWrittenAndTheNearestNameIsOnlyProposed) {
    const auto reading = tests::sample_agencies().read("Sở Nội vự");
    ASSERT_EQ(reading.parties.size(), 1u);
    EXPECT_EQ(reading.parties[0], (Party{Party::Kind::Unknown, "", "Sở Nội vự"}));
    EXPECT_THAT(reading.problems,
                ElementsAre(Message{"party.unknown_near", {"Sở Nội vự", "Sở Nội vụ", "1"}}));
}

TEST(UnknownAgency, IsNotTakenForOneWhoseNameItBeginsWith) {
    for (const char* cell :
         {"Công an tỉnh Hà Giang và các huyện", "UBND huyện Chợ Mới", "Công ty Điện lực", "Sở Ngoại vụ"}) {
        const auto reading = tests::sample_agencies().read(cell);
        ASSERT_FALSE(reading.parties.empty()) << cell;
        EXPECT_EQ(reading.parties[0].kind, Party::Kind::Unknown) << cell;
        EXPECT_FALSE(reading.problems.empty()) << cell;
    }
}

TEST(UnknownAgency, SmallWordsBehindAKnownNameAreReported) {
    const auto reading = tests::sample_agencies().read("Sở Nội vụ rà soát lại");
    EXPECT_THAT(names(reading.parties), ElementsAre("Sở Nội vụ"));
    EXPECT_THAT(reading.problems, ElementsAre(Message{"party.other_words", {"Sở Nội vụ", "rà soát lại"}}));
}

TEST(Row, WithoutALeadSaysSo) {
    const auto row =
        read_row({"Năm 2023", "", "Sở Tài chính"}, tests::sample_agencies(), {civil(2023, 1, 1)});
    EXPECT_THAT(row.lead, IsEmpty());
    EXPECT_THAT(row.problems, ElementsAre(Message{"row.no_lead", {}}));
}

TEST(Row, PutsCooperatingAgenciesOfTheLeadCellBesideThoseOfTheirOwn) {
    const auto row =
        read_row({"Năm 2023", "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", "Sở Y tế; Sở Tài chính"},
                 tests::sample_agencies(), {civil(2023, 1, 1)});
    EXPECT_THAT(names(row.lead), ElementsAre("Sở Nội vụ"));
    EXPECT_THAT(names(row.cooperating), ElementsAre("Sở Tài chính", "Sở Y tế"));
    EXPECT_THAT(row.problems, IsEmpty());
}

}  // namespace
}  // namespace dondoc::language
