// SPDX-License-Identifier: Apache-2.0
// Duties of running text beside those of tables.
#include <gmock/gmock.h>

#include "../language/sample_register.h"
#include "office_files.h"
#include "plan/preview.h"
#include "tables.h"

namespace dondoc::plan {
namespace {

const std::string prose =
    "KẾ HOẠCH\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n"
    "1. Các sở, ban, ngành có trách nhiệm bám sát kế hoạch trước ngày 01/3/2024.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n"
    "- Tham mưu phương án bố trí kinh phí, phân công đầu mối,\n\nxong trước ngày 20/5/2024.\n\n"
    "2. Các sở, ban, ngành; UBND cấp huyện\n\n"
    "a) Xây dựng kế hoạch của đơn vị trước ngày 30/4/2024.\n\n"
    "Trên đây là kế hoạch năm 2024, các đơn vị báo cáo về Sở Nội vụ trước ngày 01/12/2024./.\n\n"
    "Nơi nhận:\n- Sở Nội vụ;\n\n";

std::vector<std::string> titles(const PlanTableReading& reading) {
    std::vector<std::string> list;
    for (const auto& row : reading.rows) list.push_back(row.number() + " " + row.title());
    return list;
}

const std::vector<std::string> duties{
    "việc 1 Tham mưu phương án bố trí kinh phí, phân công đầu mối, xong trước ngày 20/5/2024",
    "việc 2 Xây dựng kế hoạch của đơn vị trước ngày 30/4/2024"};

TEST(RunningText, IsReadWhereThereIsNoTable) {
    const auto reading = read_plan_with_running_text(prose);
    EXPECT_EQ(titles(reading), duties);
    EXPECT_EQ(reading.rows[0].section(), "TỔ CHỨC THỰC HIỆN > Sở Nội vụ");
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[0].source().line(), 11u);
    EXPECT_EQ(reading.rows[1].lead_text(), "Các sở, ban, ngành; UBND cấp huyện");
}

TEST(RunningText, IsLeftAloneUnlessAskedFor) {
    EXPECT_THROW(read_plan(prose), UserError);
    const auto table = tests::header + tests::line({"1", "Tên", "Đích", "Năm 2024", "Sở Nội vụ", ""});
    EXPECT_EQ(read_plan(prose + table).rows.size(), 1u);
}

TEST(RunningText, DoesNotRepeatWhatATableSays) {
    const auto table = tests::header +
                       tests::line({"1", "Xây dựng kế hoạch của đơn vị", "Kế hoạch được ban hành",
                                    "Trước 30/4/2024", "Các sở, ban, ngành", ""}) +
                       tests::line({"2", "Xây dựng kế hoạch của đơn vị trước ngày 30/4/2024", "", "Năm 2024",
                                    "Sở Y tế", ""});
    const auto reading = read_plan_with_running_text(prose + table);
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(titles(reading)[2], duties[0]);
}

TEST(RunningText, EachRowIsMarkedToBeLookedAt) {
    v1::Document document;
    document.set_issued("2024-03-13");
    const auto made = preview(read_plan_with_running_text(prose), document, tests::sample_agencies(), nullptr,
                              text::Lang::En);
    ASSERT_EQ(made.rows_size(), 2);
    for (const auto& row : made.rows()) {
        ASSERT_EQ(row.problems_size(), 1) << row.number();
        EXPECT_THAT(row.problems(0), testing::HasSubstr("running text"));
    }
    EXPECT_EQ(made.rows(0).deadline().due(0), "2024-05-19");
    EXPECT_FALSE(made.rows(0).running_text().empty());  // an import is told, too
}

TEST(RunningText, OfAWordProcessorsFileIsRead) {
    std::string body;
    std::size_t at = 0;
    for (auto end = prose.find('\n'); end != std::string::npos; end = prose.find('\n', at)) {
        body += tests::paragraph(prose.substr(at, end - at));
        at = end + 1;
    }
    EXPECT_EQ(titles(read_plan_with_running_text(tests::docx(body))), duties);
}

TEST(RunningText, OfALineThatTabsPartIsRead) {
    EXPECT_EQ(titles(read_plan_with_running_text("II.\tTỔ CHỨC THỰC HIỆN\n1.\tSở Y tế\n"
                                                 "-\tRà soát vị trí việc làm trước ngày 15/6/2024.\n")),
              (std::vector<std::string>{"việc 1 Rà soát vị trí việc làm trước ngày 15/6/2024"}));
}

TEST(RunningText, WithoutAnyDutyIsRefusedWithWhatToDo) {
    try {
        read_plan_with_running_text("Kính gửi các đồng chí.\n");
        FAIL();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "plan.no_running_duties");
    }
}

struct Duty {
    std::string title, lead, cooperating, term;
    bool operator==(const Duty&) const = default;
};
void PrintTo(const Duty& duty, std::ostream* out) {
    *out << duty.title << " | " << duty.lead << " | " << duty.cooperating << " | " << duty.term;
}

std::vector<Duty> duties_in(const std::string& text) {
    std::vector<Duty> list;
    for (const auto& row : read_plan_with_running_text(text).rows)
        list.push_back({row.title(), row.lead_text(), row.cooperating_text(), row.deadline_text()});
    return list;
}

TEST(RunningText, OfATelegramSaysWhoDoesWhatByWhen) {
    EXPECT_THAT(
        duties_in(
            "CÔNG ĐIỆN\nVề ứng phó bão số 5\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n\n"
            "- Thủ trưởng các sở, ban, ngành;\n- Chủ tịch UBND các xã, phường.\n\n"
            "Chủ tịch UBND tỉnh yêu cầu:\n\n"
            "1. Chủ tịch UBND các xã, phường:\n\n"
            "a) Di dời các hộ ven suối, hoàn thành trước 16 giờ ngày 12/9/2026;\n\n"
            "b) Chuẩn bị vật tư tại chỗ;\n\n"
            "2. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh phân luồng các ngầm tràn, xong trước ngày "
            "13/9/2026.\n\n"
            "3. Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh bố trí lực lượng cứu hộ./.\n\nNơi nhận:\n- Như "
            "trên;\n"),
        testing::ElementsAre(
            Duty{"Di dời các hộ ven suối, hoàn thành trước 16 giờ ngày 12/9/2026",
                 "Chủ tịch UBND các xã, phường", "", "hoàn thành trước 16 giờ ngày 12/9/2026"},
            Duty{"Chuẩn bị vật tư tại chỗ", "Chủ tịch UBND các xã, phường", "", ""},
            Duty{"phân luồng các ngầm tràn, xong trước ngày 13/9/2026", "Sở Xây dựng", "Công an tỉnh",
                 "xong trước ngày 13/9/2026"},
            Duty{"bố trí lực lượng cứu hộ", "Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh", "", ""}));
}

TEST(RunningText, OfADirectiveGivesTheItemsBelowASubjectToIt) {
    EXPECT_THAT(
        duties_in(
            "CHỈ THỊ\nVề an toàn giao thông\n\n"
            "Sở Xây dựng đã kiểm tra 12 tuyến đường trước ngày 30/6/2026.\n\n"
            "1. Sở Y tế\n\n- Chủ trì, phối hợp với Công an tỉnh kiểm tra sức khỏe lái xe, xong trong tháng "
            "10/2026.\n\n"
            "2. Nhiệm vụ của địa phương\n\n- UBND các xã, phường có đường sắt:\n"
            "+ Rào lối đi tự mở trước ngày 20/10/2026\n+ Cử người cảnh giới\n"
            "- Báo Thái Nguyên tuyên truyền thường xuyên.\n"),
        testing::ElementsAre(
            Duty{"Chủ trì, phối hợp với Công an tỉnh kiểm tra sức khỏe lái xe, xong trong tháng 10/2026",
                 "Sở Y tế", "Công an tỉnh", "xong trong tháng 10/2026"},
            Duty{"Rào lối đi tự mở trước ngày 20/10/2026", "UBND các xã, phường có đường sắt", "",
                 "trước ngày 20/10/2026"},
            Duty{"Cử người cảnh giới", "UBND các xã, phường có đường sắt", "", ""},
            Duty{"tuyên truyền thường xuyên", "Báo Thái Nguyên", "", ""}));
}

TEST(RunningText, OfAConclusionMayHaveItsListInOneSentence) {
    EXPECT_THAT(
        duties_in(
            "THÔNG BÁO\nKết luận\n\n"
            "1. Phòng Kinh tế: a) Lập danh sách hộ vay vốn, xong trước ngày 10/8/2026; b) Trình UBND xã "
            "phương "
            "án trong tháng 8/2026.\n\n"
            "2. BQL chợ xã sắp xếp ki-ốt trước ngày 20/8/2026, UBND phường Gia Sàng vận động hộ kinh doanh "
            "trong tháng 9/2026.\n"),
        testing::ElementsAre(
            Duty{"Lập danh sách hộ vay vốn, xong trước ngày 10/8/2026", "Phòng Kinh tế", "",
                 "xong trước ngày 10/8/2026"},
            Duty{"Trình UBND xã phương án trong tháng 8/2026", "Phòng Kinh tế", "", "trong tháng 8/2026"},
            Duty{"sắp xếp ki-ốt trước ngày 20/8/2026", "BQL chợ xã", "", "trước ngày 20/8/2026"},
            Duty{"vận động hộ kinh doanh trong tháng 9/2026", "UBND phường Gia Sàng", "",
                 "trong tháng 9/2026"}));
}

TEST(RunningText, LabelsBelowATaskSayWhoAndWhen) {
    EXPECT_THAT(
        duties_in(
            "II. NỘI DUNG\n1. Tổ chức hội nghị tập huấn\n- Cơ quan chủ trì: Sở Tư pháp.\n"
            "- Cơ quan phối hợp: Các sở, ban, ngành.\n- Thời gian thực hiện: Quý II/2026.\n"
            "2. Biên soạn sổ tay\na) Đơn vị chủ trì: Sở Nội vụ\nb) Thời gian: Tháng 9/2026\n"
            "3. Kiểm tra tại các xã.\nChủ trì: Thanh tra tỉnh; phối hợp: Sở Y tế; thời gian: tháng 10/2026.\n"
            "4. Giao Sở Tài chính bố trí kinh phí.\n- Thời hạn hoàn thành: trước 30/6/2026.\n"),
        testing::ElementsAre(
            Duty{"Tổ chức hội nghị tập huấn", "Sở Tư pháp", "Các sở, ban, ngành", "Quý II/2026"},
            Duty{"Biên soạn sổ tay", "Sở Nội vụ", "", "Tháng 9/2026"},
            Duty{"Kiểm tra tại các xã", "Thanh tra tỉnh", "Sở Y tế", "tháng 10/2026"},
            Duty{"bố trí kinh phí", "Sở Tài chính", "", "trước 30/6/2026"}));
}

TEST(RunningText, OtherLabelsBelowATaskDoNotEndIt) {
    EXPECT_THAT(duties_in("II. NỘI DUNG\n1. Hội thi tuyên truyền\na) Nội dung: Tìm hiểu luật mới.\n"
                          "b) Thời gian: Ngày 10/10/2026.\nc) Địa điểm: Nhà văn hóa tỉnh.\n"
                          "d) Cơ quan chủ trì: Sở Tư pháp.\n"
                          "2. Chi bộ Văn phòng tổng hợp; thời gian: 20/10/2026.\n"),
                testing::ElementsAre(Duty{"Hội thi tuyên truyền", "Sở Tư pháp", "", "Ngày 10/10/2026"},
                                     Duty{"Chi bộ Văn phòng tổng hợp; thời gian: 20/10/2026", "", "",
                                          "thời gian: 20/10/2026"}));
}

TEST(RunningText, AnItemOfAListThatGivesNoDutyIsSaid) {
    const auto reading = read_plan_with_running_text(
        "Chủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế trực cấp cứu.\n2. Truyền hình tỉnh mở chuyên mục.\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.problems.back(),
              (Message{"plan.prose_unread", {"1", "“Truyền hình tỉnh mở chuyên mục.”"}}));
}

TEST(RunningText, BehindWhatIsConcludedADutyNeedsNoTerm) {
    const std::string list =
        "Một là, Sở Nội vụ kiện toàn Ban Chỉ đạo trước ngày 20/6/2026.\n\n"
        "Hai là, Văn phòng UBND tỉnh chuẩn bị tài liệu họp.\n\n"
        "Về an sinh: Sở Y tế tiếp tục theo dõi dịch bệnh.\n\n"
        "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.\n";
    const std::vector<Duty> wanted{
        {"kiện toàn Ban Chỉ đạo trước ngày 20/6/2026", "Sở Nội vụ", "", "trước ngày 20/6/2026"},
        {"chuẩn bị tài liệu họp", "Văn phòng UBND tỉnh", "", ""},
        {"tiếp tục theo dõi dịch bệnh", "Sở Y tế", "", ""}};
    EXPECT_EQ(duties_in("THÔNG BÁO\nKết luận phiên họp tháng 5\n\n" + list), wanted);
    EXPECT_EQ(duties_in("Sở Xây dựng trình bày báo cáo.\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n" + list),
              wanted);
}

TEST(RunningText, WhoIsAddressedInCapitalsIsGivenNothing) {
    EXPECT_THAT(duties_in("CHỦ TỊCH UBND TỈNH ĐIỆN:\n- Giám đốc các sở;\n- Chủ tịch UBND các xã, phường.\n"
                          "1. Sở Y tế trực cấp cứu trước 17 giờ hằng ngày.\n"),
                testing::ElementsAre(
                    Duty{"trực cấp cứu trước 17 giờ hằng ngày", "Sở Y tế", "", "trước 17 giờ hằng ngày"}));
}

TEST(RunningText, WhatNamesATermAndIsNoDutyIsSaid) {
    const auto reading = read_plan_with_running_text(
        "II. NHIỆM VỤ\n1. Sở Y tế tiêm phòng trước ngày 30/6/2026.\n"
        "2. Sở Y tế đã tiêm được 80% trước ngày 30/5/2026.\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    ASSERT_FALSE(reading.problems.empty());
    EXPECT_EQ(reading.problems.back(),
              (Message{"plan.prose_unread", {"1", "“Sở Y tế đã tiêm được 80% trước ngày 30/5/2026.”"}}));
}

}  // namespace
}  // namespace dondoc::plan
