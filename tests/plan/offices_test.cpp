// SPDX-License-Identifier: Apache-2.0
// Tables as party bodies, ministries, communes, hospitals, schools and inspectors make them, each with what a
// careful clerk reads there.
#include <gmock/gmock.h>

#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::ElementsAre;

// "number|section|title|lead|cooperating|term" and behind them what is doubtful.
std::vector<std::string> rows_read(const PlanTableReading& reading) {
    std::vector<std::string> rows;
    for (const auto& row : reading.rows) {
        rows.push_back(row.number() + "|" + row.section() + "|" + row.title() + "|" + row.lead_text() + "|" +
                       row.cooperating_text() + "|" + row.deadline_text());
        for (const auto& key : keys_of(row)) rows.back() += " !" + key;
    }
    return rows;
}

TEST(PlanOfOffices, PartyBodySubjects) {
    const auto reading = read_plan(
        "TT\tNội dung\tCơ quan chuẩn bị\tCơ quan thẩm định\tThời gian trình Ban Thường vụ\tHình thức\n"
        "I\tCHUYÊN ĐỀ VỀ XÂY DỰNG ĐẢNG\t\t\t\t\n"
        "1\tNghị quyết về phát triển đảng viên trẻ\tBan Tổ chức Tỉnh ủy\tVăn phòng Tỉnh ủy\tTháng "
        "4/2026\tNghị quyết\n"
        "2\tKết luận về nêu gương\tBan Tuyên giáo Tỉnh ủy\tVăn phòng Tỉnh ủy\tQuý III/2026\tKết luận\n"
        "II\tCHUYÊN ĐỀ VỀ KINH TẾ\t\t\t\t\n"
        "3\tChỉ thị về tiết kiệm điện\tSở Công Thương\tVăn phòng Tỉnh ủy\t15/6/2026\tChỉ thị\n");
    EXPECT_THAT(
        rows_read(reading),
        ElementsAre("1|CHUYÊN ĐỀ VỀ XÂY DỰNG ĐẢNG|Nghị quyết về phát triển đảng viên trẻ|Ban Tổ chức Tỉnh "
                    "ủy||Tháng 4/2026",
                    "2|CHUYÊN ĐỀ VỀ XÂY DỰNG ĐẢNG|Kết luận về nêu gương|Ban Tuyên giáo Tỉnh ủy||Quý III/2026",
                    "3|CHUYÊN ĐỀ VỀ KINH TẾ|Chỉ thị về tiết kiệm điện|Sở Công Thương||15/6/2026"));
}

TEST(PlanOfOffices, AHospital) {
    const auto reading = read_plan(
        "STT\tNội dung công việc\tKhoa/phòng thực hiện\tKhoa/phòng phối hợp\tThời gian\tKết quả dự kiến\n"
        "1\tXây dựng quy trình tiếp đón\tKhoa Khám bệnh\tPhòng Kế hoạch tổng hợp\tTrước 15/3/2026\tQuy trình "
        "được ban hành\n"
        "2\tKiểm tra bệnh án\tPhòng Kế hoạch tổng hợp\t\tHằng tháng\tBiên bản\n"
        "3\tTập huấn vệ sinh tay\tKhoa Kiểm soát nhiễm khuẩn\tPhòng Điều dưỡng\tQuý II/2026\t100% nhân viên "
        "được tập huấn\n");
    EXPECT_THAT(
        rows_read(reading),
        ElementsAre("1||Xây dựng quy trình tiếp đón|Khoa Khám bệnh|Phòng Kế hoạch tổng hợp|Trước 15/3/2026",
                    "2||Kiểm tra bệnh án|Phòng Kế hoạch tổng hợp||Hằng tháng",
                    "3||Tập huấn vệ sinh tay|Khoa Kiểm soát nhiễm khuẩn|Phòng Điều dưỡng|Quý II/2026"));
}

TEST(PlanOfOffices, AMinistryDocuments) {
    const auto reading = read_plan(
        "TT\tTên đề án, văn bản\tCơ quan chủ trì soạn thảo\tCơ quan phối hợp\tCấp trình\tThời gian trình\n"
        "A\tNGHỊ ĐỊNH\t\t\t\t\n"
        "1\tNghị định về vị trí việc làm\tVụ Tổ chức - Biên chế\tVụ Pháp chế\tChính phủ\tTháng 5/2026\n"
        "2\tNghị định về lưu trữ số\tCục Văn thư và Lưu trữ nhà nước\tVụ Pháp chế\tChính phủ\tQuý IV/2026\n"
        "B\tTHÔNG TƯ\t\t\t\t\n"
        "3\tThông tư về định mức\tVụ Kế hoạch - Tài chính\t\tBộ trưởng\tTrước 30/9/2026\n");
    EXPECT_THAT(
        rows_read(reading),
        ElementsAre(
            "1|NGHỊ ĐỊNH|Nghị định về vị trí việc làm|Vụ Tổ chức - Biên chế|Vụ Pháp chế|Tháng 5/2026",
            "2|NGHỊ ĐỊNH|Nghị định về lưu trữ số|Cục Văn thư và Lưu trữ nhà nước|Vụ Pháp chế|Quý IV/2026",
            "3|THÔNG TƯ|Thông tư về định mức|Vụ Kế hoạch - Tài chính||Trước 30/9/2026"));
}

TEST(PlanOfOffices, ACommuneWithItsLeaders) {
    const auto reading = read_plan(
        "STT\tNội dung\tCông chức tham mưu\tLãnh đạo phụ trách\tHạn\n"
        "1\tRà soát hộ nghèo\tPhòng Văn hóa - Xã hội xã\tPhó Chủ tịch UBND xã\t20/3/2026\n"
        "2\tCập nhật bộ thủ tục\tTrung tâm Phục vụ hành chính công xã\tChủ tịch UBND xã\tTrước 10/4/2026\n");
    EXPECT_THAT(rows_read(reading),
                ElementsAre("1||Rà soát hộ nghèo|Phòng Văn hóa - Xã hội xã||20/3/2026",
                            "2||Cập nhật bộ thủ tục|Trung tâm Phục vụ hành chính công xã||Trước 10/4/2026"));
}

TEST(PlanOfOffices, ConclusionsOfAnInspection) {
    const auto reading = read_plan(
        "TT\tNội dung kết luận, kiến nghị\tĐơn vị thực hiện\tThời hạn thực hiện\tKết quả thực hiện\n"
        "1\tThu hồi 120 triệu đồng nộp ngân sách\tUBND xã Tân Cương\tTrước 31/3/2026\tĐã nộp 80 triệu đồng\n"
        "2\tKiểm điểm trách nhiệm tập thể\tSở Xây dựng\t30 ngày kể từ ngày 03/02/2026\tĐang thực hiện\n"
        "3\tHoàn thiện hồ sơ nghiệm thu\tBan Quản lý dự án đầu tư xây dựng tỉnh\tTháng 4/2026\t\n");
    EXPECT_THAT(
        rows_read(reading),
        ElementsAre("1||Thu hồi 120 triệu đồng nộp ngân sách|UBND xã Tân Cương||Trước 31/3/2026",
                    "2||Kiểm điểm trách nhiệm tập thể|Sở Xây dựng||30 ngày kể từ ngày 03/02/2026",
                    "3||Hoàn thiện hồ sơ nghiệm thu|Ban Quản lý dự án đầu tư xây dựng tỉnh||Tháng 4/2026"));
}

TEST(PlanOfOffices, AHeaderOfTwoLines) {
    const auto reading = read_plan(
        "TT\tCông việc\tThời gian\t\tPhân công\t\tGhi chú\n"
        "\t\tBắt đầu\tHoàn thành\tChủ trì\tPhối hợp\t\n"
        "1\tKhảo sát hiện trạng\t01/3/2026\t31/3/2026\tSở Xây dựng\tSở Tài chính\tđợt đầu\n"
        "2\tLập hồ sơ\t01/4/2026\t30/6/2026\tSở Xây dựng\tCông an tỉnh\t\n");
    EXPECT_THAT(rows_read(reading), ElementsAre("1||Khảo sát hiện trạng|Sở Xây dựng|Sở Tài chính|31/3/2026",
                                                "2||Lập hồ sơ|Sở Xây dựng|Công an tỉnh|30/6/2026"));
}

TEST(PlanOfOffices, PetitionsByTheirNumber) {
    const auto reading = read_plan(
        "Số đơn;Nội dung đơn;Cơ quan được giao;Ngày giao;Hạn giải quyết;Tình trạng\n"
        "12;\"Tranh chấp đất; đề nghị đo lại\";UBND xã Phú Đình;05/01/2026;15/3/2026;Đang xác minh\n"
        "13;Tố cáo cán bộ;Thanh tra tỉnh;12/01/2026;Trước 30/4/2026;\n");
    EXPECT_THAT(rows_read(reading),
                ElementsAre("12||Tranh chấp đất; đề nghị đo lại|UBND xã Phú Đình||15/3/2026",
                            "13||Tố cáo cán bộ|Thanh tra tỉnh||Trước 30/4/2026"));
}

TEST(PlanOfOffices, Investments) {
    const auto reading = read_plan(
        "TT\tDanh mục dự án\tChủ đầu tư công trình\tTổng mức đầu tư\tThời gian khởi công\tThời gian hoàn "
        "thành\n"
        "1\tĐường liên xã Kha Sơn\tUBND huyện Phú Bình\t45,2\tQuý II/2026\tQuý IV/2027\n"
        "2\tTrụ sở công an xã\tCông an tỉnh\t8,7\tTháng 3/2026\tTháng 12/2026\n");
    EXPECT_THAT(rows_read(reading), ElementsAre("1||Đường liên xã Kha Sơn|UBND huyện Phú Bình||Quý IV/2027",
                                                "2||Trụ sở công an xã|Công an tỉnh||Tháng 12/2026"));
}

TEST(PlanOfOffices, MarksBelowQuarters) {
    const auto reading = read_plan(
        "TT\tNội dung\tĐơn vị chủ trì\tQuý I\tQuý II\tQuý III\tQuý IV\n"
        "1\tKiểm tra công vụ\tSở Nội vụ\t\tx\t\tx\n"
        "2\tTập huấn soạn thảo văn bản\tSở Tư pháp\tx\t\t\t\n");
    EXPECT_THAT(rows_read(reading), ElementsAre("1||Kiểm tra công vụ|Sở Nội vụ||Quý II; Quý IV",
                                                "2||Tập huấn soạn thảo văn bản|Sở Tư pháp||Quý I"));
}

TEST(PlanOfOffices, ACalendarOfMeetings) {
    const auto reading = read_plan(
        "Thời gian\tNội dung\tChủ trì\tThành phần\tĐịa điểm\n"
        "09/02/2026\tHọp tổ biên tập\tSở Tư pháp\tSở Nội vụ, Sở Tài chính\tPhòng họp số 1\n"
        "12/02/2026\tKhảo sát thực địa\tSở Xây dựng\tUBND xã Nga My\tXã Nga My\n");
    EXPECT_THAT(rows_read(reading), ElementsAre("||Họp tổ biên tập|Sở Tư pháp||09/02/2026",
                                                "||Khảo sát thực địa|Sở Xây dựng||12/02/2026"));
}

TEST(PlanOfOffices, ASchoolYearByMonths) {
    const auto reading = read_plan(
        "Tháng\tNội dung công việc\tNgười phụ trách\n"
        "Tháng 3/2026\tThi giáo viên dạy giỏi cấp trường\tPhó Hiệu trưởng\n"
        "Tháng 4/2026\tKiểm tra hồ sơ chuyên môn\tTổ trưởng tổ Toán\n"
        "Tháng 5/2026\tTổng kết năm học\tHiệu trưởng\n");
    EXPECT_THAT(rows_read(reading),
                ElementsAre("||Thi giáo viên dạy giỏi cấp trường|Phó Hiệu trưởng||Tháng 3/2026",
                            "||Kiểm tra hồ sơ chuyên môn|Tổ trưởng tổ Toán||Tháng 4/2026",
                            "||Tổng kết năm học|Hiệu trưởng||Tháng 5/2026"));
}

TEST(PlanOfOffices, WhatIsSubmittedToACouncil) {
    const auto reading = read_plan(
        "STT\tNội dung trình HĐND\tCơ quan trình\tCơ quan thẩm tra\tThời gian trình\n"
        "1\tNghị quyết về giá dịch vụ\tSở Tài chính\tBan Kinh tế - Ngân sách\tKỳ họp giữa năm\n"
        "2\tNghị quyết về học phí\tSở Giáo dục và Đào tạo\tBan Văn hóa - Xã hội\tTrước 01/6/2026\n");
    EXPECT_THAT(rows_read(reading),
                ElementsAre("1||Nghị quyết về giá dịch vụ|Sở Tài chính||Kỳ họp giữa năm",
                            "2||Nghị quyết về học phí|Sở Giáo dục và Đào tạo||Trước 01/6/2026"));
}

TEST(PlanOfOffices, AMergedCellOfOneOfTwoLeadsIsNotPassedOver) {
    const auto reading = read_plan(
        "<html><body><table><tr><th>STT</th><th>Đầu việc</th><th>Đơn vị quản lý</th><th>Đơn vị vận "
        "hành</th><th>Hạn chót</th></tr><tr><td>1</td><td>Số hóa hồ sơ</td><td rowspan=\"2\">Sở Tư "
        "pháp</td><td>Sở Y tế</td><td>30/6/2026</td></tr><tr><td>2</td><td>Đối soát</td><td>Công an "
        "tỉnh</td><td>15/9/2026</td></tr></table></body></html>");
    EXPECT_THAT(rows_read(reading), ElementsAre("1||Số hóa hồ sơ|||30/6/2026 !row.which_column",
                                                "2||Đối soát|Công an tỉnh||15/9/2026 !row.one_of_columns"));
}

}  // namespace
}  // namespace dondoc::plan
