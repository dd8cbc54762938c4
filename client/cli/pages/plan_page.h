// SPDX-License-Identifier: GPL-3.0-or-later
// A plan as it was read: its rows, what is doubtful in them, and how many agencies its groups are.
#pragma once

#include <functional>
#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/plan.pb.h"

namespace dondoc::cli {

// Where a row, counted from 0, stands in the file that was given; empty: nowhere.
using RowPlace = std::function<std::string(int row)>;

void print_rows(Session& session, const v1::PlanPreview& plan);
// The rows that name a group, each with how many agencies that is.
void print_groups(Session& session, const v1::PlanPreview& plan);
// What several rows have in common comes first and once, with how many they are: a name that the register
// lacks.
void print_problems(Session& session, const v1::PlanPreview& plan, const RowPlace& place);

}  // namespace dondoc::cli
