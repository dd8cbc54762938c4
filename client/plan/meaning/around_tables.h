// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the tables of tasks: terms and agencies said once above a table, and tables that are
// none.
#pragma once

#include <optional>
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

// Why a table that is no plan's was not read; nothing: it is a letterhead or signatures, of which nobody
// expects it.
std::optional<Message> why_skipped(const Table& table);

}  // namespace dondoc::plan
