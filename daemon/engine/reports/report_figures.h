// SPDX-License-Identifier: Apache-2.0
// What the history says beside a report's figures, and criteria as they are said on the wire.
#pragma once

#include <optional>

#include "domain/criterion.h"
#include "domain/report_figures.h"
#include "dondoc/v1/report.pb.h"
#include "store/history.h"
#include "wire/report.h"

namespace dondoc::engine {

using wire::positive;
using wire::to_wire;

// As figures see it.
CountedWork counted(const store::AssignmentAsOf& assignment);

// When the result that waits to be confirmed at that instant was reported; nullopt: none waits.
std::optional<local_days> reported_on(store::History& history, AssignmentId assignment, Workflow state,
                                      sys_seconds at);

v1::CriterionScore to_wire(const Criterion& criterion, const ReportFigures& figures);
v1::Criterion to_wire(const Criterion& criterion);

}  // namespace dondoc::engine
