// SPDX-License-Identifier: Apache-2.0
// Cells of agencies as party bodies, ministries, communes, hospitals and schools write them, each with the
// answer that a careful clerk wrote down before the reader saw it. Who is in no register is marked.
#include <gtest/gtest.h>

#include <algorithm>

#include "few_texts.h"
#include "sample_register.h"

namespace dondoc::language {
namespace {

struct OfficeCell {
    const char* cell;
    FewTexts lead, cooperating;
};
void PrintTo(const OfficeCell& cell, std::ostream* out) {
    *out << cell.cell;
}

class AgencyOfOffices : public testing::TestWithParam<OfficeCell> {};

std::vector<std::string> names_in(const std::vector<Party>& parties) {
    std::vector<std::string> names;
    for (const auto& party : parties) names.push_back(party.name);
    return names;
}

TEST_P(AgencyOfOffices, IsReadAsACarefulClerkDoes) {
    const auto reading = tests::sample_agencies().read(GetParam().cell);
    EXPECT_EQ(names_in(reading.parties), GetParam().lead.list());
    EXPECT_EQ(names_in(reading.cooperating), GetParam().cooperating.list());
    const auto is_registered = [](const Party& party) {
        return party.kind == Party::Kind::Agency || party.kind == Party::Kind::Group;
    };
    const bool all = std::ranges::all_of(reading.parties, is_registered) &&
                     std::ranges::all_of(reading.cooperating, is_registered);
    EXPECT_TRUE(all || !reading.problems.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Cells, AgencyOfOffices,
    testing::ValuesIn(std::vector<OfficeCell>{
        {"Sở Nội vụ (Phòng Cải cách hành chính)", {"Sở Nội vụ"}, {}},
        {"Văn phòng HĐND và UBND xã La Bằng", {"Văn phòng HĐND và UBND xã La Bằng"}, {}},
        {"Ban Xây dựng Đảng xã La Bằng", {"Ban Xây dựng Đảng xã La Bằng"}, {}},
        {"Ban Xây dựng Đảng và các chi bộ trực thuộc", {"Ban Xây dựng Đảng", "@các chi bộ trực thuộc"}, {}},
        {"Ủy ban Kiểm tra Đảng ủy phường Ba Hàng", {"Ủy ban Kiểm tra Đảng ủy phường Ba Hàng"}, {}},
        {"Thường trực Đảng ủy, HĐND, UBND xã Phú Đình",
         {"Thường trực Đảng ủy xã Phú Đình", "HĐND xã Phú Đình", "UBND xã Phú Đình"},
         {}},
        {"Các chi bộ trực thuộc Đảng ủy xã", {"@các chi bộ trực thuộc Đảng ủy xã"}, {}},
        {"Các đồng chí Ủy viên Ban Chấp hành", {"@các đồng chí Ủy viên Ban Chấp hành"}, {}},
        {"Đồng chí Bí thư Đảng ủy", {"Đảng ủy"}, {}},
        {"Ban Tuyên giáo và Dân vận Tỉnh ủy; Báo Thái Nguyên",
         {"Ban Tuyên giáo và Dân vận Tỉnh ủy", "Báo Thái Nguyên"},
         {}},
        {"Đảng ủy các cơ quan Đảng tỉnh", {"Đảng ủy các cơ quan Đảng tỉnh"}, {}},
        {"Đảng ủy UBND tỉnh", {"Đảng ủy UBND tỉnh"}, {}},
        {"Khoa Nội tổng hợp", {"Khoa Nội tổng hợp"}, {}},
        {"Khoa Khám bệnh, Phòng Kế hoạch tổng hợp", {"Khoa Khám bệnh", "Phòng Kế hoạch tổng hợp"}, {}},
        {"Phòng Điều dưỡng, các khoa lâm sàng", {"Phòng Điều dưỡng", "@các khoa lâm sàng"}, {}},
        {"Khoa Kiểm soát nhiễm khuẩn phối hợp Phòng Vật tư - Thiết bị y tế",
         {"Khoa Kiểm soát nhiễm khuẩn"},
         {"Phòng Vật tư - Thiết bị y tế"}},
        {"Các khoa, phòng, trung tâm", {"@các khoa, phòng, trung tâm"}, {}},
        {"Ban Giám hiệu, tổ trưởng chuyên môn", {"Ban Giám hiệu, tổ trưởng chuyên môn"}, {}},
        {"Ban Giám hiệu; Công đoàn trường", {"Ban Giám hiệu", "Công đoàn trường"}, {}},
        {"Tổ Toán - Tin", {"Tổ Toán - Tin"}, {}},
        {"Tổ Văn phòng", {"Tổ Văn phòng"}, {}},
        {"Giáo viên chủ nhiệm các lớp", {"Giáo viên chủ nhiệm các lớp"}, {}},
        {"Hiệu trưởng các trường THPT", {"trường THPT"}, {}},
        {"Trường THPT Đại Từ", {"Trường THPT Đại Từ"}, {}},
        {"Phòng Giáo dục Mầm non, Sở Giáo dục và Đào tạo",
         {"Phòng Giáo dục Mầm non", "Sở Giáo dục và Đào tạo"},
         {}},
        {"Khoa Công nghệ thông tin, Trường Đại học Khoa học",
         {"Khoa Công nghệ thông tin", "Trường Đại học Khoa học"},
         {}},
        {"Bộ Tư pháp, Văn phòng Chính phủ, Bộ Nội vụ và các cơ quan liên quan",
         {"Bộ Tư pháp", "Văn phòng Chính phủ", "Bộ Nội vụ", "@các cơ quan liên quan"},
         {}},
        {"Vụ Pháp chế, Vụ Tổ chức cán bộ", {"Vụ Pháp chế", "Vụ Tổ chức cán bộ"}, {}},
        {"Cục Chuyển đổi số quốc gia (Bộ Khoa học và Công nghệ)", {"Cục Chuyển đổi số quốc gia"}, {}},
        {"Vụ Kế hoạch - Tài chính chủ trì; Cục Kế hoạch - Tài chính phối hợp",
         {"Vụ Kế hoạch - Tài chính"},
         {"Cục Kế hoạch - Tài chính"}},
        {"Tập đoàn Điện lực Việt Nam", {"Tập đoàn Điện lực Việt Nam"}, {}},
        {"Các Tập đoàn, Tổng công ty nhà nước", {"@các Tập đoàn, Tổng công ty nhà nước"}, {}},
        {"Ủy ban Thường vụ Quốc hội", {"Ủy ban Thường vụ Quốc hội"}, {}},
        {"Sở Y tế, Sở Giáo dục và Đào tạo; UBND các xã, phường",
         {"Sở Y tế", "Sở Giáo dục và Đào tạo", "@UBND cấp xã"},
         {}},
        {"Sở Y tế + Sở Tài chính", {"Sở Y tế", "Sở Tài chính"}, {}},
        {"- Sở Y tế - Sở Tài chính", {"Sở Y tế", "Sở Tài chính"}, {}},
        {"1) Sở Y tế; 2) Sở Tài chính", {"Sở Y tế", "Sở Tài chính"}, {}},
        {"Sở Y tế (CT), Sở Tài chính (PH)", {"Sở Y tế"}, {"Sở Tài chính"}},
        {"Sở Y tế (chủ trì), Sở Tài chính, Sở Nội vụ (phối hợp)", {"Sở Y tế"}, {"Sở Tài chính", "Sở Nội vụ"}},
        {"Chủ trì: Sở Y tế; Phối hợp: Sở Tài chính", {"Sở Y tế"}, {"Sở Tài chính"}},
        {"CT: Sở Y tế; PH: Sở Tài chính", {"Sở Y tế"}, {"Sở Tài chính"}},
        {"Sở Y tế là đầu mối, các sở, ban, ngành phối hợp", {"Sở Y tế"}, {"@các sở, ban, ngành"}},
        {"UBND tỉnh (Sở Xây dựng tham mưu)", {"UBND tỉnh"}, {}},
        {"UBND tỉnh giao Sở Xây dựng", {"Sở Xây dựng"}, {}},
        {"Công an các xã, phường", {"@công an các xã, phường"}, {}},
        {"Ban Chỉ huy Quân sự cấp xã", {"@ban Chỉ huy Quân sự cấp xã"}, {}},
        {"Trạm Y tế các xã, phường", {"@trạm Y tế các xã, phường"}, {}},
        {"Trưởng thôn, tổ trưởng tổ dân phố", {"@thôn, tổ trưởng tổ dân phố"}, {}},
        {"Các thôn, tổ dân phố", {"@các thôn, tổ dân phố"}, {}},
        {"Bí thư chi bộ, trưởng xóm", {"@chi bộ, trưởng xóm"}, {}},
        {"MTTQ và các tổ chức chính trị - xã hội xã", {"MTTQ", "@các tổ chức chính trị - xã hội xã"}, {}},
        {"Hội Liên hiệp Phụ nữ, Hội Nông dân, Đoàn Thanh niên xã",
         {"Hội Liên hiệp Phụ nữ xã", "Hội Nông dân xã", "Đoàn Thanh niên xã"},
         {}},
        {"Đoàn TNCS Hồ Chí Minh xã Phú Đình", {"Đoàn TNCS Hồ Chí Minh xã Phú Đình"}, {}},
        {"Sở Tài chính, Sở Xây dựng theo chức năng, nhiệm vụ", {"Sở Tài chính", "Sở Xây dựng"}, {}},
        {"Sở Tài chính và UBND các xã có liên quan", {"Sở Tài chính", "@UBND các xã có liên quan"}, {}},
        {"Đơn vị được giao chủ đầu tư", {"@đơn vị được giao chủ đầu tư"}, {}},
        {"Ban Quản lý dự án 2", {"Ban Quản lý dự án 2"}, {}},
        {"Trung tâm Y tế khu vực Đại Từ", {"Trung tâm Y tế khu vực Đại Từ"}, {}},
        {"Chi cục Thuế khu vực Sông Công - Phổ Yên", {"Chi cục Thuế khu vực Sông Công - Phổ Yên"}, {}},
        {"Thuế tỉnh Thái Nguyên", {"Thuế tỉnh Thái Nguyên"}, {}},
        {"Đội Quản lý thị trường số 3", {"Đội Quản lý thị trường số 3"}, {}},
        {"Sở NN&MT, Sở VHTT&DL", {"Sở NN&MT", "Sở Văn hóa, Thể thao và Du lịch"}, {}},
        {"Sở KH&CN; VP UBND tỉnh", {"Sở Khoa học và Công nghệ", "Văn phòng UBND tỉnh"}, {}},
        {"Văn phòng, các phòng chuyên môn thuộc Sở", {"Văn phòng", "@các phòng chuyên môn thuộc Sở"}, {}},
        {"Các phòng chuyên môn; Văn phòng Sở", {"@các phòng chuyên môn", "Văn phòng Sở"}, {}},
    }));

}  // namespace
}  // namespace dondoc::language
