// SPDX-License-Identifier: Apache-2.0
#include "language/rows/running_duty.h"

#include <gmock/gmock.h>

namespace dondoc::language {
namespace {

std::vector<RunningDuty> find(std::string_view text, const char* heading = nullptr) {
    std::optional<NamedAgencies> above;
    if (heading) above = NamedAgencies{heading, ""};
    return find_running_duties(text, above);
}

void expect_one(std::string_view text, const RunningDuty& want, const char* heading = nullptr) {
    const auto found = find(text, heading);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(found[0].title, want.title);
    EXPECT_EQ(found[0].lead, want.lead);
    EXPECT_EQ(found[0].cooperating, want.cooperating);
    EXPECT_EQ(found[0].deadline, want.deadline);
}

TEST(RunningDuty, AnAssignmentInBracketsEndsItsSentence) {
    expect_one(
        "Rà soát quy trình về đất đai trước ngày 30/6/2024 (Giao Sở Tư pháp chủ trì, Sở Y tế phối hợp thực "
        "hiện).",
        {"Rà soát quy trình về đất đai trước ngày 30/6/2024", "Sở Tư pháp", "Sở Y tế",
         "trước ngày 30/6/2024"});
}

TEST(RunningDuty, GiaoNamesWhoLeadsWithWhomAndWhat) {
    expect_one(
        "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, các đơn vị liên quan lập danh mục dùng chung "
        "trước ngày 15/12/2024.",
        {"lập danh mục dùng chung trước ngày 15/12/2024", "Sở Xây dựng", "Sở Tài chính, các đơn vị liên quan",
         "trước ngày 15/12/2024"});
}

TEST(RunningDuty, AnAgencyThatHasADutyLeadsIt) {
    expect_one("Sở Tài chính có trách nhiệm thẩm định dự toán; báo cáo UBND tỉnh trước ngày 20/6/2023.",
               {"thẩm định dự toán; báo cáo UBND tỉnh trước ngày 20/6/2023", "Sở Tài chính", "",
                "trước ngày 20/6/2023"});
}

TEST(RunningDuty, APeriodAndTheDayBehindItAreOneTerm) {
    for (const auto* term :
         {"định kỳ hằng tháng, trước ngày 20", "định kỳ hằng quý, chậm nhất ngày 15 của tháng cuối quý"}) {
        const auto found = find(std::string("Sở Y tế tổng hợp, báo cáo kết quả ") + term + ".", "Sở Y tế");
        ASSERT_EQ(found.size(), 1u) << term;
        EXPECT_EQ(found[0].deadline, term);
    }
}

TEST(RunningDuty, WhatIsSpokenOfStandsBeforeTheSubject) {
    for (const auto* topic :
         {"Về đầu tư công: ", "Về chuyển đổi số, ", "Ngoài ra, ", "Đối với khu tái định cư: "})
        expect_one(
            std::string(topic) +
                "Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập danh mục trước ngày 15/12/2024.",
            {"lập danh mục trước ngày 15/12/2024", "Sở Xây dựng", "Sở Tài chính", "trước ngày 15/12/2024"});
}

TEST(RunningDuty, ATermThatComesAgainIsFound) {
    for (const auto* term : {"định kỳ ngày 20 hằng tháng", "ngày 25 hằng tháng", "trước 16h00 hằng ngày",
                             "vào thứ Bảy hằng tuần", "trước 15 giờ thứ Sáu hàng tuần",
                             "trước 8 giờ sáng thứ Hai hằng tuần", "trước 11:30 trưa ngày 12/5/2026",
                             "trước 10 giờ đêm ngày 12/5/2026", "trước 5 giờ chiều, ngày 12/5/2026"}) {
        const auto found = find(std::string("Sở Y tế tổng hợp, báo cáo kết quả ") + term + ".", {});
        ASSERT_EQ(found.size(), 1u) << term;
        EXPECT_EQ(found[0].deadline, term);
    }
}

TEST(RunningDuty, UnderAHeadingOfAgenciesTheyLead) {
    expect_one("Chủ trì, phối hợp với Sở Y tế tham mưu phương án, xong trước ngày 20/5/2024.",
               {"Chủ trì, phối hợp với Sở Y tế tham mưu phương án, xong trước ngày 20/5/2024", "Sở Nội vụ",
                "Sở Y tế", "xong trước ngày 20/5/2024"},
               "Sở Nội vụ");
}

TEST(RunningDuty, TwoTermsAreTwoDuties) {
    const auto found =
        find("Lập danh sách trước ngày 20/6/2023; báo cáo kết quả trước ngày 15/12/2023.", "Sở Y tế");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].deadline, "trước ngày 20/6/2023");
    EXPECT_EQ(found[1].title, "báo cáo kết quả trước ngày 15/12/2023");
    EXPECT_EQ(found[1].lead, "Sở Y tế");
}

TEST(RunningDuty, ASecondSubjectBehindATermIsAnotherDuty) {
    for (const auto* joint : {"; ", ", ", ". "}) {
        const auto found =
            find(std::string("Sở Tài chính cấp kinh phí trước ngày 10/5/2026") + joint +
                 "Ban Quản lý dự án đầu tư xây dựng tỉnh bàn giao mặt bằng trong tháng 6/2026.");
        ASSERT_EQ(found.size(), 2u) << joint;
        EXPECT_EQ(found[1].lead, "Ban Quản lý dự án đầu tư xây dựng tỉnh");
        EXPECT_EQ(found[1].title, "bàn giao mặt bằng trong tháng 6/2026");
    }
}

TEST(RunningDuty, ManyAreASubjectToTheirLastWord) {
    expect_one(
        "Các sở, ban, ngành rà soát vị trí việc làm trước ngày 10/8/2026.",
        {"rà soát vị trí việc làm trước ngày 10/8/2026", "Các sở, ban, ngành", "", "trước ngày 10/8/2026"});
}

TEST(RunningDuty, ATitleBeforeAnAssignmentIsNotPartOfIt) {
    expect_one("Về kinh phí: Giao Sở Tài chính bố trí trong tháng 10/2026.",
               {"bố trí trong tháng 10/2026", "Sở Tài chính", "", "trong tháng 10/2026"});
}

TEST(RunningDuty, APartyCommitteeEndsItsOrgansName) {
    expect_one("Ban Tổ chức Tỉnh ủy chọn cử học viên trước ngày 15/7/2026.",
               {"chọn cử học viên trước ngày 15/7/2026", "Ban Tổ chức Tỉnh ủy", "", "trước ngày 15/7/2026"});
}

TEST(RunningDuty, WhatWasDoneIsNone) {
    for (const auto* text : {"Sở Y tế đã tiêm chủng cho 80% trẻ em trước ngày 30/6/2025.",
                             "Công an tỉnh đang điều tra 12 vụ việc.",
                             "UBND tỉnh ghi nhận kết quả đạt được trước ngày 30/6/2025."})
        EXPECT_TRUE(find(text).empty()) << text;
}

TEST(RunningDuty, WhoOnlySpeaksIsNotGivenTheListBelow) {
    for (const auto* text : {"Chủ tịch UBND tỉnh yêu cầu:", "CHỦ TỊCH UBND TỈNH điện:"})
        EXPECT_FALSE(begins_with_agencies(text)) << text;
    EXPECT_EQ(begins_with_agencies("Chủ tịch UBND tỉnh yêu cầu Giám đốc Sở Y tế:")->lead, "Giám đốc Sở Y tế");
}

TEST(RunningDuty, AnHourBelongsToItsTerm) {
    expect_one("Công an tỉnh báo cáo trước 16h30 ngày 05/3/2026.",
               {"báo cáo trước 16h30 ngày 05/3/2026", "Công an tỉnh", "", "trước 16h30 ngày 05/3/2026"});
}

TEST(RunningDuty, OnlyWhatSetsATermIsOne) {
    for (const auto* text : {"Thực hiện Kế hoạch số 12/KH-UBND ngày 02/01/2023 của UBND tỉnh.",
                             "Đẩy mạnh cải cách trên địa bàn tỉnh đến năm 2025.",
                             "Nâng cao điểm số đạt được trong năm 2022, giữ vững thứ hạng.",
                             "Tiếp tục chương trình giai đoạn 2021 - 2030."})
        EXPECT_TRUE(find(text).empty()) << text;
    for (const auto& [text, term] : std::vector<std::pair<const char*, const char*>>{
             {"Hoàn thành số hóa hồ sơ trong quý III/2024.", "trong quý III/2024"},
             {"Báo cáo kết quả trước ngày 15/6 và 15/12 hằng năm.", "trước ngày 15/6 và 15/12 hằng năm"},
             {"Tổng hợp gửi về, chậm nhất ngày 20 tháng cuối quý.", "chậm nhất ngày 20 tháng cuối quý"},
             {"Xây dựng kế hoạch trong vòng 15 ngày kể từ ngày ban hành.",
              "trong vòng 15 ngày kể từ ngày ban hành"},
             {"Hết tháng 12/2023 gửi số liệu.", "Hết tháng 12/2023"}}) {
        const auto found = find(text);
        ASSERT_EQ(found.size(), 1u) << text;
        EXPECT_EQ(found[0].deadline, term);
        EXPECT_EQ(found[0].lead, "");
    }
}

TEST(RunningDuty, WordsThatOnlyBeginLikeAgenciesNameNobody) {
    for (const auto* text : {"Ban hành kế hoạch", "Báo cáo kết quả", "Hội nghị tổng kết",
                             "Các nhiệm vụ trọng tâm", "Công khai thủ tục", "(qua Sở Nội vụ)"})
        EXPECT_FALSE(begins_with_agencies(text)) << text;
    for (const auto& [text, lead] : std::vector<std::pair<const char*, const char*>>{
             {"Sở Nội vụ", "Sở Nội vụ"},
             {"Giám đốc Sở Nội vụ", "Giám đốc Sở Nội vụ"},
             {"Các sở, ban, ngành; UBND cấp huyện", "Các sở, ban, ngành; UBND cấp huyện"},
             {"Đề nghị Ban Dân tộc:", "Ban Dân tộc"},
             {"Sở Y tế là cơ quan thường trực:", "Sở Y tế"}}) {
        const auto named = begins_with_agencies(text);
        ASSERT_TRUE(named) << text;
        EXPECT_EQ(named->lead, lead);
    }
}

TEST(RunningDuty, AnyBytesAreRead) {
    for (const auto* text :
         {"", "(", ")", ";;;", "Giao", "Giao Sở Y tế", "trước", "- ", "\xff\xfe", "(Giao )", "/./."})
        EXPECT_NO_THROW(find(text, "Sở Y tế")) << text;
}

}  // namespace
}  // namespace dondoc::language
