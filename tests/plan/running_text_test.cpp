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

}  // namespace
}  // namespace dondoc::plan
