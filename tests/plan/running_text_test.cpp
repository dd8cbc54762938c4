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
    "v1 Tham mưu phương án bố trí kinh phí, phân công đầu mối, xong trước ngày 20/5/2024",
    "v2 Xây dựng kế hoạch của đơn vị trước ngày 30/4/2024"};

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
              (std::vector<std::string>{"v1 Rà soát vị trí việc làm trước ngày 15/6/2024"}));
}

TEST(RunningText, WithoutAnyDutyIsRefusedWithWhatToDo) {
    try {
        read_plan_with_running_text("Kính gửi các đồng chí.\n");
        FAIL();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "plan.no_running_duties");
    }
}

}  // namespace
}  // namespace dondoc::plan
