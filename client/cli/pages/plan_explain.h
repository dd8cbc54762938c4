// SPDX-License-Identifier: GPL-3.0-or-later
// `plan preview --explain`: for each row, from which cell each text was read, and what it was read as.
#pragma once

#include "cli/frame/session.h"
#include "dondoc/v1/plan.pb.h"

namespace dondoc::cli {

void print_explanation(Session& session, const v1::PlanPreview& plan);

}  // namespace dondoc::cli
