// SPDX-License-Identifier: Apache-2.0
#include "plan/preview.h"

#include <gmock/gmock.h>

#include <set>

#include "../language/sample_register.h"
#include "support/cpu_time.h"
#include "support/fewer.h"
#include "tables.h"

namespace dondoc::plan {
namespace {

using testing::ElementsAre;

v1::Document document(const char* issued) {
    v1::Document made;
    made.set_number("08/KH-UBND");
    made.set_issued(issued);
    return made;
}

v1::PlanPreview preview_of(const std::string& text, const char* issued, text::Lang lang = text::Lang::Vi) {
    return preview(read_plan_text(text), document(issued), tests::sample_agencies(), nullptr, lang);
}

TEST(Preview, FillsInReadingsReasonsAndProblemsInTheLanguageAskedFor) {
    const auto text = tests::header + tests::line({"1", "Tên", "Đích", "Trước 31/10/2023", "Sở Nội vự",
                                                   "các sở, ngành liên quan"});
    const auto made = preview_of(text, "2023-05-13", text::Lang::En);
    ASSERT_EQ(made.rows_size(), 1);
    const auto& row = made.rows(0);
    EXPECT_EQ(row.deadline().kind(), v1::DeadlineKind::before);
    EXPECT_THAT(row.deadline().due(), ElementsAre("2023-10-30"));
    EXPECT_EQ(row.deadline().reason(), "Before 31/10/2023: by the end of 30/10/2023.");
    EXPECT_THAT(row.lead(), ElementsAre("Sở Nội vự"));
    EXPECT_THAT(row.cooperating(), ElementsAre("@các sở, ngành liên quan"));
    EXPECT_EQ(row.problems_size(), 2);
    EXPECT_EQ(made.document().number(), "08/KH-UBND");
}

TEST(Preview, RefusesADocumentWithoutADate) {
    EXPECT_THROW(
        preview_of(tests::header + tests::line({"1", "a", "", "Năm 2023", "Sở Nội vụ", ""}), "13/5/2023"),
        UserError);
}

TEST(Preview, OfTenThousandRowsIsMadeInTime) {
    constexpr int rows = test::fewer(10'000);
    std::string text = tests::header;
    for (int i = 0; i < rows; ++i)
        text += tests::line(
            {std::to_string(i).c_str(),
             "Triển khai thực hiện nhiệm vụ rà soát các quy định về quản lý tài sản công trên địa bàn tỉnh",
             "Hoàn thành 100% nhiệm vụ được giao", "Trước ngày 15/12/2023",
             "Các Sở: Nội vụ; Tài chính; Văn hóa, Thể thao và Du lịch; Lao động, Thương binh và Xã hội",
             "Các sở, ban, ngành, UBND cấp huyện, Công ty cấp nước"});
    const test::CpuTime took;
    const auto made = preview_of(text, "2023-05-13");
    EXPECT_EQ(made.rows_size(), rows);
    EXPECT_LT(took.seconds(), 2 * test::patience);
}

TEST(SamplePlan, IsReadWholeAndEveryAgencyResolves) {
    const auto made =
        preview_of(tests::read_file(DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt"), "2023-01-10");
    EXPECT_EQ(made.rows_size(), 30);
    std::set<v1::DeadlineKind::Kind> kinds;
    for (const auto& row : made.rows()) {
        EXPECT_GT(row.lead_size(), 0) << row.number();
        EXPECT_NE(row.deadline().kind(), v1::DeadlineKind::none) << row.number();
        kinds.insert(row.deadline().kind());
        for (const auto& problem : row.problems())
            EXPECT_TRUE(problem.find("không nêu rõ") != std::string::npos ||
                        problem.starts_with("Ô trống ở cột"))  // it is a text, and may have merged cells
                << problem;
    }
    EXPECT_EQ(kinds.size(), 11u);  // every kind there is
}

}  // namespace
}  // namespace dondoc::plan
