// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the tables of tasks: terms and agencies said once above a table, and tables that are
// none.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dondoc/v1/plan.pb.h"
#include "plan/formats/grid.h"

namespace dondoc::plan {

// "Thời hạn hoàn thành: chậm nhất ngày 16/10/2026" above a table -> the phrase; nothing: no line says one.
// The line nearest to the table counts.
std::optional<std::string> term_said_in(const std::vector<std::string>& lines);

// "Cơ quan chủ trì: Sở Nội vụ" -> the agency.
std::optional<std::string> lead_said_in(const std::vector<std::string>& lines);

// In a table without a column of agencies: "II. SỞ TÀI CHÍNH" above the row, else the name of its sheet,
// where it is nothing but agencies. The row is marked.
void take_lead_from_heading(v1::PlanRow& row, const std::string& sheet);
// In a table without a column of terms: "THÁNG 6/2026" above the row, else the name of its sheet, likewise.
void take_term_from_heading(v1::PlanRow& row, const std::string& sheet);

// "plan.progress_beside", "plan.columns_beside": which columns of table `table` were kept beside its rows.
void name_columns_beside(std::uint32_t table, std::span<const v1::PlanRow> rows,
                         std::vector<Message>& problems);

// "plan.repeated_table": a draft beside the plan, or the plan of before. Most tasks of such a table stand in
// an earlier one.
std::vector<Message> repeated_tables(const std::vector<v1::PlanRow>& rows);

// Why a table that is no plan's was not read; nothing: it is a letterhead or signatures, of which nobody
// expects it.
std::optional<Message> why_skipped(const Table& table);

}  // namespace dondoc::plan
