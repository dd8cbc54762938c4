// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc plan export: a document as a workbook, which can come back as an amendment.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/plan.pb.h"

namespace dondoc::cli {

// Throws UsageError for a name that ends neither in .csv nor in .xlsx.
void require_sheet_name(const std::string& file);
// Writes the plan as the file in which it is corrected. Throws UserError, also where the file exists and is
// not to be replaced.
void write_sheet(Session& session, const v1::PlanPreview& plan, const std::string& file, bool replace);

void add_plan_export(CLI::App& group, Session& session);

}  // namespace dondoc::cli
