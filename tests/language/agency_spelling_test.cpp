// SPDX-License-Identifier: Apache-2.0
// How offices write who is assigned. What is not in the register word for word, or names nobody, is marked;
// the nearest name is proposed and never taken.
#include <gmock/gmock.h>

#include <set>

#include "few_texts.h"
#include "sample_register.h"

namespace dondoc::language {
namespace {

struct Spelling {
    const char* cell;
    FewTexts names;
    FewTexts doubts;  // keys
};
void PrintTo(const Spelling& spelling, std::ostream* out) {
    *out << spelling.cell;
}

class AgencySpelling : public testing::TestWithParam<Spelling> {};

TEST_P(AgencySpelling, IsReadAsACarefulClerkDoes) {
    const auto reading = tests::sample_agencies().read(GetParam().cell);
    std::vector<std::string> names;
    for (const auto& party : reading.parties) names.push_back(party.name);
    std::vector<std::string> doubts;
    for (const auto& problem : reading.problems) doubts.push_back(problem.key);
    EXPECT_EQ(names, GetParam().names.list());
    EXPECT_EQ(doubts, GetParam().doubts.list());
}

INSTANTIATE_TEST_SUITE_P(
    Offices, AgencySpelling,
    testing::ValuesIn(std::vector<Spelling>{
        {"Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"SỞ NỘI VỤ", {"Sở Nội vụ"}, {}},
        {"Sở Nội Vụ", {"Sở Nội vụ"}, {}},
        {"Sở nội vụ", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ,", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ;;", {"Sở Nội vụ"}, {}},
        {",Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ...", {"Sở Nội vụ"}, {}},
        {"Giám đốc Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"Đồng chí Giám đốc Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ; Sở Nội vụ; SỞ NỘI VỤ", {"Sở Nội vụ"}, {}},
        {"Chủ trì: Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ chủ trì", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ (chủ trì)", {"Sở Nội vụ"}, {}},
        {"- Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"1. Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"Đề nghị Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"Giao Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ (phòng CCHC)", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ, Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"các Sở: Nội vụ; Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Các Sở Nội vụ, Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Các Sở (Nội vụ, Tài chính)", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ và Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ\nSở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ / Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ - Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"- Sở Nội vụ - Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ & Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ + Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"1. Sở Nội vụ 2. Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ, cùng với Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Giám đốc các Sở: Nội vụ, Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Nội vụ. Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Sở Văn hóa, Thể thao và Du lịch", {"Sở Văn hóa, Thể thao và Du lịch"}, {}},
        {"Sở Văn hoá Thể thao và Du lịch", {"Sở Văn hóa, Thể thao và Du lịch"}, {}},
        {"Sở Văn hóa - Thể thao và Du lịch", {"Sở Văn hóa, Thể thao và Du lịch"}, {}},
        {"Sở VHTTDL", {"Sở Văn hóa, Thể thao và Du lịch"}, {}},
        {"Sở VHTT&DL", {"Sở Văn hóa, Thể thao và Du lịch"}, {}},
        {"Sở VH,TT&DL", {"Sở Văn hóa, Thể thao và Du lịch"}, {}},
        {"Sở LĐTBXH", {"Sở Lao động - Thương binh và Xã hội"}, {}},
        {"Sở LĐ-TB&XH", {"Sở Lao động - Thương binh và Xã hội"}, {}},
        {"Sở LĐTB&XH", {"Sở Lao động - Thương binh và Xã hội"}, {}},
        {"Sở Lao động, Thương binh và Xã hội", {"Sở Lao động - Thương binh và Xã hội"}, {}},
        {"Sở Lao động Thương binh và Xã hội", {"Sở Lao động - Thương binh và Xã hội"}, {}},
        {"Sở KH&ĐT", {"Sở Kế hoạch và Đầu tư"}, {}},
        {"Sở KHĐT", {"Sở Kế hoạch và Đầu tư"}, {}},
        {"Sở Kế hoạch Đầu tư", {"Sở Kế hoạch và Đầu tư"}, {}},
        {"Sở Kế hoạch và Đầu tư tỉnh", {"Sở Kế hoạch và Đầu tư"}, {}},
        {"Sở Kế hoạch & Đầu tư", {"Sở Kế hoạch và Đầu tư"}, {}},
        {"Sở TT&TT", {"Sở Thông tin và Truyền thông"}, {}},
        {"Sở TTTT", {"Sở Thông tin và Truyền thông"}, {}},
        {"Sở Thông tin & Truyền thông", {"Sở Thông tin và Truyền thông"}, {}},
        {"VP UBND tỉnh", {"Văn phòng UBND tỉnh"}, {}},
        {"VPUBND tỉnh", {"Văn phòng UBND tỉnh"}, {}},
        {"Văn phòng UBND", {"Văn phòng UBND tỉnh"}, {}},
        {"Chánh Văn phòng UBND tỉnh", {"Văn phòng UBND tỉnh"}, {}},
        {"Văn phòng Uỷ ban nhân dân tỉnh", {"Văn phòng UBND tỉnh"}, {}},
        {"Sở GD&ĐT", {"Sở Giáo dục và Đào tạo"}, {}},
        {"Sở Giáo dục, Đào tạo", {"Sở Giáo dục và Đào tạo"}, {}},
        {"Sở NN&PTNT", {"Sở Nông nghiệp và Phát triển nông thôn"}, {}},
        {"Sở Nông nghiệp và PTNT", {"Sở Nông nghiệp và Phát triển nông thôn"}, {}},
        {"Sở KHCN", {"Sở Khoa học và Công nghệ"}, {}},
        {"BQL các KCN", {"Ban Quản lý các khu công nghiệp tỉnh"}, {}},
        {"BHXH tỉnh", {"Bảo hiểm xã hội tỉnh"}, {}},
        {"UBND cấp huyện, cấp xã", {"@UBND cấp huyện", "@UBND cấp xã"}, {}},
        {"UBND các huyện, thành phố", {"@UBND cấp huyện"}, {}},
        {"Chủ tịch UBND các huyện, thành phố", {"@UBND cấp huyện"}, {}},
        {"UBND huyện Đại Từ, Phú Bình và Phú Lương",
         {"UBND huyện Đại Từ", "UBND huyện Phú Bình", "UBND huyện Phú Lương"},
         {}},
        {"UBND TP. Thái Nguyên", {"UBND thành phố Thái Nguyên"}, {}},
        {"UBND TP Thái Nguyên", {"UBND thành phố Thái Nguyên"}, {}},
        {"UBND Tp.Thái Nguyên", {"UBND thành phố Thái Nguyên"}, {}},
        {"UBND thành phố Thái Nguyên", {"UBND thành phố Thái Nguyên"}, {}},
        {"Các sở, ngành; UBND các huyện", {"@các sở, ban, ngành", "@UBND cấp huyện"}, {}},
        {"Tất cả các sở, ban, ngành", {"@các sở, ban, ngành"}, {}},
        {"Thủ trưởng các sở, ban, ngành", {"@các sở, ban, ngành"}, {}},
        {"", {}, {}},
        {"-", {}, {}},
        {"Các sở", {"@các sở"}, {"party.vague"}},
        {"Các cơ quan liên quan", {"@các cơ quan liên quan"}, {"party.vague"}},
        {"các đơn vị trực thuộc", {"@các đơn vị trực thuộc"}, {"party.vague"}},
        {"Các huyện", {"@các huyện"}, {"party.vague"}},
        {"Các cơ quan, đơn vị", {"@các cơ quan, đơn vị"}, {"party.vague"}},
        {"Sở Nội vụ, các sở, ngành liên quan", {"Sở Nội vụ", "@các sở, ngành liên quan"}, {"party.vague"}},
        {"Sở Ngoại vụ", {"Sở Ngoại vụ"}, {"party.unknown"}},
        {"Sở", {"Sở"}, {"party.unknown"}},
        {"UBND", {"UBND"}, {"party.unknown"}},
        {"SNV", {"SNV"}, {"party.unknown"}},
        {"So Noi vu", {"So Noi vu"}, {"party.unknown"}},
        {"Nội vụ", {"Nội vụ"}, {"party.unknown"}},
        {"Phòng Nội vụ", {"Phòng Nội vụ"}, {"party.unknown"}},
        {"Công an", {"Công an"}, {"party.unknown"}},
        {"x", {"x"}, {"party.unknown"}},
        {"Sở Nôi vụ", {"Sở Nôi vụ"}, {"party.unknown_near"}},
        {"Sở Nội vự", {"Sở Nội vự"}, {"party.unknown_near"}},
        {"Tài chính", {"Tài chính"}, {"party.unknown_near"}},
        {"Sở Kế hoạch và ĐT", {"Sở Kế hoạch và ĐT"}, {"party.unknown_near"}},
        {"UBND xã Tân Long", {"UBND xã Tân Long"}, {"party.unknown_near"}},
        {"Trung tâm Phục vụ HCC", {"Trung tâm Phục vụ HCC"}, {"party.unknown_near"}},
        {"UBND huyện A, B và C",
         {"UBND huyện A", "UBND huyện B", "UBND huyện C"},
         {"party.unknown", "party.unknown", "party.unknown"}},
        {"Sở Nội vụ hoặc Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}, {"party.either"}},
        {"Sở Nội vụ (Sở Tài chính)", {"Sở Nội vụ"}, {"party.in_brackets"}},
        {"Sở Nội vụ (ý kiến: Sở Tài chính)", {"Sở Nội vụ"}, {"party.in_brackets"}},
        {"Sở Nội vụ (Bắc Kạn cũ)", {"Sở Nội vụ"}, {"party.other_words"}},
        {"Sở Nội vụ (trước 01/3/2026), Sở Tài chính (sau 01/3/2026)",
         {"Sở Nội vụ", "Sở Tài chính"},
         {"party.other_words", "party.other_words"}},
        {"Các sở, ban, ngành (trừ các đơn vị sự nghiệp)", {"@các sở, ban, ngành"}, {"party.excepted"}},
        {"Các sở, ban, ngành (trừ UBND huyện Đại Từ)", {"@các sở, ban, ngành"}, {"party.excepted"}},
        {"UBND các huyện, thành phố, thị xã", {"@UBND cấp huyện"}, {}},
        {"Trưởng Ban Dân tộc", {"Ban Dân tộc"}, {}},
    }));

INSTANTIATE_TEST_SUITE_P(
    ListsOfPlaces, AgencySpelling,
    testing::ValuesIn(std::vector<Spelling>{
        {"UBND các xã: La Bằng, Phú Đình", {"UBND xã La Bằng", "UBND xã Phú Đình"}, {}},
        {"UBND các xã: Vạn Phú, La Bằng", {"UBND xã Vạn Phú", "UBND xã La Bằng"}, {"party.unknown"}},
        {"UBND các tỉnh: Cao Bằng, Thái Nguyên", {"UBND tỉnh Cao Bằng", "UBND tỉnh"}, {"party.unknown"}},
        {"UBND các tỉnh Cao Bằng, Thái Nguyên", {"UBND tỉnh Cao Bằng", "UBND tỉnh"}, {"party.unknown"}},
        {"UBND các tỉnh, thành phố: Lạng Sơn, Hải Phòng",
         {"UBND tỉnh Lạng Sơn", "UBND thành phố Hải Phòng"},
         {"party.unknown", "party.unknown"}},
        {"Công an các xã: La Bằng, Phú Đình",
         {"Công an xã La Bằng", "Công an xã Phú Đình"},
         {"party.unknown", "party.unknown"}},
        {"UBND các xã: Rà soát, báo cáo kết quả",
         {"@UBND cấp xã", "Rà soát, báo cáo kết quả"},
         {"party.unknown"}},
    }));
INSTANTIATE_TEST_SUITE_P(
    WhoIsGivenTheWork, AgencySpelling,
    testing::ValuesIn(std::vector<Spelling>{
        {"Sở Nội vụ được giao chủ trì", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ được phân công làm đầu mối", {"Sở Nội vụ"}, {}},
        {"Sở Nội vụ được giao chủ trì thẩm định dự án", {"Sở Nội vụ"}, {"party.other_words"}},
        {"Các sở, ngành được giao chủ trì", {"@các sở, ngành được giao"}, {"party.vague"}},
        {"Báo và Phát thanh, Truyền hình Lạng Sơn, Sở Nội vụ",
         {"Báo và Phát thanh, Truyền hình Lạng Sơn", "Sở Nội vụ"},
         {"party.unknown"}},
        {"Sở Nội vụ và Sở Tài chính đồng chủ trì", {"Sở Nội vụ", "Sở Tài chính"}, {}},
        {"Giao cho Sở Nội vụ", {"Sở Nội vụ"}, {}},
        {"UBND tỉnh giao Sở Y tế chủ trì", {"Sở Y tế"}, {"party.assigner"}},
        {"Sở Nội vụ giao Sở Y tế thẩm định", {"Sở Nội vụ"}, {"party.other_words"}},
        {"Các đồng chí Phó Chủ tịch UBND tỉnh", {"UBND tỉnh"}, {"party.deputies"}},
        {"Các đồng chí Giám đốc các sở, ngành", {"@các sở, ban, ngành"}, {}},
        {"Bí thư Đảng ủy, Chủ tịch UBND xã La Bằng",
         {"Đảng ủy xã La Bằng", "UBND xã La Bằng"},
         {"party.unknown"}},
    }));

TEST(AgencySpellings, AGroupWithoutSomeIsItsOtherMembers) {
    const auto& agencies = tests::sample_agencies();
    for (const auto& [cell, without] : std::vector<std::pair<const char*, std::vector<std::string>>>{
             {"Các sở, ban, ngành (trừ Sở Nội vụ)", {"Sở Nội vụ"}},
             {"Các sở, ban, ngành (không bao gồm các Sở: Nội vụ, Tài chính)", {"Sở Nội vụ", "Sở Tài chính"}},
             {"Các sở, ban, ngành trừ Sở Nội vụ và Sở Tài chính", {"Sở Nội vụ", "Sở Tài chính"}},
             {"Các sở, ban, ngành, trừ Sở Nội vụ; UBND cấp huyện", {"Sở Nội vụ"}},
             {"Các sở, ban, ngành trừ Sở Nội vụ, UBND cấp huyện", {"Sở Nội vụ"}}}) {
        const auto reading = agencies.read(cell);
        EXPECT_TRUE(reading.problems.empty()) << cell;
        ASSERT_EQ(reading.role_notes.size(), 1u) << cell;
        EXPECT_TRUE(std::string_view(cell).starts_with(reading.role_notes[0])) << reading.role_notes[0];
        std::set<std::string> named;
        for (const auto& party : reading.parties) named.insert(party.name);
        EXPECT_TRUE(named.contains("Sở Y tế")) << cell;
        EXPECT_FALSE(named.contains("@các sở, ban, ngành")) << cell;
        for (const auto& name : without) EXPECT_FALSE(named.contains(name)) << cell << ": " << name;
        EXPECT_EQ(named.contains("@UBND cấp huyện"), std::string_view(cell).ends_with("UBND cấp huyện"));
    }
}

TEST(AgencySpellings, WhoCooperatesMayStandInBrackets) {
    const auto names = [](const std::vector<Party>& parties) {
        std::string all;
        for (const auto& party : parties) all += (all.empty() ? "" : "; ") + party.name;
        return all;
    };
    for (const auto* cell : {"Sở Nội vụ (phối hợp: Sở Tài chính, Sở Y tế), Sở Tư pháp",
                             "Sở Nội vụ (p/h: Sở Tài chính, Sở Y tế); Sở Tư pháp",
                             "Sở Nội vụ (phối hợp với Sở Tài chính và Sở Y tế), Sở Tư pháp"}) {
        const auto reading = tests::sample_agencies().read(cell);
        EXPECT_EQ(names(reading.parties), "Sở Nội vụ; Sở Tư pháp") << cell;
        EXPECT_EQ(names(reading.cooperating), "Sở Tài chính; Sở Y tế") << cell;
        EXPECT_TRUE(reading.problems.empty()) << cell;
    }
}

TEST(AgencySpellings, TheDistanceOfAProposedNameIsSaid) {
    const auto reading = tests::sample_agencies().read("Sở Nôi vụ");
    ASSERT_EQ(reading.problems.size(), 1u);
    EXPECT_EQ(reading.problems[0], (Message{"party.unknown_near", {"Sở Nôi vụ", "Sở Nội vụ", "1"}}));
}

TEST(AgencySpellings, WhoLeadsAndCooperatesInOneRowIsReported) {
    const auto row = read_row({"Năm 2023", "Sở Nội vụ", "Sở Tài chính; Sở Nội vụ"}, tests::sample_agencies(),
                              {civil(2023, 1, 1)});
    EXPECT_THAT(row.problems, testing::ElementsAre(Message{"row.lead_cooperates", {"Sở Nội vụ"}}));
}

}  // namespace
}  // namespace dondoc::language
