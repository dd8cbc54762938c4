// SPDX-License-Identifier: Apache-2.0
// What an agency fills into its sheet.
#include "filled/progress_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/sheet/sheet_cells.h"

namespace dondoc::filled {
namespace {

using ::testing::ElementsAre;

v1::AssignmentRow open_row(std::uint64_t id, v1::Workflow::State state = v1::Workflow::assigned) {
    v1::AssignmentRow row;
    row.set_assignment(id);
    row.set_revision(id + 3);
    row.set_document("12/KH-UBND");
    row.set_task_number("1");
    row.set_title("Rà soát; thủ tục");
    row.set_state(state);
    row.set_due("2023-12-31");
    return row;
}

// The sheet as it was made, with cells of its rows filled in by their titles, as CSV with tabs.
class Sheet {
  public:
    explicit Sheet(const std::vector<v1::AssignmentRow>& rows, text::Lang lang = text::Lang::Vi)
        : lines_(plan::table_lines(make_progress_sheet(rows, lang))) {}

    Sheet& fill(std::size_t row, const std::string& title, const std::string& text) {
        const auto& titles = lines_[1].cells;
        const auto at = static_cast<std::size_t>(std::ranges::find(titles, title) - titles.begin());
        EXPECT_LT(at, titles.size()) << title;
        auto& cells = lines_[2 + row].cells;
        cells.resize(std::max(cells.size(), titles.size()));
        cells[at] = text;
        return *this;
    }
    std::string bytes() const {
        std::string text;
        for (const auto& line : lines_) {
            for (std::size_t i = 0; i < line.cells.size(); ++i) text += (i > 0 ? "\t" : "") + line.cells[i];
            text += "\n";
        }
        return text;
    }
    std::vector<FilledRow> read() const { return read_progress_sheet(bytes()); }
    std::string mistake() const {
        const auto rows = read();
        return rows.size() == 1 && rows[0].mistake ? rows[0].mistake->key : "";
    }

  private:
    std::vector<plan::SheetLine> lines_;
};

std::vector<std::string> actions(const FilledRow& row) {
    std::vector<std::string> names;
    const auto wanted = wanted_of(row);
    for (const auto& change : wanted.changes())
        names.push_back(v1::AssignmentChangeRequest::Action_Name(change.action()));
    return names;
}

TEST(ProgressSheet, WhatWasLeftAsItWasIsNothing) {
    auto in_progress = open_row(7, v1::Workflow::in_progress);
    in_progress.set_progress(40);
    for (const auto lang : {text::Lang::Vi, text::Lang::En})
        EXPECT_TRUE(
            Sheet({open_row(5), in_progress, open_row(6, v1::Workflow::reported)}, lang).read().empty());
}

TEST(ProgressSheet, StatesPercentagesResultsAndNotesAreActions) {
    const auto rows = Sheet({open_row(1), open_row(2), open_row(3), open_row(4), open_row(5)})
                          .fill(0, "Trạng thái", "Đã tiếp nhận")
                          .fill(1, "Tiến độ (%)", "60 %")
                          .fill(1, "Trạng thái", "đang thực hiện")
                          .fill(1, "Ghi chú", "đã lấy ý kiến")
                          .fill(2, "Trạng thái", "đã báo cáo, chờ xác nhận")
                          .fill(2, "Số văn bản kết quả", "15/BC-SNV")
                          .fill(2, "Ngày kết quả", "20/12/2023")
                          .fill(3, "Ghi chú", "chờ trung ương")
                          .read();
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_THAT(actions(rows[0]), ElementsAre("receive"));
    EXPECT_THAT(actions(rows[1]), ElementsAre("start", "progress"));
    EXPECT_EQ(wanted_of(rows[1]).changes(1).percent(), 60u);
    EXPECT_EQ(wanted_of(rows[1]).changes(0).note(), "") << "said once";
    EXPECT_EQ(wanted_of(rows[1]).revision(), 5u);
    EXPECT_THAT(actions(rows[2]), ElementsAre("report"));
    EXPECT_EQ(wanted_of(rows[2]).changes(0).date(), "2023-12-20");
    EXPECT_EQ(wanted_of(rows[2]).changes(0).result_number(), "15/BC-SNV");
    EXPECT_THAT(actions(rows[3]), ElementsAre("progress"));
    EXPECT_EQ(rows[3].line, 6u);
}

TEST(ProgressSheet, WhatIsWrongIsSaidOfItsRow) {
    const auto one = [] { return Sheet({open_row(1)}); };
    EXPECT_EQ(one().fill(0, "Trạng thái", "xong rồi").mistake(), "update.bad_state");
    EXPECT_EQ(one().fill(0, "Trạng thái", "thu hồi").mistake(), "update.not_by_sheet");
    EXPECT_EQ(one().fill(0, "Tiến độ (%)", "101").mistake(), "update.bad_percent");
    EXPECT_EQ(one().fill(0, "Tiến độ (%)", "-5").mistake(), "update.bad_percent");
    EXPECT_EQ(one().fill(0, "Tiến độ (%)", "nửa").mistake(), "update.bad_percent");
    EXPECT_EQ(one().fill(0, "Số văn bản kết quả", "15/BC").mistake(), "update.result_without_report");
    EXPECT_EQ(
        one().fill(0, "Trạng thái", "đã báo cáo, chờ xác nhận").fill(0, "Ngày kết quả", "hôm qua").mistake(),
        "update.bad_day");
    EXPECT_EQ(one().fill(0, "Mã dòng", "1/x/assigned/-").mistake(), "update.bad_key");
}

TEST(ProgressSheet, AnotherFileIsRefused) {
    const auto refusal = [](const std::string& bytes) {
        try {
            read_progress_sheet(bytes);
        } catch (const UserError& error) {
            return error.message().key;
        }
        return std::string{};
    };
    EXPECT_EQ(refusal("a;b\n1;2\n"), "update.no_sheet");
    EXPECT_EQ(refusal(""), "update.no_sheet");
    EXPECT_EQ(refusal("dondoc-phieu\t9\nMã dòng\t\n"), "update.version");
    EXPECT_EQ(refusal("dondoc-phieu\t1\nPhần việc\tGhi chú\n"), "update.no_key");
}

TEST(ProgressSheet, TakenInBeforeIsKnownByHowTheAssignmentStands) {
    FilledRow row;
    row.state = v1::Workflow::reported;
    row.number = "15/BC-SNV";
    row.date = "2023-12-20";
    row.note = "đã gửi";
    v1::AssignmentUpdateReply::Row reply;
    EXPECT_EQ(fate_of(row, reply), Fate::Taken);
    reply.mutable_error();
    EXPECT_EQ(fate_of(row, reply), Fate::Refused);
    *reply.mutable_before() = open_row(1, v1::Workflow::reported);
    reply.mutable_before()->set_completed_on("2023-12-20");
    reply.mutable_before()->set_note("đã gửi");
    EXPECT_EQ(fate_of(row, reply), Fate::Refused) << "by another document";
    reply.add_meanwhile()->mutable_detail()->mutable_result()->set_number("15/BC-SNV");
    EXPECT_EQ(fate_of(row, reply), Fate::DoneBefore);
    reply.mutable_before()->set_completed_on("2023-12-19");
    EXPECT_EQ(fate_of(row, reply), Fate::Refused);
}

}  // namespace
}  // namespace dondoc::filled
