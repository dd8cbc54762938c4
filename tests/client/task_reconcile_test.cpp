// SPDX-License-Identifier: GPL-3.0-or-later
// The list of another system beside what is here, and what is here in its columns.
#include "cli/commands/task_reconcile.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "report/csv.h"

namespace dondoc::cli {
namespace {

using State = v1::ImportedState;

const ImportColumns columns = parse_import_columns(R"toml(
[columns]
id = ["Mã"]
document = ["Số ký hiệu"]
title = ["Nội dung"]
deadline = ["Hạn"]
lead = ["Đơn vị"]
state = ["Tình trạng"]
completed = ["Ngày xong"]
[texts]
cut = ["…"]
[states]
open = ["Chưa làm"]
in_progress = ["Đang làm"]
completed = ["Đã xong", "Xong"]
withdrawn = ["Đã hủy"]
)toml",
                                                   "cot.toml");

v1::ImportedTask there(const std::string& id, const std::string& title, const std::string& deadline,
                       State::State state, const std::string& completed = {}) {
    v1::ImportedTask task;
    task.set_id(id);
    task.mutable_row()->set_title(title);
    task.mutable_row()->set_deadline_text(deadline);
    task.set_state(state);
    task.set_completed_on(completed);
    return task;
}

SourceTask here(const std::string& id, const std::string& title, const std::string& due,
                v1::Workflow::State state, const std::string& completed = {}) {
    SourceTask known{id, {}};
    known.task.mutable_row()->set_title(title);
    known.task.mutable_document()->set_number("9/KL");
    auto& row = *known.task.add_assignments();
    row.set_agency_name("Sở Nội vụ");
    row.set_due(due);
    row.set_state(state);
    row.set_completed_on(completed);
    known.task.set_completed(state == v1::Workflow::completed);
    return known;
}

std::vector<std::string> said(const Reconciled& found) {
    std::vector<std::string> lines;
    for (const auto& one : found.differences)
        lines.push_back(one.id + " " + one.field + ": " + one.here + " | " + one.there);
    return lines;
}

TEST(TaskReconcile, WhatSaysTheSameInOtherWordsIsTheSame) {
    const std::vector<SourceTask> ours{
        here("1", "Rà soát nhà công vụ", "2025-09-30", v1::Workflow::reported),
        here("2", "Một tên rất dài của nhiệm vụ", "2025-10-31", v1::Workflow::completed, "2025-10-01")};
    const auto found =
        reconcile({there("1", "ra soat  nhà công vụ", "30/09/2025", State::in_progress),
                   there("2", "Một tên rất…", "Trước 17h00 ngày 31/10/2025", State::completed, "2025-10-01")},
                  ours, columns, text::Lang::Vi);
    EXPECT_EQ(said(found), std::vector<std::string>{});
    EXPECT_EQ(found.same, 2U);
}

TEST(TaskReconcile, EachDifferenceIsNamedWithBothSides) {
    const std::vector<SourceTask> ours{
        here("1", "Rà soát", "2025-09-30", v1::Workflow::in_progress),
        here("2", "Báo cáo", "2025-09-30", v1::Workflow::completed, "2025-09-01"),
        here("3", "Không hạn", "", v1::Workflow::assigned)};
    const auto found = reconcile({there("1", "Rà soát lại", "15/10/2025", State::completed, "2025-09-20"),
                                  there("2", "Báo cáo", "30/9/2025", State::completed, "2025-09-02"),
                                  there("3", "Không hạn", "", State::open)},
                                 ours, columns, text::Lang::Vi);
    EXPECT_EQ(said(found),
              (std::vector<std::string>{
                  "1 title: Rà soát | Rà soát lại", "1 state: đang thực hiện | hoàn thành",
                  "1 deadline: 30/09/2025 | 15/10/2025", "2 completed: 01/09/2025 | 02/09/2025"}));
    EXPECT_EQ(found.same, 1U);
}

TEST(TaskReconcile, WhoHasWhatTheOtherHasNotIsListed) {
    const std::vector<SourceTask> ours{here("2", "Chỉ ở đây", "2025-09-30", v1::Workflow::in_progress),
                                       here("3", "Thu hồi ở đây", "2025-09-30", v1::Workflow::revoked)};
    const std::vector theirs{there("1", "Chỉ ở kia", "30/9/2025", State::open)};
    const auto found = reconcile(theirs, ours, columns, text::Lang::Vi);
    ASSERT_EQ(found.only_there.size(), 1U);
    EXPECT_EQ(found.only_there[0]->id(), "1");
    ASSERT_EQ(found.only_here.size(), 1U);
    EXPECT_EQ(found.only_here[0]->id, "2");
    const auto csv = report::to_csv(reconcile_page(found, "qlvb", "xuat.xlsx", "2025-10-01", text::Lang::Vi));
    EXPECT_NE(csv.find("Chỉ ở kia"), std::string::npos);
    EXPECT_NE(csv.find("Lãnh đạo Văn phòng"), std::string::npos);
}

TEST(TaskReconcile, WhatIsHereIsWrittenInTheirColumnsAndWords) {
    const auto lines = in_their_columns(
        {here("7", "Báo cáo", "2025-09-30", v1::Workflow::completed, "2025-09-01")}, columns);
    EXPECT_EQ(lines, (std::vector<std::vector<std::string>>{
                         {"Mã", "Số ký hiệu", "Nội dung", "Hạn", "Đơn vị", "Tình trạng", "Ngày xong"},
                         {"7", "9/KL", "Báo cáo", "30/09/2025", "Sở Nội vụ", "Đã xong", "01/09/2025"}}));
}

}  // namespace
}  // namespace dondoc::cli
